// All lines that were read as one strip, oldest left: statements tall, receipts middle, operations short. Neighbours merge when there are more
// lines than room; a statement or receipt among them stays visible.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { parseInstant, shanghaiDay } from '@shared/basics/time';
import type { LedgerLine } from '@shared/contract/views';
import { ledgerTexts } from '@shared/texts/ledger';
import { useTexts } from '../../components/language';

const BARS = 240;
const RANK = { statement: 2, receipt: 1, operation: 0 } as const;
const LOOK = {
  statement: { height: 24, color: 'teal' },
  receipt: { height: 18, color: 'proofText' },
  operation: { height: 10, color: 'strong' },
} as const;

export function EntryStrip({
  lines,
  chosen,
  onChoose,
}: {
  lines: readonly LedgerLine[];
  chosen: number | null;
  onChoose: (seq: number) => void;
}) {
  const t = useTexts(ledgerTexts);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const per = Math.max(1, Math.ceil(lines.length / BARS));
  const groups = Array.from({ length: Math.ceil(lines.length / per) }, (_, at) => lines.slice(at * per, (at + 1) * per));
  const day = (line: LedgerLine) => {
    const instant = parseInstant(line.at);
    return instant === null ? '' : shanghaiDay(instant);
  };
  const count = (kind: LedgerLine['kind']) => lines.filter((line) => line.kind === kind).length.toLocaleString('en-US');
  return (
    <Box sx={{ pt: 3 }}>
      <Box role="img" aria-label={t.strip} sx={{ display: 'flex', alignItems: 'center', gap: '1px', height: 28 }}>
        {groups.map((group) => {
          const loudest = group.reduce((best, line) => (RANK[line.kind] > RANK[best.kind] ? line : best));
          const { height, color } = LOOK[loudest.kind];
          const here = group.some(({ seq }) => seq === chosen);
          return (
            <Box
              key={loudest.seq}
              onClick={() => onChoose(loudest.seq)}
              sx={{
                flex: '1 1 0',
                minWidth: '1px',
                height,
                bgcolor: color,
                cursor: 'pointer',
                ...(here ? { outline: '1px solid', outlineColor: 'ink', outlineOffset: 1 } : {}),
              }}
            />
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', mt: 1 }}>
        <Typography variant="caption">{t.stripFrom(first.seq.toLocaleString('en-US'), day(first))}</Typography>
        <Typography variant="caption">
          {(['statement', 'receipt', 'operation'] as const).map((kind) => (
            <Box component="span" key={kind} sx={{ mx: 2 }}>
              <Box
                component="span"
                aria-hidden
                sx={{ display: 'inline-block', width: 3, height: 10, bgcolor: LOOK[kind].color, mr: '4px' }}
              />
              {t.legend[kind]} {count(kind)}
            </Box>
          ))}
        </Typography>
        <Typography variant="caption">{t.stripFrom(last.seq.toLocaleString('en-US'), day(last))}</Typography>
      </Box>
    </Box>
  );
}
