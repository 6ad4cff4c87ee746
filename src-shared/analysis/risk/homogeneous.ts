// Classes in which a confidential column has one value: whoever knows that somebody is in the class knows the value. The largest are listed with their
// values masked, all of their records by number: what a developer needs to mend a table, and nothing of what is in it.
import type { Grouping } from './classes';
import { type RowsBelow, rowsBelow } from './rows-below';

export type HomogeneousClass = {
  /** Its first data row, from 1: the header does not count. */
  readonly row: number;
  readonly records: number;
  /** Masked, in the order of the quasi-identifiers. */
  readonly quasi: readonly string[];
  /** The one value, masked. */
  readonly value: string;
};
export type Homogeneous = {
  /** The largest first. */
  readonly classes: readonly HomogeneousClass[];
  readonly rows: Pick<RowsBelow, 'rows' | 'ranges' | 'unlisted'>;
};

export const MAX_CLASSES = 20;
const ONE_VALUE = 2;

/**
 * @param rows records in the file
 * @param left 1 for each record that was not counted; null when all were
 * @param values how many values each class holds
 * @param shown the masked quasi-identifiers and the masked value of a counted record
 */
export function homogeneousClasses(
  { count, classOf, sizes, first }: Grouping,
  { rows, left, values }: { readonly rows: number; readonly left: Uint8Array | null; readonly values: Uint32Array },
  shown: (record: number) => Pick<HomogeneousClass, 'quasi' | 'value'>,
): Homogeneous {
  const { least: _least, ...numbers } = rowsBelow(ONE_VALUE, rows, left, (record) => values[classOf[record] as number] as number);
  const before = (a: number, b: number): number =>
    (sizes[b] as number) - (sizes[a] as number) || (first[a] as number) - (first[b] as number);
  const largest: number[] = [];
  for (let of = 0; of < count; of++) {
    if ((values[of] as number) >= ONE_VALUE) continue;
    const last = largest[MAX_CLASSES - 1];
    if (last !== undefined && before(last, of) < 0) continue;
    const at = largest.findIndex((each) => before(of, each) < 0);
    largest.splice(at < 0 ? largest.length : at, 0, of);
    largest.length = Math.min(largest.length, MAX_CLASSES);
  }
  const rowOf = countedRows(left, new Set(largest.map((of) => first[of] as number)));
  return {
    classes: largest.map((of) => {
      const record = first[of] as number;
      return { row: rowOf(record) + 1, records: sizes[of] as number, ...shown(record) };
    }),
    rows: numbers,
  };
}

/** Where in the file these counted records stand. */
function countedRows(left: Uint8Array | null, records: ReadonlySet<number>): (record: number) => number {
  if (!left) return (record) => record;
  const places = new Map<number, number>();
  let counted = 0;
  for (const [row, gone] of left.entries()) {
    if (gone === 1) continue;
    if (records.has(counted)) places.set(counted, row);
    counted++;
  }
  return (record) => places.get(record) ?? record;
}
