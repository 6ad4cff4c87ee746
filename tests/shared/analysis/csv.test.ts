// The CSV reader and the analysis of tables: the same answer however the bytes are cut, and in either encoding; limits end in a code, never in silence.
import { readAgreement } from '@shared/analysis/agreement';
import { analyse } from '@shared/analysis/analyse';
import type { AnalysisOptions } from '@shared/analysis/options';
import { createCsvReader } from '@shared/analysis/readers/csv';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '../../../scripts/samples/gb18030.mjs';

const SHA256 = 'a'.repeat(64);

async function analysed(chunks: readonly Uint8Array[], options: Partial<AnalysisOptions> = {}) {
  const bytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const result = await analyse(chunks, { name: 'x.csv', sha256: SHA256, bytes, today: '2026-11-23', ...options });
  return result.ok ? result.value : result.code;
}

async function fileOf(text: string | Uint8Array, options: Partial<AnalysisOptions> = {}): Promise<AnalysisFile> {
  const result = await analysed([typeof text === 'string' ? utf8(text) : text], options);
  if (typeof result === 'string' || !result.files[0]) throw new Error(`not analysed: ${JSON.stringify(result)}`);
  return analysisFileSchema.parse(result.files[0]);
}

function recordsOf(chunks: readonly Uint8Array[], separator: number | null = 0x2c): { records: string[][]; problem: string | null } {
  const records: string[][] = [];
  const reader = createCsvReader({
    separator,
    onRecord: ({ bytes, ends, cells }) => {
      records.push(Array.from({ length: cells }, (_, i) => new TextDecoder().decode(bytes.subarray(i === 0 ? 0 : ends[i - 1], ends[i]))));
      return true;
    },
  });
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return { records, problem: reader.problem() };
}

