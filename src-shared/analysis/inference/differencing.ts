// What totals give back (Art. 17 ¶2 (三)): a hidden cell is known when it is the only unknown in a sum that is printed, and a cell that was given back
// may give back the next. Solves one unknown at a time; that several sums together could give back more is said by whoever reports.
import { type Aggregate, type CellAt, isTotal, isTotalCount, MAX_PLACES } from './aggregate';

export type Differencing = {
  /** Sums that the table prints. */
  readonly totals: number;
  /** Hidden cells that stand in one of them. */
  readonly hidden: number;
  /** Of these, known by subtraction. */
  readonly givenBack: number;
  /** Rows left out although their sum shows that they are not nothing. */
  readonly missingRows: number;
  /** The first of them: a cell that is given back, or the total that shows that a row was left out. */
  readonly at: readonly (CellAt & { readonly how: 'subtracted' | 'row-missing' })[];
};

/** One sum: the cell of the total and the cells of its parts, each `row * counts + column`. */
type Sum = { readonly total: number; readonly parts: readonly number[] };
/** A total that is off this often in whole sums is not the sum of these parts. */
const MOST_WRONG = 0.1;

export function differencing(table: Aggregate): Differencing | null {
  const width = table.counts.length;
  const cells = table.values.flat();
  const missing: number[] = [];
  const sums = [...rowSums(table, cells, width, missing), ...columnSums(table, cells)];
  if (sums.length === 0) return null;
  const hidden = new Set(sums.flatMap(({ total, parts }) => [total, ...parts].filter((cell) => cells[cell] === null)));
  const solved = solve(sums, cells);
  const place = (cell: number): CellAt => ({ row: Math.floor(cell / width) + 1, column: table.counts[cell % width] ?? '' });
  const at = [
    ...solved.map((cell) => ({ ...place(cell), how: 'subtracted' as const })),
    ...missing.map((cell) => ({ ...place(cell), how: 'row-missing' as const })),
  ];
  return {
    totals: sums.length,
    hidden: hidden.size,
    givenBack: solved.length,
    missingRows: missing.length,
    at: at.toSorted((a, b) => a.row - b.row).slice(0, MAX_PLACES),
  };
}

/**
 * A dimension with a label for the total: for each combination of the others, the total is the sum of its siblings.
 * @param missing takes the cells of totals that show that a row was left out
 */
function rowSums({ dimensions, labels }: Aggregate, cells: readonly (number | null)[], width: number, missing: number[]): readonly Sum[] {
  return dimensions.flatMap((_, dimension) => {
    if (!labels.some((own) => isTotal(own[dimension] as string))) return [];
    const others = dimensions.flatMap((_, other) => (other === dimension || follows(labels, dimension, other) ? [] : [other]));
    const groups = new Map<string, { totals: number[]; parts: number[] }>();
    const members = new Set<string>();
    for (const [row, own] of labels.entries()) {
      const label = own[dimension] as string;
      const key = JSON.stringify(others.map((other) => own[other]));
      const group = groups.get(key) ?? { totals: [], parts: [] };
      groups.set(key, group);
      if (isTotal(label)) group.totals.push(row);
      else {
        group.parts.push(row);
        members.add(label);
      }
    }
    // Two labels for a total in one group: which parts each sums is not to be told.
    const whole = [...groups.values()].filter(({ totals, parts }) => totals.length === 1 && parts.length > 0);
    if (whole.length === 0) return [];
    return Array.from({ length: width }, (_, column) => column).flatMap((column): readonly Sum[] => {
      const cell = (row: number): number => row * width + column;
      const complete = whole.filter(({ parts }) => parts.length === members.size);
      const sums = (complete.length > 0 ? complete : whole).map(({ totals, parts }) => ({
        total: cell(totals[0] as number),
        parts: parts.map(cell),
      }));
      const kept = summing(sums, cells);
      if (kept.length > 0 && complete.length > 0) missing.push(...missingRows(whole, members.size, cell, cells));
      return kept;
    });
  });
}

