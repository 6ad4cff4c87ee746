// Parquet: values as text with every digit, lists as paths, and files that lie about themselves refused whole. Files of another writer stand in
// tests/vectors/parquet, with what that writer says is in them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ColumnMetaData, FileMetaData } from 'hyparquet';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { type BasicType, ByteWriter, parquetWriteBuffer } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { describe, expect, it } from 'vitest';
import { columnsOf, contents, filesOf, outcome, pack, read } from './readers-support';

type Column = { name: string; data: unknown[]; type?: BasicType; encoding?: string; nullable?: boolean };
const write = (columnData: Column[], more: Record<string, unknown> = {}): Uint8Array =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...more } as Parameters<typeof parquetWriteBuffer>[0]));

const people = Array.from({ length: 50 }, (_, i) => `1390000${String(1_000 + i)}`);
const phones = write([
  { name: '姓名', data: people.map((_, i) => `示例${i}`), type: 'STRING' },
  { name: '手机', data: people, type: 'STRING' },
  { name: '金额', data: people.map((_, i) => i), type: 'INT32' },
]);

/** Texts of the rows as a look sees them. */
async function rowsOf(bytes: Uint8Array): Promise<{ readonly names: string[]; readonly rows: string[][] }> {
  const names: string[] = [];
  const rows: string[][] = [];
  const header = (all: readonly string[]) => names.splice(0, names.length, ...all);
  await read(bytes, { looks: [() => ({ header, row: (cells) => rows.push([...cells]), finish: () => ({}) })] });
  return { names, rows };
}

describe('a Parquet file', () => {
  it('is a table of its columns', async () => {
    const [file, ...more] = await filesOf(phones);
    expect([file?.format, file?.encoding, file?.rows, file?.partly, more]).toEqual(['parquet', null, 50, null, []]);
    expect(columnsOf(file)).toEqual([
      ['姓名', 'text', 50, 0],
      ['手机', 'integer', 50, 0],
      ['金额', 'integer', 50, 0],
    ]);
    expect(file?.columns?.[1]?.hits).toMatchObject([{ detector: 'mobile', cells: 50, certainty: 'certain' }]);
  });

  it('says what its cells hold besides', async () => {
    const [file] = await filesOf(
      write([{ name: 'url', data: ['http://s3.amazonaws.com/a', 'http://10.0.0.1/b', '机密★1年'], type: 'STRING' }]),
    );
    expect(contents(file)).toEqual(
      expect.arrayContaining([
        ['CLASSIFICATION_MARK', 1],
        ['FOREIGN_HOST', 1],
        ['INTERNAL_HOST', 1],
      ]),
    );
  });

  it('lists its columns where it has no rows', async () => {
    const [file] = await filesOf(write([{ name: '手机', data: [], type: 'STRING' }]));
    expect([file?.rows, columnsOf(file)]).toEqual([0, [['手机', 'empty', 0, 0]]]);
  });

  it('is read across row groups, dictionaries and pages, and as a member of an archive', async () => {
    const data = Array.from({ length: 5_000 }, (_, i) => `v${i % 7}`);
    const bytes = write(
      [
        { name: 'a', data, type: 'STRING' },
        { name: 'b', data: data.map((_, i) => (i % 3 ? i : null)), type: 'INT32' },
      ],
      { rowGroupSize: [1_000, 700], pageSize: 500 },
    );
    expect(columnsOf((await filesOf(bytes))[0])).toEqual([
      ['a', 'text', 7, 0],
      ['b', 'integer', 3_333, 1_667],
    ]);
    expect(await outcome(pack([{ name: 'd/a.parquet', bytes }]))).toEqual([['x/d/a.parquet', 5_000, null]]);
    expect(await outcome(bytes, { maxRows: 1_200 })).toEqual([['x', 1_200, 'MAX_ROWS']]);
  });

  it('shows dates, times, decimals and numbers with every digit', async () => {
    const schema = [
      { name: 'root', num_children: 6 },
      { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'REQUIRED' },
      { name: 'at', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'REQUIRED' },
      { name: 'sum', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 18, repetition_type: 'OPTIONAL' },
      { name: 'long', type: 'INT64', repetition_type: 'REQUIRED' },
      { name: 'share', type: 'FLOAT', repetition_type: 'REQUIRED' },
      { name: 'yes', type: 'BOOLEAN', repetition_type: 'REQUIRED' },
    ];
    const day = new Date(Date.UTC(2026, 2, 5));
    const at = new Date(Date.UTC(2026, 2, 5, 8, 30, 0, 250));
    const bytes = write(
      [
        { name: 'day', data: [day, new Date(Date.UTC(1899, 0, 1))] },
        { name: 'at', data: [at, day] },
        { name: 'sum', data: [12.05, null] },
        { name: 'long', data: [9_007_199_254_740_993n, -1n] },
        { name: 'share', data: [0.1, Number.NaN] },
        { name: 'yes', data: [true, false] },
      ],
      { schema },
    );
    expect(await rowsOf(bytes)).toEqual({
      names: ['day', 'at', 'sum', 'long', 'share', 'yes'],
      rows: [
        ['2026-03-05', '2026-03-05T08:30:00.25', '12.05', '9007199254740993', '0.1', 'true'],
        ['1899-01-01', '2026-03-05T00:00:00', '', '-1', 'NaN', 'false'],
      ],
    });
  });

  it('never makes a number out of what is none', async () => {
    const text = JSON.stringify(await filesOf(write([{ name: 'a', data: [Number.NaN, Infinity, -Infinity], type: 'DOUBLE' }])));
    expect(text).not.toMatch(/:(?:NaN|-?Infinity|null,"distinct")/);
    expect(columnsOf((await filesOf(write([{ name: 'a', data: [Number.NaN, Infinity], type: 'DOUBLE' }])))[0])).toEqual([
      ['a', 'text', 2, 0],
    ]);
  });

  it('keeps what is written beside the rows, and finds what its footer does not list', async () => {
    const files = await filesOf(
      write([{ name: 'a', data: ['x'], type: 'STRING' }], { kvMetadata: [{ key: 'note', value: '联系人13900001001' }] }),
    );
    expect(files.map((file) => [file.name, file.part, contents(file)])).toEqual([
      ['x', undefined, [['OTHER_TEXT', 1]]],
      ['x/metadata', 'metadata', []],
    ]);
    expect(files[1]?.columns?.[0]?.hits.map(({ detector }) => detector)).toEqual(['mobile']);
    const length = new DataView(phones.buffer).getUint32(phones.length - 8, true);
    const cut = phones.length - 8 - length;
    const hidden = Buffer.concat([phones.subarray(0, cut), Buffer.from('13900001001 示例'), phones.subarray(cut)]);
    expect(contents((await filesOf(new Uint8Array(hidden)))[0])).toEqual([['UNLISTED_BYTES', 18]]);
    const padded = Buffer.concat([phones.subarray(0, cut), Buffer.alloc(500), phones.subarray(cut)]);
    expect(contents((await filesOf(new Uint8Array(padded)))[0])).toEqual([]);
  });

  it('does not make a column of a name that is an identifier', async () => {
    const { names, rows } = await rowsOf(write([{ name: '13900001001', data: [1, 2], type: 'INT32' }]));
    expect(names).toEqual(['{}']);
    expect(rows).toEqual([['13900001001\n1'], ['2']]);
  });
});

