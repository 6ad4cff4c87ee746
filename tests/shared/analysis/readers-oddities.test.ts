// Files as other programs write them, with what is odd about each: read as what they are, or said to be read partly; never wrong and certain, never silent.
import { describe, expect, it } from 'vitest';
import { filesOf, outcome } from './readers-support';

const PHONES = Array.from({ length: 6 }, (_, i) => `1390000100${i}`);
const CSV = `姓名,手机,备注\n${PHONES.map((phone, i) => `示例${i},${phone},x${i}`).join('\n')}\n`;
const bytes = (...parts: (string | readonly number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : [...part])));
const utf16 = (text: string, big: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array(text.length).keys()].flatMap((i) => {
      const code = text.charCodeAt(i);
      return big ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );
/** By a table made from the decoder: the encoder of this runtime knows UTF-8 only. */
const gb18030 = (() => {
  const decoder = new TextDecoder('gb18030');
  const known = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++) if (b !== 0x7f) known.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  // 𠀀 is one of those that take four bytes.
  known.set('𠀀', [0x95, 0x32, 0x82, 0x36]);
  return (text: string): Uint8Array => Uint8Array.from([...text].flatMap((char) => known.get(char) ?? [char.charCodeAt(0)]));
})();

const seen = async (input: string | Uint8Array) =>
  (await filesOf(input)).map(({ format, encoding, rows, partly, columns }) => [
    format,
    encoding,
    rows,
    partly?.code ?? null,
    ...(columns ?? []).map(
      ({ name, hits }) => `${name}:${hits.map(({ detector, valid, certainty }) => `${detector} ${valid} ${certainty}`).join()}`,
    ),
  ]);
const PEOPLE = ['姓名:', '手机:mobile 6 certain', '备注:'];

describe('a table of another program', () => {
  it.each([
    ['LF', CSV],
    ['CR LF', CSV.replaceAll('\n', '\r\n')],
    ['CR alone', CSV.replaceAll('\n', '\r')],
    ['all three', CSV.replace('\n', '\r\n').replace('\n示例3', '\r示例3')],
    ['no end after the last', CSV.trimEnd()],
    ['a mark before the first', `\uFEFF${CSV}`],
  ])('is read with lines that end in %s', async (_, text) => {
    expect(await seen(text)).toEqual([['csv', 'utf-8', 6, null, ...PEOPLE]]);
  });
  it.each([
    ['utf-16le', utf16(CSV, false)],
    ['utf-16be', utf16(CSV, true)],
    ['utf-16le', bytes([0xff, 0xfe], utf16(CSV, false))],
    ['gb18030', gb18030(CSV)],
    ['gb18030', gb18030(CSV.replace('x0', '𠀀'))],
  ])('is read in %s, marked or not', async (encoding, input) => {
    expect(await seen(input)).toEqual([['csv', encoding, 6, null, ...PEOPLE]]);
  });
  it.each([
    ['sep=;\n', ';'],
    ['sep=;\r\n', ';'],
    ['"sep=,"\n', ','],
    ['SEP=|\n', '|'],
    ['sep=~\n', '~'],
    ['\uFEFFsep=;\n', ';'],
  ])('takes the line %j for what it is', async (line, separator) => {
    expect(await seen(line + CSV.replaceAll(',', separator))).toEqual([['csv', 'utf-8', 6, null, ...PEOPLE]]);
  });
  it('takes such a line for what it is before GB18030, UTF-16 and tabs', async () => {
    const text = `sep=;\r\n${CSV.replaceAll(',', ';')}`;
    expect(await seen(gb18030(text))).toEqual([['csv', 'gb18030', 6, null, ...PEOPLE]]);
    expect(await seen(utf16(text, false))).toEqual([['csv', 'utf-16le', 6, null, ...PEOPLE]]);
    expect(await seen(`sep=\t\n${CSV.replaceAll(',', '\t')}`)).toEqual([['tsv', 'utf-8', 6, null, ...PEOPLE]]);
    // A column may be called so.
    expect((await seen('sep=;,手机\na,13900001001\n'))[0]?.slice(4, 5)).toEqual(['sep=;:']);
  });
  it('stays UTF-8 where single places of it are damaged, and says so', async () => {
    for (const wrong of [[0xff, 0xfe], [0xe9, 0x61], [0xa1]]) {
      const damaged = bytes(CSV, wrong, ',13900001009,x\n');
      const [[format, encoding, , code, ...columns] = []] = await seen(damaged);
      expect([format, encoding, code]).toEqual(['csv', 'utf-8', 'BAD_ENCODING']);
      expect(columns.map((column) => String(column).split(':')[0])).toEqual(['姓名', '手机', '备注']);
    }
  });
  it('in an encoding that is not read is said to be damaged', async () => {
    const latin = Uint8Array.from([...`nome;telefone\n${PHONES.map((phone) => `José;${phone}`).join('\n')}`], (char) => char.charCodeAt(0));
    expect((await seen(latin))[0]?.slice(0, 4)).toEqual(['csv', 'gb18030', 6, 'BAD_ENCODING']);
  });
  it('with a NUL in it is no text', async () => {
    expect(await outcome(CSV.replace('x3', '\0'))).toBe('BINARY');
    expect(
      await outcome(
        bytes(
          [0xff, 0xfe, 0, 0],
          [...CSV].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8, 0, 0]),
        ),
      ),
    ).toBe('BINARY');
  });
});

describe('JSON of another program', () => {
  const lines = PHONES.map((phone) => `{"phone":"${phone}"}`);
  it.each([
    ['CR LF', lines.join('\r\n')],
    ['blank lines', lines.join('\n\n\n')],
    ['a mark before the first', `\uFEFF${lines.join('\n')}`],
    ['blanks around them', lines.map((line) => `  ${line} `).join('\r\n')],
  ])('is read line by line with %s', async (_, text) => {
    expect(await seen(text)).toEqual([['jsonl', 'utf-8', 6, null, 'phone:mobile 6 certain']]);
  });
  it('is read with numbers that are none, and without end, as Python writes them', async () => {
    const values = ['NaN', 'Infinity', '-Infinity', '1', '2.5', 'null'];
    const rows = values.map((value, i) => `{"a":${value},"phone":"${PHONES[i]}"}`);
    for (const text of [rows.join('\n'), `[${rows.join(',')}]`]) {
      const [file] = await filesOf(text);
      expect([file?.rows, file?.partly, file?.columns?.map(({ empty }) => empty)]).toEqual([6, null, [2, 0]]);
    }
    expect(await outcome('[NaN, 13900001001]')).toEqual([['x', 2, null]]);
  });
  it('counts both values of a key that comes twice', async () => {
    expect(await seen('[{"phone":"13900001001","phone":"13900001002"},{"phone":"13900001003"}]')).toEqual([
      ['json', 'utf-8', 2, null, 'phone:mobile 3 certain'],
    ]);
  });
  it.each([
    ['a comma too many', '[{"phone":"13900001001"},]'],
    ['quotes of another kind', "[{'phone':'13900001001'}]"],
    ['a word that is none', '[{"phone":undefined}]'],
    ['a number that is none', '[{"phone":01}]'],
  ])('that is not quite JSON is read partly: %s', async (_, text) => {
    expect((await filesOf(text))[0]?.partly?.code).toBe('JSON_BROKEN');
  });
});
