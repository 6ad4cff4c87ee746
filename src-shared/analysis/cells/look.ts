// Finds the count columns of a table and feeds their cells to the small-cell rule while the table is read.
import type { RowLook } from '../look';
import { LEAST_CLASS, type SharingMode } from '../risk/identity';
import { type PickedColumns, pickColumns } from '../risk/pick';
import { CountColumn, namesCount, type SmallCells, smallCells } from './small-cells';

export type CellsQuestion = {
  readonly sharingMode: SharingMode;
  /** Null: columns are found by their headers. */
  readonly counts: readonly string[] | null;
};
export type CellsLook = {
  readonly look: Pick<RowLook, 'header' | 'row' | 'wanted'>;
  readonly picked: PickedColumns;
  readonly measure: () => SmallCells | null;
  /** Columns with a count's header that hold something else too: nobody named them, so they were left out. */
  readonly notWhole: () => readonly string[];
};

export function createCellsLook({ sharingMode, counts }: CellsQuestion): CellsLook {
  const picked = pickColumns(counts ?? []);
  const columns = new Map<number, CountColumn>();

  function header(names: readonly string[]): void {
    picked.header(names);
    const places = counts ? picked.places() : names.flatMap((name, at) => (namesCount(name) ? [at] : []));
    // Columns found by a header that turned out to be data are none.
    for (const at of columns.keys()) if (!places.includes(at)) columns.delete(at);
    for (const [i, at] of places.entries()) {
      if (at >= 0 && !columns.has(at)) columns.set(at, new CountColumn(counts?.[i] ?? (names[at] as string), LEAST_CLASS[sharingMode]));
    }
  }

  return {
    look: {
      header,
      row(cells) {
        for (const [at, column] of columns) column.add(cells[at] ?? '');
      },
      wanted: () => [...columns.keys()],
    },
    picked,
    measure: () => smallCells([...columns.values()], sharingMode, counts !== null),
    notWhole: () => (counts ? [] : [...columns.values()].flatMap((column) => (column.mixed ? column.name : []))),
  };
}
