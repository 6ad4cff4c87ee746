// What an assessment is about, as the checklist asks for it, and which items it must therefore answer. A bridge between the working paper and the
// edition; it judges nothing.

import type { Sha256Hex } from '../basics/units';
import { type Applicability, type ApplicableItem, applicableItems, type SeenFeature } from '../checklist/applicability';
import type { Edition, EditionItem } from '../checklist/edition';
import type { MaterialSubject } from '../checklist/materials';
import type { BasisInputs } from '../regulation/basis';
import { stands } from './levels';
import { type AnswerDraft, type AssessmentDraft, emptyAnswer, type FindingDraft, type Registration } from './model';

export const materialSubject = ({ product, agreement, coverage, sources }: Registration): MaterialSubject => ({
  form: product.form,
  maker: product.maker,
  features: product.features,
  coverage: coverage.kind,
  sharingMode: agreement.sharingMode,
  sharedSource: sources.some(({ obtained }) => obtained === 'shared'),
});

/** Article 16 binds a developer; where the operator alone is the maker, there is no agreement. */
export const hasAgreement = ({ product }: Registration): boolean => product.maker !== 'operator';

/** The digests of the two agreements are those of their papers in the dossier; null where no file was given. */
export function basisInputs(registration: Registration): BasisInputs {
  const { authorisation, agreement, sources, materials } = registration;
  const paper = (id: string): Sha256Hex | null => (materials.find((each) => each.id === id)?.evidence[0] ?? null) as Sha256Hex | null;
  return {
    sources: sources.map(({ catalogueCode, provider, providerKind }) => ({ catalogueCode, provider, providerKind })),
    authorisation: { number: authorisation.number, clause: authorisation.securityReviewClause, sha256: paper('authorisation-agreement') },
    agreement: hasAgreement(registration)
      ? { id: agreement.id, clause: agreement.securityReviewClause, sha256: paper('scenario-agreement') }
      : null,
  };
}

/** A finding that stands, or waits to be judged, keeps its item in the checklist: what was seen must be answered for. */
const keepsItem = (finding: FindingDraft): boolean => stands(finding) || finding.disposition === null;

/** The items that this assessment must answer. Overruled findings switch nothing on. */
export function applicability(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): Applicability {
  const { registration, findings } = assessment;
  const overruled = new Set(findings.filter(({ disposition }) => disposition === 'overruled').map(({ id }) => id));
  const live = seen.filter(({ finding }) => finding === null || !overruled.has(finding));
  const base = applicableItems(edition, materialSubject(registration), live);
  const kept: ApplicableItem[] = base.excluded.flatMap(({ item }) => {
    const because = findings
      .filter((each) => each.item === item.id && keepsItem(each))
      .map(({ id }) => ({ code: 'FINDING_STANDS', finding: id }) as const);
    return because.length === 0 ? [] : [{ item, because }];
  });
  if (kept.length === 0) return base;
  const order = new Map(edition.items.map(({ id }, index) => [id, index]));
  const place = ({ item }: { item: EditionItem }): number => order.get(item.id) ?? 0;
  const keptIds = new Set(kept.map(({ item }) => item.id));
  return {
    items: [...base.items, ...kept].toSorted((a, b) => place(a) - place(b)),
    excluded: base.excluded.filter(({ item }) => !keptIds.has(item.id)),
  };
}

/** The draft's answer to an item; an empty one where nothing was answered. `Object.hasOwn`: an id is a foreign string. */
export const answerTo = (assessment: AssessmentDraft, item: string): AnswerDraft =>
  (Object.hasOwn(assessment.answers, item) ? assessment.answers[item] : undefined) ?? emptyAnswer();

/** An item's findings in a fixed order, whatever order they were made in. */
export const findingsOf = (assessment: AssessmentDraft, item: string): FindingDraft[] =>
  assessment.findings.filter((each) => each.item === item).toSorted((a, b) => (a.id < b.id ? -1 : 1));
