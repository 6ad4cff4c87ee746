// Where to go and look, a few places first: rows by their numbers, fields and operations by their names. Nothing of what stands in a row is shown.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { evidenceInferenceTexts } from '@shared/texts/evidence-inference';
import { useState } from 'react';
import { useTexts } from '../../components/language';
import { TableHeads } from '../../components/table-heads';

const FEW = 6;

export type PlaceRow = { readonly words: readonly string[]; readonly numbers: readonly string[] };

type Props = {
  readonly label: string;
  readonly words: readonly string[];
  readonly numbers?: readonly string[];
  readonly rows: readonly PlaceRow[];
  /** How many there are in all, where the result lists fewer. */
  readonly all?: number;
};

export function Places({ label, words, numbers = [], rows, all = rows.length }: Props) {
  const texts = useTexts(evidenceInferenceTexts);
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  const shown = open ? rows : rows.slice(0, FEW);
  return (
    <Box sx={{ overflowX: 'auto', mt: 2 }}>
      <Table
        size="small"
        aria-label={label}
        sx={{ '& th': { bgcolor: 'raised', whiteSpace: 'nowrap' }, '& td': { overflowWrap: 'anywhere' } }}
      >
        <TableHeads words={words} numbers={numbers} />
        <TableBody>
          {shown.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places of one result never move
            <TableRow key={index}>
              {words.map((head, at) => (
                <TableCell key={head} sx={{ whiteSpace: 'normal' }}>
                  {row.words[at]}
                </TableCell>
              ))}
              {numbers.map((head, at) => (
                <TableCell key={head} align="right">
                  {row.numbers[at]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {rows.length > FEW && (
        <Link component="button" type="button" variant="body2" aria-expanded={open} onClick={() => setOpen(!open)} sx={{ mt: 1 }}>
          {open ? texts.showFew : texts.showAll(rows.length)}
        </Link>
      )}
      {all > rows.length && (
        <Typography variant="caption" component="p" sx={{ m: 0 }}>
          {texts.more(all - rows.length)}
        </Typography>
      )}
    </Box>
  );
}

/** The figures of a measure, name and number. */
export function Figures({ label, rows }: { label: string; rows: readonly (readonly [string, number])[] }) {
  const texts = useTexts(evidenceInferenceTexts);
  return (
    <Table size="small" aria-label={label} sx={{ mt: 2, maxWidth: 520, '& th': { bgcolor: 'raised' } }}>
      <TableHeads words={[texts.figure]} numbers={[texts.value]} />
      <TableBody>
        {rows.map(([name, value]) => (
          <TableRow key={name}>
            <TableCell sx={{ whiteSpace: 'normal' }}>{name}</TableCell>
            <TableCell align="right" sx={{ fontWeight: 600 }}>
              {value.toLocaleString('en-US')}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
