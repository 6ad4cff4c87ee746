// Whether an assessment is complete: every gap at once, each with its place, and the narrowed type when there is none. Nothing can be signed while a gap
// is left. Which outcome is open is outcomes.ts's; that the chosen one is closed is one of the gaps here.

import type { Edition, EditionItem } from '../checklist/edition';
import { statedBasis } from '../regulation/basis';
import type { CoverageKind } from '../regulation/vocabulary';
import { type Gap, gap } from './gap';
import { gradingFlaws, isPending, stands } from './levels';
import type { Answer, AnswerDraft, AssessmentDraft, FindingDraft, Maker, Outcome, ProductForm, Registration, SharingMode } from './model';
import { type Context, outcomes } from './outcomes';
import { registrationGaps } from './registration-gaps';
import { answerTo, applicability, findingsOf } from './subject';

const blank = (text: string): boolean => text.trim() === '';

function reasonMissing(item: EditionItem, { answer, reason }: AnswerDraft, looked: Context['looked']): Gap[] {
  if (!blank(reason)) return [];
  if (answer === 'not-applicable' || answer === 'not-verified') return [gap('REASON_MISSING', 'item', { item: item.id })];
  if (answer !== 'compliant') return [];
  // The open class of risks: "none" needs a sentence.
  if (item.severity === null) return [gap('REASON_MISSING', 'item', { item: item.id })];
  // Where no machine has looked, 符合 says what a person looked at.
  const byHand = item.answerKind === 'M' && !item.looks.some((look) => looked?.includes(look));
  return byHand ? [gap('HAND_LOOK_REASON_MISSING', 'item', { item: item.id })] : [];
}

function findingGaps(finding: FindingDraft, item: EditionItem): Gap[] {
  const place = { item: item.id, finding: finding.id };
  if (isPending(finding)) return [gap('FINDING_PENDING', 'finding', place)];
  if (!stands(finding)) return blank(finding.reason) ? [gap('OVERRULE_REASON_MISSING', 'finding', place)] : [];
  return [
    ...(blank(finding.text) ? [gap('FINDING_TEXT_MISSING', 'finding', place)] : []),
    ...(blank(finding.responsible) ? [gap('RESPONSIBLE_MISSING', 'finding', place)] : []),
    ...gradingFlaws(finding, item).map((code) => gap(code, 'finding', place)),
  ];
}

/** What one item still lacks; the desk shows it beside the question. */
export function itemGaps(assessment: AssessmentDraft, item: EditionItem, looked: Context['looked']): Gap[] {
  const draft = answerTo(assessment, item.id);
  const findings = findingsOf(assessment, item.id);
  const standing = findings.filter(stands);
  const gaps = findings.flatMap((finding) => findingGaps(finding, item));
  if (draft.answer === null) return [gap('ITEM_UNANSWERED', 'item', { item: item.id }), ...gaps];
  gaps.unshift(...reasonMissing(item, draft, looked));
  if (draft.answer === 'non-compliant' && standing.length === 0) gaps.push(gap('FINDING_MISSING', 'item', { item: item.id }));
  if (draft.answer === 'compliant' || draft.answer === 'not-applicable') {
    gaps.push(...standing.map(({ id }) => gap('FINDING_AGAINST_ANSWER', 'finding', { item: item.id, finding: id })));
  }
  return gaps;
}

/** Two findings of one id would be one in the verdict; a finding under no item of the edition would be in none. */
function strayFindings(assessment: AssessmentDraft, edition: Edition): Gap[] {
  const known = new Set(edition.items.map(({ id }) => id));
  const seen = new Set<string>();
  return assessment.findings.flatMap(({ id, item }) => {
    const repeated = seen.has(id) ? [gap('FINDING_ID_REPEATED', 'finding', { finding: id, item })] : [];
    seen.add(id);
    return known.has(item) ? repeated : [...repeated, gap('FINDING_ITEM_UNKNOWN', 'finding', { finding: id, item })];
  });
}

