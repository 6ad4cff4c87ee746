// What a return or a rejection may rest on: a finding that stands, or a gap that the developer's side can fill. The operator's own state is never a
// ground against a product (an ended authorisation, a missing filing): such an assessment stays a draft.
import type { SeenFeature } from '../checklist/applicability';
import type { Edition, EditionItem } from '../checklist/edition';
import { missingPapers } from './intake';
import { judgeFinding, stands } from './levels';
import type { AssessmentDraft, FindingDraft } from './model';
import { answerTo, applicability, findingsOf } from './subject';

export type Ground = {
  readonly kind: 'finding' | 'not-verified' | 'material';
  /** What a rectification item names: the finding's id, or the id of the item whose gap it fills. */
  readonly tie: string;
  readonly item: string;
  readonly finding: string | null;
  readonly material: string | null;
  /** Closes the passes by itself; only such a ground bears a rejection. */
  readonly unacceptable: boolean;
};

/** `responsible` of a finding is free text; these words alone say that the operator, and nobody beside it, answers for it. */
const OPERATOR_ALONE: readonly string[] = ['operator', '运营机构'];
const operatorAlone = (finding: FindingDraft | null): boolean => finding !== null && OPERATOR_ALONE.includes(finding.responsible.trim());

/** Where the operator takes part in making, its findings are the maker's; where it only reviews, its own debts burden nobody else. */
function burdensProduct(assessment: AssessmentDraft, item: EditionItem, finding: FindingDraft | null): boolean {
  const { maker } = assessment.registration.product;
  if (maker === 'operator' || maker === 'joint') return true;
  return item.layer !== 'authorisation' && !operatorAlone(finding);
}

function itemGrounds(assessment: AssessmentDraft, edition: Edition, item: EditionItem): Ground[] {
  const { answer } = answerTo(assessment, item.id);
  if (answer !== 'non-compliant' && answer !== 'not-verified') return [];
  const found: Ground[] = findingsOf(assessment, item.id)
    .filter((finding) => stands(finding) && burdensProduct(assessment, item, finding))
    .map((finding) => ({
      kind: 'finding',
      tie: finding.id,
      item: item.id,
      finding: finding.id,
      material: null,
      unacceptable: answer === 'non-compliant' && !judgeFinding(finding, item, edition).acceptable,
    }));
  if (answer === 'not-verified' && burdensProduct(assessment, item, null)) {
    found.push({ kind: 'not-verified', tie: item.id, item: item.id, finding: null, material: null, unacceptable: false });
  }
  return found;
}

/** Every ground in the order of the edition. pre-01 is none: state secrets end the review without a verdict. */
export function grounds(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): Ground[] {
  const { items } = applicability(assessment, edition, seen);
  const makesIt = assessment.registration.product.maker !== 'developer';
  const papers = missingPapers(assessment.registration, edition).filter(({ from }) => from === 'developer' || makesIt);
  return items.flatMap(({ item }): Ground[] => {
    if (item.id === 'pre-01') return [];
    const missing: Ground[] = papers
      .filter(({ serves }) => serves.includes(item.id))
      .map(({ id }) => ({ kind: 'material', tie: item.id, item: item.id, finding: null, material: id, unacceptable: false }));
    return [...itemGrounds(assessment, edition, item), ...missing];
  });
}
