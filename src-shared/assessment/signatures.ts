// How many people must sign: the largest number that the edition asks for this form, outcome, maker and basis, and a countersignature where a medium
// risk was accepted. A verifier checks only the edition's number; the countersignature is the signing room's.

import type { SeenFeature } from '../checklist/applicability';
import type { Edition } from '../checklist/edition';
import { judgeFinding, stands } from './levels';
import type { AssessmentDraft } from './model';
import { answerTo, applicability, findingsOf } from './subject';

export type SignatureReason = 'DEFAULT' | 'FORM' | 'OUTCOME' | 'MAKER' | 'BASIS' | 'ACCEPTED_MEDIUM_RISK';
export type SignaturesRequired = {
  readonly count: number;
  /** What the edition alone asks, which a verifier repeats. */
  readonly byEdition: number;
  readonly countersignature: boolean;
  /** What asks for the largest number. */
  readonly reasons: readonly SignatureReason[];
  /** Findings accepted only because a second person will sign. */
  readonly accepted: readonly string[];
};

/** Findings whose acceptance needs a second person: they matter for the passes only. */
export function acceptedByCountersignature(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): string[] {
  const { items } = applicability(assessment, edition, seen);
  return items.flatMap(({ item }) =>
    answerTo(assessment, item.id).answer === 'non-compliant'
      ? findingsOf(assessment, item.id)
          .filter((finding) => stands(finding) && judgeFinding(finding, item, edition).needsCountersignature)
          .map(({ id }) => id)
      : [],
  );
}

export function signaturesRequired(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): SignaturesRequired {
  const { signatures } = edition;
  const { outcome, basis } = assessment.decision;
  const { form, maker } = assessment.registration.product;
  const asked: [SignatureReason, number][] = [
    ['DEFAULT', signatures.default],
    ['FORM', (form && signatures.forms?.[form]) ?? 1],
    ['OUTCOME', (outcome && signatures.outcomes?.[outcome]) ?? 1],
    ['MAKER', (maker && signatures.makers?.[maker]) ?? 1],
    ['BASIS', (basis && signatures.bases?.[basis]) ?? 1],
  ];
  const byEdition = Math.max(...asked.map(([, count]) => count));
  const passes = outcome === 'pass' || outcome === 'pass-with-conditions';
  const accepted = passes ? acceptedByCountersignature(assessment, edition, seen) : [];
  if (accepted.length > 0) asked.push(['ACCEPTED_MEDIUM_RISK', 2]);
  const count = Math.max(byEdition, accepted.length > 0 ? 2 : 1);
  const reasons = asked.filter(([, each]) => each === count).map(([code]) => code);
  return { count, byEdition, countersignature: count > 1, reasons, accepted };
}
