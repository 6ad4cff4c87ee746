// The square mark of a signature. Red only on a signed verdict; grey in practice, struck when withdrawn. It never imitates a round stamp.
import Box from '@mui/material/Box';
import { FONTS } from '../theme/tokens';

export function Seal({ lines, state }: { lines: readonly string[]; state: 'signed' | 'practice' | 'withdrawn' }) {
  const colour = state === 'signed' ? 'sealText' : 'ink3';
  return (
    <Box
      role="img"
      aria-label={lines.join('')}
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        alignContent: 'center',
        flexShrink: 0,
        minWidth: 96,
        minHeight: 68,
        px: 3,
        py: 2,
        border: '3px solid',
        borderColor: colour,
        outline: '1px solid',
        outlineColor: colour,
        outlineOffset: '-7px',
        color: colour,
        borderRadius: '3px',
        fontFamily: FONTS.serif,
        fontSize: 22,
        lineHeight: '27px',
        fontWeight: 800,
        letterSpacing: 4,
        textIndent: 4,
        transform: 'rotate(-3deg)',
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
