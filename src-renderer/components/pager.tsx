// Pages of a long list: the community grid shows a hundred rows at most, so lists turn their pages here.
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { useTexts } from './language';

export const PAGE_ROWS = 100;
export const pagesOf = (rows: number): number => Math.max(1, Math.ceil(rows / PAGE_ROWS));

/** Nothing is shown while one page holds everything. */
export function Pager({ page, rows, onPage }: { page: number; rows: number; onPage: (page: number) => void }) {
  const t = useTexts(commonTexts);
  const pages = pagesOf(rows);
  if (pages === 1) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, justifyContent: 'flex-end', py: 1 }}>
      <IconButton size="small" aria-label={t.pageBefore} disabled={page === 0} onClick={() => onPage(page - 1)}>
        <ChevronLeft sx={{ fontSize: 18 }} />
      </IconButton>
      <Typography variant="caption" component="span">
        {t.pageOf(page + 1, pages)}
      </Typography>
      <IconButton size="small" aria-label={t.pageAfter} disabled={page >= pages - 1} onClick={() => onPage(page + 1)}>
        <ChevronRight sx={{ fontSize: 18 }} />
      </IconButton>
    </Box>
  );
}
