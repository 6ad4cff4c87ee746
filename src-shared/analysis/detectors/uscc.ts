// Unified social credit codes (GB 32100-2015): 18 places of an alphabet without I O S V Z, check modulo 31. They name organisations and are no
// personal data by themselves; codes beginning with 92 belong to individual businesses, which the reason mentions.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, type Look, wordsBefore } from './look';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** The first place names the registering authority, the third to eighth are a division code. */
const CANDIDATE = new RegExp(`${BEFORE}[1-9ANY][0-9A-HJ-NPQRTUWXY]\\d{6}[0-9A-HJ-NPQRTUWXY]{10}${AFTER}`, 'giu');
const NAMED = /信用代码|统一代码|纳税人识别号|uscc|credit/i;

/** The check character of the first 17 places, or null when a place is outside the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0;
  let weight = 1;
  for (const place of first17.slice(0, 17)) {
    const value = ALPHABET.indexOf(place);
    if (value < 0) return null;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/**
 * Digits alone are a candidate only when the check holds or a word calls them a credit code: more often they are something else. Letters in the
 * places that allow them count as support, no plain number has them.
 */
export function uscc(cell: Cell): Look | null {
  const named = cell.named('uscc');
  return bestOf(cell, CANDIDATE, (match, from) => {
    const code = match[0].toUpperCase();
    const valid = usccCheckCharacter(code) === code.slice(17);
    const called = named || NAMED.test(wordsBefore(cell.text, from));
    const numeric = /^\d{17}[\dX]$/.test(code);
    // Small letters are seldom a code's: they take a word or the check.
    if (!called && !valid && /[a-z]/.test(match[0])) return null;
    // Zeros after fifteen digits are what a spreadsheet leaves of a longer number.
    if (!called && numeric && (!valid || code.endsWith('000'))) return null;
    return {
      detector: 'uscc',
      valid,
      supported: called || (valid && !numeric),
      organisation: !code.startsWith('92'),
      sample: masked(code),
    };
  });
}