const VECTORS = resolve(import.meta.dirname, '../../vectors/parquet');
const expected: Readonly<Record<string, readonly Record<string, string>[]>> = JSON.parse(readFileSync(`${VECTORS}/expected.json`, 'utf8'));

describe('a Parquet file of another writer', () => {
  it.each(Object.keys(expected))('%s reads as it was written', async (name) => {
    const { names, rows } = await rowsOf(new Uint8Array(readFileSync(`${VECTORS}/${name}.parquet`)));
    expect(rows.map((row) => Object.fromEntries(names.map((key, i) => [key, row[i]])))).toEqual(expected[name]);
  });
});

describe('a Parquet file that is not what it says', () => {
  it('is refused at every length but its own', async () => {
    for (let length = 4; length < phones.length; length += 7) expect(await outcome(phones.subarray(0, length))).toBe('CONTAINER_BROKEN');
  });

  it('is refused when it counts rows or values that are not there', async () => {
    const changed = (find: number[], put: number[]) => {
      const copy = phones.slice();
      const end = copy.length - 8 - new DataView(copy.buffer).getUint32(copy.length - 8, true);
      const at = copy.findIndex((_, i) => i >= end && find.every((byte, k) => copy[i + k] === byte));
      expect(at).toBeGreaterThan(0);
      copy.set(put, at);
      return copy;
    };
    // 50 rows are zigzag 100.
    expect(await outcome(changed([0x16, 100], [0x16, 98]))).toBe('CONTAINER_BROKEN');
    expect(await outcome(changed([0x16, 100], [0x16, 102]))).toBe('CONTAINER_BROKEN');
  });

  /** The same bytes under a footer that says something else. */
  function under(change: (footer: FileMetaData, columns: ColumnMetaData[]) => void): Uint8Array {
    const footer = parquetMetadata(phones.buffer as ArrayBuffer);
    change(
      footer,
      footer.row_groups.flatMap(({ columns }) => columns.flatMap(({ meta_data }) => meta_data ?? [])),
    );
    const end = phones.length - 8 - new DataView(phones.buffer).getUint32(phones.length - 8, true);
    const writer = new ByteWriter();
    writer.appendBytes(phones.subarray(0, end));
    writeMetadata(writer, footer);
    writer.appendBytes(new TextEncoder().encode('PAR1'));
    return new Uint8Array(writer.getBuffer());
  }

  it('is what it was under the same footer', async () => {
    expect(await outcome(under(() => {}))).toEqual([['x', 50, null]]);
  });

  it.each<[string, (footer: FileMetaData, columns: ColumnMetaData[]) => void, string]>([
    ['columns that share bytes', (_, [a, b]) => Object.assign(b ?? {}, { ...a, path_in_schema: b?.path_in_schema }), 'CONTAINER_BOMB'],
    [
      'a column beyond the end',
      (_, [a]) => Object.assign(a ?? {}, { data_page_offset: 1_000_000n, dictionary_page_offset: undefined }),
      'CONTAINER_BROKEN',
    ],
    ['a column longer than the file', (_, [a]) => Object.assign(a ?? {}, { total_compressed_size: 1_000_000n }), 'CONTAINER_BROKEN'],
    ['a column shorter than it is', (_, [a]) => Object.assign(a ?? {}, { total_compressed_size: 20n }), 'CONTAINER_BROKEN'],
    ['another type', (_, [a]) => Object.assign(a ?? {}, { type: 'INT64' }), 'CONTAINER_BROKEN'],
    ['another codec', (_, [a]) => Object.assign(a ?? {}, { codec: 'GZIP' }), 'CONTAINER_BROKEN'],
    ['more values than rows', (_, [a]) => Object.assign(a ?? {}, { num_values: 51n }), 'CONTAINER_BROKEN'],
    ['fewer rows than there are', (footer) => Object.assign(footer, { num_rows: 49n }), 'CONTAINER_BROKEN'],
    [
      'rows without number',
      (footer, columns) => {
        Object.assign(footer, { num_rows: 2n ** 40n });
        Object.assign(footer.row_groups[0] ?? {}, { num_rows: 2n ** 40n });
        for (const column of columns) Object.assign(column, { num_values: 2n ** 40n });
      },
      'CONTAINER_BROKEN',
    ],
    [
      'rows that its bytes cannot bear',
      (footer, columns) => {
        Object.assign(footer, { num_rows: 30_000_000n });
        Object.assign(footer.row_groups[0] ?? {}, { num_rows: 30_000_000n });
        for (const column of columns) Object.assign(column, { num_values: 30_000_000n });
      },
      'CONTAINER_BOMB',
    ],
    ['a column too few', (footer) => footer.row_groups[0]?.columns.pop(), 'CONTAINER_BROKEN'],
  ])('is refused with %s', async (_what, change, code) => {
    const found = await outcome(under(change));
    expect(typeof found === 'string' ? found : 'read').toBe(code);
  });

  it('is refused when a list in its footer is longer than the footer', async () => {
    // Version 1, then a list of 2^28 structures.
    const footer = Uint8Array.from([0x15, 0x02, 0x19, 0xfc, 0x80, 0x80, 0x80, 0x80, 0x01, 0x00]);
    const file = Buffer.concat([Buffer.from('PAR1'), footer, Buffer.from([footer.length, 0, 0, 0]), Buffer.from('PAR1')]);
    expect(await outcome(new Uint8Array(file))).toBe('CONTAINER_BROKEN');
  });

  it('is a bomb when rows that cost nothing are too many', async () => {
    const bytes = write([{ name: 'a', data: new Array(40_000).fill('x'.repeat(30_000)), type: 'STRING', nullable: false }], {
      rowGroupSize: 40_000,
    });
    expect(bytes.length).toBeLessThan(100_000);
    expect(await outcome(bytes)).toBe('CONTAINER_BOMB');
  });

  it('is not taken for text in UTF-16 because every other byte of its beginning is zero', async () => {
    const bytes = Uint8Array.from({ length: 600 }, (_, i) => (i % 2 === 0 ? 0x31 : 0));
    bytes.set(Buffer.from('PAR1'));
    expect(await outcome(bytes)).toBe('CONTAINER_BROKEN');
  });

  it('says that an encrypted one was not opened', async () => {
    const copy = phones.slice();
    copy.set([0x50, 0x41, 0x52, 0x45]);
    copy.set([0x50, 0x41, 0x52, 0x45], copy.length - 4);
    expect(await outcome(copy)).toEqual([['x', 0, 'ENTRY_ENCRYPTED']]);
  });
});
