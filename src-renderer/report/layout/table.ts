// Places a table row by row. A row that does not fit moves to the next page under a repeated head; only a row taller than a third of a page is
// divided, between lines.
import type { Cell } from '../content/block';
import { cellElement, element, rowElement, sliceRuns, type TableBlock, tableElement } from './elements';
import { type Lines, linesOf } from './lines';
import type { Measured, Sheets } from './sheets';

const DIVIDE_OVER = 1 / 3;
/** A divided row begins only where at least this part of a page is left. */
const DIVIDE_FROM = 1 / 6;

type Row = { readonly cells: readonly Cell[]; readonly element: HTMLTableRowElement; readonly height: number };
type Placed = { readonly body: HTMLTableSectionElement };

export function measureTable(block: TableBlock, galley: HTMLElement): () => Measured {
  const { wrap, body } = tableElement(block);
  const elements = block.rows.map((cells) => rowElement(cells));
  body.append(...elements);
  galley.append(wrap);
  return () => {
    const heights = elements.map((row) => row.getBoundingClientRect().height);
    const whole = wrap.getBoundingClientRect().height;
    const pageHeight = galley.getBoundingClientRect().width * (225 / 156);
    const empty = whole - heights.reduce((sum, height) => sum + height, 0);
    const rows = block.rows.map((cells, i): Row => ({ cells, element: elements[i] ?? element('tr', ''), height: heights[i] ?? 0 }));
    return {
      // A first row that will be divided needs no more than the beginning of one.
      least: empty + Math.min(heights[0] ?? 0, pageHeight * DIVIDE_OVER),
      keepWithNext: false,
      place: (sheets) => placeRows(sheets, block, empty, rows),
    };
  };
}

/** @param empty height of the table without its rows: head, rules and the space around it. */
function placeRows(sheets: Sheets, block: TableBlock, empty: number, rows: readonly Row[]): void {
  // Columns and cell frames are read while the rows still stand in the galley.
  const long = new Map(
    rows.filter(({ height }) => height > sheets.height * DIVIDE_OVER).map((row) => [row, row.cells.map((_, i) => cellLines(row, i))]),
  );
  let open: Placed | null = null;
  const start = (): Placed => {
    const { wrap, body } = tableElement(block);
    sheets.place(wrap, empty);
    return { body };
  };
  const turn = (): void => {
    sheets.turn();
    open = null;
  };
  for (const row of rows) {
    const needed = (): number => row.height + (open === null ? empty : 0);
    const lines = long.get(row);
    if (lines !== undefined && needed() > sheets.room) {
      for (let at = 0; at !== Number.POSITIVE_INFINITY; ) {
        if (open === null && !sheets.fresh && sheets.room < empty + sheets.height * DIVIDE_FROM) turn();
        open ??= start();
        const part = rowPart(row, lines, at, sheets.room);
        if (part === null) {
          turn();
          continue;
        }
        open.body.append(part.element);
        sheets.grow(part.height);
        at = part.next;
        if (at !== Number.POSITIVE_INFINITY) turn();
      }
      continue;
    }
    if (needed() > sheets.room && !(sheets.fresh && open === null)) turn();
    open ??= start();
    open.body.append(row.element);
    sheets.grow(row.height);
  }
  if (rows.length === 0) start();
}

const cellLines = (row: Row, index: number): Lines & { length: number } => {
  const cell = row.element.cells[index];
  if (cell === undefined) return { starts: [0], lineHeight: 1, frame: 0, length: 0 };
  return { ...linesOf(cell), length: cell.textContent?.length ?? 0 };
};

/** The lines of a row from line `at` on that fit into `room`; `next` is infinite when none are left, the result null when not two lines fit. */
function rowPart(
  row: Row,
  lines: readonly (Lines & { length: number })[],
  at: number,
  room: number,
): { element: HTMLTableRowElement; height: number; next: number } | null {
  const lineHeight = Math.max(...lines.map((each) => each.lineHeight));
  const frame = Math.max(...lines.map((each) => each.frame));
  const left = Math.max(...lines.map((each) => each.starts.length)) - at;
  const fitting = Math.floor((room - frame) / lineHeight);
  if (fitting < Math.min(2, left)) return null;
  const take = Math.min(left, fitting);
  const cells = row.cells.map((cell, i) => {
    const { starts, length } = lines[i] ?? { starts: [0], length: 0 };
    // What names the row stands on every page that the row reaches.
    if (cell.centred && starts.length === 1) return cellElement(cell);
    const from = at < starts.length ? (starts[at] ?? 0) : length;
    const to = at + take < starts.length ? (starts[at + take] ?? length) : length;
    return cellElement(cell, sliceRuns(cell.runs, from, to));
  });
  return {
    element: element('tr', 'divided', ...cells),
    height: take * lineHeight + frame,
    next: take === left ? Number.POSITIVE_INFINITY : at + take,
  };
}