const cut = (bytes: Uint8Array, at: readonly number[]): Uint8Array[] => {
  const places = [...new Set([0, ...at.map((place) => place % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => bytes.subarray(places[i], end));
};

const cellArbitrary = fc.oneof(
  fc.stringMatching(/^[ -~]{0,12}$/),
  fc.constantFrom('', '齐齐哈尔', '"', '""', ',', '\r\n', '\n', '230202199001010014', '13900001001', 'Ａ，Ｂ', 'a"b', ' x '),
);
const tableArbitrary = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cellArbitrary, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }));
const quoted = (cell: string) => (/[",\r\n]/.test(cell) || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
const write = (table: string[][], end = '\r\n') => table.map((row) => row.map(quoted).join(',')).join(end);

describe('records', () => {
  it('are what was written, quotes, separators and line ends inside cells included, wherever the chunks end', () => {
    fc.assert(
      fc.property(tableArbitrary, fc.array(fc.nat(), { maxLength: 8 }), fc.constantFrom('\n', '\r\n', '\r'), (table, at, end) => {
        expect(recordsOf(cut(utf8(write(table, end)), at))).toEqual({ records: table, problem: null });
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a,"b ""c"" d"\n', [['a', 'b "c" d']]],
    ['a"b,c\n', [['a"b', 'c']]],
    ['"a"x,b\n', [['ax', 'b']]],
    [',\n', [['', '']]],
    ['a,\n', [['a', '']]],
    ['""\n', [['']]],
  ])('%j', (text, records) => expect(recordsOf([utf8(text)])).toEqual({ records, problem: null }));

  it('stop at a quote that never closes, and keep what came before', () => {
    expect(recordsOf([utf8('a,b\n1,2\n3,"4\n5,6\n')])).toEqual({
      records: [
        ['a', 'b'],
        ['1', '2'],
      ],
      problem: 'QUOTE_UNCLOSED',
    });
  });
});

describe('a table', () => {
  const chinese = tableArbitrary.map((rows) => [['姓名甲', '联系电话', '备注', '列丁', '列戊'].slice(0, rows[0]?.length ?? 1), ...rows]);

  it('is the same however it is cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(chinese, fc.array(fc.nat(), { maxLength: 6 }), async (table, at) => {
        const bytes = utf8(write(table));
        expect(await analysed(cut(bytes, at))).toEqual(await analysed([bytes]));
      }),
      { numRuns: 100 },
    );
  });

  it('is the same in GB18030 as in UTF-8, with a byte order mark and without', async () => {
    await fc.assert(
      fc.asyncProperty(chinese, async (table) => {
        const text = write(table);
        const { sha256: _a, bytes: _b, encoding: plainEncoding, ...inUtf8 } = await fileOf(text);
        const { sha256: _c, bytes: _d, encoding, ...inGb18030 } = await fileOf(encodeGb18030(text));
        const { sha256: _e, bytes: _f, encoding: marked, ...inMarked } = await fileOf(`\uFEFF${text}`);
        expect([plainEncoding, encoding, marked]).toEqual(['utf-8', 'gb18030', 'utf-8']);
        expect(inGb18030).toEqual(inUtf8);
        expect(inMarked).toEqual(inUtf8);
      }),
      { numRuns: 100 },
    );
  });

  it('is read in UTF-16 of both orders', async () => {
    const text = '姓名,电话\n示例,13900001001\n';
    for (const [mark, little] of [
      ['\uFEFF', true],
      ['\uFEFF', false],
    ] as const) {
      const units = new Uint8Array(
        [...`${mark}${text}`].flatMap((c) =>
          little ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8] : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255],
        ),
      );
      const file = await fileOf(units);
      expect([file.encoding, file.rows, file.columns?.[1]?.hits[0]?.valid]).toEqual([little ? 'utf-16le' : 'utf-16be', 1, 1]);
    }
  });

  it('is found in GB18030 even when it begins in ASCII for longer than the first block', async () => {
    const text = `a,b\n${'1,2\n'.repeat(200_000)}`;
    const file = await fileOf(new Uint8Array([...utf8(text), ...encodeGb18030('齐齐哈尔,13900001001\n')]));
    expect([file.encoding, file.rows, file.partly]).toEqual(['gb18030', 200_001, null]);
  });

  it('splits at | in GB18030 only where | is a character of its own', async () => {
    // 鐋 is E8 7C: its second byte looks like the separator.
    const text = `甲|乙\n${'鐋|13900001001\n'.repeat(20)}`;
    expect(encodeGb18030('鐋')[1]).toBe(0x7c);
    const file = await fileOf(encodeGb18030(text));
    expect([file.columns?.length, file.columns?.[0]?.distinct, file.columns?.[1]?.hits[0]?.cells]).toEqual([2, 1, 20]);
  });

  it.each([
    [';', 'csv'],
    ['\t', 'tsv'],
    ['|', 'csv'],
  ])('is cut at %j', async (separator, format) => {
    const file = await fileOf(
      ['甲,1', '乙', '1,5', '2,5', '1,6', '2,6'].reduce((text, cell, i) => text + cell + (i % 2 ? '\n' : separator), ''),
    );
    expect([file.format, file.columns?.map(({ name }) => name), file.rows]).toEqual([format, ['甲,1', '乙'], 2]);
  });
});

