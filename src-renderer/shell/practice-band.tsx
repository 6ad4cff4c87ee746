// The hatched band that marks every page of a practice desk.
import Box from '@mui/material/Box';
import { shellTexts } from '@shared/texts/shell';
import { useTexts } from '../components/language';
import { SIZES } from '../theme/tokens';

export function PracticeBand() {
  const texts = useTexts(shellTexts);
  return (
    <Box
      component="aside"
      aria-label={texts.practiceBand}
      sx={{
        height: SIZES.band,
        flexShrink: 0,
        display: 'grid',
        placeItems: 'center',
        color: 'strong',
        background: 'repeating-linear-gradient(135deg, currentColor 0 1px, transparent 1px 9px)',
        borderBottom: '1px solid',
        borderColor: 'strong',
      }}
    >
      <Box
        sx={{
          px: 3,
          bgcolor: 'paper',
          border: '1px solid',
          borderColor: 'strong',
          borderRadius: '4px',
          fontSize: 12,
          lineHeight: '18px',
          color: 'ink',
        }}
      >
        <strong>{texts.practiceBand}</strong>
        {'　'}
        {texts.practiceBandAbout}
      </Box>
    </Box>
  );
}
