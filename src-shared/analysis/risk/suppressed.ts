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
  /** Size of each class, in the order of the grouping. */
  readonly ofClass: ArrayLike<number>;
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
  return { sizes: classes, records: new Map([...classes].map(([size, count]) => [size, size * count])), ofClass: sizes };
}

/**
 * A class is a pattern of values and marks; its size is the number of records that agree with it wherever neither has a mark. Agreement is
 * not transitive, so sizes overlap and do not add up to the number of records.
 */
export function wildcardSizes(columns: readonly MarkedCodes[], own: Grouping): SizesOf {
  const patterns = byMarkedColumns(columns, own);
  const matching = new Float64Array(own.count);
  for (const [i, mine] of patterns.entries()) {
    addAlike(columns, own, mine, matching);
    for (const theirs of patterns.slice(i + 1)) {
      const compared = columns.filter((_, c) => !mine.columns.has(c) && !theirs.columns.has(c));
      const [few, many] = mine.classes.length < theirs.classes.length ? [mine.classes, theirs.classes] : [theirs.classes, mine.classes];
      addMatching(compared, own, few, many, matching);
    }
  }
  const sizes = new Map<number, number>();
  const records = new Map<number, number>();
  for (let of = 0; of < own.count; of++) {
    const size = matching[of] as number;
    sizes.set(size, (sizes.get(size) ?? 0) + 1);
    records.set(size, (records.get(size) ?? 0) + (own.sizes[of] as number));
  }
  return { sizes, records, ofClass: matching };
}

type Patterns = { readonly columns: ReadonlySet<number>; readonly classes: Uint32Array };

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
  return [...found.values()].map(({ columns: marked, classes }) => ({ columns: marked, classes: Uint32Array.from(classes) }));
}

/** Adds to each pattern of one group the records of those that agree with it: its own, and where a column has several marks those with another mark there. */
function addAlike(columns: readonly MarkedCodes[], own: Grouping, { columns: marked, classes }: Patterns, matching: Float64Array): void {
  if ([...marked].every((c) => (columns[c]?.marks.size ?? 0) < 2)) {
    for (const of of classes) matching[of] = (matching[of] as number) + (own.sizes[of] as number);
    return;
  }
  const compared = columns.flatMap(({ codes, size }, c) =>
    marked.has(c) ? [] : { size, codes: classes.map((of) => codes[own.first[of] as number] as number) },
  );
  const alike = groupRecords(compared, classes.length);
  const records = new Float64Array(alike.count);
  const places = [...classes].map((of, i) => [of, alike.classOf[i] as number] as const);
  for (const [of, place] of places) records[place] = (records[place] as number) + (own.sizes[of] as number);
  for (const [of, place] of places) matching[of] = (matching[of] as number) + (records[place] as number);
}

/** Adds to each pattern of two groups the records of the other group's patterns that are equal to it in the compared columns. */
function addMatching(compared: readonly Codes[], own: Grouping, few: Uint32Array, many: Uint32Array, matching: Float64Array): void {
  const columns = compared.map(({ codes }) => codes);
  let capacity = 16;
  while (capacity < 2 * few.length) capacity *= 2;
  const mask = capacity - 1;
  /** Number of a projection, from 1, by place; a row that has it, and the records of either group. */
  const slots = new Uint32Array(capacity);
  const rowOf = new Uint32Array(few.length);
  const ofFew = new Float64Array(few.length);
  const ofMany = new Float64Array(few.length);
  let found = 0;

  /** Place of the projection of a row, or the free place where it belongs. */
  function placeOf(row: number): number {
    let hash = 0x811c9dc5;
    for (const codes of columns) hash = Math.imul(hash ^ (codes[row] as number), 0x85ebca6b) ^ (hash >>> 13);
    let slot = (hash ^ (hash >>> 16)) & mask;
    for (let number = slots[slot] as number; number !== 0; slot = (slot + 1) & mask, number = slots[slot] as number) {
      if (isSame(row, rowOf[number - 1] as number)) return slot;
    }
    return slot;
  }
  function isSame(a: number, b: number): boolean {
    for (const codes of columns) if (codes[a] !== codes[b]) return false;
    return true;
  }

  const numberOf = new Uint32Array(few.length);
  for (let i = 0; i < few.length; i++) {
    const of = few[i] as number;
    const row = own.first[of] as number;
    const slot = placeOf(row);
    if (slots[slot] === 0) {
      rowOf[found] = row;
      slots[slot] = ++found;
    }
    const number = (slots[slot] as number) - 1;
    numberOf[i] = number;
    ofFew[number] = (ofFew[number] as number) + (own.sizes[of] as number);
  }
  for (const of of many) {
    const number = (slots[placeOf(own.first[of] as number)] as number) - 1;
    if (number < 0) continue;
    matching[of] = (matching[of] as number) + (ofFew[number] as number);
    ofMany[number] = (ofMany[number] as number) + (own.sizes[of] as number);
  }
  for (let i = 0; i < few.length; i++) {
    const of = few[i] as number;
    matching[of] = (matching[of] as number) + (ofMany[numberOf[i] as number] as number);
  }
}
