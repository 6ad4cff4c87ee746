// The measures of one table as lines for a terminal. What they say in full stands in the JSON.

import type { SmallCells } from '@shared/analysis/cells/small-cells';
import type { Overlap } from '@shared/analysis/fingerprint/overlap';
import type { Membership } from '@shared/analysis/membership/membership';
import { isResolved } from '@shared/analysis/membership/points';
import type { AnalysisFile } from '@shared/analysis/result';
import type { RiskResult } from '@shared/analysis/risk/look';
import { measureTexts } from '@shared/texts/analysis-measures';

const words = measureTexts.zh;
const short = (value: number): string => value.toFixed(4);

export function measureLines(file: AnalysisFile): string[] {
  const { risk, smallCells, membership, overlap } = file as {
    readonly risk?: RiskResult;
    readonly smallCells?: SmallCells;
    readonly membership?: Membership;
    readonly overlap?: Overlap;
  };
  const lines: string[] = risk ? riskLines(risk) : [];
  if (smallCells) lines.push(words.command.cells(smallCells.cells, smallCells.counted, smallCells.threshold));
  if (membership) {
    const { auc, interval95, tprAtFpr, nonMembers } = membership;
    const found = isResolved('0.01', nonMembers) ? short(tprAtFpr['0.01']) : null;
    lines.push(words.command.membership(short(auc), short(interval95.auc[0]), short(interval95.auc[1]), found));
  }
  if (overlap) lines.push(words.command.overlap(overlap.rowsEqual, overlap.rows, overlap.equal, overlap.fingerprintRows));
  return lines;
}

function riskLines({ k, classes, uniques, steps, level, l, t, suppressed }: RiskResult): string[] {
  return [
    words.command.risk(k, classes, uniques),
    ...steps.map(words.command.step),
    ...(level === null ? [] : [words.command.level(level)]),
    ...Object.entries(suppressed?.other ?? {}).map(([policy, other]) =>
      words.command.other(words.policy[policy as keyof typeof words.policy], other.k, other.level),
    ),
    ...Object.entries(l).map(([name, { distinct, recordsBelow2 }]) =>
      words.command.diversity(name, distinct, recordsBelow2, short(t[name]?.equal ?? 0)),
    ),
  ];
}
