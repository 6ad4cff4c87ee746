// What a hand does to one item: answers, judges, checks again, and the keys for all of it. Every act is an edit of the paper.
import { acceptFinding, overruleFinding } from '@shared/assessment/judging';
import { stands } from '@shared/assessment/levels';
import { type Answer, type AnswerDraft, type FindingDraft, type Grade, gradeSchema } from '@shared/assessment/model';
import { itemLabelIn } from '@shared/assessment/wording';
import { timestamp } from '@shared/basics/time';
import type { EditionItem } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { type RefObject, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../../components/language';
import { useNotice } from '../../components/notice';
import { useDesk, useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import { useSummaries } from '../../session/use-summaries';
import { addPhrase, answerItem, answerOf, type FindingDefaults, findingsOf, setLikelihood, setSeverity, takeBackAnswer } from './edits';
import { recheckHere, recheckOthers } from './recheck';
import { useAssessKeys } from './use-assess-keys';

/** 符合 leaves the focus where it is, so that J goes on; the others ask for words first. */
export const NEEDS_REASON: readonly (Answer | null)[] = ['non-compliant', 'not-applicable', 'not-verified'];

export type Moves = {
  readonly onMove: (step: 1 | -1) => void;
  readonly onNextOpen: () => void;
  readonly onAnalysis: () => void;
  readonly onPane: () => void;
  readonly onDecide: () => void;
};

export type ItemActs = {
  readonly answer: AnswerDraft;
  readonly defaults: FindingDefaults;
  /** The machine's, in the order in which they were proposed. */
  readonly proposed: readonly FindingDraft[];
  readonly standing: readonly FindingDraft[];
  /** The proposal that Y and X act on. */
  readonly focused: string | null;
  readonly onFocus: (id: string) => void;
  readonly judge: (id: string, disposition: 'accepted' | 'overruled') => void;
  readonly onAnswer: (next: Answer) => void;
  readonly inherited: boolean;
  /** Unsigned dossiers that share the inherited answer. */
  readonly sharers: readonly string[];
  readonly recheck: () => void;
  readonly phrases: readonly string[];
  readonly reasonField: RefObject<HTMLTextAreaElement | null>;
  readonly lawOpen: boolean;
  readonly toggleLaw: () => void;
  readonly choosing: boolean;
  readonly onChoose: (choosing: boolean) => void;
  /** A grade is about to be typed for this. */
  readonly pending: 'severity' | 'likelihood' | null;
};

export function useItemActs(
  paper: AssessmentHandle,
  item: EditionItem,
  signed: ReadonlySet<string>,
  frozen: boolean,
  moves: Moves,
): ItemActs {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  const notify = useNotice();
  const { now } = useSession();
  const { drafts } = useDesk();
  const summaries = useSummaries();
  const [lawOpen, setLawOpen] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [focused, setFocused] = useState<string | null>(null);
  const reasonField = useRef<HTMLTextAreaElement>(null);

  const { assessment, save } = paper;
  const defaults = { severity: gradeSchema.safeParse(item.severity).data ?? null };
  const answer = answerOf(assessment, item.id);
  const findings = findingsOf(assessment, item.id);
  const proposed = findings.filter((each) => each.origin === 'machine');
  const standing = findings.filter(stands);
  const current = focused ?? proposed.find((each) => each.disposition === null)?.id ?? proposed[0]?.id ?? null;
  const inherited = answer.answer !== null && answer.inheritedFrom !== null;
  const phrases = item.phrases
    .filter((phrase) => answer.answer === null || phrase.for === answer.answer)
    .map((phrase) => phrase.text[language]);
  const sharers =
    summaries.state === 'ready' && inherited
      ? summaries.summaries
          .filter((each) => each.id !== assessment.id && each.answers[item.id] === 'inherited' && !signed.has(each.id))
          .map((each) => each.id)
      : [];

  const onAnswer = (next: Answer) => {
    const before = assessment;
    save((draft) => answerItem(draft, item.id, next, timestamp(now()), defaults));
    if (next !== answer.answer)
      notify({
        text: texts.answerNoted(itemLabelIn(item.id, language), texts.standing[next]),
        undo: () => save((draft) => takeBackAnswer(draft, before, item.id)),
      });
    if (NEEDS_REASON.includes(next)) reasonField.current?.focus();
  };
  const judge = (id: string, disposition: 'accepted' | 'overruled') => {
    setFocused(id);
    save((draft) => (disposition === 'accepted' ? acceptFinding(draft, id) : overruleFinding(draft, id)));
  };
  const recheck = () => {
    const origin = answer.inheritedFrom;
    const at = timestamp(now());
    const here = recheckHere(assessment, item.id, at);
    if (here === null || origin === null) return;
    save(() => here);
    void recheckOthers(drafts, sharers, item.id, origin, here, at);
    notify({ text: texts.rechecked, undo: paper.undo });
  };
  const grade = (what: 'severity' | 'likelihood', given: Grade) => {
    const target = standing[0];
    if (target) save((draft) => (what === 'severity' ? setSeverity(draft, target.id, given) : setLikelihood(draft, target.id, given)));
  };
  const toggleLaw = () => setLawOpen((open) => !open);

  const pending = useAssessKeys(
    {
      answer: onAnswer,
      grade,
      move: moves.onMove,
      nextOpen: moves.onNextOpen,
      judge: (disposition) => current !== null && judge(current, disposition),
      reason: () => reasonField.current?.focus(),
      recheck: inherited ? recheck : null,
      law: toggleLaw,
      analysis: moves.onAnalysis,
      attach: () => setChoosing(true),
      phrase: (index) => {
        const phrase = phrases[index];
        if (phrase !== undefined) save((draft) => addPhrase(draft, item.id, phrase));
      },
      pane: moves.onPane,
      decide: moves.onDecide,
    },
    frozen,
  );

  return {
    answer,
    defaults,
    proposed,
    standing,
    focused: current,
    onFocus: setFocused,
    judge,
    onAnswer,
    inherited,
    sharers,
    recheck,
    phrases,
    reasonField,
    lawOpen,
    toggleLaw,
    choosing,
    onChoose: setChoosing,
    pending,
  };
}
