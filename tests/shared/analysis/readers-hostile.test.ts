// Files made to exhaust a reader or to lead it astray: refused or read in part with a code, in bounded time. Damaged ones are in tests/faults.
import { createReadStream, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { filesOf, outcome, pack, rowsXml, workbook } from './readers-support';

describe('files made to exhaust a reader', () => {
  it.each([
    ['2^15 columns', `${'a,'.repeat(2 ** 15)}a\n${'1,'.repeat(2 ** 15)}1\n`, [['x', 0, 'TOO_MANY_COLUMNS']]],
    ['2^20 columns', `${'a,'.repeat(2 ** 20)}a\n1,2\n`, [['x', 0, 'TOO_MANY_COLUMNS']]],
    ['a line of 20 MB', 'x y。'.repeat(4_000_000), [['x', null, 'LINE_TOO_LONG']]],
    ['a cell of 20 MB', `a,b\n1,${'x'.repeat(20_000_000)}\n`, [['x', 0, 'CELL_TOO_LONG']]],
    ['a web page of open tags', `<html>${'<div hidden>'.repeat(300_000)}`, [['x', null, null]]],
    [
      'a feature of three hundred thousand positions',
      `{"type":"FeatureCollection","features":[{"geometry":{"coordinates":[${'[1,2],'.repeat(300_000)}[1,2]]}}]}`,
      [['x', 1, null]],
    ],
    ['JSON deeper than any stack', `${'{"a":['.repeat(600_000)}`, [['x', 0, 'JSON_TOO_DEEP']]],
    ['a JSON string of 20 MB', `["${'x'.repeat(20_000_000)}"]`, [['x', 0, 'CELL_TOO_LONG']]],
    ['five million open brackets', '['.repeat(5_000_000), [['x', 0, 'JSON_TOO_DEEP']]],
    ['a million and a half objects', `[${'{},'.repeat(1_500_000)}{}]`, [['x', 1_500_001, null]]],
  ])('%s', async (_what, text, expected) => expect(await outcome(text)).toEqual(expected));

  it('a line of 200 MB is left after its first mebibyte', async () => {
    let given = 0;
    function* blocks() {
      const block = utf8('x。 '.repeat(200_000));
      for (; given < 200_000_000; given += block.length) yield block;
    }
    const result = await analyse(blocks(), { name: 'x', sha256: 'a'.repeat(64), bytes: 200_000_000 });
    expect(result.ok && result.value.files.map(({ partly }) => partly)).toEqual([{ code: 'LINE_TOO_LONG', rowsRead: 0 }]);
    expect(given).toBeLessThan(10_000_000);
  });

  it.each([
    ['nothing but NULs', '', 'BINARY', 2 ** 20],
    ['a table before them', '姓名,手机\n示例,13900001001\n', 'BINARY', 2 ** 20],
    ['the mark of an archive', 'PK\u0003\u0004', 'CONTAINER_TOO_LARGE', 2 ** 29],
  ])('4 GiB of holes with %s are left where that is seen', async (_what, beginning, code, most) => {
    const folder = mkdtempSync(join(tmpdir(), 'shiqi-holes-'));
    const path = join(folder, 'x');
    writeFileSync(path, beginning);
    truncateSync(path, 2 ** 32);
    let read = 0;
    const progress = (bytes: number): void => {
      read = bytes;
    };
    const stream = createReadStream(path, { highWaterMark: 2 ** 20 });
    const result = await analyse(stream, { name: 'x', sha256: 'a'.repeat(64), bytes: 2 ** 32, progress });
    rmSync(folder, { recursive: true });
    expect([result.ok, result.ok ? null : result.code]).toEqual([false, code]);
    expect(read).toBeLessThan(most);
  });

  it('a number beyond all numbers stays the text it is', async () => {
    for (const text of ['a,b\n1e999,-1e999\nNaN,Infinity\n', '[{"a":1e999},{"a":-1e999}]', '{"a":1e999}\n{"a":2}\n']) {
      const files = await filesOf(text);
      expect(files.map(({ partly }) => partly)).toEqual([null]);
      expect(JSON.stringify(files)).not.toMatch(/null,"hits"|:NaN|:-?Infinity/);
    }
  });

  it('one shared text in every cell is a record too long, and of a whole workbook a bomb', async () => {
    const text = 'x'.repeat(30_000);
    const shared = `<sst><si><t>${text}</t></si></sst>`;
    const cells = (count: number) => `<row>${'<c t="s"><v>0</v></c>'.repeat(count)}</row>`;
    const book = (xml: string) =>
      workbook([{ name: '一', xml: `<worksheet><sheetData>${xml}</sheetData></worksheet>` }], { 'xl/sharedStrings.xml': shared });
    expect(await outcome(book(`${cells(2)}${cells(3)}${cells(1_000)}`))).toEqual([['x', 1, 'LINE_TOO_LONG']]);
    expect(await outcome(book(cells(100).repeat(99)))).toBe('CONTAINER_BOMB');
    expect(await outcome(book(cells(100).repeat(50)))).toEqual([['x', 50, null]]);
  });

  it('a JSON row of a thousand long values is a row', async () => {
    const value = 'x'.repeat(30_000);
    const wide = JSON.stringify([Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`k${i}`, value])), { k0: 'y' }]);
    expect(await outcome(wide)).toEqual([['x', 2, null]]);
    const long = JSON.stringify([{ a: Array.from({ length: 1_000 }, () => value) }]);
    const [file] = await filesOf(long);
    expect([file?.rows, file?.columns?.map(({ name, distinct, empty }) => [name, distinct, empty])]).toEqual([1, [['a[]', 1, 0]]]);
  });

  it('entities of XML expand nowhere, in whatever part', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&c;</t></is></c></row></sheetData></worksheet>';
    expect(await outcome(workbook([{ name: '一', xml: '' }], { 'xl/worksheets/sheet1.xml': laughs }))).toBe('XML_DOCTYPE');
    const undefinedEntity = rowsXml([['&c;']]);
    expect(await outcome(workbook([{ name: '一', xml: undefinedEntity }]))).toBe('CONTAINER_BROKEN');
  });

  it('a comment, a tag or an attribute without end is refused, not remembered', async () => {
    for (const open of ['<!-- ', '<a b="', '<![CDATA[', '<a ']) {
      const bytes = pack([
        {
          name: 'xl/workbook.xml',
          bytes: `<workbook>${open}${'>x'.repeat(1_000_000).replaceAll('>', open === '<a ' ? ' ' : '>')}`,
          stored: true,
        },
      ]);
      expect([open, await outcome(bytes)]).toEqual([open, 'CONTAINER_BROKEN']);
    }
  });

  it('ten thousand tables stay within what a result may hold', async () => {
    const wide = `${Array.from({ length: 400 }, (_, i) => `c${i}`).join()}\n${'1,'.repeat(399)}1\n`;
    const bytes = pack(Array.from({ length: 400 }, (_, i) => ({ name: `${i}.csv`, bytes: wide, stored: true })));
    const seen = await outcome(bytes);
    expect(typeof seen === 'string' ? [] : seen.at(-1)).toEqual(['x/399.csv', null, 'TOO_MANY_PARTS']);
  });
});
