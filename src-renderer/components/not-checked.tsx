// The list of what a result did not look at. It stands even when it is empty: silence would read as "everything".
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { useTexts } from './language';

export function NotChecked({ items, heading }: { items: readonly string[]; heading?: string }) {
  const texts = useTexts(commonTexts);
  return (
    <Box component="section" aria-label={heading ?? texts.notChecked}>
      <Typography variant="h3" component="h3" sx={{ display: 'flex', alignItems: 'center', gap: '6px' }}>
        <VisibilityOffOutlined aria-hidden sx={{ fontSize: 16 }} />
        {heading ?? texts.notChecked}
      </Typography>
      {items.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'ink3' }}>
          {texts.notCheckedNone}
        </Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, pl: 4, typography: 'body2', color: 'ink2' }}>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </Box>
      )}
    </Box>
  );
}
