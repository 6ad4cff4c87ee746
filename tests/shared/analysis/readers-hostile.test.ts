// A hundred damaged files of each format: every one ends in a result or a code, none in an exception, and none takes long.
import { analyse } from '@shared/analysis/analyse';
import { type AnalysisFile, analysisFileSchema, UNREADABLE_CODES } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../scripts/samples/random.mjs';
import { outcome, pack, rowsXml, workbook } from './readers-support';

const rows = [['姓名', '手机', '金额'], ...Array.from({ length: 20 }, (_, i) => [`示例${i}`, `139000010${10 + i}`, i])];
const json = rows.slice(1).map(([name, phone, amount]) => ({ name, contact: { phone }, amounts: [amount, null] }));
const sheet = workbook(
  [
    { name: '一', xml: rowsXml(rows) },
    { name: '二', xml: rowsXml(rows), state: 'hidden' },
  ],
  {
    'xl/comments1.xml': '<comments><comment><text><t>示例</t></text></comment></comments>',
  },
);
const stored = (bytes: string | Uint8Array, name = 'a') => pack([{ name, bytes, stored: true }]);
const FORMATS: Readonly<Record<string, Uint8Array>> = {
  csv: utf8(rows.map((row) => row.join(',')).join('\n')),
  'csv in UTF-16': new Uint8Array(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(rows.map((row) => row.join('\t')).join('\n'), 'utf16le')]),
  ),
  json: utf8(JSON.stringify(json)),
  jsonl: utf8(json.map((each) => JSON.stringify(each)).join('\n')),
  xlsx: sheet,
  zip: pack([
    { name: 'a.csv', bytes: rows.join('\n') },
    { name: 'b.json', bytes: JSON.stringify(json) },
    { name: 'c.xlsx', bytes: sheet },
  ]),
  'zip, stored': stored(stored(rows.join('\n')), 'in.zip'),
  pickle: utf8("cos\nsystem\np0\n(S'true'\np1\ntp2\nRp3\n."),
  text: utf8('说明：示例。\n联系人：示例甲，13900001001。\n'),
};

/** Flips, cuts, doubles and swaps, at places that the seed decides. */
function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const at = () => Math.floor(next() * bytes.length);
  let copy = bytes.slice();
  for (let times = 1 + Math.floor(next() * 4); times > 0; times--) {
    const kind = Math.floor(next() * 5);
    if (kind === 0) copy[at() % copy.length] = Math.floor(next() * 256);
    else if (kind === 1) copy = copy.slice(0, Math.max(1, at() % copy.length));
    else if (kind === 2) copy.copyWithin(at() % copy.length, at() % copy.length, at() % copy.length);
    else if (kind === 3) copy.fill(Math.floor(next() * 256), at() % copy.length, (at() % copy.length) + 8);
    else copy = new Uint8Array(Buffer.concat([copy, copy.subarray(at() % copy.length)]));
  }
  return copy;
}

describe('a hundred damaged files', () => {
  it.each(Object.entries(FORMATS))('of %s end in a result or a code', async (_name, whole) => {
    const { next } = randomFrom(20_261_123);
    const share = () => next() / 2 ** 32;
    for (let i = 0; i < 100; i++) {
      const bytes = damaged(whole, share);
      const result = await analyse([bytes], { name: 'x', sha256: 'a'.repeat(64), bytes: bytes.length, today: '2026-11-23' });
      if (!result.ok) expect(UNREADABLE_CODES).toContain(result.code);
      else
        for (const file of result.value.files)
          expect((analysisFileSchema.parse(JSON.parse(JSON.stringify(file))) as AnalysisFile).name).toMatch(/^x/);
    }
  });
});

describe('files made to exhaust a reader', () => {
  it.each([
    ['2^15 columns', `${'a,'.repeat(2 ** 15)}a\n${'1,'.repeat(2 ** 15)}1\n`, [['x', 0, 'TOO_MANY_COLUMNS']]],
    ['2^20 columns', `${'a,'.repeat(2 ** 20)}a\n1,2\n`, [['x', 0, 'TOO_MANY_COLUMNS']]],
    ['a line of 20 MB', 'x y。'.repeat(4_000_000), [['x', null, 'LINE_TOO_LONG']]],
    ['a JSON string of 20 MB', `["${'x'.repeat(20_000_000)}"]`, [['x', 0, 'CELL_TOO_LONG']]],
    ['five million open brackets', '['.repeat(5_000_000), [['x', 0, 'JSON_TOO_DEEP']]],
    ['a million and a half objects', `[${'{},'.repeat(1_500_000)}{}]`, [['x', 1_500_001, null]]],
  ])('%s', async (_what, text, expected) => expect(await outcome(text)).toEqual(expected));

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
