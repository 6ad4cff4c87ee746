// A delimited table from its bytes: decides whether the first record is a header, as table.ts does for cells, and lets the scanner read the rest. State
// survives between pushes, so that a block may end anywhere.
import { CellTexts } from '../cell-texts';
import type { ContentLook } from '../content/look';
import type { RowLook } from '../look';
import { withNeighbours } from '../neighbours';
import type { AnalysedColumn, PartlyCode } from '../result';
import type { ScopeReader } from '../scope';
import { looksLikeData } from '../table';
import { estimateOf } from '../value-table';
import { visibleLine } from '../visible-line';
import { MAX_RECORD_BYTES, Scanner } from './scanner';

/** Looks give up, and then want nothing more. */
const ROWS_BETWEEN_QUESTIONS = 1_024;

const NO_CELLS: string[] = [];

/** Places of the columns that some look reads as texts. */
function wantedOf(looks: readonly RowLook[], width: number): readonly number[] {
  const all = Array.from({ length: width }, (_, i) => i);
  const asked = looks.flatMap((look) => (look.bytes ? [] : [look.wanted?.() ?? null]));
  return asked.includes(null) ? all : all.filter((i) => asked.some((places) => places?.includes(i)));
}

export type ScanTableOptions = {
  readonly separator: number;
  /** yyyymmdd */
  readonly today: string | null;
  readonly maxRows: number | null;
  readonly scope: ScopeReader | null;
  readonly content: ContentLook | null;
  readonly looks: readonly RowLook[];
};
export type ScanTable = {
  /** UTF-8. @returns false once reading has stopped */
  readonly push: (block: Uint8Array) => boolean;
  readonly end: () => void;
  readonly rows: () => number;
  /** Why reading has stopped before the end, or what was found damaged. */
  readonly problem: () => PartlyCode | null;
  readonly result: () => { readonly columns: AnalysedColumn[]; readonly names: readonly string[]; readonly rows: number };
};

export function createScanTable({ separator, today, maxRows, scope, content, looks }: ScanTableOptions): ScanTable {
  let first: readonly string[] | null = null;
  let isHeader = false;
  let told = -1;
  let rowsTold = 0;
  let wanted: readonly number[] = [];
  /** Bytes in the buffer that are not counted yet, and how many there must be before another try is worth its time. */
  let held = 0;
  let enough = 0;
  let problem: PartlyCode | null = null;
  const texts = looks.length > 0 ? new CellTexts((bytes, from, to) => scanner.textOf(bytes, from, to)) : null;
  const scanner = new Scanner({ separator, today, maxRows, widen, row: looks.length > 0 ? tellLooks : null });

  const nameOf = (index: number): string => (isHeader && first?.[index]) || `column ${index + 1}`;

  function widen(cells: number): void {
    for (let i = scanner.width; i < cells; i++) {
      const name = nameOf(i);
      const header = isHeader ? name : '';
      scanner.addColumn({ name: header, today }, isHeader ? scope?.observe(name) : undefined, content?.column(header));
    }
  }

  function tellLooks(): void {
    if (told !== scanner.width) {
      told = scanner.width;
      rowsTold = 0;
      const names = Array.from({ length: told }, (_, i) => nameOf(i));
      for (const look of looks) look.header(names);
    }
    const { bytes } = scanner;
    const { at, lengths } = scanner.record();
    if (rowsTold++ % ROWS_BETWEEN_QUESTIONS === 0) wanted = wantedOf(looks, told);
    const row = wanted.length === 0 ? NO_CELLS : new Array<string>(told).fill('');
    for (const i of wanted) {
      const from = at[i];
      if (from !== undefined) row[i] = texts?.text(bytes, from, from + (lengths[i] as number)) ?? '';
    }
    for (const look of looks) {
      if (look.bytes) look.bytes({ bytes, at, lengths });
      else look.row(row);
    }
  }

  /** @returns where the first record ends, or `from` when it is not whole yet */
  function readFirst(from: number, to: number, last: boolean): number {
    const next = scanner.scan(from, to, last, true);
    const cells = scanner.cells();
    if (next === from || scanner.status !== 'GOING' || cells.length === 0) return from;
    if (cells.length === 1 && cells[0] === '') return next;
    first = cells;
    isHeader = !looksLikeData(first, today);
    widen(first.length);
    if (isHeader) scanner.keepHeader();
    else scanner.count();
    return next;
  }

  function read(to: number, last: boolean): void {
    let from = 0;
    if (first === null) from = readFirst(0, to, last);
    if (first !== null && scanner.status === 'GOING') from = scanner.scan(from, to, last);
    // A header does not come again below: such a row is data, and so is the first.
    while (scanner.status === 'REPEATED') {
      isHeader = false;
      told = -1;
      scanner.forgetHeader();
      scanner.count();
      scanner.count();
      from = scanner.scan(from, to, last);
    }
    const { status } = scanner;
    if (status === 'ENOUGH') problem = 'MAX_ROWS';
    else if (status === 'CELL_TOO_LONG' || status === 'TOO_MANY_COLUMNS' || status === 'QUOTE_UNCLOSED') problem = status;
    const at = scanner.buffer(to);
    scanner.bytes.copyWithin(at, at + from, at + to);
    held = to - from;
    // Never past the limit without a look: the memory for it doubles as well.
    enough = from === 0 ? Math.min(held * 2, MAX_RECORD_BYTES) : 0;
    if (held >= MAX_RECORD_BYTES) problem ??= 'LINE_TOO_LONG';
  }

  return {
    push(block) {
      if (problem) return false;
      const at = scanner.buffer(held + block.length);
      scanner.bytes.set(block, at + held);
      held += block.length;
      if (held >= enough) read(held, false);
      return problem === null;
    },
    end() {
      if (problem === null && held > 0) read(held, true);
    },
    rows: () => scanner.rows,
    problem: () => problem ?? (scanner.damaged ? 'BAD_ENCODING' : null),
    result() {
      const names = Array.from({ length: scanner.width }, (_, i) => nameOf(i));
      const columns = names.map((name, i) => {
        const { findings, count, registers, filled, empty } = scanner.column(i);
        const exact = count !== null;
        return findings.result(visibleLine(name), { distinct: exact ? count : estimateOf(registers()), exact, filled, empty });
      });
      return { columns: withNeighbours(columns), names, rows: scanner.rows };
    },
  };
}
