// Marks of secrecy, addresses and formulas in texts: golden vectors with hard negatives, and what a file's result says of them.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isFormulaCell, reachesOut } from '@shared/analysis/content/formulas';
import { hostsIn, isExpected, judgeHost } from '@shared/analysis/content/hosts';
import { classificationMark, nameMark } from '@shared/analysis/content/marks';
import { FOUND_CODES } from '@shared/analysis/content/tally';
import { contentTexts } from '@shared/texts/analysis-content';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filesOf, pack } from './readers-support';

const vectors = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../vectors/analysis-content.json'), 'utf8'));

describe('marks of state secrets', () => {
  it.each(vectors.marks as { text: string; line?: number; header?: string; is: boolean; origin: string }[])('$text: $is ($origin)', (v) => {
    const at = v.line === undefined ? { header: v.header ?? '' } : { line: v.line };
    expect(classificationMark(v.text, at) !== null).toBe(v.is);
  });
  it.each(vectors.names as { name: string; is: boolean; origin: string }[])('name $name: $is ($origin)', ({ name, is }) => {
    expect(nameMark(name) !== null).toBe(is);
  });
  it('are never seen without a level, whatever else a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(100), (text, line) => {
        const other = text.replaceAll('密', '');
        expect(classificationMark(other, { line })).toBeNull();
        expect(nameMark(other)).toBeNull();
      }),
      { numRuns: 200 },
    );
  });
});

describe('addresses', () => {
  it.each(vectors.hosts as { text: string; hosts: [string, string][]; origin: string }[])('$text ($origin)', ({ text, hosts }) => {
    expect(hostsIn(text).map(({ host, kind }) => [host, kind])).toEqual(hosts);
  });
  it('in the country stay there under any name, and a foreign domain is foreign under any name', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
    fc.assert(
      fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
        const name = labels.join('.');
        expect(judgeHost(`${name}.gov.cn`).kind).toBe('domestic');
        expect(judgeHost(`${name}.amazonaws.com`).kind).toBe('foreign');
        expect(judgeHost(`${name}.jp`).kind).toBe('foreign');
        expect(isExpected(`${name}.shili.cn`, ['shili.cn'])).toBe(true);
        expect(isExpected(`${name}shili.cn`, ['shili.cn'])).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
  it('take a time that grows with the text and no more', () => {
    const started = performance.now();
    for (const text of [
      'http://'.repeat(4_000),
      `${'a.'.repeat(16_000)}:80`,
      `//${'a-'.repeat(16_000)}`,
      `\\\\${'a'.repeat(32_000)}`,
      'www.'.repeat(8_000),
    ])
      hostsIn(text);
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('formulas', () => {
  it.each(vectors.formulas as { text: string; is: boolean; origin: string }[])('$text: $is ($origin)', ({ text, is }) => {
    expect(isFormulaCell(text)).toBe(is);
  });
  it('of a workbook reach out only when they leave it', () => {
    expect(reachesOut('WEBSERVICE("http://a.jp")')).toBe(true);
    expect(reachesOut("'C:\\x\\[other.xlsx]Sheet1'!A1")).toBe(true);
    expect(reachesOut('HYPERLINK("#Sheet2!A1","to")')).toBe(false);
    expect(reachesOut('SUM(A1:A9)*VLOOKUP(B1,Sheet2!A:B,2,0)')).toBe(false);
  });
});

const codesOf = async (input: string | Uint8Array, options = {}) =>
  (await filesOf(input, options)).map(({ name, content }) => [name, (content ?? []).map(({ code, count }) => [code, count])]);

describe('the result of a file', () => {
  it('says what its cells hold, each value once, masked', async () => {
    const [file] = await filesOf(
      '编号,网址,备注\n1,https://a.shili.jp/x,=HYPERLINK("http://b.shili.jp")\n2,https://a.shili.jp/y,正常\n3,http://10.1.1.1/,正常\n',
    );
    expect((file?.content ?? []).map(({ code, count }) => [code, count])).toEqual([
      ['FOREIGN_HOST', 2],
      ['INTERNAL_HOST', 1],
      ['CSV_FORMULA', 1],
    ]);
    for (const { samples } of file?.content ?? []) for (const sample of samples) expect(sample).toMatch(/^.\*+.$/u);
  });
  it('names the ending or the service that decided, and never the address', async () => {
    const [file] = await filesOf('第一行\n接口在 https://zhangsan.shili.jp/secret 上\n');
    const [found] = file?.content ?? [];
    expect(found?.why).toContain('.jp');
    expect(JSON.stringify(found)).not.toContain('zhangsan');
  });
  it('expects what the agreement names as a recipient, and nothing else then', async () => {
    const agreement = { v: 1 as const, id: 'a', fields: [], recipients: ['示例银行 bank-shili.com'] };
    const text = '接口 https://api.bank-shili.com\n另 https://www.gov.cn/x\n';
    expect(await codesOf(text, { agreement })).toEqual([['x', [['UNEXPECTED_HOST', 1]]]]);
    expect(await codesOf(text)).toEqual([['x', [['UNEXPECTED_HOST', 1]]]]);
  });
  it('finds a mark in a text, in a header, in a member and in a member’s name', async () => {
    expect(await codesOf('机密★5年\n示例报告\n')).toEqual([['x', [['CLASSIFICATION_MARK', 1]]]]);
    expect(await codesOf('秘密★3年,数量\na,1\nb,2\n')).toEqual([['x', [['CLASSIFICATION_MARK', 1]]]]);
    const zip = pack([
      { name: 'a.txt', bytes: '绝密★\n正文一段。\n' },
      { name: '【机密】b.csv', bytes: 'a,b\n1,2\n' },
    ]);
    expect(await codesOf(zip)).toEqual([
      ['x/a.txt', [['CLASSIFICATION_MARK', 1]]],
      ['x/【机密】b.csv', [['CLASSIFICATION_MARK', 1]]],
    ]);
    expect(await codesOf('a,b\n1,2\n', { name: '机密★1年.csv' })).toEqual([['机密★1年.csv', [['CLASSIFICATION_MARK', 1]]]]);
  });
  it('has words for every code in both languages', () => {
    for (const code of FOUND_CODES) {
      expect(contentTexts.zh.found[code].why(2)).toContain('2');
      expect(contentTexts.en.found[code].why(2)).toContain('2');
    }
  });
});
