// Which records stand in classes that are too small, by their number in the file: what a developer needs to mend a table, and nothing of what is
// in it. Runs of neighbours are told as one range; a table that breaks the rule everywhere is told up to a bound, with the count of the rest.

export type RowsBelow = {
  /** Least class size that was asked for. */
  readonly least: number;
  /** Records in smaller classes. */
  readonly rows: number;
  /** First and last data row of each run, from 1: the header does not count. */
  readonly ranges: readonly (readonly [first: number, last: number])[];
  /** Records in runs beyond the bound. */
  readonly unlisted: number;
};

export const MAX_RANGES = 5_000;

/**
 * @param rows records in the file
 * @param left 1 for each record that was not counted; null when all were
 * @param sizeOf size of the class of a counted record, by its place among the counted
 */
export function rowsBelow(least: number, rows: number, left: Uint8Array | null, sizeOf: (record: number) => number): RowsBelow {
  const ranges: [number, number][] = [];
  let record = 0;
  let below = 0;
  let listed = 0;
  for (let row = 0; row < rows; row++) {
    if (left?.[row] === 1) continue;
    if (sizeOf(record++) >= least) continue;
    below++;
    const last = ranges[ranges.length - 1];
    if (last && last[1] === row) last[1] = row + 1;
    // Once a run did not fit, later rows of the last listed run cannot follow it.
    else if (ranges.length < MAX_RANGES) ranges.push([row + 1, row + 1]);
    else continue;
    listed++;
  }
  return { least, rows: below, ranges, unlisted: below - listed };
}
