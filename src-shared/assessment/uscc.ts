// The unified social credit code (统一社会信用代码) as a form checks it: which of the 18 places is wrong, and what the last one should be.
// It says nothing about whether the code was ever issued. Source: GB 32100-2015 (alphabet without I, O, S, V, Z; weights 3^(i-1) mod 31).

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;
export const USCC_LENGTH = 18;

export type UsccCheck =
  | { readonly state: 'empty' | 'valid' }
  | { readonly state: 'short'; readonly length: number }
  /** `place` counts from 1. */
  | { readonly state: 'character'; readonly place: number; readonly found: string }
  | { readonly state: 'check'; readonly expected: string; readonly found: string };

/** What a person typed or pasted, as the code is written: full-width forms folded, spaces and hyphens dropped, upper case, at most 18 places. */
export const normaliseUscc = (typed: string): string => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase().slice(0, USCC_LENGTH);

/** @param code as `normaliseUscc` gives it. */
export function usccCheck(code: string): UsccCheck {
  if (code === '') return { state: 'empty' };
  const places = [...code];
  const strange = places.findIndex((character) => !ALPHABET.includes(character));
  if (strange >= 0) return { state: 'character', place: strange + 1, found: places[strange] ?? '' };
  if (places.length !== USCC_LENGTH) return { state: 'short', length: places.length };
  const sum = WEIGHTS.reduce<number>((total, weight, index) => total + weight * ALPHABET.indexOf(places[index] ?? ''), 0);
  const expected = ALPHABET.charAt((31 - (sum % 31)) % 31);
  const found = places[USCC_LENGTH - 1] ?? '';
  return found === expected ? { state: 'valid' } : { state: 'check', expected, found };
}
