// What looks at a table row by row beside the columns (risk, membership, overlap) plugs in here, so that readers know nothing of them and they
// know nothing of formats. One look is made for each table of a file; texts have no rows and get none.
import type { AnalysisFile, FileFormat } from './result';

/** Cell i lies in `bytes` at `at[i]` and is `lengths[i]` long. */
export type RowBytes = { readonly bytes: Uint8Array; readonly at: Uint32Array; readonly lengths: Int32Array };

export type RowLook = {
  /**
   * Names of the columns, before the first row. Called again when names grow (a JSON key seen for the first time, a row longer than the header:
   * known names keep their place), or when the header turns out to be data (then all names are `column n`, and the row it was comes next).
   */
  readonly header: (names: readonly string[]) => void;
  /** One row, untrimmed; missing and null cells are empty. Several values of one JSON path stand on lines of their own. */
  readonly row: (cells: readonly string[]) => void;
  /** The same row where the reader has its cells as UTF-8: called instead of `row`. Valid during the call. */
  readonly bytes?: (row: RowBytes) => void;
  /** Places of the columns whose cells it reads from now on, asked now and then: other cells may be empty in its rows. Null or absent: all. */
  readonly wanted?: () => readonly number[] | null;
  /** Members for the file's result; called once, after the last row that was read. */
  readonly finish: () => Partial<AnalysisFile>;
};
export type LookedAt = { readonly name: string; readonly format: FileFormat };
/** Null: this look has nothing to do with this table. */
export type RowLookFactory = (about: LookedAt) => RowLook | null;
