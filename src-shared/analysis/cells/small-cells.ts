// Small cells of an aggregate: a count so low that the people behind it can be told apart (统计法实施条例 29(三)). There is no national number;
// the least class of the sharing mode serves by analogy. Looks at counts as they stand; whether totals give a merged cell back is another look.
import { LEAST_CLASS, type SharingMode } from '../risk/identity';

/** Headers that name a count where nobody has said which columns are counts. */
const COUNT_HEADER = /(?:人数|户数|人次|次数|件数|数量|count)$/iu;
/** A column of numbers that once had gaps is often written with zeros behind the point. */
const WHOLE = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?$/;
const ASCII = /^[\0-\x7f]*$/u;
/** A mark for a suppressed or absent value: it holds no digit and no letter. */
const MARK = /^[^\p{L}\p{N}]+$/u;

export type SmallCells = {
  readonly threshold: number;
  /** Cells with 0 < value < threshold. */
  readonly cells: number;
  readonly zeros: number;
  /** Cells of the count columns that hold a whole number. */
  readonly counted: number;
  /** The columns taken as counts. */
  readonly columns: readonly string[];
};

export const namesCount = (header: string): boolean => COUNT_HEADER.test(header.trim());

/** One column that may hold counts. */
export class CountColumn {
  #small = 0;
  #zeros = 0;
  #counted = 0;
  /** Cells that are neither whole numbers nor marks. */
  #other = 0;

  constructor(
    readonly name: string,
    readonly threshold: number,
  ) {}

  add(cell: string): void {
    const value = (ASCII.test(cell) ? cell : cell.normalize('NFKC')).trim();
    if (value === '') return;
    if (!WHOLE.test(value)) {
      if (!MARK.test(value)) this.#other++;
      return;
    }
    this.#counted++;
    const number = Number(value.replaceAll(',', ''));
    if (number === 0) this.#zeros++;
    else if (number > 0 && number < this.threshold) this.#small++;
  }

  /** Marks aside, every filled cell is a whole number. */
  get whole(): boolean {
    return this.#counted > 0 && this.#other === 0;
  }

  /** Whole numbers stand among what is none. */
  get mixed(): boolean {
    return this.#counted > 0 && this.#other > 0;
  }

  get counts(): Pick<SmallCells, 'cells' | 'zeros' | 'counted'> {
    return { cells: this.#small, zeros: this.#zeros, counted: this.#counted };
  }
}

/** @param named whether somebody named the columns: then they are counts whatever else stands in them */
export function smallCells(columns: readonly CountColumn[], mode: SharingMode, named: boolean): SmallCells | null {
  const used = columns.filter((column) => named || column.whole);
  if (used.length === 0) return null;
  const sum = { cells: 0, zeros: 0, counted: 0 };
  for (const { counts } of used) {
    sum.cells += counts.cells;
    sum.zeros += counts.zeros;
    sum.counted += counts.counted;
  }
  return { threshold: LEAST_CLASS[mode], ...sum, columns: used.map(({ name }) => name) };
}
