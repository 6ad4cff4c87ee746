// The mark of a group of items: one character (前 原 一 二 三 四) in a square.
import Box from '@mui/material/Box';

export function GroupMark({ mark, filled = false }: { mark: string; filled?: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        width: 20,
        height: 20,
        flexShrink: 0,
        border: '1px solid',
        borderColor: filled ? 'ink' : 'control',
        borderRadius: '4px',
        bgcolor: filled ? 'ink' : 'paper',
        color: filled ? 'paper' : 'ink',
        fontSize: 12,
        fontWeight: 600,
        lineHeight: '18px',
      }}
    >
      {mark}
    </Box>
  );
}
