// What a result says in Chinese, said in another language for a reader: results are written once, in the language of the law, and cited by digest, so
// a screen in English finds the text a line was made from and says it again with the same numbers and names. A line that no text made stays as it is.
// Knows no result and no screen; whoever shows `why`, `source` or `notChecked` may call it.
import { analysisTexts } from './analysis';
import { contentTexts } from './analysis-content';
import { measureTexts } from './analysis-measures';
import type { Language } from './language';

type Sentence = { readonly pattern: RegExp; readonly say: (given: readonly string[]) => string };

/** Only what results hold: sentences, sources and the words that stand in them. */
const spokenIn = (language: Language) => {
  const {
    why,
    source,
    contradicted,
    regionNotThen,
    soleTraders,
    serviceVehicles,
    restored,
    restoredKind,
    completes,
    track,
    notChecked,
    content,
    scope,
    scopePart,
  } = analysisTexts[language];
  const { found, signs, notChecked: contentMissed } = contentTexts[language];
  const judged = { why, contradicted, regionNotThen, soleTraders, serviceVehicles, restored, completes, track };
  return {
    judged,
    notChecked,
    content,
    found,
    signs,
    contentMissed,
    measures: measureTexts[language].notChecked,
    source,
    restoredKind,
    scope,
    scopePart,
  };
};

/** Quoted names one after another are parted as English does; a name that itself holds the Chinese mark keeps it. */
const enumerated = (text: string): string => text.replaceAll('”、“', '”, “');

/** Stand in a sentence for what it is given; no text holds them itself. */
const PLACES = [910_000_001, 910_000_002, 910_000_003, 910_000_004] as const;
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param given for each place in turn; a place that is left out says something else when there is nothing to count */
function sentenceOf(
  zh: (...values: unknown[]) => unknown,
  en: (...values: unknown[]) => unknown,
  given: readonly unknown[],
): Sentence | null {
  const text = zh(...given);
  if (typeof text !== 'string') return null;
  const order: number[] = [];
  const pattern = escaped(text).replace(/9100000\d\d/g, (place) => {
    order.push(PLACES.indexOf(Number(place) as (typeof PLACES)[number]));
    return '([^。]+?)';
  });
  return {
    pattern: new RegExp(pattern, 'y'),
    say(values) {
      const filled = given.map((value, i) => (order.includes(i) ? enumerated(spokenWord(values[order.indexOf(i)] ?? '')) : value));
      return String(en(...filled.map((value) => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value))));
    },
  };
}

function collect(zh: unknown, en: unknown, into: { readonly sentences: Sentence[]; readonly words: Map<string, string> }): void {
  if (typeof zh === 'string' && typeof en === 'string') {
    if (!into.words.has(zh)) into.words.set(zh, en);
  } else if (typeof zh === 'function' && typeof en === 'function') {
    const [said, again] = [zh as (...values: unknown[]) => unknown, en as (...values: unknown[]) => unknown];
    const all = PLACES.slice(0, zh.length);
    for (const given of zh.length > 1 ? [all, [...all.slice(0, -1), 0]] : [all]) {
      const sentence = sentenceOf(said, again, given);
      if (sentence) into.sentences.push(sentence);
    }
  } else if (zh !== null && en !== null && typeof zh === 'object' && typeof en === 'object') {
    for (const [key, each] of Object.entries(zh)) collect(each, (en as Readonly<Record<string, unknown>>)[key], into);
  }
}

let english: { readonly sentences: readonly Sentence[]; readonly words: ReadonlyMap<string, string> } | null = null;
function texts(): NonNullable<typeof english> {
  if (english) return english;
  const made = { sentences: [] as Sentence[], words: new Map<string, string>() };
  collect(spokenIn('zh'), spokenIn('en'), made);
  // A whole sentence may stand among others.
  for (const [zh, en] of made.words) if (zh.endsWith('。')) made.sentences.push({ pattern: new RegExp(escaped(zh), 'y'), say: () => en });
  english = made;
  return made;
}

const spokenWord = (word: string): string => texts().words.get(word) ?? word;

/** All of the line, sentence by sentence; null when some part of it was made from no text. */
function sentences(line: string, at: number): readonly string[] | null {
  if (at === line.length) return [];
  for (const { pattern, say } of texts().sentences) {
    pattern.lastIndex = at;
    const match = pattern.exec(line);
    if (!match) continue;
    const end = at + match[0].length;
    const rest = sentences(line, end);
    if (rest) return [say(match.slice(1)), ...rest];
  }
  return null;
}

/** Longer than any line that is made from texts. */
const LONGEST = 4_000;

/** @param line a `why`, `source` or line of `notChecked` of a result */
export function spoken(line: string, language: Language): string {
  if (language === 'zh' || line.length > LONGEST) return line;
  const word = texts().words.get(line);
  if (word !== undefined) return word;
  const said = sentences(line, 0);
  if (!said) return line;
  return said
    .map((sentence) => sentence.trim())
    .join(' ')
    .trim();
}
