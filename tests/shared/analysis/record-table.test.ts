// Rows named by path against columns counted one value at a time: the same columns and hits, whatever a value holds, however often a path comes in a
// row, and however many paths there are.
import { createColumn } from '@shared/analysis/column';
import { createContentLook } from '@shared/analysis/content/look';
import { withNeighbours } from '@shared/analysis/neighbours';
import type { JsonValue } from '@shared/analysis/readers/json-rows';
import { createRecordTable } from '@shared/analysis/record-table';
import { visibleLine } from '@shared/analysis/visible-line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = '20261123';
type Row = readonly JsonValue[];

/** Each path a column of its own, value by value. */
function plain(rows: readonly Row[]) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const content = createContentLook({ kind: 'table', formulas: false, expected: [] });
  const names = [...new Set(rows.flatMap((row) => row.map(({ path }) => path)))];
  const columns = new Map(
    names.map((name) => {
      const decode = (bytes: Uint8Array, from: number, to: number) => decoder.decode(bytes.subarray(from, to));
      return [name, createColumn({ name, today: TODAY }, decode, content.column(name))];
    }),
  );
  for (const row of rows) {
    for (const { path, text } of row) {
      const bytes = encoder.encode(text ?? '');
      if (bytes.length > 0) columns.get(path)?.add(bytes, 0, bytes.length);
    }
    for (const name of names) if (!row.some(({ path, text }) => path === name && text)) columns.get(name)?.addMissing(1);
  }
  return {
    columns: withNeighbours([...columns].map(([name, column]) => column.result(visibleLine(name)))),
    names,
    contents: content.contents(names),
  };
}

function recorded(rows: readonly Row[]) {
  const content = createContentLook({ kind: 'table', formulas: false, expected: [] });
  const table = createRecordTable({ today: TODAY, scope: null, content, looks: [] });
  for (const row of rows) expect(table.row(row, true)).toBe(true);
  expect(table.rows()).toBe(rows.length);
  return { ...table.result(), contents: content.contents([]) };
}

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '230202199001011238',
    '23020219900101123X',
    '13912345678',
    '"',
    'a"b',
    '"a"',
    'a\nb',
    '\r',
    '\x1f',
    'a\x1fb',
    '\0',
    ' ',
    ',',
    '\uFEFF示例',
    '齐齐哈尔市示例区示例路1号',
    'user@example.cn',
    'http://s3.amazonaws.com/a',
    '1990-01-01',
    '126.95,46.58',
    '1e999',
    'NaN',
    '-0',
    '\u{1F600}',
    '\ud800',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[0-9]{6,19}$/),
);
const value = fc.record({
  path: fc.constantFrom('身份证号', '手机', 'a', 'b', 'c[].d', 'url', 'x'.repeat(5), '备注'),
  text: fc.option(cell, { nil: null }),
});

describe('a table of records', () => {
  it('counts and judges as each of its columns would by itself', () => {
    fc.assert(
      fc.property(fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const [want, have] = [plain(rows), recorded(rows)];
        expect(have.columns).toEqual(want.columns);
        expect(have.names).toEqual(want.names);
      }),
      { numRuns: 100 },
    );
  });
  it('tells what its cells hold besides', () => {
    const rows = [[{ path: 'a', text: 'http://s3.amazonaws.com/a' }], [{ path: 'a', text: 'http://10.0.0.1/x' }]];
    expect(recorded(rows).contents).toEqual(plain(rows).contents);
    expect(
      recorded(rows)
        .contents.map(({ code }) => code)
        .sort(),
    ).toEqual(['FOREIGN_HOST', 'INTERNAL_HOST']);
  });
  it('holds more columns than a record is written for, and values that come again in one row', () => {
    const wide: Row = Array.from({ length: 600 }, (_, i) => ({ path: `k${i}`, text: i % 3 === 0 ? null : `1391234${i + 1_000}` }));
    const again: Row = Array.from({ length: 500 }, (_, i) => ({ path: i % 2 === 0 ? 'k1' : 'k599', text: `v${i}` }));
    const rows = [wide, again, [], wide];
    expect(recorded(rows).columns).toEqual(plain(rows).columns);
  });
  it('counts distinct values exactly up to the promised number, and says when it estimates', () => {
    const rows = Array.from(
      { length: 70_000 },
      (_, i): Row => [
        { path: 'exact', text: String(i % 65_536) },
        { path: 'more', text: String(i) },
      ],
    );
    const [exact, more] = recorded(rows).columns;
    expect(exact).toMatchObject({ distinct: 65_536, empty: 0 });
    expect(exact?.distinctExact).toBeUndefined();
    expect(more?.distinctExact).toBe(false);
    expect(Math.abs((more?.distinct ?? 0) / 70_000 - 1)).toBeLessThan(0.1);
  });
  it('takes no more columns than can be read', () => {
    const table = createRecordTable({ today: TODAY, scope: null, looks: [] });
    expect(
      table.row(
        Array.from({ length: 16_384 }, (_, i) => ({ path: `k${i}`, text: '1' })),
        true,
      ),
    ).toBe(true);
    expect(table.row([{ path: 'one more', text: '1' }], true)).toBe(false);
  });
});
