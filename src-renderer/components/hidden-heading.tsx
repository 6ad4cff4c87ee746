// The page's first heading where the header already shows its title: heard, not seen.
import Box from '@mui/material/Box';

export const HiddenHeading = ({ children }: { children: string }) => (
  <Box
    component="h1"
    sx={{ position: 'absolute', width: '1px', height: '1px', m: '-1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}
  >
    {children}
  </Box>
);
