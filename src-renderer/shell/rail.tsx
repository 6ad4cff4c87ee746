// The rail: names under icons, the open entry drawn as the dossier's tab. The badge counts what the bureau has not acknowledged.
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Tooltip from '@mui/material/Tooltip';
import { shellTexts } from '@shared/texts/shell';
import { useLocation } from 'react-router';
import { useTexts } from '../components/language';
import { useSession } from '../session/session-context';
import { SIZES } from '../theme/tokens';
import { entryOf, RAIL, type RailEntry } from './rail-entries';
import { useOpen } from './use-open';

export function Rail() {
  const texts = useTexts(shellTexts);
  const { status } = useSession();
  const active = entryOf(useLocation().pathname);
  const open = useOpen();
  const item = (entry: RailEntry) => (
    <RailItem
      key={entry.name}
      entry={entry}
      active={entry.name === active}
      badge={entry.name === 'sync' ? status.unsent : 0}
      onOpen={() => void open(entry.name)}
    />
  );
  return (
    <Box
      component="nav"
      aria-label={texts.rail.label}
      sx={{
        width: SIZES.rail,
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        pt: 2,
        pb: 2,
        '@media (max-width: 960px)': { width: SIZES.railNarrow },
      }}
    >
      {RAIL.slice(0, -1).map(item)}
      <Box sx={{ flex: 1 }} />
      {RAIL.slice(-1).map(item)}
    </Box>
  );
}

function RailItem({ entry, active, badge, onOpen }: { entry: RailEntry; active: boolean; badge: number; onOpen: () => void }) {
  const texts = useTexts(shellTexts);
  const name = texts.rail[entry.name];
  const Icon = entry.icon;
  return (
    <Tooltip title={`${name}  G ${entry.digit}`} placement="right">
      <ButtonBase
        aria-label={badge > 0 ? `${name}，${texts.unsentBadge(badge)}` : name}
        aria-current={active ? 'page' : undefined}
        onClick={onOpen}
        sx={{
          position: 'relative',
          flexDirection: 'column',
          gap: '2px',
          height: 52,
          ml: '8px',
          mb: '2px',
          borderRadius: '6px 0 0 6px',
          fontSize: 12,
          lineHeight: '16px',
          color: active ? 'teal' : 'ink2',
          fontWeight: active ? 600 : 400,
          bgcolor: active ? 'paper' : 'transparent',
          borderLeft: '3px solid',
          borderColor: active ? 'teal' : 'transparent',
          // The tab joins the sheet: it covers the sheet's hairline.
          mr: active ? '-1px' : 0,
          zIndex: active ? 1 : 0,
          '&:hover': { color: 'teal' },
          '@media (max-width: 960px)': { height: 40, ml: '2px', '& .name': { display: 'none' } },
        }}
      >
        <Icon sx={{ fontSize: 20 }} />
        <span className="name">{name}</span>
        {badge > 0 && (
          <Box
            component="span"
            aria-hidden
            sx={{
              position: 'absolute',
              top: 3,
              right: 9,
              minWidth: 15,
              height: 15,
              px: '3px',
              borderRadius: '8px',
              bgcolor: 'teal',
              color: 'primary.contrastText',
              fontSize: 10,
              lineHeight: '15px',
              fontWeight: 600,
              textAlign: 'center',
            }}
          >
            {badge > 99 ? '99+' : badge}
          </Box>
        )}
      </ButtonBase>
    </Tooltip>
  );
}
