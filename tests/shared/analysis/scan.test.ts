// The byte scanner against the plain reader of cells: the same columns, the same hits, for every cutting of the bytes. What the scanner calls alike must
// be alike to every detector, so cells are made close to the detectors' borders.
import { createContentLook } from '@shared/analysis/content/look';
import { createCsvReader } from '@shared/analysis/readers/csv';
import { createScanTable } from '@shared/analysis/scan/scan-table';
import { Scanner } from '@shared/analysis/scan/scanner';
import { mergeParts, readHead, StripeReader } from '@shared/analysis/scan/stripes';
import { createTable } from '@shared/analysis/table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const TODAY = '20261123';
const COMMA = 0x2c;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function plain(bytes: Uint8Array) {
  const content = createContentLook({ kind: 'table', formulas: true, expected: [] });
  const table = createTable({ kind: 'table', today: TODAY, scope: null, content, looks: [] });
  const reader = createCsvReader({
    separator: COMMA,
    onRecord: (record) => {
      table.record(record);
      return true;
    },
  });
  reader.push(bytes);
  reader.end();
  const { columns, names, rows } = table.result();
  return { columns, names, rows, contents: content.contents(names), problem: reader.problem() };
}

function scanned(bytes: Uint8Array, cuts: readonly number[] = []) {
  const content = createContentLook({ kind: 'table', formulas: true, expected: [] });
  const table = createScanTable({ separator: COMMA, today: TODAY, maxRows: null, scope: null, content, looks: [] });
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    table.push(bytes.slice(from, cut));
    from = Math.max(from, cut);
  }
  table.push(bytes.slice(from));
  table.end();
  const { columns, names, rows } = table.result();
  return { columns, names, rows, contents: content.contents(names), problem: table.problem() };
}

/** By two readers that take every other stripe; null when they refuse. */
function striped(bytes: Uint8Array, stripe: number, observed: readonly string[] = []) {
  const head = readHead(bytes, 0, COMMA, TODAY);
  if (!head) return null;
  const plan = { ...head, separator: COMMA, today: TODAY, bytes: bytes.length, stripe, seed: [1, 2] as const, observed, expected: [] };
  const readers = [0, 1].map(
    () =>
      new StripeReader(plan, (into, at) => {
        const part = bytes.subarray(at, at + into.length);
        into.set(part);
        return part.length;
      }),
  );
  let inside = false;
  for (let k = 0; k * stripe < bytes.length; k++) {
    if (!readers[k % 2]?.stripe(k, inside)) return null;
    for (const byte of bytes.subarray(k * stripe, (k + 1) * stripe)) if (byte === 0x22) inside = !inside;
  }
  const parts = readers.map((reader) => reader.part());
  if (!parts.every((part) => part !== null)) return null;
  return mergeParts(plan, parts);
}

