// A digest in short form; hover or focus shows it whole, the button copies all of it. `full` writes it out in groups of eight.
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { commonTexts } from '@shared/texts/common';
import { useTexts } from './language';
import { useNotice } from './notice';

export const shortHash = (hex: string): string => (hex.length > 16 ? `${hex.slice(0, 8)}…${hex.slice(-6)}` : hex);
export const groupsOfEight = (hex: string): string => hex.match(/.{1,8}/g)?.join(' ') ?? hex;

export function HashText({ hex, full = false, copy = true }: { hex: string; full?: boolean; copy?: boolean }) {
  const texts = useTexts(commonTexts);
  const notify = useNotice();
  const text = (
    <Box component="span" sx={{ typography: 'mono', overflowWrap: 'anywhere' }} {...(full ? {} : { tabIndex: 0 })}>
      {full ? groupsOfEight(hex) : shortHash(hex)}
    </Box>
  );
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: '2px' }}>
      {full ? text : <Tooltip title={<Box sx={{ typography: 'mono' }}>{groupsOfEight(hex)}</Box>}>{text}</Tooltip>}
      {copy && (
        <IconButton
          size="small"
          aria-label={`${texts.copy} ${shortHash(hex)}`}
          sx={{ p: '2px' }}
          onClick={() => void navigator.clipboard.writeText(hex).then(() => notify({ text: texts.copied }))}
        >
          <ContentCopyOutlined sx={{ fontSize: 13 }} />
        </IconButton>
      )}
    </Box>
  );
}
