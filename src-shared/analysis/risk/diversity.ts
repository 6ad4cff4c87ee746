// What classes give away about a confidential column although nobody in them is singled out: l-diversity (distinct values, entropy) and
// t-closeness. Counts are whole numbers and every comparison of theirs is exact while rows x rows stays below 2^53.
import { type Codes, type Grouping, groupRecords } from './classes';

export type Diversity = {
  /** Least number of distinct values in a class. */
  readonly distinct: number;
  /** Least effective number of values, e^H with H the entropy of a class: 1 when all are equal, never above `distinct`. */
  readonly entropy: number;
  /** Records in classes with a single value: whoever finds the class knows the value. */
  readonly recordsBelow2: number;
  /** How many classes those are. */
  readonly classesBelow2?: number | undefined;
};
export type Closeness = {
  /** Largest total variation distance between a class and the whole table. */
  readonly equal: number;
  /** Mean of that distance over the classes. */
  readonly mean: number;
};

/** @returns null without records; `values`: how many different ones each class holds */
export function diversity(
  grouping: Grouping,
  confidential: Codes,
): { readonly l: Diversity; readonly t: Closeness; readonly values: Uint32Array } | null {
  const { count, classOf, sizes } = grouping;
  const rows = classOf.length;
  if (rows === 0) return null;
  const whole = new Float64Array(confidential.size);
  for (let row = 0; row < rows; row++) whole[confidential.codes[row] as number] = (whole[confidential.codes[row] as number] as number) + 1;
  const pairs = groupRecords([{ codes: classOf, size: count }, confidential], rows);
  const distinct = new Uint32Array(count);
  const entropy = new Float64Array(count);
  const apart = new Float64Array(count);
  const covered = new Float64Array(count);
  for (let pair = 0; pair < pairs.count; pair++) {
    const row = pairs.first[pair] as number;
    const of = classOf[row] as number;
    const size = sizes[of] as number;
    const here = pairs.sizes[pair] as number;
    const everywhere = whole[confidential.codes[row] as number] as number;
    distinct[of] = (distinct[of] as number) + 1;
    entropy[of] = (entropy[of] as number) - (here / size) * Math.log(here / size);
    apart[of] = (apart[of] as number) + Math.abs(here * rows - everywhere * size);
    covered[of] = (covered[of] as number) + everywhere;
  }
  let least = Number.POSITIVE_INFINITY;
  let leastEntropy = Number.POSITIVE_INFINITY;
  let recordsBelow2 = 0;
  let classesBelow2 = 0;
  let largest = 0;
  let sum = 0;
  for (let of = 0; of < count; of++) {
    const size = sizes[of] as number;
    least = Math.min(least, distinct[of] as number);
    leastEntropy = Math.min(leastEntropy, entropy[of] as number);
    if ((distinct[of] as number) < 2) {
      recordsBelow2 += size;
      classesBelow2++;
    }
    // Values that the class lacks are as far away as they are frequent in the whole.
    const distance = ((apart[of] as number) + size * (rows - (covered[of] as number))) / (2 * size * rows);
    largest = Math.max(largest, distance);
    sum += distance;
  }
  return {
    l: { distinct: least, entropy: Math.min(least, Math.exp(leastEntropy)), recordsBelow2, classesBelow2 },
    t: { equal: largest, mean: sum / count },
    values: distinct,
  };
}
