// Seeded chance for the corpus: the same seed gives the same cells on every machine.

export type Chance = {
  /** From 0 to `below` - 1. */
  readonly upTo: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** True once in `n`. */
  readonly once: (n: number) => boolean;
  readonly digits: (length: number) => string;
  /** `length` characters of an alphabet. */
  readonly of: (alphabet: string, length: number) => string;
};

/** Mulberry32. @param seed any whole number */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(next() * below);
  const of = (alphabet: string, length: number): string => Array.from({ length }, () => alphabet.charAt(upTo(alphabet.length))).join('');
  const pick = <T>(list: readonly T[]): T => {
    const found = list[upTo(list.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  };
  return { upTo, pick, once: (n) => upTo(n) === 0, digits: (length) => of('0123456789', length), of };
}

/** For each name its own chance, so that a column stays what it is when another is added before it. */
export function chanceFor(seed: number, name: string): Chance {
  let hash = seed >>> 0;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return chanceOf(hash);
}
