// Columns written into files as a developer would deliver them: CSV in UTF-8 and GB18030, TSV, JSON Lines, and a text.
import type { Column } from './columns';

export type Delivered = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly columns: readonly Column[];
  readonly kind: 'table' | 'text';
};

const COLUMNS_OF_A_TABLE = 12;

let gb: ReadonlyMap<string, readonly number[]> | null = null;
/** Two-byte characters of GB18030, from what the platform decodes. */
function gbTable(): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030');
  const table = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !table.has(text)) table.set(text, [lead, trail]);
    }
  return table;
}

export function gb18030(text: string): Uint8Array {
  gb ??= gbTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : gb.get(character);
    if (!pair) throw new RangeError(`no two bytes for U+${code.toString(16)}`);
    bytes.push(...pair);
  }
  return Uint8Array.from(bytes);
}

const quoted = (text: string): string => (/[",\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const rowsOf = (columns: readonly Column[]): string[][] =>
  Array.from({ length: Math.max(...columns.map(({ cells }) => cells.length)) }, (_, row) =>
    columns.map(({ cells }) => cells[row]?.text ?? ''),
  );
const delimited = (columns: readonly Column[], separator: string, end: string): string =>
  [columns.map(({ name }) => name), ...rowsOf(columns)].map((cells) => cells.map(quoted).join(separator) + end).join('');
const jsonLines = (columns: readonly Column[]): string =>
  rowsOf(columns)
    .map((cells) => `${JSON.stringify(Object.fromEntries(columns.map(({ name }, i) => [name, cells[i]])))}\n`)
    .join('');

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const WAYS: readonly ((columns: readonly Column[], name: string) => Pick<Delivered, 'name' | 'bytes'>)[] = [
  (columns, name) => ({ name: `${name}.csv`, bytes: utf8(delimited(columns, ',', '\n')) }),
  (columns, name) => ({ name: `${name}-gb18030.csv`, bytes: gb18030(delimited(columns, ',', '\r\n')) }),
  (columns, name) => ({ name: `${name}.jsonl`, bytes: utf8(jsonLines(columns)) }),
  (columns, name) => ({ name: `${name}.tsv`, bytes: utf8(`\ufeff${delimited(columns, '\t', '\n')}`) }),
];

/** No two columns of one table have one name, and none would be its neighbours' explanation: they are dealt out like cards. */
export function deliver(columns: readonly Column[], document: Column): Delivered[] {
  const tables: Column[][] = Array.from({ length: Math.ceil(columns.length / COLUMNS_OF_A_TABLE) }, () => []);
  columns.forEach((column, i) => {
    for (let turn = i; ; turn++) {
      const table = tables[turn % tables.length];
      if (!table || turn > i + tables.length) tables.push([column]);
      else if (table.some(({ name }) => name === column.name)) continue;
      else table.push(column);
      return;
    }
  });
  const files = tables.map((table, i): Delivered => {
    const way = WAYS[i % WAYS.length];
    if (!way) throw new RangeError('no way to write a table');
    return { ...way(table, `table-${i + 1}`), columns: table, kind: 'table' };
  });
  const text = `${document.cells.map((cell) => cell.text).join('\n')}\n`;
  return [...files, { name: 'document.txt', bytes: utf8(text), columns: [document], kind: 'text' }];
}
