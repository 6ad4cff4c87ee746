// Groups records that are equal in some columns, exactly: columns come in as codes (equal values, equal code), go in one by one, and a record
// that has become alone stays alone and costs nothing more. Hash values only find candidates; equality is decided on the codes.

/** One column: a code below `size` for each record. */
export type Codes = { readonly codes: Uint32Array; readonly size: number };
export type Grouping = {
  readonly count: number;
  /** Class of each record, from 0. */
  readonly classOf: Uint32Array;
  /** Records in each class, never 0. */
  readonly sizes: Uint32Array;
  /** One record of each class. */
  readonly first: Uint32Array;
};

/** Above this, a table with a place for every combination would cost more than hashing. */
const DIRECT = 1 << 21;

/** @param rows number of records; without columns they are one class, without records there is none */
export function groupRecords(columns: readonly Codes[], rows: number): Grouping {
  const classOf = new Uint32Array(rows);
  const active = Uint32Array.from(classOf, (_, row) => row);
  const alone = new Uint32Array(rows);
  const scratch = new Uint32Array(rows);
  let left = rows;
  let alones = 0;
  let classes = rows > 0 ? 1 : 0;
  if (rows === 1) {
    left = 0;
    alones = 1;
    classes = 0;
  }
  // The column that splits most goes first: fewer records are left for the others.
  for (const column of [...columns].sort((a, b) => b.size - a.size)) {
    if (left === 0) break;
    const sizes = scratch;
    const found = split(column, { classOf, active, left, classes }, sizes);
    classes = 0;
    for (let i = 0; i < found; i++) sizes[i] = sizes[i] === 1 ? 0 : ++classes;
    let kept = 0;
    for (let i = 0; i < left; i++) {
      const row = active[i] as number;
      const renamed = sizes[classOf[row] as number] as number;
      if (renamed === 0) alone[alones++] = row;
      else {
        classOf[row] = renamed - 1;
        active[kept++] = row;
      }
    }
    left = kept;
  }
  return finish({ classOf, active, left, classes, alone, alones });
}

type State = { readonly classOf: Uint32Array; readonly active: Uint32Array; readonly left: number; readonly classes: number };

/** Gives every active record the number of its (class, code); returns how many there are, their sizes in `sizes`. */
function split({ codes, size }: Codes, { classOf, active, left, classes }: State, sizes: Uint32Array): number {
  let found = 0;
  if (classes * size <= Math.max(DIRECT, 2 * left)) {
    const place = new Uint32Array(classes * size);
    for (let i = 0; i < left; i++) {
      const row = active[i] as number;
      const key = (classOf[row] as number) * size + (codes[row] as number);
      let number = place[key] as number;
      if (number === 0) {
        number = ++found;
        place[key] = number;
        sizes[number - 1] = 0;
      }
      classOf[row] = number - 1;
      sizes[number - 1] = (sizes[number - 1] as number) + 1;
    }
    return found;
  }
  let capacity = 1_024;
  while (capacity < 2 * left) capacity *= 2;
  const mask = capacity - 1;
  const slots = new Uint32Array(capacity);
  // Class and code of a slot stand beside its number: one place in memory to look at, not three.
  const keys = new Uint32Array(2 * capacity);
  for (let i = 0; i < left; i++) {
    const row = active[i] as number;
    const before = classOf[row] as number;
    const code = codes[row] as number;
    let hash = Math.imul(before, 0x9e3779b1) ^ Math.imul(code + 0x7f4a7c15, 0x85ebca77);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
    let slot = (hash ^ (hash >>> 13)) & mask;
    let number = slots[slot] as number;
    while (number !== 0 && (keys[2 * slot] !== before || keys[2 * slot + 1] !== code)) {
      slot = (slot + 1) & mask;
      number = slots[slot] as number;
    }
    if (number === 0) {
      number = ++found;
      slots[slot] = number;
      keys[2 * slot] = before;
      keys[2 * slot + 1] = code;
      sizes[number - 1] = 0;
    }
    classOf[row] = number - 1;
    sizes[number - 1] = (sizes[number - 1] as number) + 1;
  }
  return found;
}

function finish({
  classOf,
  active,
  left,
  classes,
  alone,
  alones,
}: State & { readonly alone: Uint32Array; readonly alones: number }): Grouping {
  const count = classes + alones;
  const sizes = new Uint32Array(count);
  const first = new Uint32Array(count);
  for (let i = 0; i < left; i++) {
    const row = active[i] as number;
    const of = classOf[row] as number;
    if (sizes[of] === 0) first[of] = row;
    sizes[of] = (sizes[of] as number) + 1;
  }
  for (let i = 0; i < alones; i++) {
    const row = alone[i] as number;
    classOf[row] = classes + i;
    sizes[classes + i] = 1;
    first[classes + i] = row;
  }
  return { count, classOf, sizes, first };
}
