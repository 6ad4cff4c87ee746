// What a machine's finding says in Chinese, said in another language for a reader. A finding is written once, in the language of the law, and signed so; a
// screen in English finds the text it was made from and says it again with the same numbers and names. What no text made, and what was cut, stays as it is.
import { analysisTexts } from './analysis';
import { measureTexts } from './analysis-measures';
import { spoken } from './analysis-spoken';
import { assessTexts } from './assess';
import { commonTexts } from './common';
import type { Language } from './language';
import { registerTexts } from './register';

type Say = (...values: unknown[]) => unknown;
type Form = { readonly pattern: RegExp; readonly say: (given: readonly string[]) => string };

const proposalsIn = (language: Language): readonly Say[] => {
  const { column, unauthorised, range, step } = assessTexts[language].proposal;
  return [column, unauthorised, range, step, ...Object.values(measureTexts[language].proposal)] as Say[];
};

const wordsIn = (language: Language): readonly string[] => {
  const { scopeRows, scopeParts, scopeSteps } = assessTexts[language];
  const { grainTimes, grainAreas } = registerTexts[language];
  const { detector, certainty } = analysisTexts[language];
  const steps = Object.values(scopeSteps).map(({ name }) => name);
  return [
    ...[detector, certainty, scopeRows, scopeParts, grainTimes, grainAreas, commonTexts[language].sharingModes].flatMap((each) =>
      Object.values(each),
    ),
    ...steps,
  ];
};

/** Stands for the value of this place; no text holds it. */
const place = (index: number): string => String.fromCharCode(0xe000 + index);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One for each set of values that may be missing: a measure of nothing leaves its half of the sentence out. */
function formsOf(zh: Say, en: Say): Form[] {
  const sets = Array.from({ length: 2 ** zh.length }, (_, set) => Array.from({ length: zh.length }, (_, i) => ((set >> i) & 1) === 0));
  return sets.flatMap((given) => {
    const text = zh(...given.map((is, i) => (is ? place(i) : null)));
    if (typeof text !== 'string' || text.includes('null')) return [];
    const order: number[] = [];
    const pattern = escaped(text).replace(/[\ue000-\ue00f]/g, (mark) => {
      order.push(mark.charCodeAt(0) - 0xe000);
      return '(.+?)';
    });
    const say = (values: readonly string[]) =>
      String(
        en(
          ...given.map((is, i) => {
            const at = order.indexOf(i);
            if (!is || at < 0) return null;
            const value = values[at] ?? '';
            return /^\d{1,15}$/.test(value) ? Number(value) : named(value);
          }),
        ),
      );
    return [{ pattern: new RegExp(`^${pattern}$`, 's'), say }];
  });
}

let english: { readonly forms: readonly Form[]; readonly words: ReadonlyMap<string, string> } | null = null;
function texts(): NonNullable<typeof english> {
  if (english) return english;
  const [zh, en] = [proposalsIn('zh'), proposalsIn('en')];
  const others = wordsIn('en');
  english = {
    forms: zh.flatMap((say, i) => formsOf(say, en[i] ?? say)),
    words: new Map(wordsIn('zh').map((word, i) => [word, others[i] ?? word])),
  };
  return english;
}

function said(line: string): string | null {
  for (const { pattern, say } of texts().forms) {
    const match = pattern.exec(line);
    if (match) return say(match.slice(1));
  }
  const words = spoken(line, 'en');
  return words === line ? null : words;
}

/** Names, words of ours, and sentences within the sentence. */
function named(value: string): string {
  const word = texts().words.get(value) ?? said(value);
  if (word !== null) return word;
  const more = /^(?<names>.+)，另有 (?<count>\d+) 个$/s.exec(value)?.groups;
  if (more) return `${named(more.names ?? '')}${assessTexts.en.proposal.andMore(Number(more.count))}`;
  return value.includes('、') ? value.split('、').map(named).join(', ') : value;
}

/** @param text of a finding of a machine, with or without the name of its file before it */
export function spokenFinding(text: string, language: Language): string {
  if (language === 'zh') return text;
  const whole = said(text);
  if (whole !== null) return whole;
  for (let at = text.indexOf('：'); at >= 0; at = text.indexOf('：', at + 1)) {
    const rest = said(text.slice(at + 1));
    if (rest !== null) return `${text.slice(0, at)}: ${rest}`;
  }
  return text;
}
