// The cells of one sheet as rows of texts, and which of them nobody sees. Also the records of a pivot cache: the rows a pivot table was made of,
// kept by spreadsheet programs even when the sheet is gone.
import { reachesOut } from '../content/formulas';
import type { PartlyCode } from '../result';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS } from './csv';
import { createShelf, type Shelf } from './shelf';
import { isTrue, readXml } from './xlsx-parts';
import { columnOf, dateText, numberText } from './xlsx-values';
import type { ZipEntry } from './zip';

export type SheetContext = { readonly strings: Shelf; readonly dates: readonly boolean[]; readonly from1904: boolean };
export type SheetRead = {
  readonly problem: PartlyCode | null;
  /** With something in them. */
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Numbers longer than a spreadsheet keeps. */
  readonly damaged: number;
  /** Formulas that fetch or run something outside the workbook. */
  readonly reaching: number;
  /** Lines at the head and foot of a printed page, without their codes for fonts and places. */
  readonly printed: readonly string[];
};

const isHidden = (attribute: (name: string) => string | null, size: string): boolean =>
  isTrue(attribute('hidden')) || (attribute(size) !== null && Number(attribute(size)) === 0);

const PAGE = /^(?:odd|even|first)(?:Header|Footer)$/;
/** Left, centre and right are lines of their own; page numbers, names of sheets and files are not text (ECMA-376, 18.3.1.46). */
const pageLines = (text: string): string[] =>
  text
    .split(/&[LCR]/)
    .map((line) =>
      line
        .replace(/&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d+|[A-Za-z])/g, '')
        .replaceAll('&&', '&')
        .trim(),
    )
    .filter((line) => line !== '');

/** @param row returns false to stop */
export function readSheet(
  entry: ZipEntry,
  { strings, dates, from1904 }: SheetContext,
  row: (cells: readonly string[]) => boolean,
): SheetRead {
  const hidden = new Uint8Array(MAX_COLUMNS);
  const hiddenFilled = new Set<number>();
  let problem: PartlyCode | null = null;
  let going = true;
  let hiddenRows = 0;
  let damaged = 0;
  let reaching = 0;
  const printed = new Set<string>();
  let page: string | null = null;
  let formula: string | null = null;
  let hiddenByDefault = false;
  let rowHidden = false;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style = 0;
  let text = '';
  let inValue = false;
  let phonetic = false;

  const stop = (code: PartlyCode | null): void => {
    problem ??= code;
    going = false;
  };

  function cellText(): string {
    if (type === 's') return strings.text(Number(text));
    if (type === 'b') return text === '1' ? 'true' : 'false';
    if (type !== 'n' || text === '') return text;
    const value = Number(text);
    if (dates[style]) return dateText(value, from1904) ?? text;
    const number = numberText(text);
    if (number.damaged) damaged++;
    return number.text;
  }

  function endCell(): void {
    const value = cellText();
    if (value === '') return;
    if (column >= MAX_COLUMNS) {
      stop('TOO_MANY_COLUMNS');
      return;
    }
    if (value.length > MAX_CELL_CHARACTERS) {
      stop('CELL_TOO_LONG');
      return;
    }
    while (cells.length <= column) cells.push('');
    cells[column] = value;
    if (hidden[column] === 1) hiddenFilled.add(column);
  }

  readXml(
    entry,
    {
      open(name, attribute) {
        if (name === 'c') {
          column = columnOf(attribute('r')) ?? column + 1;
          type = attribute('t') ?? 'n';
          style = Number(attribute('s') ?? 0);
          text = '';
        } else if (name === 'v' || name === 't') inValue = !phonetic;
        else if (name === 'f') formula = '';
        else if (PAGE.test(name)) page = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 'row') {
          cells = [];
          column = -1;
          rowHidden = isHidden(attribute, 'ht') || (hiddenByDefault && attribute('hidden') === null);
        } else if (name === 'col' && isHidden(attribute, 'width'))
          hidden.fill(1, Math.max(Number(attribute('min')) - 1, 0), Number(attribute('max')));
        else if (name === 'sheetFormatPr') hiddenByDefault = isTrue(attribute('zeroHeight'));
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'f') {
          if (formula && reachesOut(formula)) reaching++;
          formula = null;
        } else if (PAGE.test(name)) {
          for (const line of pageLines(page ?? '')) printed.add(line);
          page = null;
        } else if (name === 'rPh') phonetic = false;
        else if (name === 'c' && going) endCell();
        else if (name === 'row' && going && cells.length > 0) {
          if (rowHidden) hiddenRows++;
          if (!row(cells)) stop(null);
        }
      },
      text(piece) {
        if (page !== null && page.length <= MAX_CELL_CHARACTERS) page += piece;
        if (formula !== null && formula.length <= MAX_CELL_CHARACTERS) formula += piece;
        if (inValue && text.length <= MAX_CELL_CHARACTERS) text += piece;
      },
    },
    () => going,
  );
  return { problem, hiddenRows, hiddenColumns: hiddenFilled.size, damaged, reaching, printed: [...printed] };
}

const ITEM = new Set(['s', 'n', 'd', 'b', 'e', 'm']);
const itemText = (name: string, value: string): string => {
  if (name === 'm') return '';
  if (name === 'd') return value.replace(/T00:00:00(?:\.0+)?$/, '').replace('T', ' ');
  return name === 'n' ? numberText(value).text : name === 'b' ? (value === '1' ? 'true' : 'false') : value;
};

/** First the names of the fields, then the records; without records the items that the fields share. @returns number of rows told after the names */
export function readPivotCache(definition: ZipEntry, records: ZipEntry | null, row: (cells: readonly string[]) => boolean): number {
  const names: string[] = [];
  const shelf = createShelf();
  /** Where the items of each field begin in the shelf. */
  const starts: number[] = [];
  let shared = false;
  readXml(definition, {
    open(name, attribute) {
      if (name === 'cacheField') {
        if (names.length < MAX_COLUMNS) names.push(attribute('name') ?? '');
        starts.push(shelf.size());
      } else if (name === 'sharedItems') shared = true;
      else if (shared && ITEM.has(name)) shelf.add(itemText(name, attribute('v') ?? ''));
    },
    close(name) {
      if (name === 'sharedItems') shared = false;
    },
    text: () => {},
  });
  const end = (field: number): number => starts[field + 1] ?? shelf.size();
  const item = (field: number, index: number): string => {
    const at = (starts[field] ?? 0) + index;
    return index >= 0 && at < end(field) ? shelf.text(at) : '';
  };
  let rows = 0;
  let going = names.length > 0 && row(names);
  if (!records) {
    const longest = names.reduce((most, _, field) => Math.max(most, end(field) - (starts[field] ?? 0)), 0);
    for (; rows < longest && going; rows++) going = row(names.map((_, field) => item(field, rows)));
    return rows;
  }
  let cells: string[] = [];
  readXml(
    records,
    {
      open(name, attribute) {
        if (name === 'r') cells = [];
        else if (cells.length >= names.length) return;
        else if (name === 'x') cells.push(item(cells.length, Number(attribute('v') ?? -1)));
        else if (ITEM.has(name)) cells.push(itemText(name, attribute('v') ?? ''));
      },
      close(name) {
        if (name !== 'r' || !going) return;
        rows++;
        going = row(cells);
      },
      text: () => {},
    },
    () => going,
  );
  return rows;
}
