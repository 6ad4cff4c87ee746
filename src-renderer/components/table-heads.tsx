// The head of a table: names over words on the left, names over numbers on the right.
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';

/** @param numbers heads that stand over numbers; they come after the words */
export function TableHeads({ words, numbers = [] }: { words: readonly string[]; numbers?: readonly string[] }) {
  return (
    <TableHead>
      <TableRow>
        {words.map((head) => (
          <TableCell key={head}>{head}</TableCell>
        ))}
        {numbers.map((head) => (
          <TableCell key={head} align="right">
            {head}
          </TableCell>
        ))}
      </TableRow>
    </TableHead>
  );
}
