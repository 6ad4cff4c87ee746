// Which outcomes are open for an assessment, and for each closed one every reason with the rule behind it and what would open it (Art. 9 ¶2, 12 ¶2, 17).
// It says what the rules allow, never what to choose; what still has to be typed for the chosen outcome is completeness.ts's. Main asks it again
// before signing, with facts from its own records.

import { shanghaiDay } from '../basics/time';
import type { Instant } from '../basics/units';
import type { SeenFeature } from '../checklist/applicability';
import type { Citation, Edition, EditionItem, MACHINE_LOOKS } from '../checklist/edition';
import { type BasisInputs, statedBasis } from '../regulation/basis';
import type { Basis } from '../regulation/validity';
import { type Ground, grounds } from './grounds';
import { missingPapers } from './intake';
import { isPending, type JudgementWhy, judgeFinding, stands } from './levels';
import { type AssessmentDraft, OUTCOMES, type Outcome } from './model';
import { answerTo, applicability, findingsOf, hasAgreement } from './subject';

/** What is known about an assessment beside its own words; main takes every part from its own records. */
export type Context = {
  readonly at: Instant;
  readonly basis: Basis;
  readonly inputs: BasisInputs;
  readonly seen: readonly SeenFeature[];
  /** The bureau ended the operator's authorisation (Art. 23 ¶1). */
  readonly operatorTerminated: boolean;
  /** cancelled after the two steps of Art. 23 ¶2; suspended by the operator's own measure. Both freeze the review. */
  readonly developer: 'active' | 'suspended' | 'cancelled';
  /** What the analyses say they did not look at. */
  readonly notChecked: readonly string[];
  /** Names of delivered files that are in quarantine: raw data, or personal data beyond the agreement. */
  readonly locked?: readonly string[] | undefined;
  /** Looks that the analyses made over the delivered files. An item whose looks were not made needs a reason even when compliant. */
  readonly looked?: readonly (typeof MACHINE_LOOKS)[number][] | undefined;
};

export type PassReasonCode =
  | 'STATE_SECRETS'
  | 'DEVELOPER_CANCELLED'
  | 'DEVELOPER_SUSPENDED'
  | 'OPERATOR_TERMINATED'
  | 'AUTHORISATION_ENDED'
  | 'AGREEMENT_ENDED'
  | 'FILE_LOCKED'
  | 'BASIS_NOT_CHOSEN'
  | 'BASIS_OPTION_CLOSED'
  | 'BASIS_NOT_NEEDED'
  | 'MATERIAL_MISSING'
  | 'ITEM_UNANSWERED'
  | 'NOT_VERIFIED'
  | 'HARD_STOP'
  | 'FINDING_MISSING'
  | 'FINDING_PENDING'
  | 'FINDING_AGAINST_ANSWER'
  | 'RISK_NOT_ACCEPTABLE';
export type OutcomeReasonCode = PassReasonCode | 'NO_GROUND_FOR_RETURN' | 'NO_GROUND_FOR_REJECTION';
export type OpensCode =
  | 'HAND_OVER'
  | 'RESTORE_DEVELOPER'
  | 'LIFT_SUSPENSION'
  | 'NEW_AUTHORISATION'
  | 'RENEW_AGREEMENT'
  | 'CHOOSE_BASIS'
  | 'CHOOSE_OPEN_BASIS'
  | 'CLEAR_BASIS'
  | 'SUPPLY_PAPER'
  | 'ANSWER'
  | 'LOOK_AND_ANSWER'
  | 'MEND_AND_REDELIVER'
  | 'RECORD_FINDING'
  | 'JUDGE_FINDING'
  | 'SETTLE_CONTRADICTION'
  | 'MEET_THRESHOLD'
  | 'GRADE_FINDING'
  | 'LOWER_IN_FILES'
  | 'WRITE_REASON'
  | 'FIND_GROUND'
  | 'FIND_UNACCEPTABLE';

export type OutcomeReason = {
  readonly code: OutcomeReasonCode;
  readonly item: string | null;
  readonly finding: string | null;
  readonly material: string | null;
  readonly hard: boolean;
  readonly rule: Citation | null;
  readonly opens: OpensCode;
};
export type OutcomeState = { readonly open: boolean; readonly reasons: readonly OutcomeReason[] };
export type Outcomes = Readonly<Record<Outcome, OutcomeState>> & { readonly grounds: readonly Ground[] };

type ReasonParts = Partial<Pick<OutcomeReason, 'item' | 'finding' | 'material' | 'hard' | 'rule'>>;
const reason = (code: OutcomeReasonCode, opens: OpensCode, parts: ReasonParts = {}): OutcomeReason => ({
  code,
  item: null,
  finding: null,
  material: null,
  hard: false,
  rule: null,
  ...parts,
  opens,
});

const OPENS_JUDGEMENT: Readonly<Partial<Record<JudgementWhy, OpensCode>>> = {
  THRESHOLD_NOT_MET: 'MEET_THRESHOLD',
  NOT_GRADED: 'GRADE_FINDING',
  TOO_HIGH: 'LOWER_IN_FILES',
  REASON_MISSING: 'WRITE_REASON',
};

/** Under the basis "method" the raw-data ban of the measures cannot be cited; the edition names what is cited instead. */
const stopRule = (item: EditionItem, assessment: AssessmentDraft): Citation | null => {
  const { hardStop } = item;
  if (hardStop === null) return item.citations[0] ?? null;
  return assessment.decision.basis === 'method' && hardStop.onMethod !== null ? hardStop.onMethod : hardStop.citation;
};

