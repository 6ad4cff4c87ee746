// The square mark of a signature. Red only on a signed verdict; grey in practice, struck when withdrawn. It never imitates a round stamp.
import Box from '@mui/material/Box';

export function Seal({ lines, state }: { lines: readonly string[]; state: 'signed' | 'practice' | 'withdrawn' }) {
  const colour = state === 'signed' ? 'sealText' : 'ink3';
  return (
    <Box
      role="img"
      aria-label={lines.join('')}
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        minWidth: 72,
        minHeight: 72,
        p: 2,
        border: '3px double',
        borderColor: colour,
        color: colour,
        borderRadius: '2px',
        typography: 'law',
        fontWeight: 700,
        lineHeight: '24px',
        textDecoration: state === 'withdrawn' ? 'line-through' : 'none',
        textAlign: 'center',
      }}
    >
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </Box>
  );
}
