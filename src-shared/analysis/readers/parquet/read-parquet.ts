// Rows of a Parquet file as JSON's rows are read: leaves are columns named by path, lists are several values of one. Holds a page of each column, whatever
// the size of the row groups. A file that contradicts itself is refused as a whole; what is rare and not read here is said.

import { inspectText } from '../../detectors/inspect';
import type { AnalysisOptions } from '../../options';
import { createRecordTable } from '../../record-table';
import type { PartlyCode } from '../../result';
import { MAX_CELL_CHARACTERS } from '../csv';
import type { TableFacts } from '../facts';
import type { JsonValue } from '../json-rows';
import type { Limits } from '../limits';
import { Refusal } from '../refusal';
import { createBeside } from '../row-sink';
import type { ContentCode } from '../sink';
import { FREE_TEXT, TEXT_PER_BYTE } from '../text-budget';
import type { Budget } from '../zip';
import { type Footer, type Leaf, type RowGroup, readFooter } from './footer';
import { ColumnCursor, NotReadHere } from './pages';

/** Values of a row that are held until it is whole. */
const MAX_HELD = 8_192;
/** Keys that writers use for what the columns say anyway. */
const WRITERS = /^(?:ARROW:|pandas$|geo$|org\.apache\.spark|writer\.|parquet\.avro|parquet\.proto|huggingface$|dbt)/;

export type ParquetRead = {
  readonly facts: TableFacts;
  readonly content: [ContentCode, number][];
  /** What stands beside the rows: one text each. */
  readonly beside: readonly string[];
};

/** A name that is itself an identifier is a value: it becomes a cell of `path{}`, never a column's name. */
function pathOf({ steps }: Leaf, isIdentifier: (name: string) => boolean): { readonly path: string; readonly said: JsonValue[] } {
  let path = '';
  const said: JsonValue[] = [];
  for (const step of steps) {
    if (step === '[]') path += '[]';
    else if (isIdentifier(step)) {
      path += '{}';
      said.push({ path, text: step });
    } else path = path === '' ? step : `${path}.${step}`;
  }
  return { path: path === '' ? 'value' : path, said };
}

type Rows = { readonly row: (values: readonly JsonValue[], whole: boolean) => boolean; readonly count: (text: string) => boolean };

/** @returns false when told to stop */
function readGroup({ rows, chunks }: RowGroup, paths: readonly string[], cursors: readonly ColumnCursor[], sink: Rows): boolean {
  let values: JsonValue[] = [];
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < cursors.length; i++) {
      const cursor = cursors[i] as ColumnCursor;
      const path = paths[i] as string;
      // Every row begins at level 0; what follows at a higher one is more of the same row.
      if (cursor.repetition() !== 0) throw new Refusal('CONTAINER_BROKEN', 'rows');
      do {
        const text = cursor.take();
        if (text !== null && !sink.count(text)) return false;
        values.push({ path, text });
        if (values.length < MAX_HELD) continue;
        if (!sink.row(values, false)) return false;
        values = [];
      } while (chunks[i]?.leaf.maxRepetition !== 0 && cursor.repetition() > 0);
    }
    if (!sink.row(values, true)) return false;
    values = [];
  }
  if (cursors.some((cursor) => cursor.repetition() !== -1)) throw new Refusal('CONTAINER_BROKEN', 'rows');
  return true;
}

/** @throws Refusal */
export function readParquet(bytes: Uint8Array, options: AnalysisOptions, limits: Limits, budget: Budget): ParquetRead {
  const footer = readFooter(bytes);
  const today = options.today?.replaceAll('-', '') ?? null;
  const beside = createBeside(options, 'table', 'parquet');
  const table = createRecordTable({ today, scope: beside.scope, content: beside.content, looks: beside.looks });
  const isIdentifier = (name: string): boolean => /\d{8}|@/.test(name) && inspectText(name, today).some((look) => look.valid);
  const named = footer.leaves.map((leaf) => pathOf(leaf, isIdentifier));
  let problem: PartlyCode | null = footer.elsewhere;
  let text = 0;
  const most = Math.max(FREE_TEXT, bytes.length * TEXT_PER_BYTE);
  const sink: Rows = {
    row(values, whole) {
      problem = whole ? limits.beforeRow(table.rows()) : limits.time();
      if (problem === null && !table.row(values, whole)) problem = 'TOO_MANY_COLUMNS';
      return problem === null;
    },
    count(cell) {
      text += cell.length;
      limits.took(cell.length);
      if (text > most) throw new Refusal('CONTAINER_BOMB', 'text');
      if (cell.length > MAX_CELL_CHARACTERS) problem = 'CELL_TOO_LONG';
      return problem === null;
    },
  };
  // Columns are there even where no row is.
  for (const { path, said } of named) if (!table.row([{ path, text: null }, ...said], false)) problem = 'TOO_MANY_COLUMNS';
  try {
    const paths = named.map(({ path }) => path);
    if (problem === null) {
      for (const group of footer.groups) {
        const cursors = group.chunks.map((chunk) => new ColumnCursor(chunk, bytes, budget));
        if (!readGroup(group, paths, cursors, sink)) break;
      }
    }
  } catch (cause) {
    if (!(cause instanceof NotReadHere)) throw cause;
    problem = 'FORMAT_NOT_READ';
  }
  const rows = table.rows();
  const { columns, names } = table.result();
  const { more, missed } = beside.result(names);
  const facts: TableFacts = { format: 'parquet', encoding: null, rows, columns, more, missed, code: problem, rowsRead: rows };
  return {
    facts,
    content: contentOf(footer),
    beside: footer.keyValues.filter(({ key }) => key !== 'ARROW:schema').map(({ key, value }) => `${key}\n${value}`),
  };
}

function contentOf({ keyValues, unlisted }: Footer): [ContentCode, number][] {
  const own = keyValues.filter(({ key }) => !WRITERS.test(key)).length;
  const content: [ContentCode, number][] = [];
  if (own > 0) content.push(['OTHER_TEXT', own]);
  if (unlisted > 0) content.push(['UNLISTED_BYTES', unlisted]);
  return content;
}
