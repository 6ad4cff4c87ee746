// A block of the decision page: heading, a line beside it, an action at the end.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export function Block({
  title,
  note,
  action,
  id,
  children,
}: {
  title: string;
  note?: string;
  action?: ReactNode;
  id?: string;
  children: ReactNode;
}) {
  return (
    <Box component="section" aria-label={title} id={id} tabIndex={id === undefined ? undefined : -1} sx={{ mt: 5, outline: 'none' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 3, rowGap: 1, mb: 2 }}>
        <Typography variant="h2" sx={{ whiteSpace: 'nowrap' }}>
          {title}
        </Typography>
        <Typography variant="caption" component="span" sx={{ flex: '1 0 auto', maxWidth: '100%' }}>
          {note}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}
