// F1: the keys that act on the page beneath, the page's own first.
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { shellTexts } from '@shared/texts/shell';
import { Kbd } from '../components/kbd';
import { KeyLayer, useBindingsSnapshot } from '../components/keyboard';
import { useTexts } from '../components/language';

export function KeyList({ onClose }: { onClose: () => void }) {
  const { keys: texts } = useTexts(shellTexts);
  // As registered: the snapshot puts the latest first.
  const bindings = useBindingsSnapshot(true).toReversed();
  const shellLabels = new Set<string>([
    texts.palette,
    texts.help,
    texts.lock,
    texts.register,
    texts.zoomIn,
    texts.zoomOut,
    texts.zoomReset,
    texts.close,
    texts.nextPane,
    texts.rail,
  ]);
  const own = bindings.filter((binding) => !shellLabels.has(binding.label));
  const everywhere = bindings.filter((binding) => shellLabels.has(binding.label));
  return (
    <Dialog open onClose={onClose} aria-labelledby="key-list-title" maxWidth="md">
      <KeyLayer>
        <Box sx={{ p: 6, width: 640, maxWidth: '100%' }}>
          <Typography id="key-list-title" variant="h1" component="h1" sx={{ mb: 4 }}>
            {texts.title}
          </Typography>
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
            <KeyColumn title={texts.page} rows={own.map(({ keys, label }) => ({ keys, label }))} empty={texts.none} />
            <KeyColumn title={texts.everywhere} rows={everywhere} empty="" />
          </Box>
        </Box>
      </KeyLayer>
    </Dialog>
  );
}

function KeyColumn({ title, rows, empty }: { title: string; rows: readonly { keys: string; label: string }[]; empty: string }) {
  return (
    <section>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {rows.length === 0 && <Typography variant="caption">{empty}</Typography>}
      {rows.map((row) => (
        <Box
          key={`${row.keys} ${row.label}`}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            py: '5px',
            borderBottom: '1px solid',
            borderColor: 'hairline',
            typography: 'body2',
          }}
        >
          <Box sx={{ flex: 1 }}>{row.label}</Box>
          <Kbd keys={row.keys} />
        </Box>
      ))}
    </section>
  );
}
