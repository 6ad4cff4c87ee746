// The changes this page makes to a paper, as pure functions on its decision. Closed outcomes are not offered; whether one is closed is not
// decided here.
import type { AssessmentDraft, Condition, Decision, Outcome, Rectification } from '@shared/assessment/model';
import { addDays, shanghaiDay } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

export type EditDecision = (change: (decision: Decision) => Decision, merge?: string) => void;

/** Two weeks: what a developer is usually given, and always editable. */
const MENDING_DAYS = 14;
export const usualDue = (now: Instant): string => addDays(shanghaiDay(now), MENDING_DAYS);

export const chooseOutcome =
  (outcome: Outcome) =>
  (decision: Decision): Decision => ({ ...decision, outcome });

export const emptyCondition = (): Condition => ({ topic: 'purpose', text: '', owner: '', due: '', binds: null });

export const addCondition = (decision: Decision): Decision => ({ ...decision, conditions: [...decision.conditions, emptyCondition()] });
export const changeCondition =
  (index: number, change: Partial<Condition>) =>
  (decision: Decision): Decision => ({ ...decision, conditions: changed(decision.conditions, index, change) });
export const removeCondition =
  (index: number) =>
  (decision: Decision): Decision => ({ ...decision, conditions: without(decision.conditions, index) });

export const addRectification =
  (...items: readonly Rectification[]) =>
  (decision: Decision): Decision => ({ ...decision, rectification: [...decision.rectification, ...items] });
export const changeRectification =
  (index: number, change: Partial<Rectification>) =>
  (decision: Decision): Decision => ({ ...decision, rectification: changed(decision.rectification, index, change) });
export const removeRectification =
  (index: number) =>
  (decision: Decision): Decision => ({ ...decision, rectification: without(decision.rectification, index) });

export const addGround = (decision: Decision): Decision => ({ ...decision, grounds: [...decision.grounds, ''] });
export const changeGround =
  (index: number, text: string) =>
  (decision: Decision): Decision => ({ ...decision, grounds: decision.grounds.map((each, at) => (at === index ? text : each)) });
export const removeGround =
  (index: number) =>
  (decision: Decision): Decision => ({ ...decision, grounds: without(decision.grounds, index) });

/** Clauses that demand a security review stand in the agreements; the choice of a basis asks for them here. */
export const changeClause =
  (of: 'authorisation' | 'agreement', clause: string) =>
  (paper: AssessmentDraft): AssessmentDraft => ({
    ...paper,
    registration: { ...paper.registration, [of]: { ...paper.registration[of], securityReviewClause: clause } },
  });

const changed = <T>(list: readonly T[], index: number, change: Partial<T>): T[] =>
  list.map((each, at) => (at === index ? { ...each, ...change } : each));
const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);
