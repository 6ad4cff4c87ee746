// Exact numbers for what a limit decides: 0.05 is not below 0.05, and no rounding may say otherwise. A fraction of two whole numbers, the
// denominator positive; becomes a floating number only to be shown.

export type Fraction = { readonly n: bigint; readonly d: bigint };

export const fraction = (n: bigint | number, d: bigint | number = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) });

const DECIMAL = /^(\d{1,40})(?:\.(\d{1,40}))?$/;

/** A decimal string read exactly ("0.05" is 5/100), or null: no sign, no exponent, at most 40 digits on either side. */
export function decimalFraction(text: string): Fraction | null {
  const match = DECIMAL.exec(text);
  if (!match) return null;
  const places = match[2] ?? '';
  return { n: BigInt((match[1] ?? '') + places), d: 10n ** BigInt(places.length) };
}

export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });
export const isBelow = (a: Fraction, b: Fraction): boolean => a.n * b.d < b.n * a.d;

export function reduced({ n, d }: Fraction): Fraction {
  const g = gcd(n, d);
  return g === 0n ? { n, d } : { n: n / g, d: d / g };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Sum of count / size over the pairs, exactly. Sizes repeat in real tables, so callers merge equal ones first. */
export function sumOfShares(pairs: Iterable<readonly [size: number, count: number]>): Fraction {
  const all = [...pairs].map(([size, count]) => [BigInt(size), BigInt(count)] as const);
  let d = 1n;
  for (const [size] of all) d *= size / gcd(d, size);
  let n = 0n;
  for (const [size, count] of all) n += (d / size) * count;
  return { n, d };
}

/** Nearest floating number, for a fraction that is not negative. */
export function toNumber({ n, d }: Fraction): number {
  if (n === 0n) return 0;
  // 66 significant bits of quotient, the last one set when anything was cut off, so that the one rounding below sees which side it is on.
  const shift = Math.max(0, 66 - bits(n) + bits(d));
  const scaled = n << BigInt(shift);
  const quotient = scaled / d;
  const sticky = quotient * d === scaled ? quotient : quotient | 1n;
  return Number(sticky) / 2 ** shift;
}

const bits = (n: bigint): number => n.toString(16).length * 4;
