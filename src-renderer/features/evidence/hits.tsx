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
import useMediaQuery from '@mui/material/useMediaQuery';
import type { Certainty } from '@shared/analysis/result';
import { type Earlier, earlierKey } from '@shared/assessment/earlier';
import { detectorName } from '@shared/assessment/proposals';
import { itemLabelIn } from '@shared/assessment/wording';
import { analysisTexts } from '@shared/texts/analysis';
import { spoken } from '@shared/texts/analysis-spoken';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { Fragment } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { WIDTHS } from '../../theme/tokens';
import { EarlierNote, type JudgeActs, JudgeButtons, JudgedWord, JudgeReason } from './judge';
import type { HitRow } from './looks';

type Props = {
  readonly rows: readonly HitRow[];
  /** What the lines of a text are called, which have no column with a name of its own. */
  readonly lines: string | null;
  readonly earlier: Earlier;
  readonly selected: string | null;
  readonly onSelect: (id: string) => void;
  readonly acts: JudgeActs;
};

/** In a narrow window what belongs together stands in one cell, so that the judgement stays in sight. */
const useStacked = (): boolean => useMediaQuery(`(max-width:${WIDTHS.drawer - 0.05}px)`);

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

export function Hits({ rows, lines, earlier, selected, onSelect, acts }: Props) {
  const texts = useTexts(evidenceTexts);
  const stacked = useStacked();
  if (rows.length === 0)
    return (
      <Typography variant="body2" sx={{ color: 'ink2', mt: 3 }}>
        {texts.noHits}
      </Typography>
    );
  const { column, detector, cells, valid, certainty, sample, why, source, item, judged } = texts;
  const heads = stacked
    ? [column, detector, cells, why, item, judged]
    : [column, detector, cells, valid, certainty, sample, why, source, item, judged];
  return (
    <Box sx={{ overflowX: 'auto', mt: 3 }}>
      <Table
        size="small"
        aria-label={texts.table}
        sx={{
          '& th': { bgcolor: 'raised', whiteSpace: 'nowrap' },
          '& td, & th': { px: stacked ? '6px' : '8px' },
          '& td': { py: '5px', verticalAlign: 'top' },
        }}
      >
        <TableHead>
          <TableRow>
            {heads.map((head) => (
              <TableCell key={head} align={head === cells || head === valid ? 'right' : 'left'}>
                {head}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <Row
              key={row.id}
              row={row}
              lines={lines}
              earlier={earlier}
              selected={selected === row.id}
              onSelect={() => onSelect(row.id)}
              acts={acts}
            />
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

function Row({ row, lines, earlier, selected, onSelect, acts }: RowProps) {
  const common = useTexts(commonTexts);
  const texts = useTexts(evidenceTexts);
  const language = useLanguage();
  const stacked = useStacked();
  const { column, hit, finding } = row;
  const counts = `${hit.valid.toLocaleString('en-US')} / ${hit.invalid.toLocaleString('en-US')}`;
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
        <TableCell sx={{ maxWidth: 124, fontWeight: 600 }} title={lines ?? column}>
          <Cut>{lines ?? column}</Cut>
          {stacked && <Sample hit={hit} />}
        </TableCell>
        <TableCell sx={{ whiteSpace: stacked ? 'normal' : 'nowrap' }}>
          {detectorName(hit.detector, language)}
          {stacked && (
            <Box>
              <CertaintyMark certainty={hit.certainty} />
            </Box>
          )}
        </TableCell>
        <TableCell align="right">
          {hit.cells.toLocaleString('en-US')}
          {stacked && (
            <Box sx={{ typography: 'caption', color: 'ink2' }} title={texts.valid}>
              {counts}
            </Box>
          )}
        </TableCell>
        {!stacked && (
          <>
            <TableCell align="right">{counts}</TableCell>
            <TableCell>
              <CertaintyMark certainty={hit.certainty} />
            </TableCell>
            <TableCell sx={{ maxWidth: 104 }}>
              <Sample hit={hit} />
            </TableCell>
          </>
        )}
        <TableCell sx={{ minWidth: 200, whiteSpace: 'normal' }}>
          {spoken(hit.why, language)}
          {stacked && <Box sx={{ typography: 'caption', color: 'ink2' }}>{spoken(hit.source, language)}</Box>}
        </TableCell>
        {!stacked && (
          <TableCell sx={{ typography: 'caption', color: 'ink2', minWidth: 110, whiteSpace: 'normal' }}>
            {spoken(hit.source, language)}
          </TableCell>
        )}
        <TableCell>
          {finding === null ? (
            common.dash
          ) : (
            <Link component="button" type="button" variant="body2" onClick={() => acts.openItem(finding.item)}>
              {itemLabelIn(finding.item, language)}
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
          <TableCell colSpan={stacked ? 5 : 9} sx={{ pt: '0 !important' }}>
            {before && <EarlierNote earlier={before} />}
            {selected && <JudgeButtons finding={finding} acts={acts} keys />}
            <JudgeReason finding={finding} acts={acts} />
          </TableCell>
        </TableRow>
      )}
    </Fragment>
  );
}

const Cut = ({ children }: { children: string }) => (
  <Box sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{children}</Box>
);

function Sample({ hit: { samples } }: { hit: HitRow['hit'] }) {
  const common = useTexts(commonTexts);
  const [first = common.dash] = samples;
  return (
    <Box sx={{ typography: 'mono', fontWeight: 400, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={first}>
      {first}
    </Box>
  );
}
