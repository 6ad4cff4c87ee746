// The cells of one sheet as rows of texts, and which of them nobody sees. Also the records of a pivot cache: the rows a pivot table was made of,
// kept by spreadsheet programs even when the sheet is gone.
import { reachesOut } from '../content/formulas';
import type { PartlyCode } from '../result';
import { MAX_CELL_CHARACTERS, MAX_COLUMNS } from './csv';
import { createShelf, type Shelf } from './shelf';
import { isTrue, readXml } from './xlsx-parts';
import { columnOf, dateText, numberText } from './xlsx-values';
import type { ZipEntry } from './zip';

export type SheetContext = { readonly strings: Pick<Shelf, 'text'>; readonly dates: readonly boolean[]; readonly from1904: boolean };
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

/** Attributes in which a sheet says something that no cell does: lists and messages for those who fill it in, links, filters, what-if values. */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  dataValidation: ['promptTitle', 'prompt', 'errorTitle', 'error'],
  hyperlink: ['tooltip', 'display'],
  filter: ['val'],
  customFilter: ['val'],
  scenario: ['name', 'user', 'comment'],
  inputCells: ['val'],
};
/** Of data validations and conditional formats; a formula of a cell is an `f`. */
const FORMULA = /^formula[12]?$/;
const LITERAL = /"((?:[^"]|"")*)"/g;
/** Shorter texts in the formulas of cells are units, answers and formats of dates. */
const LEAST_LITERAL = 6;
/** Rows say the same formula again and again. */
const MOST_REMEMBERED = 65_536;

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

/** @param row returns false to stop @param beside is told texts that the sheet carries outside its cells */
export function readSheet(
  entry: ZipEntry,
  { strings, dates, from1904 }: SheetContext,
  row: (cells: readonly string[]) => boolean,
  beside: (text: string) => void,
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

  const said = new Set<string>();
  const say = (text: string | null): void => {
    if (!text || text.trim() === '' || said.has(text)) return;
    if (said.size < MOST_REMEMBERED) said.add(text);
    beside(text.slice(0, MAX_CELL_CHARACTERS));
  };
  const sayLiterals = (of: string, least: number): void => {
    if (of.includes('"')) for (const [, text] of of.matchAll(LITERAL)) if (text && text.length >= least) say(text.replaceAll('""', '"'));
  };
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
        else if (name === 'f' || FORMULA.test(name)) formula = '';
        else if (PAGE.test(name)) page = '';
        else if (name === 'rPh') phonetic = true;
        else if (name === 'row') {
          cells = [];
          column = -1;
          rowHidden = isHidden(attribute, 'ht') || (hiddenByDefault && attribute('hidden') === null);
        } else if (name === 'col' && isHidden(attribute, 'width'))
          hidden.fill(1, Math.max(Number(attribute('min')) - 1, 0), Number(attribute('max')));
        else if (name === 'sheetFormatPr') hiddenByDefault = isTrue(attribute('zeroHeight'));
        else if (Object.hasOwn(SAYING, name)) for (const each of SAYING[name] ?? []) say(attribute(each));
      },
      close(name) {
        if (name === 'v' || name === 't') inValue = false;
        else if (name === 'f' || FORMULA.test(name)) {
          if (name === 'f' && formula && reachesOut(formula)) reaching++;
          if (formula) sayLiterals(formula, name === 'f' ? LEAST_LITERAL : 1);
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

const HOLDS_ITEMS = /^(?:shared|group)Items$/;

/**
 * First the names of the fields, then the records, then the items that the fields share and no record has any more: they stay when their rows are deleted.
 * @returns number of records, or of rows of items when there are no records
 */
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
      } else if (HOLDS_ITEMS.test(name)) shared = true;
      else if (shared && ITEM.has(name)) shelf.add(itemText(name, attribute('v') ?? ''));
    },
    close(name) {
      if (HOLDS_ITEMS.test(name)) shared = false;
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
  const shown = new Uint8Array(shelf.size());
  /** Items of each field that no record showed, side by side. */
  function rest(): number {
    const left = names.map((_, field) => {
      const items: number[] = [];
      for (let at = starts[field] ?? 0; at < end(field); at++) if (shown[at] === 0 && shelf.text(at) !== '') items.push(at);
      return items;
    });
    const longest = left.reduce((most, items) => Math.max(most, items.length), 0);
    let told = 0;
    for (; told < longest && going; told++)
      going = row(left.map((items) => (told < items.length ? shelf.text(items[told] as number) : '')));
    return told;
  }
  if (!records) return rest();
  let cells: string[] = [];
  readXml(
    records,
    {
      open(name, attribute) {
        if (name === 'r') cells = [];
        else if (cells.length >= names.length) return;
        else if (name === 'x') {
          const [field, index] = [cells.length, Number(attribute('v') ?? -1)];
          cells.push(item(field, index));
          shown[(starts[field] ?? 0) + index] = 1;
        } else if (ITEM.has(name)) cells.push(itemText(name, attribute('v') ?? ''));
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
  rest();
  return rows;
}