const HEADERS = [
  '甲',
  '身份证号',
  '手机号码',
  '联系电话',
  '固定电话',
  '统一社会信用代码',
  '银行卡号',
  '车架号',
  'IMEI',
  'ICCID',
  '出生日期',
  '经度',
  '微信',
  '密码',
  '姓名',
  '单位名称',
  '户号',
  '病历号',
  '护照号',
  '通行证',
  '车牌',
  'IP',
  '邮箱',
  '设备编号',
  '账号',
  '日期',
] as const;

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withIdCheck = (first17: string): string =>
  first17 + '10X98765432'.charAt([...first17].reduce((sum, digit, i) => sum + Number(digit) * (WEIGHTS[i] ?? 0), 0) % 11);
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const withCreditCheck = (first17: string): string => {
  let sum = 0;
  let weight = 1;
  for (const place of first17) {
    sum += ALPHABET.indexOf(place) * weight;
    weight = (weight * 3) % 31;
  }
  return first17 + ALPHABET.charAt((31 - (sum % 31)) % 31);
};
const withLuhn = (start: string): string => {
  for (let check = 0; check < 10; check++) {
    const digitsOf = [...start, String(check)].map(Number).reverse();
    if (digitsOf.reduce((sum, d, i) => sum + (i % 2 ? (d > 4 ? 2 * d - 9 : 2 * d) : d), 0) % 10 === 0) return start + check;
  }
  return start;
};
const region = fc.constantFrom('230202', '230299', '110201', '110111', '440524', '810000', '990426', '912302', '230000', '000000');
const birth = fc.constantFrom('19900101', '18800229', '17991231', '20261123', '20261124', '20230230', '19920229', '20990101');
const han = fc.stringMatching(/^[王李欧阳司一乙丙丁站路号厂为名者密室组单元年月日的在]{1,8}$/u);
const kinds: readonly fc.Arbitrary<string>[] = [
  digits(1, 22),
  digits(10, 19).map(withLuhn),
  fc
    .tuple(fc.constantFrom('62', '4', '51', '3528', '3589', '37', '35', '86', '01', '8986', '0086', '86139', '0452', '1390'), digits(8, 17))
    .map(([a, b]) => withLuhn(a + b)),
  fc.tuple(region, birth, digits(3, 3)).map(([a, b, c]) => withIdCheck(a + b + c)),
  fc.tuple(region, birth, digits(3, 3)).map(([a, b, c]) => withIdCheck(a + b + c).toLowerCase()),
  fc.tuple(region, birth, digits(1, 1)).map(([a, b, c]) => `${a}${b}${c}000`),
  fc.tuple(region, digits(6, 6), digits(3, 3)).map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('9', '1', 'A', 'N', '92', 'Y', '5I'),
      fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]$/),
      digits(6, 6),
      fc.stringMatching(/^[0-9A-Z]{7,9}$/),
    )
    .map(([a, b, c, d]) => withCreditCheck(`${a}${b}${c}${d}`.slice(0, 17))),
  fc.stringMatching(/^[0-9A-Z]{16,19}$/),
  fc.stringMatching(/^L[0-9A-HJ-NPR-Z]{7}[0-9X][0-9A-HJ-NPR-Z]{6}[0-9]{2}$/),
  fc.stringMatching(/^1[0-9]{10}$/),
  fc.constantFrom(
    '2026-03-01',
    '2026-02-30',
    '2026-03-01 12:30',
    '2026-03-01T12:30:59',
    '2026-3-1',
    '2026/03/01',
    '2026年3月1日',
    '2026Q1',
    '2026-W09',
    '0026-03-01',
    '12:30:59',
    '2026',
    '3026-01-01',
  ),
  fc
    .tuple(
      fc.integer({ min: 0, max: 260 }),
      fc.integer({ min: 0, max: 260 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 300 }),
    )
    .map((parts) => parts.join('.')),
  fc.stringMatching(/^[a-z0-9.-]{1,14}@[a-z0-9-]{1,8}\.[a-z]{2,4}$/),
  fc.stringMatching(/^[a-z0-9]{1,3}[.-]{0,2}[a-z0-9]{1,12}[.-]?@{1,2}[a-z0-9]{1,5}[.-]{0,2}[a-z]{1,3}(?:\.[a-z0-9]{1,3})?$/),
  fc
    .tuple(
      fc.constantFrom('info', 'kefu', 'no-reply', 'hr', 'wang', 'Info', 'a_b'),
      fc.constantFrom('@shili.cn', '@example.com', '@shili.example', '@1.cn', '@shili.com.cn'),
    )
    .map(([a, b]) => a + b),
  han,
  fc
    .tuple(han, digits(1, 4), fc.constantFrom('号', '号楼', '室', '组', '年', '：', '（'), han, digits(0, 3))
    .map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('黑B', '黑b', '京A', '黑B·'), fc.stringMatching(/^[0-9A-Z]{5,6}$/)).map(([a, b]) => a + b),
  fc
    .tuple(
      fc.constantFrom('联系', '姓名：', '地址', 'tel ', '银行卡', '版本', '备注，电话', ''),
      fc.oneof(digits(7, 18), fc.stringMatching(/^1[3-9][0-9]{9}$/), han),
      fc.constantFrom('', '。', ' ', '室'),
    )
    .map((parts) => parts.join('')),
  // A mobile in a sentence: what stands before and behind it, and who is named beside it.
  fc
    .tuple(
      fc.constantFrom('已派单，', '2号楼 ', '86）', '(86)', '（86）', '公元', '户主', '出生于1988年3月5日，', ''),
      fc.constantFrom('联系人', '姓名', '', '路', '患者', '致电'),
      fc.stringMatching(/^[王何欧司方成静超丽洋阳强磊芳站号]{0,3}$/u),
      fc.constantFrom('，电话', '，', '（', ' ', '-', '电', ''),
      fc.oneof(fc.stringMatching(/^1[0-9]{10}$/), fc.stringMatching(/^1[3-9][0-9] ?[0-9]{4}[ -]?[0-9]{4}$/), digits(10, 13)),
      fc.constantFrom('', '。', '）', ' 2', '-1', '号', '，0452', '，李强'),
    )
    .map((parts) => parts.join('')),
  fc.stringMatching(/^-?[0-9]{1,4}\.[0-9]{1,7}$/),
  fc.stringMatching(/^[0-9]\.[0-9]{2,5}E\+1[0-9]$/),
  fc.stringMatching(/^[0-9A-Za-z+/=:_.*-]{1,24}$/),
  fc.stringMatching(/^(?:[0-9A-F]{2}[:-]){5}[0-9A-F]{2}$/),
  fc
    .tuple(
      fc.constantFrom('出生于', '生于', '男，', '学生', 'born ', 'DOB ', 'd.o.b ', 'birthday: ', '发生于'),
      fc.constantFrom('1988年3月5日', '1988年13月5日', '1988-3-5', '2027年1月', '1888年5月', '1988年', 'May 5, 1988'),
      fc.constantFrom('', '生', '出生', '生产', '。'),
    )
    .map((parts) => parts.join('')),
  fc.uuid(),
  fc.stringMatching(/^[0-9a-f]{8}-[0-9]{4}-[0-9]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  fc
    .tuple(
      fc.constantFrom('138', '1', '2302', '230202', '110111', '990426', '62', '6222', '13904', '2302021'),
      fc.integer({ min: 1, max: 13 }),
      fc.stringMatching(/^[0-9]{0,7}[0-9Xx]?$/),
    )
    .map(([start, stars, end]) => start + '*'.repeat(stars) + end),
  fc.constantFrom(
    '=HYPERLINK("http://a.shili.jp")',
    '-cmd|x!A',
    '+SUM(A1)',
    'http://shili.cn',
    '//shili.jp/a',
    'www.shili.de',
    '机密★',
    '秘密',
    '密码',
    '１３９０４５２１２３４',
    '①②',
    'a\u200bb',
    '',
    ' ',
    '正常',
    'MTM5MDQ1MjEyMzQ=',
    'AKIA1234567890ABCDEF',
    'password=abc123',
    'glpat-abc',
    '138****1234',
    '230202********0014',
  ),
];
/** Now and then one digit is another: what held holds no more, and everything else is as before. */
const nearby = (kind: fc.Arbitrary<string>) =>
  fc.tuple(kind, fc.nat(40), fc.nat(9)).map(([text, at, digit]) => {
    const place = at % (text.length + 1);
    return /\d/.test(text.charAt(place)) ? text.slice(0, place) + digit + text.slice(place + 1) : text;
  });