describe('the first row', () => {
  const names = async (text: string) => {
    const file = await fileOf(text);
    return [file.columns?.map(({ name }) => name), file.rows];
  };
  it('is the header', async () => expect(await names('a,b\n1,2\n')).toEqual([['a', 'b'], 1]));
  it('is data when every cell is a number or a date', async () =>
    expect(await names('2026-01-01,2\n2026-01-02,3\n')).toEqual([['column 1', 'column 2'], 2]));
  it('is data when one of its cells holds a valid identifier, which must not become a name', async () =>
    expect(await names('示例甲,230202199001010014\n示例乙,230203198512310029\n')).toEqual([['column 1', 'column 2'], 2]));
  it('is data when it comes again below', async () => expect(await names('x,y\na,b\nx,y\n')).toEqual([['column 1', 'column 2'], 3]));
  it('may leave a name out', async () => expect(await names('a,\n1,2\n')).toEqual([['a', 'column 2'], 1]));
  it('may be followed by nothing', async () => expect(await names('a,b\n')).toEqual([['a', 'b'], 0]));
  it('may be shorter than the rows, whose further cells are counted', async () => {
    const file = await fileOf(`a,b\n${'1,2\n'.repeat(10)}1,2,3\n`);
    expect(file.columns?.map(({ name, empty, distinct }) => [name, empty, distinct])).toEqual([
      ['a', 0, 1],
      ['b', 0, 1],
      ['column 3', 10, 1],
    ]);
  });
  it('shows what would hide or reorder its names as code points, in the file name too', async () => {
    const file = await fileOf('卡\u202E号,"备\n注"\n1,2\n', { name: 'x\u202Evsc.exe', agreement: null });
    expect([file.name, file.columns?.map(({ name }) => name)]).toEqual(['x‹U+202E›vsc.exe', ['卡‹U+202E›号', '备‹U+000A›注']]);
  });
  it('may be called __proto__', async () => expect(await names('__proto__,constructor\n1,2\n')).toEqual([['__proto__', 'constructor'], 1]));
});

describe('columns', () => {
  it('count empty cells, distinct values and types', async () => {
    const file = await fileOf('i,d,t,x,e\n1,1.5,2026-01-01,a,\n2,2,2026-01-02,1,\n2,,2026-01-02, ,\n');
    expect(file.columns?.map(({ type, distinct, empty }) => [type, distinct, empty])).toEqual([
      ['integer', 2, 0],
      ['decimal', 2, 1],
      ['date', 2, 0],
      ['text', 3, 0],
      ['empty', 0, 3],
    ]);
  });

  it('are counted exactly up to 65,536 values and estimated above', async () => {
    const rows = (n: number) => `n,m\n${Array.from({ length: n }, (_, i) => `v${i},1\n`).join('')}`;
    const exact = (await fileOf(rows(65_536))).columns?.[0];
    expect([exact?.distinct, exact?.distinctExact]).toEqual([65_536, undefined]);
    const estimated = (await fileOf(rows(200_000))).columns?.[0];
    expect(estimated?.distinctExact).toBe(false);
    expect(Math.abs((estimated?.distinct ?? 0) - 200_000)).toBeLessThan(8_000);
  });

  it('find identifiers in values beyond the exact count, too', async () => {
    const text = `n,备注\n${Array.from({ length: 70_000 }, (_, i) => `1,v${i}\n`).join('')}1,联系13900001001\n1,证件230202199001010014\n1,联系13900001002\n`;
    const hits = (await fileOf(text)).columns?.[1]?.hits;
    expect(hits?.map(({ detector, cells }) => [detector, cells])).toEqual([
      ['mobile', 2],
      ['resident-id', 1],
    ]);
  });
});

