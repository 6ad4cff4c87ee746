// What a person does to a finding, as functions from draft to draft: accepting and overruling, wherever the finding is shown.
import type { AssessmentDraft, FindingDraft } from './model';

export const editFinding = (draft: AssessmentDraft, id: string, change: (finding: FindingDraft) => FindingDraft): AssessmentDraft => ({
  ...draft,
  findings: draft.findings.map((finding) => (finding.id === id ? change(finding) : finding)),
});

/** Whoever made the product answers for what is found in it (第十八条 谁开发谁负责); the reviewer may name another. */
export const responsibleParty = (draft: AssessmentDraft): string =>
  draft.registration.product.maker === 'operator' ? '运营机构' : '产品开发主体';

export const acceptFinding = (draft: AssessmentDraft, id: string): AssessmentDraft =>
  editFinding(draft, id, (finding) => ({
    ...finding,
    disposition: 'accepted',
    responsible: finding.responsible || responsibleParty(draft),
  }));

/** Overruled counts for nothing; without a reason it stays a gap, so the field opens with this act. */
export const overruleFinding = (draft: AssessmentDraft, id: string): AssessmentDraft =>
  editFinding(draft, id, (finding) => ({ ...finding, disposition: 'overruled' }));
