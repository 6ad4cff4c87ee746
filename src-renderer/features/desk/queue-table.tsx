// The rows of the queue as a table with one chosen row.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';
import type { DossierRow } from '../../session/dossier-row';
import { SIZES } from '../../theme/tokens';
import { ProductName, Progress, RowChip } from './row-parts';

/** Columns that yield first when the window is narrow. */
const HIDE_NARROW = { '@media (max-width: 960px)': { display: 'none' } } as const;

export function QueueTable({ rows, openId }: { rows: readonly DossierRow[]; openId: string | null }) {
  const texts = useTexts(deskTexts);
  const common = useTexts(commonTexts);
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.summary.id === (chosen ?? openId)),
  );
  const choose = (index: number) => setChosen(rows[Math.min(rows.length - 1, Math.max(0, index))]?.summary.id ?? null);
  const open = (row: DossierRow | undefined) => row && void navigate(row.path);
  useKeys([
    { keys: '↓', label: common.nextRow, run: () => choose(at + 1) },
    { keys: '↑', label: common.previousRow, run: () => choose(at - 1) },
    // Before a row is chosen, Enter belongs to the open dossier.
    ...(chosen === null ? [] : [{ keys: 'Enter', label: common.openRow, run: () => open(rows[at]) }]),
  ]);
  const { columns } = texts;
  return (
    <Table
      size="small"
      aria-label={texts.queueLabel}
      sx={{ tableLayout: 'fixed', '& td, & th': { height: SIZES.rowDesk, py: 0, overflow: 'hidden', textOverflow: 'ellipsis' } }}
    >
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 118 }}>{columns.status}</TableCell>
          <TableCell>{columns.product}</TableCell>
          <TableCell sx={{ width: 96, ...HIDE_NARROW }}>{columns.form}</TableCell>
          <TableCell sx={{ width: 160, '@media (max-width: 1320px)': { display: 'none' } }}>{columns.developer}</TableCell>
          <TableCell sx={{ width: 140 }}>{columns.progress}</TableCell>
          <TableCell align="right" sx={{ width: 84 }}>
            {columns.due}
          </TableCell>
          <TableCell sx={{ width: 136 }}>{columns.next}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, index) => (
          <TableRow
            key={row.summary.id}
            aria-selected={index === at}
            onClick={() => choose(index)}
            onDoubleClick={() => open(row)}
            sx={{
              bgcolor: index === at ? 'selected' : 'transparent',
              boxShadow: (theme) => (index === at ? `inset 3px 0 0 ${theme.palette.teal}` : 'none'),
            }}
          >
            <TableCell>
              <RowChip row={row} />
            </TableCell>
            <TableCell>
              <ProductName row={row} />
            </TableCell>
            <TableCell sx={{ color: 'ink2', ...HIDE_NARROW }}>{row.summary.form && common.formsShort[row.summary.form]}</TableCell>
            <TableCell sx={{ color: 'ink2', '@media (max-width: 1320px)': { display: 'none' } }}>{row.summary.developer}</TableCell>
            <TableCell>
              <Progress row={row} />
            </TableCell>
            <TableCell
              align="right"
              sx={{
                color: row.daysLeft !== null && row.daysLeft <= 30 ? 'amberText' : 'ink',
                fontWeight: row.daysLeft !== null && row.daysLeft <= 30 ? 600 : 400,
              }}
            >
              {row.due?.slice(2) ?? common.dash}
            </TableCell>
            <TableCell>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: '6px' }}>
                <Link
                  component="button"
                  variant="body2"
                  aria-label={texts.nextFor(texts.next[row.next], row.summary.product)}
                  onClick={() => open(row)}
                >
                  {texts.next[row.next]}
                </Link>
                {index === at && <Kbd keys="Enter" />}
              </Box>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