/** A name that goes with a code, a station that goes with a county: another word for the same label, which a total has not or has its own. */
function follows(labels: readonly (readonly string[])[], dimension: number, other: number): boolean {
  const of = new Map<string, string>();
  const values = new Set<string>();
  for (const own of labels) {
    const label = own[dimension] as string;
    const value = own[other] as string;
    values.add(value);
    if (of.has(label) && of.get(label) !== value) return false;
    of.set(label, value);
  }
  return values.size > 1;
}

/** Of groups that lack one row of their kind and whose total is more than the rows they have: the cell of the total. */
function missingRows(
  groups: readonly { readonly totals: readonly number[]; readonly parts: readonly number[] }[],
  size: number,
  cell: (row: number) => number,
  cells: readonly (number | null)[],
): readonly number[] {
  return groups.flatMap(({ totals, parts }) => {
    if (parts.length !== size - 1) return [];
    const values = [totals[0] as number, ...parts].map((row) => cells[cell(row)] ?? null);
    if (values.some((value) => value === null)) return [];
    const [total = 0, ...rest] = values as number[];
    return total - rest.reduce((sum, value) => sum + value, 0) > 0 ? [cell(totals[0] as number)] : [];
  });
}

/** A column for the total: the sum of the other count columns of its row. */
function columnSums({ counts, values }: Aggregate, cells: readonly (number | null)[]): readonly Sum[] {
  const totals = counts.flatMap((name, at) => (isTotalCount(name) ? [at] : []));
  const [total] = totals;
  if (totals.length !== 1 || total === undefined || counts.length < 3) return [];
  const parts = counts.flatMap((_, at) => (at === total ? [] : [at]));
  const sums = values.map((_, row) => ({ total: row * counts.length + total, parts: parts.map((at) => row * counts.length + at) }));
  // Without one whole row nothing shows that these columns add up.
  return sums.some(({ total: at, parts: of }) => [at, ...of].every((cell) => cells[cell] !== null)) ? summing(sums, cells) : [];
}

/** The sums when those that are whole add up, and none when they do not. */
function summing(sums: readonly Sum[], cells: readonly (number | null)[]): readonly Sum[] {
  let whole = 0;
  let wrong = 0;
  for (const { total, parts } of sums) {
    const values = [total, ...parts].map((cell) => cells[cell] ?? null);
    if (values.some((value) => value === null)) continue;
    const [all = 0, ...rest] = values as number[];
    whole++;
    if (Math.abs(all - rest.reduce((sum, value) => sum + value, 0)) > 1e-6 * Math.max(1, Math.abs(all))) wrong++;
  }
  return wrong > whole * MOST_WRONG ? [] : sums;
}

/** @returns the unknown cells that became known */
function solve(sums: readonly Sum[], known: readonly (number | null)[]): readonly number[] {
  const cells = [...known];
  const touching = new Map<number, number[]>();
  const unknownIn = sums.map(({ total, parts }, sum) => {
    const unknown = [total, ...parts].filter((cell) => cells[cell] === null);
    for (const cell of unknown) touching.set(cell, [...(touching.get(cell) ?? []), sum]);
    return new Set(unknown);
  });
  const ready = unknownIn.flatMap((unknown, sum) => (unknown.size === 1 ? [sum] : []));
  const solved: number[] = [];
  for (let sum = ready.pop(); sum !== undefined; sum = ready.pop()) {
    const { total, parts } = sums[sum] as Sum;
    const [cell] = unknownIn[sum] ?? [];
    if (cell === undefined) continue;
    const known = parts.filter((part) => part !== cell).reduce((value, part) => value + (cells[part] ?? 0), 0);
    const value = cell === total ? known : (cells[total] ?? 0) - known;
    // A count below nothing was never printed: these are no parts of that total.
    unknownIn[sum]?.clear();
    if (value < 0) continue;
    cells[cell] = value;
    solved.push(cell);
    for (const other of touching.get(cell) ?? []) {
      unknownIn[other]?.delete(cell);
      if (unknownIn[other]?.size === 1) ready.push(other);
    }
  }
  return solved;
}
