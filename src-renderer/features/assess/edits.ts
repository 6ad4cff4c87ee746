// What a reviewer's hand does to the working paper while assessing, as functions from draft to draft. They keep the paper's own rules: an
// answer changed here is this dossier's own from then on, a machine's words are never rewritten, and nothing is judged without being asked.
import { editFinding, responsibleParty } from '@shared/assessment/judging';
import { type Answer, type AnswerDraft, type AssessmentDraft, emptyAnswer, type FindingDraft, type Grade } from '@shared/assessment/model';

export const answerOf = (draft: AssessmentDraft, item: string): AnswerDraft => draft.answers[item] ?? emptyAnswer();

const withAnswer = (draft: AssessmentDraft, item: string, change: Partial<AnswerDraft>): AssessmentDraft => ({
  ...draft,
  answers: { ...draft.answers, [item]: { ...answerOf(draft, item), ...change } },
});

/** @param at RFC 3339 with milliseconds, from main's clock. The answer stops being inherited: changed here, it holds for this product only. */
export const setAnswer = (draft: AssessmentDraft, item: string, answer: Answer, at: string): AssessmentDraft =>
  withAnswer(draft, item, { answer, answeredAt: at, inheritedFrom: null });

/** While an item fails for one thing that only the reason describes, the finding's words follow the reason: nobody types it twice. */
export function setReason(draft: AssessmentDraft, item: string, reason: string): AssessmentDraft {
  const { answer, reason: before } = answerOf(draft, item);
  const standing = findingsOf(draft, item).filter((finding) => finding.disposition === 'accepted');
  const [only] = standing;
  const follows =
    answer === 'non-compliant' && standing.length === 1 && only?.origin === 'person' && (only.text === '' || only.text === before);
  const changed = withAnswer(draft, item, { reason });
  return follows ? editFinding(changed, only.id, (finding) => ({ ...finding, text: reason })) : changed;
}

export const setNotes = (draft: AssessmentDraft, item: string, notes: string): AssessmentDraft => withAnswer(draft, item, { notes });

/** Appends a phrase to what already stands, as a sentence of its own. */
export function addPhrase(draft: AssessmentDraft, item: string, phrase: string): AssessmentDraft {
  const reason = answerOf(draft, item).reason;
  if (reason.includes(phrase)) return draft;
  const joint = reason === '' || /[。；.;\s]$/.test(reason) ? '' : /[\u4e00-\u9fff]$/.test(reason) ? '。' : '. ';
  return setReason(draft, item, `${reason}${joint}${phrase}`);
}

export function toggleLooked(draft: AssessmentDraft, item: string, index: number): AssessmentDraft {
  const looked = answerOf(draft, item).looked;
  const next = looked.includes(index) ? looked.filter((other) => other !== index) : [...looked, index].sort((a, b) => a - b);
  return withAnswer(draft, item, { looked: next });
}

export function attachEvidence(draft: AssessmentDraft, item: string, sha256: string): AssessmentDraft {
  const evidence = answerOf(draft, item).evidence;
  return evidence.includes(sha256) ? draft : withAnswer(draft, item, { evidence: [...evidence, sha256] });
}

export const detachEvidence = (draft: AssessmentDraft, item: string, sha256: string): AssessmentDraft =>
  withAnswer(draft, item, { evidence: answerOf(draft, item).evidence.filter((other) => other !== sha256) });

export const findingsOf = (draft: AssessmentDraft, item: string): readonly FindingDraft[] =>
  draft.findings.filter((finding) => finding.item === item);

/** f-<n>, one above the highest in use, so that an id is never given twice within a draft. */
export function nextFindingId(draft: AssessmentDraft): string {
  const used = draft.findings.map((finding) => Number(/^f-(\d+)$/.exec(finding.id)?.[1] ?? 0));
  return `f-${Math.max(0, ...used) + 1}`;
}

/** The edition's severity for a finding under the item; null means that the reviewer has to say. */
export type FindingDefaults = { readonly severity: Grade | null };

/**
 * A person's own finding: it stands as soon as it is written. It starts from the strictest likelihood, 已发生: what is played down is played down by
 * the reviewer, never by a default.
 */
export function addFinding(draft: AssessmentDraft, item: string, defaults: FindingDefaults): AssessmentDraft {
  const likelihood: Grade = 5;
  const finding: FindingDraft = {
    id: nextFindingId(draft),
    item,
    origin: 'person',
    text: '',
    severity: defaults.severity,
    likelihood,
    after: { severity: defaults.severity, likelihood },
    measures: '',
    responsible: responsibleParty(draft),
    disposition: 'accepted',
    reason: '',
    evidence: [],
  };
  return { ...draft, findings: [...draft.findings, finding] };
}

/**
 * Answers an item with what follows from it: 不符合 needs a finding, so an empty one opens when none stands; leaving it takes the empty ones
 * away again.
 */
export function answerItem(draft: AssessmentDraft, item: string, answer: Answer, at: string, defaults: FindingDefaults): AssessmentDraft {
  const answered = setAnswer(draft, item, answer, at);
  if (answer !== 'non-compliant')
    return {
      ...answered,
      findings: answered.findings.filter(
        (each) => each.item !== item || each.origin === 'machine' || !isUntouched(each, answerOf(draft, item).reason),
      ),
    };
  if (findingsOf(answered, item).some((each) => each.disposition === 'accepted')) return answered;
  const opened = addFinding(answered, item, defaults);
  return editFinding(opened, nextFindingId(answered), (each) => ({ ...each, text: answerOf(draft, item).reason }));
}

const isUntouched = (finding: FindingDraft, reason: string): boolean =>
  (finding.text === '' || finding.text === reason) && finding.measures === '' && finding.reason === '';

/**
 * Takes one answer back to what it was, and with it the finding that it opened or closed. Words typed since stay, and so does every other answer:
 * whoever presses 撤销 beside an answer means that answer.
 */
export function takeBackAnswer(draft: AssessmentDraft, before: AssessmentDraft, item: string): AssessmentDraft {
  const was = answerOf(before, item);
  const is = answerOf(draft, item);
  const back = { ...is, answer: was.answer, answeredAt: was.answeredAt, inheritedFrom: was.inheritedFrom };
  const held = new Set(before.findings.map(({ id }) => id));
  const kept = draft.findings.filter((each) => each.item !== item || held.has(each.id) || !isUntouched(each, is.reason));
  const present = new Set(kept.map(({ id }) => id));
  const closed = before.findings.filter((each) => each.item === item && !present.has(each.id));
  return { ...draft, answers: { ...draft.answers, [item]: back }, findings: [...kept, ...closed] };
}

/** Only a person's finding can be taken back: a machine's is overruled with a reason and stays on the paper. */
export const removeFinding = (draft: AssessmentDraft, id: string): AssessmentDraft => ({
  ...draft,
  findings: draft.findings.filter((finding) => finding.id !== id || finding.origin === 'machine'),
});

/** As long as no measure is written down, what is left equals what was found. */
export const setSeverity = (draft: AssessmentDraft, id: string, severity: Grade): AssessmentDraft =>
  editFinding(draft, id, (finding) => ({
    ...finding,
    severity,
    after: finding.measures === '' ? { ...finding.after, severity } : finding.after,
  }));

export const setLikelihood = (draft: AssessmentDraft, id: string, likelihood: Grade): AssessmentDraft =>
  editFinding(draft, id, (finding) => ({
    ...finding,
    likelihood,
    after: finding.measures === '' ? { ...finding.after, likelihood } : finding.after,
  }));
