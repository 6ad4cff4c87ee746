// Three readings of a table in which cells were suppressed: leave the marked records out, take the mark as a value like any other, or let a
// mark match everything. The reviewer sees all of them, because each can look safe where another does not.
import { type Codes, type Grouping, groupRecords } from './classes';
import type { SizeCounts } from './identity';

export const SUPPRESSED_POLICIES = ['exclude', 'own-class', 'wildcard'] as const;
export type SuppressedPolicy = (typeof SUPPRESSED_POLICIES)[number];

/** A quasi-identifier with the codes of its suppression marks. */
export type MarkedCodes = Codes & { readonly marks: ReadonlySet<number> };
export type SizesOf = {
  /** Classes by their size. */
  readonly sizes: SizeCounts;
  /** Records by the size of their class. */
  readonly records: ReadonlyMap<number, number>;
};

/** 1 for each record with a mark in some column. */
export function markedRows(columns: readonly MarkedCodes[], rows: number): Uint8Array {
  const marked = new Uint8Array(rows);
  for (const { codes, marks } of columns) {
    if (marks.size === 0) continue;
    for (let row = 0; row < rows; row++) if (marks.has(codes[row] as number)) marked[row] = 1;
  }
  return marked;
}

/** The columns without the marked records. */
export function withoutMarked<T extends Codes>(columns: readonly T[], marked: Uint8Array): readonly Codes[] {
  return columns.map(({ codes, size }) => ({ codes: codes.filter((_, row) => marked[row] === 0), size }));
}

export function sizesOf({ sizes }: Grouping): SizesOf {
  const classes = new Map<number, number>();
  for (const size of sizes) classes.set(size, (classes.get(size) ?? 0) + 1);
  return { sizes: classes, records: new Map([...classes].map(([size, count]) => [size, size * count])) };
}

/**
 * A class is a pattern of values and marks; its size is the number of records that agree with it wherever neither has a mark. Agreement is
 * not transitive, so sizes overlap and do not add up to the number of records.
 */
export function wildcardSizes(columns: readonly MarkedCodes[], own: Grouping): SizesOf {
  const patterns = byMarkedColumns(columns, own);
  const sizes = new Map<number, number>();
  const records = new Map<number, number>();
  for (const mine of patterns) {
    const matching = new Float64Array(mine.classes.length);
    for (const theirs of patterns) {
      const compared = columns.filter((_, c) => !mine.columns.has(c) && !theirs.columns.has(c));
      addMatching(compared, own, mine.classes, theirs.classes, matching);
    }
    for (const [i, of] of mine.classes.entries()) {
      const size = matching[i] as number;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
      records.set(size, (records.get(size) ?? 0) + (own.sizes[of] as number));
    }
  }
  return { sizes, records };
}

type Patterns = { readonly columns: ReadonlySet<number>; readonly classes: readonly number[] };

/** Classes by the set of columns that they mark: few in practice, whatever the number of classes. */
function byMarkedColumns(columns: readonly MarkedCodes[], own: Grouping): readonly Patterns[] {
  const found = new Map<string, { columns: Set<number>; classes: number[] }>();
  for (let of = 0; of < own.count; of++) {
    const row = own.first[of] as number;
    const here = columns.flatMap(({ codes, marks }, c) => (marks.has(codes[row] as number) ? [c] : []));
    const key = here.join();
    const group = found.get(key) ?? { columns: new Set(here), classes: [] };
    group.classes.push(of);
    found.set(key, group);
  }
  return [...found.values()];
}

function addMatching(
  compared: readonly Codes[],
  own: Grouping,
  mine: readonly number[],
  theirs: readonly number[],
  matching: Float64Array,
): void {
  const rows = Uint32Array.from([...mine, ...theirs], (of) => own.first[of] as number);
  const projected = compared.map(({ codes, size }) => ({ codes: rows.map((row) => codes[row] as number), size }));
  const { classOf, count } = groupRecords(projected, rows.length);
  const weights = new Float64Array(count);
  for (const [i, of] of theirs.entries()) {
    const at = classOf[mine.length + i] as number;
    weights[at] = (weights[at] as number) + (own.sizes[of] as number);
  }
  for (let i = 0; i < mine.length; i++) matching[i] = (matching[i] as number) + (weights[classOf[i] as number] as number);
}
