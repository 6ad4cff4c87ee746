// Keys as small caps of a keyboard: "Ctrl+K" becomes two keys. Decoration only; the button's name does not include it.
import Box from '@mui/material/Box';

export function Kbd({ keys, onFill = false }: { keys: string; onFill?: boolean }) {
  const parts = keys.endsWith('+') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return (
    <Box component="span" aria-hidden sx={{ display: 'inline-flex', gap: '2px', flexShrink: 0 }}>
      {parts.map((part) => (
        <Box
          key={part}
          component="kbd"
          sx={{
            typography: 'mono',
            fontSize: 11,
            lineHeight: '16px',
            minWidth: 18,
            px: '4px',
            textAlign: 'center',
            border: '1px solid',
            borderColor: onFill ? 'currentColor' : 'strong',
            borderRadius: '4px',
            color: onFill ? 'inherit' : 'ink2',
            bgcolor: onFill ? 'transparent' : 'paper',
          }}
        >
          {part}
        </Box>
      ))}
    </Box>
  );
}
