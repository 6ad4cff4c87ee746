// A table whose columns are named by its rows, as JSON names them: columns come when they are first met, and a row may hold several values of
// one. The other kind, whose first row may be a header, is table.ts.
import { type ColumnReader, createColumn } from './column';
import type { ContentLook } from './content/look';
import type { RowLook } from './look';
import { withNeighbours } from './neighbours';
import { observing } from './observing';
import { MAX_COLUMNS } from './readers/csv';
import type { JsonValue } from './readers/json-rows';
import type { AnalysedColumn } from './result';
import type { ScopeReader } from './scope';
import { visibleLine } from './visible-line';

type NamedColumn = { readonly name: string; readonly column: ColumnReader; filledRows: number; lastRow: number };
export type RecordTable = {
  /** @returns false when the table has more columns than can be read */
  row(values: readonly JsonValue[], whole: boolean): boolean;
  readonly rows: () => number;
  result(): { readonly columns: AnalysedColumn[]; readonly names: readonly string[] };
};
export type RecordTableOptions = {
  readonly today: string | null;
  readonly scope: ScopeReader | null;
  readonly content?: ContentLook | null;
  readonly looks: readonly RowLook[];
};

export function createRecordTable({ today, scope, content = null, looks }: RecordTableOptions): RecordTable {
  const columns = new Map<string, NamedColumn>();
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const decode = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  let scratch = new Uint8Array(4_096);
  let rows = 0;
  let told = -1;
  let cells = new Map<string, string>();

  function columnFor(name: string): NamedColumn | null {
    const known = columns.get(name);
    if (known) return known;
    if (columns.size >= MAX_COLUMNS) return null;
    const observe = observing(scope?.observe(name), content?.column(name));
    const made = { name, column: createColumn({ name, today }, decode, observe), filledRows: 0, lastRow: -1 };
    columns.set(name, made);
    return made;
  }

  function tellLooks(): void {
    if (told !== columns.size) {
      told = columns.size;
      const names = [...columns.keys()];
      for (const look of looks) look.header(names);
    }
    const row = [...columns.keys()].map((name) => cells.get(name) ?? '');
    for (const look of looks) look.row(row);
    cells = new Map();
  }

  return {
    row(values, whole) {
      for (const { path, text } of values) {
        const column = columnFor(path);
        if (!column) return false;
        if (text === null || text === '') continue;
        if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3);
        column.column.add(scratch, 0, encoder.encodeInto(text, scratch).written);
        if (column.lastRow !== rows) column.filledRows++;
        column.lastRow = rows;
        if (looks.length > 0) cells.set(path, cells.has(path) ? `${cells.get(path)}\n${text}` : text);
      }
      if (!whole) return true;
      rows++;
      if (looks.length > 0) tellLooks();
      return true;
    },
    rows: () => rows,
    result() {
      const all = [...columns.values()];
      for (const { column, filledRows } of all) column.addMissing(rows - filledRows);
      return {
        columns: withNeighbours(all.map(({ name, column }) => column.result(visibleLine(name)))),
        names: all.map(({ name }) => name),
      };
    },
  };
}
