// What the measures of risk propose: each number that does not keep the edition's reference, as a finding for a person to judge. A number that was
// not measured proposes nothing, and a reference that the edition does not hold is not applied.
import { isResolved, MEMBERSHIP_TARGETS, tellsReversed } from '../analysis/membership/points';
import type { AnalysisFile } from '../analysis/result';
import type { Edition } from '../checklist/edition';
import { measureTexts } from '../texts/analysis-measures';
import { commonTexts } from '../texts/common';
import { itemFor, type Look, machineFinding, type Place, placeOf } from './machine-finding';
import type { FindingDraft } from './model';

export type Measure = 'risk' | 'cells' | 'membership' | 'overlap';
export const measureFindingId = (file: Place, measure: Measure): string => `${placeOf(file)}:${measure}`;
export const diversityFindingId = (file: Place, column: number): string => `${placeOf(file)}:l${column}`;

export const referenceOf = (edition: Edition, id: string): number | null =>
  edition.thresholds.find((each) => each.id === id)?.value ?? null;

const words = measureTexts.zh;
/** Six digits, unless these would read as the limit that the value is above. */
const rounded = (value: number, limit: number): string => {
  const short = Number(value.toPrecision(6));
  return String(short === limit ? value : short);
};
const percent = (share: number): string => `${Number((share * 100).toPrecision(3))}%`;

export function measureFindings(file: AnalysisFile, edition: Edition): FindingDraft[] {
  const propose = (look: Look, id: string, text: string | null): FindingDraft[] => {
    const item = text === null ? null : itemFor(edition, look);
    return item && text !== null ? [machineFinding(id, item, `${file.name}：${text}`.slice(0, 1_000), file.sha256)] : [];
  };
  return [
    ...propose('reidentification', measureFindingId(file, 'risk'), riskText(file, edition)),
    ...diversityTexts(file, edition).flatMap(({ column, text }) => propose('inference', diversityFindingId(file, column), text)),
    ...propose('small-cells', measureFindingId(file, 'cells'), cellsText(file)),
    ...propose('membership', measureFindingId(file, 'membership'), membershipText(file, edition)),
    ...propose('overlap', measureFindingId(file, 'overlap'), overlapText(file)),
  ];
}

/** A direct identifier ends the evaluation at level 1; the classes are told beside it where they would not hold without it either. */
function riskText({ risk }: AnalysisFile, edition: Edition): string | null {
  const limit = referenceOf(edition, 'overall-risk');
  if (!risk || risk.level === null || risk.R === null || limit === null || risk.sharingMode === null) return null;
  if (risk.level > 2 || risk.R < limit) return null;
  const mode = commonTexts.zh.sharingModes[risk.sharingMode];
  const text = words.proposal.risk(
    risk.quasi.join('、'),
    risk.k,
    risk.rowsBelow?.rows ?? null,
    rounded(risk.R, limit),
    String(limit),
    mode,
  );
  return risk.level === 1 ? words.proposal.riskWithDirect(text) : text;
}

/** A class with one value of a confidential column tells it of everybody in the class, whoever they are. */
function diversityTexts({ risk, columns }: AnalysisFile, edition: Edition): { column: number; text: string }[] {
  const least = referenceOf(edition, 'l-diversity');
  if (!risk || least === null) return [];
  return Object.entries(risk.l).flatMap(([name, { distinct, recordsBelow2 }]) => {
    const column = (columns ?? []).findIndex((each) => each.name === name);
    return column >= 0 && distinct < least ? [{ column, text: words.proposal.diversity(name, distinct, recordsBelow2, least) }] : [];
  });
}

const cellsText = ({ smallCells }: AnalysisFile): string | null =>
  smallCells && smallCells.cells > 0 ? words.proposal.cells(smallCells.cells, smallCells.counted, smallCells.threshold) : null;

const overlapText = ({ overlap }: AnalysisFile): string | null =>
  overlap && overlap.equal > 0 ? words.proposal.overlap(overlap.equal, overlap.fingerprintRows, overlap.rowsEqual) : null;

/** Compared by the upper end of each interval, as the references are written; a rate that too few non-members carry is not compared. */
function membershipText({ membership }: AnalysisFile, edition: Edition): string | null {
  if (!membership) return null;
  const { interval95, auc, tprAtFpr, nonMembers } = membership;
  const above = (upper: number, id: string): boolean => {
    const reference = referenceOf(edition, id);
    return reference !== null && upper > reference;
  };
  const aucText = (): string[] => {
    if (tellsReversed(auc, interval95.auc[0], referenceOf(edition, 'membership-auc')))
      return [words.proposal.reversed(auc.toFixed(3), (1 - auc).toFixed(3))];
    return above(interval95.auc[1], 'membership-auc') ? [`AUC ${auc.toFixed(3)}`] : [];
  };
  const over = [
    ...aucText(),
    ...MEMBERSHIP_TARGETS.filter(({ target }) => isResolved(target, nonMembers))
      .filter(({ target, reference }) => above(interval95.tprAtFpr[target][1], reference))
      .map(({ target }) => words.proposal.rate(percent(Number(target)), percent(tprAtFpr[target]))),
  ];
  return over.length > 0 ? words.proposal.membership(over.join('、')) : null;
}
