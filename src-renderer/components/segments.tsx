// Progress as one segment per item, in the order given. Shapes differ beside colours: unverified is barred, unanswered is a pale track.
import Box from '@mui/material/Box';

export type SegmentKind = 'compliant' | 'non-compliant' | 'not-applicable' | 'not-verified' | 'inherited' | 'unanswered';
const FILL: Readonly<Record<SegmentKind, object>> = {
  compliant: { bgcolor: 'teal' },
  'non-compliant': { bgcolor: 'ink' },
  'not-applicable': { bgcolor: 'strong' },
  'not-verified': { color: 'amberText', background: 'repeating-linear-gradient(90deg, currentColor 0 2px, transparent 2px 4px)' },
  inherited: { bgcolor: 'ring' },
  unanswered: { bgcolor: 'hairline' },
};

/** `merged`: neighbours of one kind become one bar (narrow places). `label` is read aloud instead of the bars. */
export function Segments({
  parts,
  label,
  width,
  height = 5,
  merged = false,
}: {
  parts: readonly SegmentKind[];
  label: string;
  width?: number | string;
  height?: number;
  merged?: boolean;
}) {
  const runs = merged ? runsOf(parts) : parts.map((kind, at) => ({ kind, count: 1, at }));
  return (
    <Box role="img" aria-label={label} sx={{ display: 'flex', gap: '2px', width: width ?? '100%', height }}>
      {runs.map((run) => (
        <Box
          key={run.at}
          component="span"
          sx={{ flexGrow: run.count, flexBasis: 0, minWidth: '1px', borderRadius: '1px', ...FILL[run.kind] }}
        />
      ))}
    </Box>
  );
}

function runsOf(parts: readonly SegmentKind[]): { kind: SegmentKind; count: number; at: number }[] {
  const runs: { kind: SegmentKind; count: number; at: number }[] = [];
  parts.forEach((kind, at) => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.count++;
    else runs.push({ kind, count: 1, at });
  });
  return runs;
}