function nonCompliantReasons(item: EditionItem, assessment: AssessmentDraft, edition: Edition): OutcomeReason[] {
  const rule = stopRule(item, assessment);
  const hard = item.hardStop !== null;
  const standing = findingsOf(assessment, item.id).filter(stands);
  if (hard) return [reason('HARD_STOP', 'MEND_AND_REDELIVER', { item: item.id, finding: standing[0]?.id ?? null, hard, rule })];
  if (standing.length === 0) return [reason('FINDING_MISSING', 'RECORD_FINDING', { item: item.id, rule })];
  return standing.flatMap((finding) => {
    const { acceptable, why } = judgeFinding(finding, item, edition);
    const opens = OPENS_JUDGEMENT[why] ?? 'LOWER_IN_FILES';
    return acceptable ? [] : [reason('RISK_NOT_ACCEPTABLE', opens, { item: item.id, finding: finding.id, rule })];
  });
}

function itemReasons(item: EditionItem, assessment: AssessmentDraft, edition: Edition): OutcomeReason[] {
  const { answer } = answerTo(assessment, item.id);
  const findings = findingsOf(assessment, item.id);
  const place = { item: item.id, hard: item.hardStop !== null, rule: stopRule(item, assessment) };
  const pending = findings.filter(isPending).map(({ id }) => reason('FINDING_PENDING', 'JUDGE_FINDING', { ...place, finding: id }));
  switch (answer) {
    case null:
      return [reason('ITEM_UNANSWERED', 'ANSWER', place), ...pending];
    case 'not-verified':
      return [reason('NOT_VERIFIED', 'LOOK_AND_ANSWER', place), ...pending];
    case 'non-compliant':
      return [...nonCompliantReasons(item, assessment, edition), ...pending];
    case 'compliant':
    case 'not-applicable': {
      const against = findings.filter(stands);
      return [...against.map(({ id }) => reason('FINDING_AGAINST_ANSWER', 'SETTLE_CONTRADICTION', { ...place, finding: id })), ...pending];
    }
  }
}

/** Whatever the answers say: these close the passes because of the operator, the developer or the clock. */
function standingReasons(assessment: AssessmentDraft, context: Context): OutcomeReason[] {
  const { authorisation, agreement } = assessment.registration;
  const today = shanghaiDay(context.at);
  const reasons: OutcomeReason[] = [];
  if (context.operatorTerminated) reasons.push(reason('OPERATOR_TERMINATED', 'NEW_AUTHORISATION'));
  if (authorisation.validTo !== '' && authorisation.validTo < today) reasons.push(reason('AUTHORISATION_ENDED', 'NEW_AUTHORISATION'));
  if (hasAgreement(assessment.registration) && agreement.term.to !== '' && agreement.term.to < today) {
    reasons.push(reason('AGREEMENT_ENDED', 'RENEW_AGREEMENT'));
  }
  // Whatever the answers say: what must not be here is not traded (Art. 17 ¶1, 12 ¶2).
  if ((context.locked ?? []).length > 0) reasons.push(reason('FILE_LOCKED', 'MEND_AND_REDELIVER', { hard: true }));
  const stated = statedBasis(context.basis, assessment.decision.basis, context.inputs);
  if (!stated.ok) {
    const opens = { BASIS_NOT_CHOSEN: 'CHOOSE_BASIS', BASIS_OPTION_CLOSED: 'CHOOSE_OPEN_BASIS', BASIS_NOT_NEEDED: 'CLEAR_BASIS' } as const;
    reasons.push(reason(stated.code, opens[stated.code]));
  }
  return reasons;
}

/** Reasons that close all four outcomes: the review has ended, or it is frozen. */
function endingReasons(assessment: AssessmentDraft, context: Context): OutcomeReason[] {
  const reasons: OutcomeReason[] = [];
  const secrets = assessment.registration.stateSecrets.answer === 'involved' || answerTo(assessment, 'pre-01').answer === 'non-compliant';
  if (secrets) reasons.push(reason('STATE_SECRETS', 'HAND_OVER', { item: 'pre-01', hard: true }));
  if (context.developer === 'cancelled') reasons.push(reason('DEVELOPER_CANCELLED', 'RESTORE_DEVELOPER'));
  if (context.developer === 'suspended') reasons.push(reason('DEVELOPER_SUSPENDED', 'LIFT_SUSPENSION'));
  return reasons;
}

const state = (reasons: readonly OutcomeReason[]): OutcomeState => ({ open: reasons.length === 0, reasons });

/**
 * Open and closed outcomes with every reason, in the order of the edition's items. A pass with conditions is closed by whatever closes a pass:
 * conditions govern later use, and what must be mended before trading is a return.
 */
export function outcomes(assessment: AssessmentDraft, edition: Edition, context: Context): Outcomes {
  const ending = endingReasons(assessment, context);
  const { items } = applicability(assessment, edition, context.seen);
  const papers = missingPapers(assessment.registration, edition).map(({ id }) =>
    reason('MATERIAL_MISSING', 'SUPPLY_PAPER', { material: id }),
  );
  const pass = state([
    ...ending,
    ...standingReasons(assessment, context),
    ...papers,
    ...items.flatMap(({ item }) => itemReasons(item, assessment, edition)),
  ]);
  const found = grounds(assessment, edition, context.seen);
  const forReturn = found.length > 0 ? [] : [reason('NO_GROUND_FOR_RETURN', 'FIND_GROUND')];
  const forReject = found.some(({ unacceptable }) => unacceptable) ? [] : [reason('NO_GROUND_FOR_REJECTION', 'FIND_UNACCEPTABLE')];
  return {
    pass,
    'pass-with-conditions': pass,
    return: state([...ending, ...forReturn]),
    reject: state([...ending, ...forReject]),
    grounds: found,
  };
}

export const openOutcomes = (all: Outcomes): Outcome[] => OUTCOMES.filter((outcome) => all[outcome].open);
