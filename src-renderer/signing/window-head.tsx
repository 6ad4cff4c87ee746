// The strip on top: what this window is, and the phrase by which its owner recognises it. A look-alike drawn by the desk cannot know it.
import Close from '@mui/icons-material/Close';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { SigningView } from '@shared/contract/views';
import { signingTexts } from '@shared/texts/signing';
import { useTexts } from '../components/language';

export function WindowHead({ view, onClose }: { view: SigningView; onClose: () => void }) {
  const t = useTexts(signingTexts);
  return (
    <Box component="header" sx={{ height: 40, flexShrink: 0, display: 'flex', alignItems: 'center', gap: 2, pl: 4, pr: 2 }}>
      <ShieldOutlined aria-hidden sx={{ fontSize: 18, color: 'ink' }} />
      <Typography component="h1" variant="h3" sx={{ flex: 1 }}>
        {t.window}
        {view.practice && (
          <Box
            component="span"
            sx={{ ml: 3, px: '6px', border: '1px solid', borderColor: 'amberText', borderRadius: '4px', color: 'amberText', fontSize: 12 }}
          >
            {t.practice}
          </Box>
        )}
      </Typography>
      <Tooltip title={t.phraseWhy}>
        <Box
          tabIndex={0}
          sx={{
            display: 'flex',
            alignItems: 'baseline',
            gap: 3,
            px: 3,
            height: 24,
            border: '1px solid',
            borderColor: 'strong',
            borderRadius: '4px',
            bgcolor: 'paper',
          }}
        >
          <Typography component="span" variant="caption" sx={{ color: 'ink2' }}>
            {t.phrase}
          </Typography>
          <Typography component="span" variant="law" sx={{ lineHeight: '22px', fontWeight: 500 }} data-testid="signing-phrase">
            {view.phrase}
          </Typography>
        </Box>
      </Tooltip>
      <IconButton aria-label={t.close} onClick={(event) => event.isTrusted && onClose()} size="small">
        <Close sx={{ fontSize: 18 }} />
      </IconButton>
    </Box>
  );
}
