// The product's mark in the corner of the window.
import Box from '@mui/material/Box';
import { SIZES } from '../theme/tokens';

/** The seal of the product: 十七, written downwards. */
export function Mark() {
  return (
    <Box
      sx={{
        width: SIZES.rail,
        flexShrink: 0,
        display: 'grid',
        placeItems: 'center',
        '@media (max-width: 960px)': { width: SIZES.railNarrow },
      }}
    >
      <Box
        aria-hidden
        sx={{
          width: 28,
          height: 28,
          borderRadius: '5px',
          bgcolor: 'ink',
          color: 'paper',
          display: 'grid',
          placeItems: 'center',
          typography: 'law',
          fontWeight: 700,
          fontSize: 11,
          lineHeight: '12px',
          writingMode: 'vertical-rl',
          letterSpacing: '1px',
        }}
      >
        十七
      </Box>
    </Box>
  );
}