const cell = fc.oneof(...kinds);
/** A column holds mostly one kind of thing: that is where alike and not alike meet. */
const column = fc
  .tuple(fc.constantFrom(...HEADERS), fc.nat(kinds.length - 1))
  .chain(([header, kind]) =>
    fc
      .array(fc.oneof({ weight: 9, arbitrary: nearby(kinds[kind] ?? cell) }, cell), { minLength: 60, maxLength: 60 })
      .map((cells) => [header, ...cells]),
  );
const tableOf = (columns: readonly (readonly string[])[], end: string): string =>
  (columns[0] ?? []).map((_, row) => columns.map((cells) => quoted(cells[row] ?? '')).join(',') + end).join('');
const quoted = (text: string): string => (/[",\n\r]/.test(text) || text.length % 5 === 4 ? `"${text.replaceAll('"', '""')}"` : text);

describe('the scanner', () => {
  it('finds what the plain reader finds, in cells at the borders of every detector', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (columns, end) => {
        const bytes = bytesOf(tableOf(columns, end));
        expect(scanned(bytes)).toEqual(plain(bytes));
      }),
      { numRuns: 100, seed: 20261123, endOnFailure: true },
    );
  });

  it('tells apart what looks alike but for its digits or a word', () => {
    for (const pair of [
      ['info@shili.cn', 'wang@shili.cn'],
      ['主机 1.2.3.255', '主机 1.2.3.999'],
      ['10.1.1.1', '11.1.1.1'],
      ['192.0.2.1', '192.0.3.1'],
      ['198.51.100.1', '198.51.101.1'],
      ['198.50.100.1', '198.51.100.1'],
      ['203.0.113.1', '203.0.112.1'],
      ['100.63.0.99', '100.64.0.99'],
      ['100.127.0.1', '100.128.0.1'],
      ['172.15.0.1', '172.16.0.1'],
      ['172.31.0.1', '172.32.0.1'],
      ['138****1234', '238****1234'],
      ...['wang@shili@shili.cn', 'wang.@shili.cn', 'wang@shili', 'wang@shili.c1', 'wang@shili.c', '13904521234@shili.cn'].map(
        (mailbox) => ['wang@shili.cn', mailbox] as const,
      ),
      ['91230200MA1BCDEF0A', '91230200MA1BCDEF0O'],
      ['2026-03-01', '2026-03x01'],
      ['6WI2V76TYYU122J29', 'QQCO25C376FW81K85'],
      ['2026-03-01 12:30', '2026-03-01 1a:30'],
      ['2026-03-01 12:30:59', '2026-03-01 12:30a59'],
      ['2026-03-01 12:30:59', '2026-03-01 12:30:5a'],
      ['230202********0014', '990202********0014'],
      ['47.35432,123.91812', '97.35432,123.91812'],
      ['王号', '王伟'],
      ['2026-02-28', '2026-02-30'],
      ['黑B12345', '黑B1IO45'],
      ['机器', '机密'],
    ]) {
      const bytes = bytesOf(`密级,乙\n${pair.map((text) => `"${text}",1`).join('\n')}\n`);
      expect(scanned(bytes)).toEqual(plain(bytes));
    }
  });

  it('gives one answer for every cutting', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        fc.array(fc.nat(1_000), { maxLength: 12 }),
        (rows, cuts) => {
          const bytes = bytesOf(`甲,乙\n${rows.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`);
          expect(
            scanned(
              bytes,
              cuts.map((cut) => Math.min(cut, bytes.length)),
            ),
          ).toEqual(scanned(bytes));
        },
      ),
      { numRuns: 100, seed: 20261123, endOnFailure: true },
    );
  });

  it('counts batches of rows, wider and narrower ones among them, as the plain reader does', () => {
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { minLength: 700, maxLength: 700 });
    fc.assert(
      fc.property(rows, fc.array(fc.nat(60_000), { maxLength: 4 }), (cells, cuts) => {
        const bytes = bytesOf(`甲,乙\n${cells.map((row) => row.map(quoted).join(',')).join('\n')}\n`);
        expect(
          scanned(
            bytes,
            cuts.map((cut) => Math.min(cut, bytes.length)),
          ),
        ).toEqual(plain(bytes));
      }),
      { numRuns: 8, seed: 20261123, endOnFailure: true },
    );
  });

  it('cuts quotes, torn quotes and line ends as the plain reader does', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab1,"\r\n]{0,40}$/), (text) => {
        const bytes = bytesOf(`x,y\n${text}`);
        expect(scanned(bytes)).toEqual(plain(bytes));
      }),
      { numRuns: 500, seed: 20261123, endOnFailure: true },
    );
  });

  it('gives the same from stripes of any size, or refuses', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...HEADERS), { minLength: 2, maxLength: 4 }),
        fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 7, max: 400 }),
        (headers, rows, end, stripe) => {
          const bytes = bytesOf([headers, ...rows].map((cells) => cells.map(quoted).join(',') + end).join(''));
          const parts = striped(bytes, stripe);
          if (!parts) return;
          read++;
          const { columns, names, rows: count } = scanned(bytes);
          expect(parts).toMatchObject({ columns, names, rows: count });
        },
      ),
      { numRuns: 100, seed: 20261123, endOnFailure: true },
    );
    expect(read).toBeGreaterThan(40);
  });

  it('tells the values of an observed column once, in the order of the file, whoever reads which stripe', () => {
    const values = Array.from({ length: 300 }, (_, i) => `v${(i * 7) % 90}`);
    const bytes = bytesOf(`甲,乙\n${values.map((value, i) => `${value},${i}`).join('\n')}\n`);
    for (const stripe of [40, 333, 5_000]) {
      const [first, second] = striped(bytes, stripe, ['甲'])?.observed ?? [];
      expect(first).toEqual({ name: '甲', values: [...new Set(values)] });
      expect(second).toEqual({ name: '乙', values: [] });
    }
    const many = (count: number) => bytesOf(`甲,乙\n${Array.from({ length: count }, (_, i) => `${i},1`).join('\n')}\n`);
    expect(striped(many(65_536), 1 << 18, ['甲'])?.observed[0]?.values.length).toBe(65_536);
    // Readers then tell some values again, and how often depends on who reads.
    expect(striped(many(65_537), 1 << 18, ['甲'])).toBeNull();
    expect(striped(many(200_000), 1 << 18, ['甲'])).toBeNull();
  });

  it('refuses stripes where quotes do not tell where cells end, and where the header comes again', () => {
    const body = '1,2\n'.repeat(40);
    expect(striped(bytesOf(`甲,乙\n${body}`), 32)).not.toBeNull();
    expect(striped(bytesOf(`甲,乙\n${body}a"b,2\n${body}`), 32)).toBeNull();
    expect(striped(bytesOf(`甲,乙\n${body}"a"b,2\n${body}`), 32)).toBeNull();
    expect(striped(bytesOf(`甲,乙\n${body}甲,乙\n${body}`), 32)).toBeNull();
  });

  it('says whether quotes before a stripe are odd in number, and says when it is no text', () => {
    const scanner = new Scanner({ separator: COMMA, today: TODAY, maxRows: null, widen: () => {}, row: null });
    const quotes = (text: string) => {
      const bytes = bytesOf(text);
      const at = scanner.buffer(bytes.length);
      scanner.bytes.set(bytes, at);
      return scanner.oddQuotes(0, bytes.length);
    };
    const x = 'x'.repeat(99);
    expect(['', '"a",b', `"${x}"`, `"${x}"${x}"${x}"${x}`].map(quotes)).toEqual([0, 0, 0, 0]);
    expect([`"${x}`, `${x}"${x}`, `${x}"`, `"${x}"${x}"`].map(quotes)).toEqual([1, 1, 1, 1]);
    expect([`${x}\0`, `\0${x}`, `"${x.slice(0, 20)}\0${x}${x}`].map(quotes)).toEqual([-1, -1, -1]);
    // What stood behind the end before counts for nothing.
    expect(quotes('a"')).toBe(1);
  });

  it('counts distinct values exactly up to 65,536 and says when it estimates', () => {
    const column = (count: number) =>
      scanned(bytesOf(`甲\n${Array.from({ length: count }, (_, i) => `v${i % 70_000}`).join('\n')}`)).columns[0];
    expect(column(65_536)).toMatchObject({ distinct: 65_536 });
    expect(column(65_536)).not.toHaveProperty('distinctExact');
    const beyond = column(140_000);
    expect(beyond).toMatchObject({ distinctExact: false });
    expect(Math.abs((beyond?.distinct ?? 0) / 70_000 - 1)).toBeLessThan(0.05);
  });
});
