// JSON and JSON Lines: paths are columns, rows are counted, numbers keep their digits, and what is broken or bottomless ends in a code.
import { utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, filesOf, outcome, read } from './readers-support';

const lines = (...values: unknown[]) => `${values.map((value) => JSON.stringify(value)).join('\n')}\n`;

describe('columns of JSON', () => {
  it('are empty in no more rows than there are, whatever stands after the last row or in one that is broken off', async () => {
    const feature = '{"properties":{"n":1},"geometry":{"type":"Point","coordinates":[123.9,47.3]},"type":"Feature"}';
    const [after] = await filesOf(`{"features":[${feature},${feature}],"type":"FeatureCollection","name":"示例"}`);
    expect(columnsOf(after).filter(([name]) => name === 'type' || name === 'name')).toEqual([
      ['type', 'text', 2, 0],
      ['name', 'text', 1, 2],
    ]);
    const wide = Array.from({ length: 16_385 }, (_, i) => `"k${i}":1`).join(',');
    const [file] = await filesOf(`[{"k0":1},{${wide}}]`);
    expect([file?.rows, file?.partly?.code]).toEqual([1, 'TOO_MANY_COLUMNS']);
    expect(columnsOf(file).slice(0, 2)).toEqual([
      ['k0', 'integer', 1, 0],
      ['k1', 'integer', 1, 1],
    ]);
  });
  it('are positions where a place stands by itself', async () => {
    const ring = [
      [123.9182, 47.3541],
      [123.9183, 47.3541],
      [123.9183, 47.3542],
      [123.9182, 47.3541],
    ];
    const [file] = await filesOf(JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    expect(file?.columns?.find(({ name }) => name === 'coordinates')?.hits).toMatchObject([{ detector: 'coordinates', valid: 4 }]);
    const [plain] = await filesOf('[{"type":"Point","value":1}]');
    expect(plain?.columns?.map(({ name }) => name)).toEqual(['type', 'value']);
  });
  it('are named by path, with brackets for what is in arrays', async () => {
    const text = JSON.stringify([
      { user: { idCard: '230202199001010014' }, contacts: [{ phone: '13900001001' }, { phone: '13900001002' }], tags: ['a', 'b'] },
      { user: { idCard: null }, contacts: [], note: 'x' },
    ]);
    const [file] = await filesOf(text);
    expect([file?.format, file?.encoding, file?.rows, file?.partly]).toEqual(['json', 'utf-8', 2, null]);
    expect(columnsOf(file)).toEqual([
      ['user.idCard', 'integer', 1, 1],
      ['contacts[].phone', 'integer', 2, 1],
      ['tags[]', 'text', 2, 1],
      ['note', 'text', 1, 1],
    ]);
    expect(file?.columns?.[1]?.hits[0]).toMatchObject({ detector: 'mobile', cells: 2 });
  });

  it('are the same for an array, for lines, and for values with nothing between', async () => {
    const rows = [{ a: 1, b: { c: 'x' } }, { a: 2 }, { b: { c: '' } }];
    const texts = [JSON.stringify(rows), JSON.stringify(rows, null, 2), lines(...rows), rows.map((row) => JSON.stringify(row)).join('')];
    const seen = await Promise.all(texts.map(async (text) => (await filesOf(text))[0]));
    for (const file of seen) expect([file?.rows, columnsOf(file), file?.partly]).toEqual([3, columnsOf(seen[0]), null]);
    expect(seen.map((file) => file?.format)).toEqual(['json', 'json', 'jsonl', 'json']);
  });

  it('keep every digit of a number, and take one beyond all measure as text', async () => {
    const [file] = await filesOf('[{"id":230202199001010014,"big":1e999},{"id":230202199001010022,"big":-1e999}]');
    expect(columnsOf(file).map(([name, , distinct]) => [name, distinct])).toEqual([
      ['id', 2],
      ['big', 2],
    ]);
    expect(JSON.stringify(file)).not.toMatch(/null,"big"|Infinity|NaN/);
  });

  it('never carry an identifier as a name: a key that is one is a value', async () => {
    const [file] = await filesOf('[{"phones":{"13900001001":{"n":1},"13900001002":{"n":2}}}]');
    expect(columnsOf(file).map(([name]) => name)).toEqual(['phones{}', 'phones{}.n']);
    expect(file?.columns?.[0]?.hits.map(({ detector, cells }) => [detector, cells])).toEqual([['mobile', 2]]);
  });

  it('hold both values of a key that comes twice, and names that belong to objects', async () => {
    const [file] = await filesOf('[{"a":"1","a":"2","__proto__":{"x":1},"constructor":3}]');
    expect(columnsOf(file).map(([name, , distinct]) => [name, distinct])).toEqual([
      ['a', 2],
      ['__proto__.x', 1],
      ['constructor', 1],
    ]);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });

  it('are read in UTF-16 and GB18030 too', async () => {
    const text = '[{"姓名":"示例甲"},{"姓名":"示例乙"}]';
    const wide = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const [file] = await filesOf(wide);
    expect([file?.encoding, file?.rows, columnsOf(file)]).toEqual(['utf-16le', 2, [['姓名', 'text', 2, 0]]]);
  });

  it('are told to looks row by row, with names that grow', async () => {
    const calls: (readonly string[])[] = [];
    const looks = [
      () => ({
        header: (names: readonly string[]) => calls.push(['#', ...names]),
        row: (cells: readonly string[]) => calls.push([...cells]),
        finish: () => ({}),
      }),
    ];
    await filesOf('[{"a":1},{"b":[2,3]}]', { looks });
    expect(calls).toEqual([['#', 'a'], ['1'], ['#', 'a', 'b[]'], ['', '2\n3']]);
  });

  it('do not depend on where the bytes are cut', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.string(),
        fc.integer(),
        fc.constant(null),
        fc.boolean(),
        fc.array(tie('any'), { maxLength: 3 }),
        fc.dictionary(fc.string({ maxLength: 4 }), tie('any'), { maxKeys: 3 }),
      ),
    })).any;
    return fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ k: value, n: fc.integer() }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 7 }),
        async (rows, step) => {
          const { analyse } = await import('@shared/analysis/analyse');
          const bytes = utf8(JSON.stringify(rows));
          const chunks = Array.from({ length: Math.ceil(bytes.length / step) }, (_, i) => bytes.subarray(i * step, (i + 1) * step));
          const result = await analyse(chunks, { name: 'x', sha256: 'a'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
          const whole = await read(bytes);
          expect(result.ok && result.value).toEqual(whole);
          expect(typeof whole !== 'string' && whole.files.map(({ rows: n, partly }) => [n, partly])).toEqual([[rows.length, null]]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('JSON that is not whole', () => {
  it.each([
    ['a line that is none', '{"a":1}\n{"a":2\n{"a":3}\n', [['x', 2, 'JSON_LINE_UNREADABLE']]],
    ['a first line that is none', '{"a":1,,}\n{"a":2}\n{"a":3}\n', [['x', 2, 'JSON_LINE_UNREADABLE']]],
    ['an array that ends early', '[{"a":1},{"a":2},{"a"', [['x', 2, 'JSON_BROKEN']]],
    ['an array that breaks', '[{"a":1},{"a":2}}', [['x', 2, 'JSON_BROKEN']]],
    ['a depth beyond the limit', `[{"a":1},${'['.repeat(200_000)}`, [['x', 1, 'JSON_TOO_DEEP']]],
    ['a depth at the limit', `${'['.repeat(1_000)}1${']'.repeat(1_000)}`, [['x', 1, null]]],
    ['a string beyond a cell', `[{"a":"${'x'.repeat(40_000)}"}]`, [['x', 0, 'CELL_TOO_LONG']]],
    ['more keys than columns', `[{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}]`, [['x', 0, 'TOO_MANY_COLUMNS']]],
    ['a footnote', '[1] 见附表，数据为示例\n第二行文字', [['x', null, null]]],
  ])('ends in a code: %s', async (_what, text, expected) => {
    const seen = await outcome(text);
    expect(seen).toEqual(expected);
  });

  it('keeps to the limit of rows', async () => {
    expect(await outcome(lines({ a: 1 }, { a: 2 }, { a: 3 }), { maxRows: 2 })).toEqual([['x', 2, 'MAX_ROWS']]);
  });
});
