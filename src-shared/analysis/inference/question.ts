// What is asked about large contributors, between its form and the words of a parameter: "cell=COL|COL,contributor=COL,value=COL" with the rules' numbers
// behind it where they are given. Refuses a part that it does not know and a number that no rule has.
import { decimalFraction, fraction, isBelow } from '../risk/fraction';
import { pieces, readName, readNames, writeName, writeNames } from '../risk/names';
import { DOMINANCE_RULE } from './dominance';
import type { DominanceQuestion } from './look';

const PART = /^\s*(?<name>cell|contributor|value|n|k|p)\s*=(?<value>.*)$/su;
const LARGEST = /^[1-5]$/;

/** A share above 0 and up to 1, as a decimal string. */
export function isShare(text: string): boolean {
  const share = decimalFraction(text);
  return share !== null && isBelow(fraction(0), share) && !isBelow(fraction(1), share);
}

/** As a person says it: the columns, and the numbers of the rules as strings. */
export type DominanceWords = {
  readonly cell: readonly string[];
  readonly contributor: string;
  readonly value: string;
  readonly n: number;
  readonly share: string;
  readonly p: string;
};

export const writeDominance = ({ cell, contributor, value, n, share, p }: DominanceWords): string =>
  `cell=${writeNames(cell, '|')},contributor=${writeName(contributor)},value=${writeName(value)},n=${n},k=${share},p=${p}`;

/** @returns null when it cannot be asked */
export function readDominance(text: string): DominanceQuestion | null {
  const parts = new Map<string, string>();
  for (const piece of pieces(text, ',', '=|')) {
    const { name, value } = PART.exec(piece)?.groups ?? {};
    if (name === undefined || value === undefined || parts.has(name)) return null;
    parts.set(name, value.trim());
  }
  const cell = readNames(parts.get('cell') ?? '', '|');
  const contributor = readName(parts.get('contributor') ?? '');
  const value = readName(parts.get('value') ?? '');
  const n = parts.get('n') ?? String(DOMINANCE_RULE.n);
  const share = parts.get('k') ?? String(DOMINANCE_RULE.share);
  const p = parts.get('p') ?? String(DOMINANCE_RULE.p);
  if (cell === null || contributor === null || value === null || !LARGEST.test(n) || !isShare(share) || !isShare(p)) return null;
  return { cell, contributor, value, rule: { n: Number(n), share: Number(share), p: Number(p) } };
}
