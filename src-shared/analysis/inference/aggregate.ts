// An aggregate as a table of cells: what its rows are told apart by, what they count, and which counts are hidden. Kept whole or not at all, because a
// cell is given back by cells that stand anywhere in the table.
import { namesCount } from '../cells/small-cells';
import { pickColumns } from '../risk/pick';

/** More rows than a person publishes as an aggregate. */
export const MAX_ROWS = 100_000;
/** Marks of hidden values stand among the numbers. */
const MEASURE_SHARE = 0.8;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/u;

/** Labels of what is summed over the others of their column. */
const TOTAL = /^(?:合计|总计|共计|总数|总和|全部|所有|全市|全省|全国|全区|全县|不限|小计|total|grand total|all|sum|subtotal)$/iu;
export const isTotal = (label: string): boolean =>
  TOTAL.test(label.normalize('NFKC').replace(/\s/gu, '').trim()) || TOTAL.test(label.trim());

export type Aggregate = {
  /** Names of the columns that tell rows apart, and of those that count. */
  readonly dimensions: readonly string[];
  readonly counts: readonly string[];
  /** Labels of each row, by dimension. */
  readonly labels: readonly (readonly string[])[];
  /** Of each row, by count column; null where the number is hidden or absent. */
  readonly values: readonly (readonly (number | null)[])[];
};

/** NaN for a count that is not written as a number: a mark, "<5", nothing. */
export function countOf(cell: string): number | null {
  const text = cell.normalize('NFKC').trim();
  return NUMBER.test(text) ? Number(text.replaceAll(',', '')) : null;
}

/** One count of a table, for whoever goes and looks: data rows count from 1, and nothing of what stands there is told. */
export type CellAt = { readonly row: number; readonly column: string };
/** Places that a result lists; beyond them they are counted only. */
export const MAX_PLACES = 200;

export type AggregateReader = {
  readonly header: (names: readonly string[]) => void;
  readonly row: (cells: readonly string[]) => void;
  /** Nothing once it is given up, everything before. */
  readonly wanted: () => readonly number[] | null;
  /** Null: no counts, or more rows than an aggregate has. */
  readonly table: () => Aggregate | null;
  readonly tooLong: () => boolean;
};

/** @param named count columns by name; null: they are found by their headers */
export function createAggregateReader(named: readonly string[] | null): AggregateReader {
  const picked = pickColumns(named ?? []);
  let names: readonly string[] = [];
  let rows: string[][] | null = [];
  let seen = 0;

  let places: readonly number[] = [];
  const found = (): number[] =>
    named ? picked.places().filter((at) => at >= 0) : names.flatMap((name, at) => (namesCount(name) || isTotalCount(name) ? [at] : []));

  return {
    header(told) {
      picked.header(told);
      names = told;
      places = found();
    },
    row(cells) {
      seen++;
      if (!rows) return;
      if (seen > MAX_ROWS || places.length === 0) rows = null;
      else rows.push([...cells]);
    },
    wanted: () => (rows ? null : []),
    table() {
      const counts = places;
      if (!rows || counts.length === 0) return null;
      const kept = rows;
      const dimensions = names.flatMap((_, at) => (counts.includes(at) || isMeasure(kept, at) ? [] : [at]));
      return {
        dimensions: dimensions.map((at) => names[at] as string),
        counts: counts.map((at) => names[at] as string),
        labels: rows.map((row) => dimensions.map((at) => (row[at] ?? '').trim())),
        values: rows.map((row) => counts.map((at) => countOf(row[at] ?? ''))),
      };
    },
    tooLong: () => seen > MAX_ROWS && places.length > 0,
  };
}

/** Temperatures, indices, shares: numbers that tell nothing apart. A year or a code is whole. */
function isMeasure(rows: readonly (readonly string[])[], at: number): boolean {
  let filled = 0;
  let numbers = 0;
  let broken = 0;
  for (const row of rows) {
    const value = (row[at] ?? '').trim();
    if (value === '') continue;
    filled++;
    if (!NUMBER.test(value)) continue;
    numbers++;
    if (value.includes('.')) broken++;
  }
  return broken > 0 && numbers >= filled * MEASURE_SHARE;
}

/** A column that holds the sum of the others of its row. */
export const isTotalCount = (header: string): boolean =>
  /^(?:合计|总计|共计|小计|total|合计(?:人数|户数|人次|次数|件数|数量))$/iu.test(header.normalize('NFKC').trim());