describe('certainty', () => {
  const hit = async (name: string, values: readonly string[]) => {
    const { columns } = await fileOf(`x,${name}\n${values.map((value) => `1,${value}\n`).join('')}`);
    const [first] = columns?.[1]?.hits ?? [];
    return first ? [first.detector, first.certainty, first.direct] : null;
  };
  const mobiles = Array.from({ length: 20 }, (_, i) => String(13900001001 + i));

  it('follows the header of a mobile column', async () => {
    expect(await hit('手机', mobiles)).toEqual(['mobile', 'certain', true]);
    expect(await hit('站点编号', mobiles)).toEqual(['mobile', 'weak', true]);
    expect(await hit('甲', mobiles)).toEqual(['mobile', 'likely', true]);
    expect(await hit('甲', ['13900001001', ...Array.from({ length: 19 }, (_, i) => `文${i}`)])).toEqual(['mobile', 'weak', true]);
    expect(await hit('客服电话', mobiles)).toEqual(['mobile', 'certain', false]);
    expect(await hit('公司电话联系人', mobiles)).toEqual(['mobile', 'certain', true]);
    expect(await hit('甲', ['13900001001与另一个13900001002（来电）', '文一', '文二'])).toEqual(['mobile', 'likely', true]);
  });

  it('is that of the check, not of the number of cells', async () => {
    const text = Array.from({ length: 50 }, (_, i) => `文${i}`);
    expect(await hit('备注', [...text, '230202199001010014', '230203198512310029', '230281200505201237'])).toEqual([
      'resident-id',
      'certain',
      true,
    ]);
    expect(await hit('备注', [...text, '230202199001010014'])).toEqual(['resident-id', 'likely', true]);
    // One check in eleven holds by chance.
    const random = Array.from({ length: 11 }, (_, i) => `2302021990010100${i < 10 ? `1${i}` : '20'}`.slice(0, 18));
    expect((await hit('单号', [...text, ...random]))?.[1]).toBe('weak');
  });

  it('never calls a credit code a person', async () => {
    expect(await hit('代码', ['91110000600037341L', '91230184MA1BUFLT44', '92371000MA3MXH0E3W'])).toEqual(['uscc', 'certain', false]);
  });
});

describe('scope', () => {
  const agreement = (more: object) => {
    const read = readAgreement({ v: 1, id: '示协', fields: ['月份', ' 区划 ', '数'], ...more });
    if (!read.ok) throw new Error(read.code);
    return read.value;
  };
  const scope = async (text: string, more: object = {}) => (await fileOf(text, { agreement: agreement(more) })).scope;

  it('names what was not agreed and what is missing, after NFC and trimming', async () => {
    expect(await scope('月份,区划,余额\n2026-01,230202,1\n2026-02,230202,1\n')).toMatchObject({ unauthorised: ['余额'], missing: ['数'] });
  });

  it('takes a month as inside when all its days are, and a week by its first day where months are not whole', async () => {
    const period = { column: '月份', from: '2026-01-01', to: '2026-03-31' };
    const of = async (value: string, to = period.to) =>
      (await scope(`月份,区划\n${value},230202\n${value},230203\n`, { period: { ...period, to } }))?.period?.exceeds;
    expect([await of('2026-03'), await of('2026-04'), await of('2026-03-31'), await of('2025-12-31')]).toEqual([false, true, false, true]);
    expect([await of('2026-W13'), await of('2026-W14')]).toEqual([false, true]);
    expect([await of('2026-W14', '2026-03-30'), await of('2026-W15', '2026-03-30')]).toEqual([false, true]);
  });

  it('compares divisions by prefix, and grain by length of code and form of time', async () => {
    const rows = '月份,区划\n2026-01-02,230202\n2026-01-03,230281\n';
    const compared = await scope(rows, {
      area: { column: '区划', codes: ['230202'] },
      period: { column: '月份', from: '2026-01-01', to: '2026-12-31' },
      grain: { time: 'month', area: 'county' },
    });
    expect(compared?.area).toMatchObject({ observed: { outside: ['230281'] }, exceeds: true });
    expect(compared?.grain).toMatchObject({ observed: { time: 'day', area: 'county' }, exceeds: true });
  });

  it('says null where the column is missing, and what was not compared', async () => {
    const result = await analysed([utf8('a,b\n1,2\n')], { agreement: agreement({ period: { column: '月份', from: '2026-01-01' } }) });
    if (typeof result === 'string') throw new Error(result);
    expect(result.files[0]?.scope?.period?.exceeds).toBeNull();
    expect(result.notChecked.some((line) => line.includes('月份'))).toBe(true);
  });

  it('refuses an agreement of a later version and one without fields', () => {
    expect(
      [readAgreement({ v: 2, id: 'x', fields: [] }), readAgreement({ v: 1, id: 'x' })].map((read) => (read.ok ? null : read.code)),
    ).toEqual(['AGREEMENT_NEWER', 'AGREEMENT_INVALID']);
  });
});

