// The limit of bytes: a stream is read as far as they reach, a container as far as its cells do, and both say so. A file within the limit is whole.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { rowsXml, workbook } from './readers-support';

const BLOCK = 256 * 1024;
const looked = async (bytes: Uint8Array, maxBytes: number | null) => {
  const result = await analyse([bytes], { name: 'x', sha256: 'a'.repeat(64), bytes: bytes.length, maxBytes });
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const first = async (bytes: Uint8Array, maxBytes: number | null) => (await looked(bytes, maxBytes)).files[0];
/** Rows of ten bytes each, header too. */
const table = (rows: number): Uint8Array =>
  utf8(`名,号码x\n`.padEnd(6, ' ') + Array.from({ length: rows }, (_, i) => `a,${String(i).padStart(7, '0')}\n`).join(''));

describe('a limit of bytes', () => {
  it('reads the rows that it reaches, says so, and never half a row', async () => {
    const bytes = table(1_000);
    const header = bytes.indexOf(10) + 1;
    expect(await first(bytes, header + 305)).toMatchObject({ rows: 30, partly: { code: 'MAX_BYTES', rowsRead: 30 } });
    expect((await looked(bytes, header + 305)).notChecked.some((line) => line.includes('30'))).toBe(true);
  });
  it('leaves a file alone that is no longer', async () => {
    const bytes = table(1_000);
    for (const most of [bytes.length, bytes.length + 1, null])
      expect(await first(bytes, most)).toMatchObject({ rows: 1_000, partly: null });
    expect(await first(bytes, bytes.length - 1)).toMatchObject({ rows: 999, partly: { code: 'MAX_BYTES' } });
  });
  it('holds at the end of a block too', async () => {
    const bytes = table(60_000);
    const header = bytes.indexOf(10) + 1;
    const rows = Math.floor((BLOCK - header) / 10);
    expect(await first(bytes, BLOCK)).toMatchObject({ rows, partly: { code: 'MAX_BYTES', rowsRead: rows } });
  });
  it.each([
    ['JSON Lines', (rows: number) => Array.from({ length: rows }, (_, i) => `{"a":${i}}`).join('\n')],
    ['JSON', (rows: number) => `[${Array.from({ length: rows }, (_, i) => `{"a":${i}}`).join(',')}]`],
    ['text', (rows: number) => Array.from({ length: rows }, () => '今天没有别的事，明天再说吧，后天也是').join('\n')],
    ['HTML', (rows: number) => `<!doctype html><html><body>${'<p>今天没有别的事</p>'.repeat(rows)}</body></html>`],
  ])('cuts %s and says so', async (_, made) => {
    const bytes = utf8(made(500));
    const file = await first(bytes, 1_000);
    expect(file?.partly?.code).toBe('MAX_BYTES');
    expect((file?.partly?.rowsRead ?? 0) > 0 && (file?.partly?.rowsRead ?? 0) < 500).toBe(true);
    expect((await first(bytes, bytes.length))?.partly).toBeNull();
  });
  it('counts the cells of a sheet, and what stands behind the limit in an archive is named', async () => {
    const sheet = workbook([{ name: '表', xml: rowsXml([['名', '数'], ...Array.from({ length: 100 }, (_, i) => [`甲${i}`, 1_000 + i])]) }]);
    expect(await first(sheet, 100)).toMatchObject({ partly: { code: 'MAX_BYTES' } });
    expect((await first(sheet, 100_000))?.partly).toBeNull();
    const archive = zipSync({ 'a.csv': table(10), 'b.csv': table(10) });
    const { files } = await looked(archive, 60);
    expect(files.map(({ part, partly }) => [part, partly?.code])).toEqual([
      ['a.csv', 'MAX_BYTES'],
      ['b.csv', 'MAX_BYTES'],
    ]);
  });
});
