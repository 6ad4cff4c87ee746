// Files of an office program that is not ours, with what they hide (tests/vectors/office): read as they are, or said not to be.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';
import { filesOf, pack } from './readers-support';

const at = (name: string): Uint8Array => new Uint8Array(readFileSync(resolve(import.meta.dirname, '../../vectors/office', name)));
const filesAt = (name: string) => filesOf(at(name), { name });
type File = Awaited<ReturnType<typeof filesOf>>[number];
const hits = (file: File | undefined): string[] =>
  (file?.columns ?? []).flatMap(({ name, hits }) =>
    hits.map(({ detector, valid, certainty }) => `${name}: ${detector} ${valid} ${certainty}`),
  );
const contents = (file: File | undefined) => (file?.content ?? []).map(({ code, count }) => `${code} ${count}`);
const PEOPLE = ['姓名: name 30 certain', '手机: mobile 30 certain', '身份证号: resident-id 30 certain', '出生日期: birth-date 30 certain'];
/** Of a text: its one column. */
const found = (file: File | undefined, detector: string): number | undefined =>
  file?.columns?.[0]?.hits.find((hit) => hit.detector === detector)?.valid;

describe('a workbook of LibreOffice', () => {
  it('gives up its rows, what is hidden in them, its caches and its comment', async () => {
    const files = await filesAt('table.xlsx');
    const part = (name: string) => files.find((file) => file.part === name);
    expect(files.map(({ partly }) => partly)).toEqual(files.map(() => null));
    const data = part('数据');
    expect(data?.rows).toBe(30);
    expect(hits(data)).toEqual([...PEOPLE, '卡号: damaged-identifier 30 certain', '公式: mobile 30 likely']);
    expect(contents(data)).toEqual(['HIDDEN_ROWS 1', 'HIDDEN_COLUMNS 1', 'NUMBER_DAMAGED 30', 'FORMULA_REACHES_OUT 1']);
    expect(data?.columns?.map(({ name, type }) => `${name} ${type}`)).toEqual([
      '姓名 text',
      '手机 integer',
      '身份证号 text',
      '出生日期 date',
      '金额 decimal',
      '卡号 integer',
      '到账时间 date',
      '启用 text',
      '公式 text',
      '占比 decimal',
      '备注 text',
    ]);
    expect([part('明细')?.rows, hits(part('明细')), contents(part('明细'))]).toEqual([
      11,
      ['手机: mobile 11 certain'],
      ['HIDDEN_SHEET 12'],
    ]);
    const cache = part('xl/pivotCache/pivotCacheDefinition1.xml');
    expect([hits(cache), contents(cache)]).toEqual([PEOPLE, ['PIVOT_CACHE 30']]);
    expect(contents(part('xl/charts/chart1.xml'))).toEqual(['CHART_CACHE 12']);
    const comment = part('xl/comments1.xml');
    expect([found(comment, 'mobile'), contents(comment)]).toEqual([1, ['COMMENTS 1']]);
    expect(files.flatMap(({ part, content }) => (part ? [] : (content ?? []).map(({ code }) => code)))).toEqual(['METADATA_PERSON']);
  });

  it('as CSV shows its damaged card numbers as a spreadsheet prints them', async () => {
    const [file] = await filesAt('table.csv');
    expect([file?.format, file?.encoding, file?.rows, file?.partly]).toEqual(['csv', 'utf-8', 30, null]);
    expect(hits(file)).toEqual([...PEOPLE, '卡号: damaged-identifier 30 certain', '公式: mobile 30 likely']);
  });
});

describe('a document of LibreOffice', () => {
  it('gives up its ten numbers, whether shown, hidden, deleted, beside the text or in a comment', async () => {
    const [text, about] = await filesAt('text.docx');
    expect([found(text, 'mobile'), found(text, 'resident-id'), text?.partly]).toEqual([10, 1, null]);
    expect(contents(text)).toEqual(['REVISIONS 4', 'HIDDEN_TEXT 2', 'COMMENTS 1']);
    // Its author and who wrote the comment.
    expect(contents(about)).toEqual(['METADATA_PERSON 2']);
  });
  it('as PDF gives up what it prints', async () => {
    const [text] = await filesAt('text.pdf');
    // Neither hidden, nor deleted, nor the comment is printed.
    expect([found(text, 'mobile'), found(text, 'resident-id'), text?.partly]).toEqual([7, 1, null]);
  });
});

describe('a format that nothing here opens', () => {
  it.each([
    ['text.doc', 9, 1],
    ['text.rtf', 12, 1],
    ['table.xls', 102, 60],
  ])('%s is said to be none, and its words are looked at all the same', async (name, mobiles, residents) => {
    const files = await filesAt(name);
    expect(files.map(({ partly }) => partly?.code)).toEqual(['FORMAT_NOT_READ']);
    expect([found(files[0], 'mobile'), found(files[0], 'resident-id')]).toEqual([mobiles, residents]);
  });
  it('an OpenDocument file is said to be none, though its parts are texts', async () => {
    const files = await filesAt('text.odt');
    const whole = files.find(({ part }) => part === undefined);
    expect(whole?.partly?.code).toBe('FORMAT_NOT_READ');
    expect(files.some((file) => found(file, 'resident-id') === 1)).toBe(true);
    // An archive is none for holding such a name somewhere.
    const other = await filesOf(
      pack([
        { name: 'a.txt', bytes: '今天' },
        { name: 'mimetype', bytes: 'text' },
      ]),
    );
    expect(other.every(({ partly }) => partly === null)).toBe(true);
  });
  const compound = (text: string): Uint8Array => {
    const wide = Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8]));
    return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(504), ...wide, 0, 0]);
  };
  it('an old document with a mark of secrecy is seen to bear it, at whatever byte its words begin', async () => {
    for (const shift of [0, 1]) {
      const bytes = compound('关于某事的通知\r机密★长期\r正文');
      const moved = Uint8Array.from([...bytes.subarray(0, 512), ...new Uint8Array(shift), ...bytes.subarray(512)]);
      const [file] = await filesOf(moved);
      expect([file?.partly?.code, contents(file)]).toEqual(['FORMAT_NOT_READ', ['CLASSIFICATION_MARK 1']]);
    }
  });
  it('a workbook with a password is said to be encrypted', async () => {
    expect((await filesOf(compound('Root Entry\0EncryptedPackage\0'))).map(({ partly }) => partly?.code)).toEqual(['ENTRY_ENCRYPTED']);
  });
  it('its first bytes alone are enough, and less is binary', async () => {
    expect((await filesOf(compound('')))[0]?.partly?.code).toBe('FORMAT_NOT_READ');
    expect((await filesOf(utf8('{\\rtf1\\ansi x}')))[0]?.partly?.code).toBe('FORMAT_NOT_READ');
  });
});
