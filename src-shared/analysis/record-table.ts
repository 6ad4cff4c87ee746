// A table whose columns are named by its rows, as JSON names them: columns come when they are first met, and a row may hold several values of one. The
// first columns are written as records of a delimited table for the byte scanner; columns beyond them, which make a table wide and sparse, are counted
// value by value. The other kind, whose first row may be a header, is table.ts.
import { type ColumnReader, createColumn } from './column';
import type { ContentLook } from './content/look';
import type { RowLook } from './look';
import { withNeighbours } from './neighbours';
import { observing } from './observing';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS } from './readers/csv';
import type { JsonValue } from './readers/json-rows';
import { createRecordsOut, MAX_RECORD, SEPARATOR_BYTE } from './readers/records-out';
import type { AnalysedColumn } from './result';
import { Scanner } from './scan/scanner';
import type { ScopeReader } from './scope';
import { estimateOf } from './value-table';
import { visibleLine } from './visible-line';

/** A record costs something for every column, whether the row has it or not. */
const MOST_SCANNED = 256;
type NamedColumn = {
  readonly name: string;
  readonly index: number;
  /** Null: the scanner counts it. */
  readonly column: ColumnReader | null;
  filledRows: number;
  lastRow: number;
};
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
  const inOrder: NamedColumn[] = [];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const decode = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));
  const scanner = new Scanner({ separator: SEPARATOR_BYTE, today, maxRows: null, widen, row: null });
  let scratch = new Uint8Array(4_096);
  /** Of the row being read, by place. */
  let cells: (string | undefined)[] = [];
  /** Characters in them. */
  let held = 0;
  let rows = 0;
  let told = -1;
  let texts = new Map<string, string>();

  function widen(width: number): void {
    for (let i = scanner.width; i < width; i++) {
      const { name } = inOrder[i] as NamedColumn;
      scanner.addColumn({ name, today }, scope?.observe(name), content?.column(name));
    }
  }

  function columnFor(name: string): NamedColumn | null {
    const known = columns.get(name);
    if (known) return known;
    const index = columns.size;
    if (index >= MAX_COLUMNS) return null;
    const column =
      index < MOST_SCANNED ? null : createColumn({ name, today }, decode, observing(scope?.observe(name), content?.column(name)));
    const made = { name, index, column, filledRows: 0, lastRow: -1 };
    columns.set(name, made);
    inOrder.push(made);
    return made;
  }

  const out = createRecordsOut((records) => {
    const at = scanner.buffer(records.length);
    scanner.bytes.set(records, at);
    scanner.scan(0, records.length, true);
  });

  /** A record of the cells met since the last one. Rows and what is empty in them are counted here. */
  function writeRecord(): void {
    if (cells.length === 0) return;
    out.record(cells);
    cells = [];
    held = 0;
  }

  function count({ index, column }: NamedColumn, text: string): void {
    if (column) {
      if (scratch.length < text.length * 3) scratch = new Uint8Array(text.length * 3);
      column.add(scratch, 0, encoder.encodeInto(text, scratch).written);
      return;
    }
    // Several values of one path are that many records, and so are values that together are too long for one.
    if (cells[index] !== undefined || held + text.length > MAX_RECORD) writeRecord();
    held += text.length;
    while (cells.length < index) cells.push(undefined);
    cells[index] = text;
  }

  /** Values of one path are one text, as far as a cell goes. */
  function addText(path: string, text: string): void {
    const before = texts.get(path);
    if (before === undefined || before.length < MAX_CELL_CHARACTERS) texts.set(path, before === undefined ? text : `${before}\n${text}`);
  }

  function tellLooks(): void {
    if (told !== columns.size) {
      told = columns.size;
      const names = [...columns.keys()];
      for (const look of looks) look.header(names);
    }
    const row = [...columns.keys()].map((name) => texts.get(name) ?? '');
    for (const look of looks) look.row(row);
    texts = new Map();
  }

  function resultOf({ name, index, column, filledRows, lastRow }: NamedColumn): AnalysedColumn {
    // What stands after the last row, or in a row that was not read to its end, is in no row that counts.
    const empty = rows - (lastRow === rows ? filledRows - 1 : filledRows);
    if (column) {
      column.addMissing(empty);
      return column.result(visibleLine(name));
    }
    const { findings, count: distinct, registers, filled } = scanner.column(index);
    const exact = distinct !== null;
    return findings.result(visibleLine(name), { distinct: exact ? distinct : estimateOf(registers()), exact, filled, empty });
  }

  return {
    row(values, whole) {
      for (const { path, text } of values) {
        const column = columnFor(path);
        if (!column) return false;
        if (text === null || text === '') continue;
        count(column, text);
        if (column.lastRow !== rows) column.filledRows++;
        column.lastRow = rows;
        if (looks.length > 0) addText(path, text);
      }
      if (!whole) return true;
      writeRecord();
      rows++;
      if (looks.length > 0) tellLooks();
      return true;
    },
    rows: () => rows,
    result() {
      writeRecord();
      out.flush();
      widen(Math.min(columns.size, MOST_SCANNED));
      return { columns: withNeighbours(inOrder.map(resultOf)), names: inOrder.map(({ name }) => name) };
    },
  };
}
