// Everything that keeps the passes closed, one row each, with the rule and what would open it.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { commonTexts } from '@shared/texts/common';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';
import { useSomeFirst } from '../../components/some-first';
import { StatusChip } from '../../components/status-chip';
import { Block } from './block';
import type { ClosedRow } from './decision-model';

export function WhyClosed({ rows, onOpen }: { rows: readonly ClosedRow[]; onOpen: (item: string) => void }) {
  const t = useTexts(decideTexts);
  const common = useTexts(commonTexts);
  const { shown, more } = useSomeFirst(rows, 8);
  if (rows.length === 0) return null;
  return (
    <Block title={t.whyClosed} note={t.whyClosedNote}>
      <Table size="small" aria-label={t.whyClosed} sx={{ tableLayout: 'fixed', '& td': { whiteSpace: 'normal', verticalAlign: 'top' } }}>
        <TableHead sx={{ bgcolor: 'raised' }}>
          <TableRow>
            <TableCell sx={{ width: 64 }}>{t.whyColumns.item}</TableCell>
            <TableCell>{t.whyColumns.found}</TableCell>
            <TableCell sx={{ width: 128 }}>{t.whyColumns.answer}</TableCell>
            <TableCell sx={{ width: '30%' }}>{t.whyColumns.rule}</TableCell>
            <TableCell sx={{ width: '20%' }}>{t.whyColumns.opens}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {shown.map((row) => (
            <TableRow key={row.key} hover>
              <TableCell>
                {row.item !== null && (
                  <Link
                    component="button"
                    variant="body2"
                    aria-label={t.goTo(row.label)}
                    onClick={() => row.item !== null && onOpen(row.item)}
                  >
                    {row.label}
                  </Link>
                )}
              </TableCell>
              <TableCell>
                <Box sx={{ display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' }} title={row.found}>
                  {row.found}
                </Box>
              </TableCell>
              <TableCell>
                {row.answer === null ? (
                  row.item === null ? null : (
                    <StatusChip plain kind="unanswered" label={common.status.unanswered} />
                  )
                ) : (
                  <StatusChip plain kind={row.answer} label={common.answers[row.answer]} />
                )}
              </TableCell>
              <TableCell>
                {row.hard ? (
                  <Box component="span" sx={{ color: 'sealText', fontWeight: 600, mr: 2 }}>
                    {t.hard}
                  </Box>
                ) : (
                  <Box component="span" sx={{ mr: 2 }}>
                    {row.what}
                  </Box>
                )}
                <Box component="span" sx={{ color: 'ink2' }}>
                  {row.rule}
                </Box>
              </TableCell>
              <TableCell>{row.opens}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {more}
      <Typography variant="caption" component="p" sx={{ mt: 2 }}>
        {t.whyFoot}
      </Typography>
    </Block>
  );
}
