// The line under a section's title, and the heading of a part within it.
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export const About = ({ children }: { children: ReactNode }) => (
  <Typography variant="body2" sx={{ color: 'ink2', mt: 1, mb: 3 }}>
    {children}
  </Typography>
);

export const PartTitle = ({ children }: { children: ReactNode }) => (
  <Typography variant="h3" component="h2" sx={{ mt: 6, pb: 2, borderBottom: '1px solid', borderColor: 'strong' }}>
    {children}
  </Typography>
);
