// What goes along with a table (scope against the agreement, looks at rows), and tables that are fed with cells as texts instead of bytes.
import { analysisTexts } from '../../texts/analysis';
import { expectedHosts } from '../content/hosts';
import { type ContentLook, createContentLook } from '../content/look';
import { mergeContents } from '../content/tally';
import type { RowLook } from '../look';
import type { AnalysisOptions } from '../options';
import type { AnalysisFile, FileFormat, PartlyCode } from '../result';
import { createScanTable } from '../scan/scan-table';
import { createScope, type ScopeReader } from '../scope';
import { createTable, type TableReader } from '../table';
import { visibleLine } from '../visible-line';
import type { CsvRecord } from './csv';
import type { TableFacts } from './facts';
import type { Limits } from './limits';
import { createRecordsOut, SEPARATOR_BYTE } from './records-out';

export type Beside = {
  readonly scope: ScopeReader | null;
  readonly looks: readonly RowLook[];
  readonly content: ContentLook;
  readonly result: (names: readonly string[]) => { readonly more: Partial<AnalysisFile>; readonly missed: readonly string[] };
};

/** A text has no fields to compare and no rows to look at. */
export function createBeside({ agreement, looks, name }: AnalysisOptions, kind: 'table' | 'text', format: FileFormat): Beside {
  const isTable = kind === 'table';
  const scope = isTable && agreement ? createScope(agreement, visibleLine(name)) : null;
  const rowLooks: RowLook[] = isTable ? (looks ?? []).flatMap((make) => make({ name, format }) ?? []) : [];
  const formulas = isTable && (format === 'csv' || format === 'tsv');
  const content = createContentLook({ kind, formulas, expected: expectedHosts(agreement?.recipients ?? []) });
  return {
    scope,
    looks: rowLooks,
    content,
    result(names) {
      const compared = scope?.result(names);
      const found = rowLooks.map((look) => look.finish());
      const members: Partial<AnalysisFile> = Object.assign({}, ...found);
      const contents = mergeContents([...found.map((each) => each.content ?? []), content.contents(names)]);
      return {
        more: { ...members, ...(compared ? { scope: compared.scope } : {}), content: contents },
        missed: compared ? compared.notChecked : isTable ? [analysisTexts.zh.notChecked.noAgreement] : [],
      };
    },
  };
}

export function createTableBeside(
  options: AnalysisOptions,
  kind: 'table' | 'text',
  format: FileFormat,
): { readonly table: TableReader; readonly beside: Beside } {
  const beside = createBeside(options, kind, format);
  const today = options.today?.replaceAll('-', '') ?? null;
  return { table: createTable({ kind, today, scope: beside.scope, content: beside.content, looks: beside.looks }), beside };
}

export type RowSink = {
  /** False: enough. */
  readonly row: (cells: readonly string[]) => boolean;
  readonly result: (problem: PartlyCode | null) => TableFacts;
};

/** Of spreadsheets: the table decides about the header, as with delimited text, and goes through the byte scanner as that does. */
export function createRowSink(options: AnalysisOptions, kind: 'table' | 'text', limits: Limits, format: FileFormat): RowSink {
  const rows = kind === 'text' ? createLines(options, format) : createRecords(options, format);
  let limit: PartlyCode | null = null;
  return {
    row(cells) {
      limit = limits.beforeRow(rows.rows());
      return limit === null && rows.add(cells);
    },
    result(problem) {
      const { columns, names, rows: read } = rows.result();
      const { more, missed } = rows.beside.result(names);
      const shown = kind === 'text' ? null : read;
      return { format, encoding: null, rows: shown, columns, more, missed, code: limit ?? rows.problem() ?? problem, rowsRead: read };
    },
  };
}

type Rows = Pick<TableReader, 'result'> & {
  readonly beside: Beside;
  /** At least so many. */
  readonly rows: () => number;
  /** False: enough. */
  readonly add: (cells: readonly string[]) => boolean;
  readonly problem: () => PartlyCode | null;
};

function createLines(options: AnalysisOptions, format: FileFormat): Rows {
  const { table, beside } = createTableBeside(options, 'text', format);
  const toRecord = createRecordWriter();
  return {
    beside,
    rows: table.rows,
    add(cells) {
      table.record(toRecord(cells));
      return true;
    },
    problem: () => null,
    result: table.result,
  };
}

function createRecords(options: AnalysisOptions, format: FileFormat): Rows {
  const beside = createBeside(options, 'table', format);
  const { scope, content, looks } = beside;
  const today = options.today?.replaceAll('-', '') ?? null;
  const table = createScanTable({ separator: SEPARATOR_BYTE, today, maxRows: options.maxRows ?? null, scope, content, looks });
  const out = createRecordsOut((records) => void table.push(records));
  let given = 0;
  let long = false;
  return {
    beside,
    // The first may have been the header.
    rows: () => Math.max(0, given - 1),
    add(cells) {
      given++;
      long ||= !out.record(cells);
      return !long && table.problem() === null;
    },
    problem: () => table.problem() ?? (long ? 'LINE_TOO_LONG' : null),
    result() {
      out.flush();
      table.end();
      return table.result();
    },
  };
}

/** Cells as the record of a delimited table would hold them, in UTF-8. The record is reused. */
export function createRecordWriter(): (cells: readonly string[]) => CsvRecord {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(4_096);
  let ends = new Int32Array(64);
  return (cells) => {
    const most = cells.reduce((sum, cell) => sum + cell.length * 3, 0);
    if (bytes.length < most) bytes = new Uint8Array(most * 2);
    if (ends.length < cells.length) ends = new Int32Array(cells.length * 2);
    let length = 0;
    cells.forEach((cell, i) => {
      length += encoder.encodeInto(cell, bytes.subarray(length)).written;
      ends[i] = length;
    });
    return { bytes, ends, cells: cells.length };
  };
}