function conditionGaps({ decision: { conditions } }: AssessmentDraft): Gap[] {
  if (conditions.length === 0) return [gap('CONDITION_MISSING', 'decision', { field: 'conditions' })];
  return conditions.flatMap(({ text, owner, due, binds }, index) =>
    blank(text) || blank(owner) || due === '' || binds === null
      ? [gap('CONDITION_INCOMPLETE', 'decision', { field: `conditions.${index}` })]
      : [],
  );
}

function rectificationGaps({ decision: { rectification } }: AssessmentDraft, ties: ReadonlySet<string>): Gap[] {
  if (rectification.length === 0) return [gap('RECTIFICATION_MISSING', 'decision', { field: 'rectification' })];
  return rectification.flatMap(({ text, finding, due }, index) => {
    const field = `rectification.${index}`;
    if (blank(text) || due === '') return [gap('RECTIFICATION_INCOMPLETE', 'decision', { field })];
    return ties.has(finding) ? [] : [gap('RECTIFICATION_UNTIED', 'decision', { field })];
  });
}

function decisionGaps(assessment: AssessmentDraft, edition: Edition, context: Context): Gap[] {
  const { outcome, grounds: written, basis } = assessment.decision;
  const stated = statedBasis(context.basis, basis, context.inputs);
  const gaps: Gap[] = stated.ok ? [] : [gap(stated.code, 'decision', { field: 'basis' })];
  if (outcome === null) return [gap('OUTCOME_NOT_CHOSEN', 'decision', { field: 'outcome' }), ...gaps];
  const all = outcomes(assessment, edition, context);
  if (!all[outcome].open) gaps.unshift(gap('OUTCOME_CLOSED', 'decision', { field: 'outcome' }));
  if (outcome === 'pass-with-conditions') gaps.push(...conditionGaps(assessment));
  if (outcome === 'return') {
    // A rectification may name the finding, or the item it stands under.
    const ties = new Set(all.grounds.flatMap(({ tie, item }) => [tie, item]));
    gaps.push(...rectificationGaps(assessment, ties));
  }
  if (outcome === 'reject' && !written.some((text) => !blank(text))) gaps.push(gap('GROUND_MISSING', 'decision', { field: 'grounds' }));
  return gaps;
}

/** Every gap of an assessment: registration, answers and findings in the order of the edition, decision. Empty means: may be signed. */
export function assessmentGaps(assessment: AssessmentDraft, edition: Edition, context: Context): Gap[] {
  const { items } = applicability(assessment, edition, context.seen);
  return [
    ...(assessment.edition.id === edition.id ? [] : [gap('EDITION_DIFFERS', 'registration', { field: 'edition' })]),
    ...registrationGaps(assessment.registration, edition),
    ...(assessment.registeredAt === null ? [gap('NOT_FILED', 'registration', { field: 'registeredAt' })] : []),
    ...items.flatMap(({ item }) => itemGaps(assessment, item, context.looked)),
    ...strayFindings(assessment, edition),
    ...decisionGaps(assessment, edition, context),
  ];
}

/** An assessment without gaps: what the drafts may leave empty is there. */
export type CompleteAssessment = AssessmentDraft & {
  readonly registeredAt: string;
  readonly registration: Registration & {
    readonly product: { readonly form: ProductForm; readonly maker: Maker };
    readonly agreement: { readonly sharingMode: SharingMode };
    readonly coverage: { readonly kind: CoverageKind };
  };
  readonly decision: { readonly outcome: Outcome };
};
export type CompleteAnswer = AnswerDraft & { readonly answer: Answer };
export type Completion =
  | { readonly complete: true; readonly assessment: CompleteAssessment }
  | { readonly complete: false; readonly gaps: readonly Gap[] };

/** The only place that narrows: complete, with the chosen outcome open, or every gap. */
export function completeAssessment(assessment: AssessmentDraft, edition: Edition, context: Context): Completion {
  const gaps = assessmentGaps(assessment, edition, context);
  return gaps.length === 0 ? { complete: true, assessment: assessment as CompleteAssessment } : { complete: false, gaps };
}
