// One table or text while it is read: decodes cells, decides whether the first row is a header, and keeps a reader per column. Owns the header
// rule; knows nothing of bytes before they are cut into records.
import { CellTexts } from './cell-texts';
import { type ColumnReader, createColumn } from './column';
import type { ContentLook } from './content/look';
import { inspectText } from './detectors/inspect';
import type { RowLook } from './look';
import { withNeighbours } from './neighbours';
import { observing } from './observing';
import type { CsvRecord } from './readers/csv';
import type { AnalysedColumn } from './result';
import type { ScopeReader } from './scope';
import { valueType } from './values';
import { visibleLine } from './visible-line';

export type TableOptions = {
  /** A text has one column `text` and no header. */
  readonly kind: 'table' | 'text';
  readonly today: string | null;
  readonly scope: ScopeReader | null;
  readonly content?: ContentLook | null;
  readonly looks?: readonly RowLook[];
};
export type TableReader = {
  /** May be told once, before the first cell that is not ASCII. */
  encoding(encoding: 'utf-8' | 'gb18030'): void;
  record(record: CsvRecord): void;
  readonly rows: () => number;
  /** Some cell was in neither encoding. */
  readonly damaged: () => boolean;
  result(): { readonly columns: AnalysedColumn[]; readonly names: readonly string[]; readonly rows: number };
};

const ASCII_AT_ONCE = 1_024;

/** Every cell a number or a date, or one of them an identifier that holds: the first row is data. No raw value becomes a column's name. */
export const looksLikeData = (cells: readonly string[], today: string | null): boolean =>
  cells.every((cell) => cell.trim() !== '' && valueType(cell) !== 'text') ||
  cells.some((cell) => inspectText(cell, today).some((look) => look.valid));

export function createTable({ kind, today, scope, content = null, looks = [] }: TableOptions): TableReader {
  let strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let damaged = false;
  let first: { readonly cells: readonly string[]; readonly bytes: Uint8Array; readonly ends: readonly number[] } | null = null;
  let isHeader = false;
  let rows = 0;
  /** Columns whose names the looks know. */
  let told = -1;
  const columns: ColumnReader[] = [];
  const texts = looks.length > 0 ? new CellTexts(decode) : null;

  function decode(bytes: Uint8Array, from: number, to: number): string {
    let i = from;
    while (i < to && (bytes[i] as number) < 0x80) i++;
    if (i === to && to - from <= ASCII_AT_ONCE) return String.fromCharCode(...bytes.subarray(from, to));
    const cell = bytes.subarray(from, to);
    try {
      return strict.decode(cell);
    } catch {
      damaged = true;
      return lenient.decode(cell);
    }
  }

  const cellsOf = ({ bytes, ends, cells }: CsvRecord): string[] =>
    Array.from({ length: cells }, (_, i) => decode(bytes, i === 0 ? 0 : (ends[i - 1] as number), ends[i] as number));

  const nameOf = (index: number): string => {
    if (kind === 'text') return 'text';
    return (isHeader && first?.cells[index]) || `column ${index + 1}`;
  };

  function columnAt(index: number): ColumnReader {
    for (let i = columns.length; i <= index; i++) {
      const name = nameOf(i);
      const observe = observing(isHeader ? scope?.observe(name) : undefined, content?.column(isHeader ? name : ''));
      const column = createColumn({ name: isHeader ? name : '', today }, decode, observe);
      column.addMissing(rows);
      columns.push(column);
    }
    return columns[index] as ColumnReader;
  }

  function tellLooks(record: CsvRecord): void {
    if (told !== columns.length) {
      told = columns.length;
      const names = columns.map((_, i) => nameOf(i));
      for (const look of looks) look.header(names);
    }
    const { bytes, ends, cells } = record;
    const row: string[] = [];
    for (let i = 0; i < cells; i++) row.push(texts?.text(bytes, i === 0 ? 0 : (ends[i - 1] as number), ends[i] as number) ?? '');
    while (row.length < columns.length) row.push('');
    for (const look of looks) look.row(row);
  }

  function addRow(record: CsvRecord): void {
    const { bytes, ends, cells } = record;
    const width = Math.max(cells, columns.length);
    for (let i = 0; i < width; i++) {
      if (i < cells) columnAt(i).add(bytes, i === 0 ? 0 : (ends[i - 1] as number), ends[i] as number);
      else columnAt(i).addMissing(1);
    }
    rows++;
    if (looks.length > 0) tellLooks(record);
  }

  function repeatsFirst({ bytes, ends, cells }: CsvRecord): boolean {
    if (!first || cells !== first.ends.length) return false;
    for (let i = 0; i < cells; i++) if (ends[i] !== first.ends[i]) return false;
    return first.bytes.every((byte, i) => byte === bytes[i]);
  }

  return {
    encoding(encoding) {
      strict = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
      lenient = new TextDecoder(encoding, { ignoreBOM: true });
    },
    record(record) {
      // A blank line is no record, unless a line is all there can be.
      if (record.cells === 1 && record.ends[0] === 0 && columns.length !== 1) return;
      if (kind === 'text') return addRow(record);
      if (first === null) {
        const { bytes, ends, cells } = record;
        first = { cells: cellsOf(record), bytes: bytes.slice(0, ends[cells - 1] as number), ends: [...ends.subarray(0, cells)] };
        isHeader = !looksLikeData(first.cells, today);
        for (let i = 0; i < cells; i++) columnAt(i);
        if (!isHeader) addRow(record);
        return;
      }
      // A header does not come again below: such a row is data, and so is the first.
      if (isHeader && repeatsFirst(record)) {
        isHeader = false;
        told = -1;
        addRow(record);
      }
      addRow(record);
    },
    rows: () => rows,
    damaged: () => damaged,
    result() {
      const names = columns.map((_, i) => nameOf(i));
      return { columns: withNeighbours(columns.map((column, i) => column.result(visibleLine(names[i] as string)))), names, rows };
    },
  };
}
