// Groups records that are equal in some columns, exactly: columns come in as codes (equal values, equal code) and go together into numbers of 32
// bits, as many as fit. Records are dealt out by a hash first, so that all that may be equal lies in one part that the processor's cache
// holds. Hash values only find candidates; equality is decided on the numbers.

/** One column: a code below `size` for each record. */
export type Codes = { readonly codes: Uint32Array; readonly size: number };
export type Grouping = {
  readonly count: number;
  /** Class of each record, from 0. */
  readonly classOf: Uint32Array;
  /** Records in each class, never 0. */
  readonly sizes: Uint32Array;
  /** First record of each class. */
  readonly first: Uint32Array;
};

/** Records in one part, about. */
const PART = 4_096;

/** @param rows number of records; without columns they are one class, without records there is none */
export function groupRecords(columns: readonly Codes[], rows: number): Grouping {
  const words = packed(columns, rows);
  const one = words.shift() ?? new Uint32Array(rows);
  let grouping = groupPairs(one, words.shift() ?? one);
  for (const word of words) grouping = groupPairs(grouping.classOf, word);
  return grouping;
}

/** Numbers that are equal where the codes of several columns are. */
function packed(columns: readonly Codes[], rows: number): Uint32Array[] {
  const words: Uint32Array[] = [];
  let word = new Uint32Array(0);
  let combinations = Number.POSITIVE_INFINITY;
  for (const { codes, size } of columns) {
    combinations *= size;
    if (!(combinations <= 2 ** 32)) {
      word = codes.slice(0, rows);
      words.push(word);
      combinations = size;
    } else for (let row = 0; row < rows; row++) word[row] = Math.imul(word[row] as number, size) + (codes[row] as number);
  }
  return words;
}

function hashOf(a: number, b: number): number {
  let hash = Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

type Dealt = {
  /** Numbers and record by place. */
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly records: Uint32Array;
  /** Place after the last of each part. */
  readonly ends: Uint32Array;
  /** A part is the lowest bits of the hash. */
  readonly bits: number;
};

/** The records by the part they belong to, in their order. */
function dealt(one: Uint32Array, other: Uint32Array): Dealt {
  const rows = one.length;
  const bits = Math.max(0, Math.ceil(Math.log2(rows / PART)));
  const mask = 2 ** bits - 1;
  const ends = new Uint32Array(mask + 2);
  for (let row = 0; row < rows; row++) {
    const next = (hashOf(one[row] as number, other[row] as number) & mask) + 1;
    ends[next] = (ends[next] as number) + 1;
  }
  for (let part = 1; part <= mask; part++) ends[part] = (ends[part] as number) + (ends[part - 1] as number);
  const [a, b, records] = [new Uint32Array(rows), new Uint32Array(rows), new Uint32Array(rows)];
  for (let row = 0; row < rows; row++) {
    const [left, right] = [one[row] as number, other[row] as number];
    const part = hashOf(left, right) & mask;
    const place = ends[part] as number;
    a[place] = left;
    b[place] = right;
    records[place] = row;
    ends[part] = place + 1;
  }
  return { a, b, records, ends: ends.subarray(0, mask + 1), bits };
}

function groupPairs(one: Uint32Array, other: Uint32Array): Grouping {
  const rows = one.length;
  const { a, b, records, ends, bits } = dealt(one, other);
  const classOf = new Uint32Array(rows);
  const sizes = new Uint32Array(rows);
  /** Place of the first record of each class. */
  const places = new Uint32Array(rows);
  let count = 0;
  let slots = new Uint32Array(0);
  let from = 0;
  for (const to of ends) {
    const mask = 2 ** Math.ceil(Math.log2(2 * (to - from) + 1)) - 1;
    if (slots.length <= mask) slots = new Uint32Array(mask + 1);
    else slots.fill(0, 0, mask + 1);
    for (let place = from; place < to; place++) {
      const [left, right] = [a[place] as number, b[place] as number];
      let slot = (hashOf(left, right) >>> bits) & mask;
      let number = slots[slot] as number;
      while (number !== 0 && (a[places[number - 1] as number] !== left || b[places[number - 1] as number] !== right)) {
        slot = (slot + 1) & mask;
        number = slots[slot] as number;
      }
      if (number === 0) {
        places[count] = place;
        number = ++count;
        slots[slot] = number;
      }
      sizes[number - 1] = (sizes[number - 1] as number) + 1;
      classOf[records[place] as number] = number - 1;
    }
    from = to;
  }
  const first = places.subarray(0, count).map((place) => records[place] as number);
  return { count, classOf, sizes: sizes.slice(0, count), first };
}
