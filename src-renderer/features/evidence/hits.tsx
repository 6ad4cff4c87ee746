// The hits of one table, each with why, source, counts and a masked sample, and what became of it. One row is selected: Y and X judge it, Enter opens
// its item.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Certainty } from '@shared/analysis/result';
import { type Earlier, earlierKey } from '@shared/assessment/earlier';
import { detectorName } from '@shared/assessment/proposals';
import { itemLabel } from '@shared/checklist/edition';
import { analysisTexts } from '@shared/texts/analysis';
import { spoken } from '@shared/texts/analysis-spoken';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { Fragment } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { EarlierNote, type JudgeActs, JudgeButtons, JudgedWord, JudgeReason } from './judge';
import type { HitRow } from './looks';

type Props = {
  readonly rows: readonly HitRow[];
  readonly earlier: Earlier;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly acts: JudgeActs;
};

const FILLED: Readonly<Record<Certainty, number>> = { certain: 3, likely: 2, weak: 1 };

/** Three steps of a bar, and the word. */
function CertaintyMark({ certainty }: { certainty: Certainty }) {
  const words = useTexts(analysisTexts);
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: '6px', alignItems: 'center', whiteSpace: 'nowrap' }}>
      <Box component="span" aria-hidden sx={{ display: 'inline-flex', width: 15, height: 9, border: '1px solid', borderColor: 'ink2' }}>
        <Box component="span" sx={{ width: `${(FILLED[certainty] / 3) * 100}%`, bgcolor: 'ink2' }} />
      </Box>
      {words.certainty[certainty]}
    </Box>
  );
}

export function Hits({ rows, earlier, selected, onSelect, acts }: Props) {
  const texts = useTexts(evidenceTexts);
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'ink2', mt: 3 }}>
        {texts.noHits}
      </Typography>
    );
  const { column, detector, cells, valid, certainty, sample, why, source, item, judged } = texts;
  return (
    <Box sx={{ overflowX: 'auto', mt: 3 }}>
      <Table
        size="small"
        aria-label={texts.table}
        sx={{
          '& th': { bgcolor: 'raised', whiteSpace: 'nowrap' },
          '& td, & th': { px: '8px' },
          '& td': { py: '5px', verticalAlign: 'top' },
        }}
      >
        <TableHead>
          <TableRow>
            {[column, detector, cells, valid, certainty, sample, why, source, item, judged].map((head) => (
              <TableCell key={head} align={head === cells || head === valid ? 'right' : 'left'}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row key={row.id} row={row} earlier={earlier} selected={selected === row.id} onSelect={() => onSelect(row.id)} acts={acts} />
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

type RowProps = Omit<Props, 'rows' | 'selected' | 'onSelect'> & {
  readonly row: HitRow;
  readonly selected: boolean;
  readonly onSelect: () => void;
};

function Row({ row, earlier, selected, onSelect, acts }: RowProps) {
  const common = useTexts(commonTexts);
  const language = useLanguage();
  const { column, hit, finding } = row;
  const before = earlier.get(earlierKey(column, hit.detector));
  const under = finding && (finding.disposition === 'overruled' || (selected && finding.disposition === null) || before);
  return (
    <Fragment>
      <TableRow
        selected={selected}
        onClick={onSelect}
        onFocus={onSelect}
        aria-selected={selected}
        sx={{
          cursor: 'default',
          boxShadow: selected ? (theme) => `inset 3px 0 0 ${theme.palette.teal}` : 'none',
          '& td': under ? { borderBottom: 0 } : {},
        }}
      >
        <TableCell
          sx={{ fontWeight: 600, maxWidth: 112, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          title={column}
        >
          {column}
        </TableCell>
        <TableCell sx={{ whiteSpace: 'nowrap' }}>{detectorName(hit.detector, language)}</TableCell>
        <TableCell align="right">{hit.cells.toLocaleString('en-US')}</TableCell>
        <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
          {hit.valid.toLocaleString('en-US')} / {hit.invalid.toLocaleString('en-US')}
        </TableCell>
        <TableCell>
          <CertaintyMark certainty={hit.certainty} />
        </TableCell>
        <TableCell
          sx={{ typography: 'mono', whiteSpace: 'nowrap', maxWidth: 104, overflow: 'hidden', textOverflow: 'ellipsis' }}
          title={hit.samples[0]}
        >
          {hit.samples[0] ?? common.dash}
        </TableCell>
        <TableCell sx={{ minWidth: 200, whiteSpace: 'normal' }}>{spoken(hit.why, language)}</TableCell>
        <TableCell sx={{ typography: 'caption', color: 'ink2', minWidth: 110, whiteSpace: 'normal' }}>
          {spoken(hit.source, language)}
        </TableCell>
        <TableCell>
          {finding === null ? (
            common.dash
          ) : (
            <Link component="button" type="button" variant="body2" onClick={() => acts.openItem(finding.item)}>
              {itemLabel(finding.item)}
            </Link>
          )}
        </TableCell>
        <TableCell>
          <JudgedWord finding={finding} />
        </TableCell>
      </TableRow>
      {under && (
        <TableRow selected={selected} sx={{ boxShadow: selected ? (theme) => `inset 3px 0 0 ${theme.palette.teal}` : 'none' }}>
          <TableCell />
          <TableCell colSpan={9} sx={{ pt: '0 !important' }}>
            {before && <EarlierNote earlier={before} />}
            {selected && <JudgeButtons finding={finding} acts={acts} keys />}
            <JudgeReason finding={finding} acts={acts} />
          </TableCell>
        </TableRow>
      )}
    </Fragment>
  );
}
