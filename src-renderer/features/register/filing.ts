// What filing (立卷) does to the working paper: the gate's answer becomes that of item pre-01, and what is answered once is taken over. Pure.
import type { AssessmentDraft, DossierFile } from '@shared/assessment/model';
import { emptyAnswer } from '@shared/assessment/model';
import { inheritAnswers } from './inheritance';

/** The gate as an item of every edition of these measures (第二条第二款). */
export const GATE_ITEM = 'pre-01';

export function prepareFiling(
  draft: AssessmentDraft,
  others: readonly AssessmentDraft[],
  items: readonly { readonly id: string; readonly layer: string }[],
): AssessmentDraft {
  const inherited = inheritAnswers(draft, others, items);
  const { answer, ground, answeredAt } = draft.registration.stateSecrets;
  if (answer !== 'none' || answeredAt === null || inherited.answers[GATE_ITEM]?.answer) return inherited;
  const gate = { ...emptyAnswer(), ...inherited.answers[GATE_ITEM], answer: 'compliant' as const, reason: ground, answeredAt };
  return { ...inherited, answers: { ...inherited.answers, [GATE_ITEM]: gate } };
}

/** Adds files that the vault took in. The same content in the same role stands once, under the name it first came with. */
export function addFiles(draft: AssessmentDraft, added: readonly DossierFile[]): AssessmentDraft {
  const files = [...draft.registration.files];
  for (const { sha256, name, bytes, role } of added)
    if (!files.some((file) => file.sha256 === sha256 && file.role === role)) files.push({ sha256, name, bytes, role });
  return { ...draft, registration: { ...draft.registration, files } };
}

/** Takes a file out of the dossier, and out of everything that rested on it. */
export function removeFile(draft: AssessmentDraft, sha256: string): AssessmentDraft {
  const { registration } = draft;
  const without = (evidence: readonly string[]) => evidence.filter((each) => each !== sha256);
  return {
    ...draft,
    registration: {
      ...registration,
      files: registration.files.filter((file) => file.sha256 !== sha256),
      materials: registration.materials.map((material) => ({ ...material, evidence: without(material.evidence) })),
    },
    answers: Object.fromEntries(
      Object.entries(draft.answers).map(([item, answer]) => [item, { ...answer, evidence: without(answer.evidence) }]),
    ),
    findings: draft.findings.map((finding) => ({ ...finding, evidence: without(finding.evidence) })),
  };
}
