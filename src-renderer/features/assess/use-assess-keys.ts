// The keys of assessing: 1–4 answer, S or P and then 1–5 grade, J K N move, Y X judge the focused finding, R L A E open what they name.
import { ANSWERS, type Answer, type Grade } from '@shared/assessment/model';
import { assessTexts } from '@shared/texts/assess';
import { useRef, useState } from 'react';
import { type KeyBinding, useKeys } from '../../components/keyboard';
import { useTexts } from '../../components/language';

export type AssessActs = {
  readonly answer: (answer: Answer) => void;
  readonly grade: (what: 'severity' | 'likelihood', grade: Grade) => void;
  readonly move: (step: 1 | -1) => void;
  readonly nextOpen: () => void;
  readonly judge: (disposition: 'accepted' | 'overruled') => void;
  readonly reason: () => void;
  /** R on an inherited answer; null when the answer is this dossier's own. */
  readonly recheck: (() => void) | null;
  readonly law: () => void;
  readonly analysis: () => void;
  readonly attach: () => void;
  readonly phrase: (index: number) => void;
  readonly pane: () => void;
  readonly decide: () => void;
};

export type PendingGrade = 'severity' | 'likelihood' | null;
const GRADES: readonly Grade[] = [1, 2, 3, 4, 5];

/** @returns which grade the next digit sets, for the mark beside its name. */
export function useAssessKeys(acts: AssessActs, readOnly: boolean): PendingGrade {
  const texts = useTexts(assessTexts);
  const [pending, setPending] = useState<PendingGrade>(null);
  const next = useRef<PendingGrade>(null);
  const wait = (what: PendingGrade) => {
    next.current = what;
    setPending(what);
  };
  /** Any other key ends the wait for a digit. */
  const binding = (keys: string, label: string, run: () => void, command = false): KeyBinding => ({
    keys,
    label,
    command,
    run: () => {
      wait(null);
      run();
    },
  });
  const digit = (grade: Grade) => {
    const what = next.current;
    wait(null);
    const answer = ANSWERS[grade - 1];
    if (what !== null) acts.grade(what, grade);
    else if (answer !== undefined) acts.answer(answer);
  };

  const labelOf = (grade: Grade) => {
    const answer = ANSWERS[grade - 1];
    return answer === undefined ? texts.risk : texts.standing[answer];
  };

  const moving = [
    binding('J', texts.next, () => acts.move(1)),
    binding('K', texts.previous, () => acts.move(-1)),
    binding('Alt+J', texts.next, () => acts.move(1)),
    binding('Alt+K', texts.previous, () => acts.move(-1)),
    binding('N', texts.nextOpen, acts.nextOpen, true),
    binding('L', texts.fullText, acts.law),
    binding('A', texts.allAnalysis, acts.analysis, true),
    binding(']', texts.context, acts.pane),
    binding('Ctrl+Enter', texts.toDecide, acts.decide, true),
  ];
  const writing = [
    ...GRADES.map((grade) => ({ keys: String(grade), label: labelOf(grade), run: () => digit(grade) })),
    { keys: 'S', label: texts.severity, run: () => wait('severity') },
    { keys: 'P', label: texts.likelihood, run: () => wait('likelihood') },
    binding('Y', texts.accept, () => acts.judge('accepted')),
    binding('X', texts.overrule, () => acts.judge('overruled')),
    binding('R', acts.recheck ? texts.recheck : texts.reason, acts.recheck ?? acts.reason),
    binding('E', texts.attach, acts.attach),
    ...Array.from({ length: 9 }, (_, index) => binding(`Alt+${index + 1}`, texts.phrases, () => acts.phrase(index))),
  ];
  useKeys(readOnly ? moving : [...moving, ...writing]);
  return pending;
}
