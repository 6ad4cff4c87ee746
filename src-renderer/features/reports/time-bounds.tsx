// The time sandwich: the bureau's two times as hard edges, the local claim as a mark between them. A missing bound is drawn open and dashed.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { VerdictDetail } from '@shared/contract/views';
import { verdictTexts } from '@shared/texts/verdict';
import { useTexts } from '../../components/language';
import { WIDTHS } from '../../theme/tokens';
import { shortTime } from './times';
import { boundsSpan, claimOutside, claimPosition } from './verdict-model';

const LEFT = 18;
const RIGHT = 82;

export function TimeBounds({ detail }: { detail: VerdictDetail }) {
  const t = useTexts(verdictTexts);
  const { notBefore, notAfter, decidedAt, receipt } = detail;
  const proven = notBefore !== null && notAfter !== null;
  const span = boundsSpan(detail);
  const position = claimPosition(detail) ?? (notBefore === null ? 0.5 : 0.15);
  const outside = claimOutside(detail);
  // A claim that is proven wrong stands on the edge that proves it, not in the green.
  const at = outside === null ? LEFT + (RIGHT - LEFT) * (0.04 + 0.86 * position) : outside === 'early' ? LEFT : RIGHT;
  const wide = useMediaQuery(`(min-width:${WIDTHS.drawer}px)`);
  const words =
    span === null
      ? null
      : t.within(
          `${span.days > 0 ? t.spanDays(span.days) : ''}${span.hours > 0 ? t.spanHours(span.hours) : ''}${span.minutes > 0 ? t.spanMinutes(span.minutes) : ''}${t.spanSeconds(span.seconds)}`,
        );
  return (
    <Box>
      <Box sx={{ position: 'relative', height: 44 }}>
        <Bound at={LEFT} name={t.notBefore} value={notBefore === null ? t.noLower : shortTime(notBefore)} open={notBefore === null} />
        <Bound at={RIGHT} name={t.notAfter} value={notAfter === null ? t.noUpper : shortTime(notAfter)} open={notAfter === null} />
      </Box>
      <Box sx={{ position: 'relative', height: 34 }}>
        <Box sx={{ position: 'absolute', left: 0, right: 0, top: 17, borderTop: '1px solid', borderColor: 'strong' }} />
        {wide && notBefore !== null && <Outside left="4%">{t.impossibleBefore}</Outside>}
        {wide && notAfter !== null && <Outside left="86%">{t.impossibleAfter}</Outside>}
        <Box
          sx={{
            position: 'absolute',
            left: `${LEFT}%`,
            width: `${RIGHT - LEFT}%`,
            top: 0,
            bottom: 0,
            bgcolor: proven ? 'proofTint' : 'sunken',
            backgroundImage: proven ? 'repeating-linear-gradient(135deg, rgba(30,106,70,.18) 0 1px, transparent 1px 7px)' : 'none',
            borderTop: '2px',
            borderBottom: '2px',
            borderLeft: '2px',
            borderRight: '2px',
            borderStyle: 'solid',
            borderTopStyle: proven ? 'solid' : 'dashed',
            borderBottomStyle: proven ? 'solid' : 'dashed',
            borderLeftStyle: notBefore === null ? 'dashed' : 'solid',
            borderRightStyle: notAfter === null ? 'dashed' : 'solid',
            borderColor: proven ? 'proofText' : 'control',
          }}
        />
        <Box
          sx={{
            position: 'absolute',
            left: `${at}%`,
            top: 6,
            display: 'flex',
            gap: '6px',
            alignItems: 'center',
            whiteSpace: 'nowrap',
            ...(outside === 'early' ? { ml: '-5px' } : outside === 'late' ? { mr: '-5px' } : {}),
            ...(position > 0.6 ? { transform: 'translateX(-100%)', flexDirection: 'row-reverse' } : {}),
          }}
        >
          <Box aria-hidden sx={{ width: 9, height: 9, bgcolor: outside === null ? 'ink' : 'amberText', transform: 'rotate(45deg)' }} />
          <Typography variant="body2" sx={outside === null ? {} : { color: 'amberText', fontWeight: 600 }}>
            {outside === null ? t.localClaim(shortTime(decidedAt)) : t.claimOutside[outside](shortTime(decidedAt))}
          </Typography>
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: `${2 * LEFT}% 1fr ${2 * LEFT}%`, pt: 1 }}>
        <Caption>{notBefore === null ? t.lowerMissing : t.lowerFrom}</Caption>
        <Typography variant="h3" component="div" sx={{ textAlign: 'center', pt: '6px' }}>
          {words}
        </Typography>
        <Caption>{receipt === null ? t.upperPending : t.upperFrom(receipt.index.toLocaleString('en-US'))}</Caption>
      </Box>
    </Box>
  );
}

const Bound = ({ at, name, value, open }: { at: number; name: string; value: string; open: boolean }) => (
  <Box sx={{ position: 'absolute', left: `${at}%`, transform: 'translateX(-50%)', textAlign: 'center', whiteSpace: 'nowrap' }}>
    <Typography variant="h3" component="div">
      {name}
    </Typography>
    <Typography variant="body2" sx={{ color: open ? 'amberText' : 'ink' }}>
      {value}
    </Typography>
  </Box>
);

const Outside = ({ left, children }: { left: string; children: string }) => (
  <Typography variant="caption" component="span" sx={{ position: 'absolute', left, top: -1 }}>
    {children}
  </Typography>
);

const Caption = ({ children }: { children: string }) => (
  <Typography variant="caption" component="div" sx={{ textAlign: 'center', px: 1, pt: '4px' }}>
    {children}
  </Typography>
);
