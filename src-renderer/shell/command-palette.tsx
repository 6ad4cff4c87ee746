// Ctrl+K: find a product or run a command without leaving the keys. Commands are the page's own bindings plus the rail.
import ArrowForward from '@mui/icons-material/ArrowForward';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import Search from '@mui/icons-material/Search';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { shellTexts } from '@shared/texts/shell';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { Kbd } from '../components/kbd';
import { KeyLayer } from '../components/keyboard';
import { useTexts } from '../components/language';
import { findEntries, type Marked } from './palette-entries';
import { usePaletteActions } from './use-palette-actions';

export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { palette: texts } = useTexts(shellTexts);
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const { entries, run } = usePaletteActions();
  const found = findEntries(entries, query);
  const at = Math.min(chosen, Math.max(0, found.length - 1));

  const open = (entry: Marked | undefined) => {
    if (!entry) return;
    onClose();
    run(entry.id);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setChosen(Math.min(found.length - 1, at + 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(0, at - 1));
    else if (event.key === 'Enter') open(found[at]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      slotProps={{ paper: { 'aria-label': texts.label, sx: { position: 'absolute', top: 96, m: 0, width: 680, maxWidth: '92%' } } }}
    >
      <KeyLayer>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, px: 4, height: 50, borderBottom: '1px solid', borderColor: 'strong' }}>
          <Search sx={{ fontSize: 20 }} />
          <InputBase
            autoFocus
            fullWidth
            placeholder={texts.placeholder}
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setChosen(0);
            }}
            onKeyDown={press}
            inputProps={{
              role: 'combobox',
              'aria-label': texts.label,
              'aria-expanded': true,
              'aria-controls': 'palette-list',
              'aria-activedescendant': found[at] ? `palette-${found[at].id}` : undefined,
            }}
            sx={{ fontSize: 16 }}
          />
          <Typography variant="caption" sx={{ whiteSpace: 'nowrap' }}>
            {texts.hint}
          </Typography>
          <Kbd keys="Esc" />
        </Box>
        <Box id="palette-list" role="listbox" aria-label={texts.label} sx={{ maxHeight: 400, overflow: 'auto', py: 2 }}>
          {found.length === 0 && (
            <Typography variant="body2" sx={{ px: 4, py: 4, color: 'ink2' }}>
              {texts.nothing(query)}
            </Typography>
          )}
          {found.map((entry, index) => (
            <Fragment key={entry.id}>
              {entry.group !== found[index - 1]?.group && (
                <Typography variant="caption" component="div" role="presentation" sx={{ px: 4, pt: 2, pb: 1 }}>
                  {texts[entry.group]}
                </Typography>
              )}
              <PaletteRow entry={entry} active={index === at} onOpen={() => open(entry)} />
            </Fragment>
          ))}
        </Box>
        <Box
          sx={{
            display: 'flex',
            gap: 3,
            alignItems: 'center',
            px: 4,
            height: 38,
            bgcolor: 'raised',
            borderTop: '1px solid',
            borderColor: 'hairline',
            typography: 'caption',
            color: 'ink2',
          }}
        >
          <Kbd keys="↑+↓" /> {texts.select} <Kbd keys="Enter" /> {texts.open} <span>{texts.onlyCommands}</span>
        </Box>
      </KeyLayer>
    </Dialog>
  );
}

const ICONS = { products: Inventory2Outlined, verdicts: DescriptionOutlined, commands: ArrowForward } as const;

function PaletteRow({ entry, active, onOpen }: { entry: Marked; active: boolean; onOpen: () => void }) {
  const Icon = ICONS[entry.group];
  const [from, to] = entry.match ?? [0, 0];
  return (
    <Box
      id={`palette-${entry.id}`}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={onOpen}
      ref={(element: HTMLElement | null) => {
        if (active) element?.scrollIntoView({ block: 'nearest' });
      }}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        height: 36,
        cursor: 'pointer',
        borderLeft: '3px solid',
        borderColor: active ? 'teal' : 'transparent',
        bgcolor: active ? 'selected' : 'transparent',
        typography: 'body2',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 17, color: 'ink2' }} />
      <span>
        {entry.title.slice(0, from)}
        <Box component="strong" sx={{ color: 'teal' }}>
          {entry.title.slice(from, to)}
        </Box>
        {entry.title.slice(to)}
      </span>
      <Box
        component="span"
        sx={{ flex: 1, color: 'ink3', fontSize: 12, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {entry.about}
      </Box>
      {entry.keys && <Kbd keys={entry.keys} />}
    </Box>
  );
}
