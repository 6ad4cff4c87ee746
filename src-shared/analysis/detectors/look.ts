// What a detector says about one cell, and what every detector shares: the boundary of a candidate, what is already given to a more specific
// detector.
import type { DetectorId } from '../result';

export type DetectorName = DetectorId;

export type Look = {
  readonly detector: DetectorName;
  /** A candidate in the cell holds (check digit, date, region); without such a check every candidate does. */
  readonly valid: boolean;
  /** Something beside the candidate agrees: a word before it, a numbering segment. */
  readonly supported: boolean;
  /** Belongs to an organisation as far as the value itself shows. */
  readonly organisation: boolean;
  readonly sample: string;
  /** Doubtful, not wrong: day and check hold and the region was not in force that year; a name whose surname is rare. */
  readonly close?: boolean;
  /** What the value is taken for when the column holds more of that. */
  readonly otherwise?: DetectorName;
};

/** A candidate does not touch another letter or digit: a piece of a longer number is not a number. Texts are in NFKC when this is used. */
export const BEFORE = '(?<![0-9A-Za-z\\p{Nd}])';
export const AFTER = '(?![0-9A-Za-z\\p{Nd}])';

/** Parts of a cell that a more specific detector has taken: a candidate is given to one detector only. */
export class Claims {
  readonly #spans: number[] = [];
  free(from: number, to: number): boolean {
    for (let i = 0; i < this.#spans.length; i += 2)
      if (from < (this.#spans[i + 1] as number) && to > (this.#spans[i] as number)) return false;
    return true;
  }
  take(from: number, to: number): void {
    this.#spans.push(from, to);
  }
  clear(): void {
    if (this.#spans.length > 0) this.#spans.length = 0;
  }
}

/** A cell as detectors see it. `named` says whether the column's name stands for the detector. */
export type Cell = {
  /** In NFKC. */
  readonly text: string;
  readonly named: (detector: DetectorName) => boolean;
  /** yyyymmdd in Asia/Shanghai, or null. */
  readonly today: string | null;
  readonly claims: Claims;
};

/** Words within sixteen characters before a candidate. */
export const wordsBefore = (text: string, at: number): string => text.slice(Math.max(0, at - 16), at);
export const wordsAround = (text: string, from: number, to: number): string => wordsBefore(text, from) + text.slice(to, to + 8);

/** The one look of a cell: the first candidate that holds, else the first. `read` returns null for what is no candidate after all. */
export function bestOf(
  { text, claims }: Cell,
  pattern: RegExp,
  read: (match: RegExpExecArray, from: number, to: number) => Look | null,
): Look | null {
  let best: Look | null = null;
  // Not matchAll, which clones the pattern for every cell; `read` never uses the pattern it is called from.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const to = match.index + match[0].length;
    if (!claims.free(match.index, to)) continue;
    const look = read(match, match.index, to);
    if (!look) continue;
    claims.take(match.index, to);
    if (!best || rank(look) > rank(best)) best = look;
  }
  return best;
}

const rank = ({ valid, organisation, supported }: Look): number => (valid ? 4 : 0) + (organisation ? 0 : 2) + (supported ? 1 : 0);

/** Full-width digits and letters become plain, and characters that nobody sees go: they must not part a number. Only texts that are not ASCII pay for it. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range is meant
  /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}/gu, '');

/** Luhn's check (ISO/IEC 7812-1) over digits that end in their check digit. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = digits.length - 1, twice = false; i >= 0; i--, twice = !twice) {
    const digit = digits.charCodeAt(i) - 48;
    sum += twice ? (digit > 4 ? 2 * digit - 9 : 2 * digit) : digit;
  }
  return digits.length > 0 && sum % 10 === 0;
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** A day of the calendar. @param yyyymmdd eight digits */
export function isDay(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month >= 1 && month <= 12 && day >= 1 && day <= (month === 2 && leap ? 29 : (MONTHS[month - 1] as number));
}
