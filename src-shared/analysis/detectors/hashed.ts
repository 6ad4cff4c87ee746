// Tries whether digests in a column are unsalted digests of numbers that can be counted through: card numbers, mobile numbers, resident numbers.
// A digest that a candidate reproduces is proof; one that none reproduces is not called anything. The tries are bounded by count, not by time,
// so that every machine says the same.
import { BLOCK_WORDS, type Digest, fill, MD5, SHA1, SHA256, SM3 } from './digests';
import { residentCheckCharacter } from './resident-id';

export type Restored = {
  readonly algorithm: string;
  readonly kind: 'card' | 'mobile' | 'resident';
};

/** Candidates of one kind: the n-th of `size`. */
type Range = { readonly kind: Restored['kind']; readonly size: number; readonly at: (n: number) => string };

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
const SEGMENTS =
  '130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 165 166 167 170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'.split(
    ' ',
  );
const COUNTIES = '02 03 04 05 06 07 08 21 23 24 25 27 29 30 31 81'.split(' ');
const FIRST_BIRTH = Date.UTC(1940, 0, 1);
const BIRTHS = 80 * 365;
/** Steps through a range so that any first part of the tries is spread over the whole of it; prime, and larger than any factor in the sizes. */
const STRIDE = 1_000_003;

/** yyyymmdd of every day, made when first needed. */
let births: readonly string[] | null = null;

