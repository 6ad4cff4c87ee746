// The arithmetic of residual risk: the edition's matrix, and whether what is left of a finding after the measures already present in the files is
// acceptable (Art. 9 ¶2). It judges one finding beside its item and knows no outcome; completeness and outcomes ask it.
import type { Edition, EditionItem, LevelGrade } from '../checklist/edition';
import type { FindingDraft, Grade } from './model';

/** A finding counts while it stands: a person's until overruled, a machine's once accepted. Overruled findings count for nothing. */
export const stands = ({ origin, disposition }: FindingDraft): boolean =>
  disposition === 'accepted' || (origin === 'person' && disposition === null);

/** A machine's proposal that nobody has judged yet. */
export const isPending = ({ origin, disposition }: FindingDraft): boolean => origin === 'machine' && disposition === null;

/** Severity and likelihood through the edition's matrix; null while either is missing. */
export function levelOf(edition: Edition, severity: Grade | null, likelihood: Grade | null): LevelGrade | null {
  if (severity === null || likelihood === null) return null;
  return edition.matrix.levels[severity - 1]?.[likelihood - 1] ?? null;
}

export type JudgementWhy =
  | 'HARD_ITEM'
  | 'THRESHOLD_NOT_MET'
  | 'NOT_GRADED'
  | 'TOO_HIGH'
  | 'REASON_MISSING'
  | 'LOW_WITH_REASON'
  | 'MEDIUM_WITH_COUNTERSIGNATURE';
export type Judgement = {
  readonly finding: string;
  readonly stands: boolean;
  readonly before: LevelGrade | null;
  readonly after: LevelGrade | null;
  readonly acceptable: boolean;
  /** Acceptable only because a second person will sign. */
  readonly needsCountersignature: boolean;
  readonly why: JudgementWhy;
};

const RULES = {
  HARD_ITEM: { acceptable: false, needsCountersignature: false },
  THRESHOLD_NOT_MET: { acceptable: false, needsCountersignature: false },
  NOT_GRADED: { acceptable: false, needsCountersignature: false },
  TOO_HIGH: { acceptable: false, needsCountersignature: false },
  REASON_MISSING: { acceptable: false, needsCountersignature: false },
  LOW_WITH_REASON: { acceptable: true, needsCountersignature: false },
  MEDIUM_WITH_COUNTERSIGNATURE: { acceptable: true, needsCountersignature: true },
} as const;

function whyOf(finding: FindingDraft, item: EditionItem, edition: Edition, after: LevelGrade | null): JudgementWhy {
  if (item.hardStop !== null) return 'HARD_ITEM';
  // Acceptable would mean that the threshold holds, and the item's answer says that it does not.
  if (item.acceptance === 'threshold') return 'THRESHOLD_NOT_MET';
  if (after === null) return 'NOT_GRADED';
  const demand = edition.acceptable[after];
  if (demand === 'never') return 'TOO_HIGH';
  if (finding.reason.trim() === '') return 'REASON_MISSING';
  return demand === 'reason' ? 'LOW_WITH_REASON' : 'MEDIUM_WITH_COUNTERSIGNATURE';
}

/** What a finding under an item answered 不符合 means for the passes. */
export function judgeFinding(finding: FindingDraft, item: EditionItem, edition: Edition): Judgement {
  const after = levelOf(edition, finding.after.severity, finding.after.likelihood);
  const why = whyOf(finding, item, edition, after);
  return {
    finding: finding.id,
    stands: stands(finding),
    before: levelOf(edition, finding.severity, finding.likelihood),
    after,
    why,
    ...RULES[why],
  };
}

export type GradingFlaw = 'FINDING_NOT_GRADED' | 'LIKELIHOOD_LOWERED' | 'EXPOSURE_NOT_OCCURRED' | 'AFTER_ABOVE_BEFORE' | 'MEASURES_MISSING';

/** Flaws in how a standing finding was graded: what occurred stays occurred, and only measures already in the files lower anything. */
export function gradingFlaws(finding: FindingDraft, item: EditionItem): GradingFlaw[] {
  const { severity, likelihood, after, origin, measures } = finding;
  if (severity === null || likelihood === null || after.severity === null || after.likelihood === null) return ['FINDING_NOT_GRADED'];
  const flaws: GradingFlaw[] = [];
  if (item.exposure && origin === 'machine' && likelihood !== 5) flaws.push('EXPOSURE_NOT_OCCURRED');
  if (likelihood === 5 && after.likelihood !== 5) flaws.push('LIKELIHOOD_LOWERED');
  if (after.severity > severity || after.likelihood > likelihood) flaws.push('AFTER_ABOVE_BEFORE');
  const lowered = after.severity < severity || after.likelihood < likelihood;
  if (lowered && measures.trim() === '') flaws.push('MEASURES_MISSING');
  return flaws;
}
