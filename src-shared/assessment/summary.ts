// What an assessment adds up to, for the decision page and for what is signed: what nobody checked, until when a pass holds, what risk is left in each
// section, where the hard stops stand. Counting and picking only; the rules stand in levels.ts and outcomes.ts.
import { endOfShanghaiDay, isCalendarDay, timestamp } from '../basics/time';
import type { CalendarDay, Instant, Timestamp } from '../basics/units';
import type { SeenFeature } from '../checklist/applicability';
import { type Edition, type EditionItem, itemLabel, LEVELS, type LevelGrade, SECTIONS, type Section } from '../checklist/edition';
import { checklistTexts } from '../texts/checklist';
import type { Language } from '../texts/language';
import { judgeFinding, stands } from './levels';
import type { Answer, AssessmentDraft, Registration } from './model';
import { scopeNotChecked } from './scope-proposals';
import { answerTo, applicability, findingsOf, hasAgreement } from './subject';

/**
 * Every line of 没有检查: items answered 未核实 with their reasons, then scopes of which one side is not registered, then what the
 * analyses say they did not look at.
 */
export function notCheckedList(
  assessment: AssessmentDraft,
  edition: Edition,
  language: Language,
  { seen, notChecked }: { readonly seen: readonly SeenFeature[]; readonly notChecked: readonly string[] },
): string[] {
  const word = checklistTexts[language].answer['not-verified'];
  const comma = language === 'zh' ? '：' : ': ';
  const items = applicability(assessment, edition, seen).items.flatMap(({ item }) => {
    const { answer, reason } = answerTo(assessment, item.id);
    return answer === 'not-verified' ? [`${itemLabel(item.id)} ${item.title[language]}（${word}）${comma}${reason.trim()}`] : [];
  });
  return [...new Set([...items, ...scopeNotChecked(assessment.registration, language), ...notChecked])];
}

export type ValidityEnd = {
  readonly at: Timestamp;
  readonly day: CalendarDay;
  readonly because: 'agreement' | 'authorisation' | 'coverage' | 'offer';
};

/** A pass holds to the earliest end of agreement, authorisation, coverage and the product's own offer: the last instant of that day in Asia/Shanghai. */
export function validUntil(registration: Registration): ValidityEnd | null {
  const { authorisation, agreement, coverage, product } = registration;
  const ends: [ValidityEnd['because'], string][] = [
    ['agreement', hasAgreement(registration) ? agreement.term.to : ''],
    ['authorisation', authorisation.validTo],
    ['coverage', coverage.kind === 'series' ? coverage.to : ''],
    ['offer', product.offeredUntil],
  ];
  let earliest: ValidityEnd | null = null;
  for (const [because, day] of ends) {
    if (!isCalendarDay(day) || (earliest !== null && earliest.day <= day)) continue;
    earliest = { at: timestamp((endOfShanghaiDay(day) - 1) as Instant), day, because };
  }
  return earliest;
}

export type SectionSummary = {
  readonly section: Section;
  readonly items: number;
  readonly answers: Readonly<Record<Answer | 'unanswered', number>>;
  /** Highest residual level of the standing findings; null when there is none, or none is graded. */
  readonly highest: LevelGrade | null;
  /** Standing findings that are acceptable, and those that are not. */
  readonly accepted: number;
  readonly unacceptable: number;
};

const higher = (a: LevelGrade | null, b: LevelGrade | null): LevelGrade | null => {
  if (a === null || b === null) return a ?? b;
  return LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b;
};

function sectionSummary(section: Section, items: readonly EditionItem[], assessment: AssessmentDraft, edition: Edition): SectionSummary {
  const answers = { compliant: 0, 'non-compliant': 0, 'not-applicable': 0, 'not-verified': 0, unanswered: 0 };
  let highest: LevelGrade | null = null;
  let accepted = 0;
  let unacceptable = 0;
  for (const item of items) {
    answers[answerTo(assessment, item.id).answer ?? 'unanswered'] += 1;
    for (const finding of findingsOf(assessment, item.id).filter(stands)) {
      const judged = judgeFinding(finding, item, edition);
      highest = higher(highest, judged.after);
      if (judged.acceptable) accepted += 1;
      else unacceptable += 1;
    }
  }
  return { section, items: items.length, answers, highest, accepted, unacceptable };
}

/** One line per section, in the order 前 原 一 二 三 四. */
export function residual(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): SectionSummary[] {
  const { items } = applicability(assessment, edition, seen);
  return SECTIONS.map((section) =>
    sectionSummary(
      section,
      items.filter(({ item }) => item.section === section).map(({ item }) => item),
      assessment,
      edition,
    ),
  );
}

export type HardStop = {
  readonly item: EditionItem;
  readonly answer: Answer | null;
  readonly state: 'clear' | 'stops' | 'unverified' | 'unanswered';
};

/** The applicable hard stops, each with where it stands. */
export function hardStops(assessment: AssessmentDraft, edition: Edition, seen: readonly SeenFeature[]): HardStop[] {
  const states = { compliant: 'clear', 'not-applicable': 'clear', 'non-compliant': 'stops', 'not-verified': 'unverified' } as const;
  return applicability(assessment, edition, seen)
    .items.filter(({ item }) => item.hardStop !== null)
    .map(({ item }) => {
      const { answer } = answerTo(assessment, item.id);
      return { item, answer, state: answer === null ? 'unanswered' : states[answer] };
    });
}