function resident(n: number): string {
  const county = COUNTIES[n % COUNTIES.length] as string;
  const rest = Math.floor(n / COUNTIES.length);
  births ??= Array.from({ length: BIRTHS }, (_, day) =>
    new Date(FIRST_BIRTH + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', ''),
  );
  const order = 1 + Math.floor(rest / BIRTHS);
  const first17 = `2302${county}${births[rest % BIRTHS]}00${order}`;
  return first17 + residentCheckCharacter(first17);
}

const spread = (size: number, at: (n: number) => string) => (n: number) => at((n * STRIDE) % size);
/** Cards of a city's buses and households: area code and six digits; then plain serials. */
const LOCAL_CARD: Range = { kind: 'card', size: 1_000_000, at: (n) => `0452${pad(n, 6)}` };
const SERIALS: readonly Range[] = [
  { kind: 'card', size: 1_000_000, at: (n) => pad(n, 6) },
  { kind: 'card', size: 10_000_000, at: spread(10_000_000, (n) => pad(n, 7)) },
  { kind: 'card', size: 100_000_000, at: spread(100_000_000, (n) => pad(n, 8)) },
];
const MOBILES: Range = {
  kind: 'mobile',
  size: SEGMENTS.length * 100_000_000,
  at: spread(SEGMENTS.length * 100_000_000, (n) => `${SEGMENTS[Math.floor(n / 100_000_000)]}${pad(n % 100_000_000, 8)}`),
};
/** The area code as the number's fourth to seventh place: the oldest segments of a city. */
const LOCAL_MOBILES: Range = {
  kind: 'mobile',
  size: SEGMENTS.length * 10_000,
  at: (n) => `${SEGMENTS[n % SEGMENTS.length]}0452${pad(Math.floor(n / SEGMENTS.length), 4)}`,
};
/** Orders 1 to 9 of every day and county: where most people of a day are found. */
const RESIDENTS: Range = {
  kind: 'resident',
  size: COUNTIES.length * BIRTHS * 9,
  at: spread(COUNTIES.length * BIRTHS * 9, resident),
};

/** Tries for a range without any success; where the header names the kind it may take more. */
const PROBE = 40_000;
const NAMED_TRIES = 1_000_000;
/**
 * Few digests need more tries before one of them is met by chance: as many as let some four be expected, up to this. Of mobiles and of resident
 * numbers of a city (any order of a day) as many as there are.
 */
const MOST_TRIES = 4_000_000;
const EXPECTED = 4;
const THERE_ARE = { card: 0, mobile: SEGMENTS.length * 100_000_000, resident: COUNTIES.length * BIRTHS * 999 } as const;
/** A range that gave something is counted through further when that brings it near its end; else what it gave is proof enough. */
const MORE_TRIES = 1_000_000;
const FILTER_BITS = 20;

const bytesOf = (hex: string): number[] =>
  Array.from({ length: hex.length / 8 }, (_, i) => Number.parseInt(hex.slice(8 * i, 8 * i + 8), 16) | 0);
const swap = (x: number): number => ((x & 0xff) << 24) | ((x & 0xff00) << 8) | ((x >>> 8) & 0xff00) | (x >>> 24);

/** Which digests of which length can be one of the algorithm; MD5 is also written by its middle 16 places. */
type Attempt = { readonly digest: Digest; readonly places: number; readonly first: number };
const ATTEMPTS: readonly Attempt[] = [
  { digest: MD5, places: 32, first: 0 },
  { digest: MD5, places: 16, first: 1 },
  { digest: SHA1, places: 40, first: 0 },
  { digest: SHA256, places: 64, first: 0 },
  { digest: SM3, places: 64, first: 0 },
];

export type Named = { readonly mobile: boolean; readonly resident: boolean; readonly card: boolean };

/**
 * @param digests distinct, in hexadecimal of either case
 * @returns the digests that a candidate reproduced, by the text given
 */
export function restore(digests: readonly string[], named: Named): Map<string, Restored> {
  const found = new Map<string, Restored>();
  for (const attempt of ATTEMPTS) {
    const fitting = digests.filter((text) => text.length === attempt.places && !found.has(text));
    if (fitting.length > 0) tryAll(attempt, fitting, named, found);
  }
  return found;
}

function tryAll({ digest, first }: Attempt, digests: readonly string[], named: Named, found: Map<string, Restored>): void {
  // By the first word as the digest function leaves it.
  const wanted = new Map<number, { readonly text: string; readonly words: readonly number[] }[]>();
  const filter = new Uint8Array(1 << FILTER_BITS);
  for (const text of digests) {
    const words = bytesOf(text.toLowerCase()).map((word) => (digest.big ? word : swap(word)));
    const key = words[0] as number;
    filter[key >>> (32 - FILTER_BITS)] = 1;
    const same = wanted.get(key);
    if (same) same.push({ text, words });
    else wanted.set(key, [{ text, words }]);
  }
  const block = new Int32Array(BLOCK_WORDS);
  const out = new Int32Array(8);
  const start = found.size;

  const hits = (candidate: string, kind: Restored['kind']): boolean => {
    fill(block, candidate, digest.big);
    digest.run(block, out);
    const key = out[first] as number;
    if (filter[key >>> (32 - FILTER_BITS)] === 0) return false;
    const match = wanted.get(key)?.find(({ words }) => words.every((word, i) => word === out[first + i]));
    if (!match || found.has(match.text)) return false;
    found.set(match.text, { algorithm: digest.name, kind });
    return true;
  };

  const count = ({ kind, size, at }: Range, tries: number): void => {
    let end = Math.min(size, tries);
    let extended = false;
    for (let n = 0; n < end; n++) {
      if (hits(at(n), kind) && !extended && size <= 2 * MORE_TRIES) {
        extended = true;
        end = Math.min(size, end + MORE_TRIES);
      }
      if (found.size - start === digests.length) return;
      // Proof enough: the further tries are for a first one.
      if (n >= NAMED_TRIES && found.size > start && size > 2 * MORE_TRIES) return;
    }
  };

  const someone = named.mobile || named.resident || named.card;
  const enough = (kind: Restored['kind']) =>
    Math.min(MOST_TRIES, Math.max(NAMED_TRIES, Math.ceil((EXPECTED * THERE_ARE[kind]) / digests.length)));
  const tries = (kind: Restored['kind'], asked: boolean) => (asked ? enough(kind) : someone ? PROBE / 4 : PROBE);
  const order: readonly (readonly [Range, boolean])[] = [
    [LOCAL_CARD, named.card],
    [RESIDENTS, named.resident],
    [LOCAL_MOBILES, named.mobile],
    [MOBILES, named.mobile],
    ...SERIALS.map((range): readonly [Range, boolean] => [range, false]),
  ];
  for (const [range, asked] of order) {
    if (found.size > start && !asked) break;
    count(range, tries(range.kind, asked));
    if (found.size - start === digests.length) return;
  }
}
