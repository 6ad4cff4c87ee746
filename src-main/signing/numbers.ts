// Verdict numbers: gapless per workstation, year and series, taken when the payload is built. What was taken is read from the ledger itself
// (verdicts, and the operation line that each building leaves), so a crash or a cancelled signature leaves a gap with its line and never a
// number used twice.

import { statementsOf } from '@main/sync/outbox';
import { formatVerdictNumber, type NumberSeries, parseVerdictNumber } from '@shared/attestation/number';
import type { ChainedLine } from '@shared/ledger/chain';

export function nextNumber(lines: readonly ChainedLine[], series: NumberSeries, year: number, workstationKeyid: string): string {
  const workstation = workstationKeyid.slice(0, 4).toUpperCase();
  let last = 0;
  const taken = [
    ...statementsOf(lines).flatMap(({ statement }) => (statement.kind === 'verdict' ? [statement.predicate.number] : [])),
    ...lines.flatMap(({ entry }) => (entry.kind === 'operation' && entry.body.act === 'assessment.complete' ? [entry.body.to ?? ''] : [])),
  ];
  for (const text of taken) {
    const number = parseVerdictNumber(text);
    if (number.ok && number.value.series === series && number.value.year === year && number.value.workstation === workstation)
      last = Math.max(last, number.value.n);
  }
  return formatVerdictNumber({ series, year, workstation, n: last + 1 });
}
