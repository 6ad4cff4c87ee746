// 重新核对: an inherited answer is looked at again today, for every unsigned dossier that stands on the same earlier answer. Here it becomes this
// dossier's own; the others go on inheriting, from here and with today's date.
import type { AssessmentDraft } from '@shared/assessment/model';
import type { Drafts } from '../../session/drafts';
import { answerOf, setAnswer } from './edits';

/** As `answered here today`, or null when the item's answer is not inherited. */
export function recheckHere(draft: AssessmentDraft, item: string, at: string): AssessmentDraft | null {
  const { answer, inheritedFrom } = answerOf(draft, item);
  return answer === null || inheritedFrom === null ? null : setAnswer(draft, item, answer, at);
}

/** The same look, in a dossier that inherited the answer from `origin`. */
export function recheckedElsewhere(
  draft: AssessmentDraft,
  item: string,
  origin: string,
  from: AssessmentDraft,
  at: string,
): AssessmentDraft {
  const answer = answerOf(draft, item);
  if (answer.inheritedFrom !== origin) return draft;
  const { reason, looked } = answerOf(from, item);
  return { ...draft, answers: { ...draft.answers, [item]: { ...answer, reason, looked, answeredAt: at, inheritedFrom: from.id } } };
}

export async function recheckOthers(
  drafts: Drafts,
  others: readonly string[],
  item: string,
  origin: string,
  from: AssessmentDraft,
  at: string,
): Promise<void> {
  for (const id of others) {
    const other = await drafts.draft(id);
    if (other === null || answerOf(other.snapshot().assessment, item).inheritedFrom !== origin) continue;
    other.change((paper) => recheckedElsewhere(paper, item, origin, from, at));
    await other.flush();
  }
}