describe('limits and damage', () => {
  const partly = async (text: string | Uint8Array, options: Partial<AnalysisOptions> = {}) => (await fileOf(text, options)).partly;
  it('end in a code with the rows that were read', async () => {
    expect(await partly(`a,b\n1,2\n3,"${'x'.repeat(140_000)}",4\n`)).toEqual({ code: 'CELL_TOO_LONG', rowsRead: 1 });
    expect(await partly('a,b\n1,2\n3,"4\n')).toEqual({ code: 'QUOTE_UNCLOSED', rowsRead: 1 });
    expect(await partly(`a,b\n1,2\n1,2\n${'x,'.repeat(17_000)}\n`)).toEqual({ code: 'TOO_MANY_COLUMNS', rowsRead: 2 });
    expect(await partly('a,b\n1,2\n3,4\n5,6\n', { maxRows: 2 })).toEqual({ code: 'MAX_ROWS', rowsRead: 2 });
    expect(await partly('a,b\n1,2\n3,4\n', { maxRows: 2 })).toBeNull();
    let clock = 0;
    expect((await partly(`a,b\n${'1,2\n'.repeat(200_000)}`, { maxSeconds: 1, seconds: () => clock++ }))?.code).toBe('MAX_SECONDS');
    expect(await partly(new Uint8Array([...utf8('甲,b\n1,2\n'), 0xff, 0xff, 0x2c, 0x31, 0x0a]))).toMatchObject({ code: 'BAD_ENCODING' });
    expect(await partly(`${'字 '.repeat(400_000)}`)).toEqual({ code: 'LINE_TOO_LONG', rowsRead: 0 });
  });

  it('refuses by name what is no text at all', async () => {
    expect(await analysed([new Uint8Array([0x1f, 0x8b, 8, 0])])).toBe('GZIP');
    expect(await analysed([new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 7, 0, 9])])).toBe('BINARY');
    expect(await analysed([utf8('a,b\n1,2\n'.repeat(50_000)), new Uint8Array([0])])).toBe('BINARY');
  });

  it('reads an empty file as an empty text', async () => {
    expect(await fileOf('')).toMatchObject({ format: 'text', rows: null, partly: null });
  });

  it('reads lines of text, a cell each, and finds what is in them', async () => {
    const file = await fileOf('尊敬的用户：\n请联系 13900001001。\n证件 230202199001010014 已登记，谢谢。\n');
    expect([file.format, file.rows, file.scope, file.columns?.map(({ name }) => name)]).toEqual(['text', null, undefined, ['text']]);
    expect(file.columns?.[0]?.hits.map(({ detector }) => detector)).toEqual(['mobile', 'resident-id']);
  });

  it('never throws, whatever the bytes', async () => {
    const pieces = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r',
      '\t',
      '|',
      ';',
      '\u0000',
      '\uFEFF',
      '齐',
      '1',
      '230202199001010014',
      '%PDF-',
      'PK\u0003\u0004',
      '{"a":1}\n',
      '[',
      '@',
      'x'.repeat(300),
    );
    const bytes = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => utf8(parts.join(''))),
      fc.uint8Array({ maxLength: 400 }).map((array) => new Uint8Array(array)),
      fc
        .tuple(fc.array(pieces, { maxLength: 30 }), fc.uint8Array({ maxLength: 40 }))
        .map(([parts, noise]) => new Uint8Array([...utf8(parts.join('')), ...noise])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.array(fc.nat(), { maxLength: 4 }), async (input, at) => {
        const whole = await analysed([input], { agreement: null });
        expect(await analysed(cut(input, at), { agreement: null })).toEqual(whole);
        if (typeof whole !== 'string') for (const file of whole.files) analysisFileSchema.parse(file);
      }),
      { numRuns: 300 },
    );
  });
});
