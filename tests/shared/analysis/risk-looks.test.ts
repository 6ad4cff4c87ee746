// Looks over whole tables without a process: several tables, columns that come late, tables that do not fit, and rows nobody can read.
import { analyse } from '@shared/analysis/analyse';
import { readRelease } from '@shared/analysis/inference/look';
import { analysisFileSchema } from '@shared/analysis/result';
import { analyseMeasured } from '@shared/analysis/risk/analyse-measured';
import { countsAsked, createMeasureLooks } from '@shared/analysis/risk/looks';
import {
  answeredBy,
  defaultsOf,
  isMeasureParameter,
  type MeasureParameters,
  readMeasures,
  tablesAsked,
} from '@shared/analysis/risk/question';
import { utf8 } from '@shared/basics/bytes';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

async function measured(input: string | Uint8Array, parameters: MeasureParameters, maxRiskBytes?: number) {
  const measures = readMeasures(parameters, null, null);
  if (!measures.ok) throw new Error(measures.code);
  const { looks, settle } = createMeasureLooks({ ...measures.value, ...(maxRiskBytes === undefined ? {} : { maxRiskBytes }) }, 'x');
  const result = await analyse([typeof input === 'string' ? utf8(input) : input], { name: 'x', sha256: 'a'.repeat(64), bytes: 1, looks });
  if (!result.ok) throw new Error(result.code);
  const settled = settle(result.value.files);
  for (const file of settled.files) analysisFileSchema.parse(file);
  return { ...settled, file: settled.files[0] };
}

describe('looks at a whole table', () => {
  it('give up a table that does not fit, and say so: never a sample', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `v${i},1\n`).join('');
    const { file, notChecked } = await measured(`a,b\n${rows}`, { quasi: 'a' }, 100_000);
    expect(file).toMatchObject({ partly: { code: 'RISK_TOO_LARGE', rowsRead: 9_000 } });
    expect(Object.keys(file ?? {})).not.toEqual(expect.arrayContaining(['risk']));
    expect(JSON.stringify(file)).not.toContain('riskTooLarge');
    expect(notChecked.some((line) => line.startsWith('x：等价类'))).toBe(true);
    expect((await measured(`a,b\n${rows}`, { quasi: 'a' })).file?.risk).toMatchObject({ k: 1, classes: 9_000 });
  });

  it('count rows before a column came as empty', async () => {
    const { file, missing } = await measured('{"a":"1"}\n{"a":"1"}\n{"a":"2","b":"2"}\n', { quasi: 'a,b' });
    expect([file?.risk?.classes, file?.risk?.k, missing]).toEqual([2, 1, []]);
  });

  it('know the columns of a table whose header turned out to be data', async () => {
    const { file } = await measured('x,y\n1,2\nx,y\n', { quasi: 'column 1' });
    expect(file?.risk).toMatchObject({ rows: 3, classes: 2, k: 1 });
    expect((await measured('x,y\n1,2\nx,y\n', { quasi: 'x' })).missing).toEqual(['x']);
  });

  it('compare cells untrimmed and names trimmed', async () => {
    const { file } = await measured(' a ,b\nx,1\nx ,1\n', { quasi: 'a' });
    expect(file?.risk).toMatchObject({ classes: 2, quasi: ['a'] });
  });

  it('keep a column named __proto__ as a column', async () => {
    const { file } = await measured('a,__proto__\nx,1\nx,2\n', { quasi: 'a', confidential: '__proto__' });
    expect(Object.entries(file?.risk?.l ?? {})).toMatchObject([['__proto__', { distinct: 2 }]]);
  });

  it('show the cells of a class with one value masked, and take nothing else from a worker', async () => {
    const { file } = await measured('姓,年龄,诊断\n欧阳示例,30,流感病毒\n欧阳示例,30,流感病毒\n,31,无\n,31,有\n', {
      quasi: '姓,年龄',
      confidential: '诊断',
    });
    const homogeneous = file?.risk?.l.诊断?.homogeneous;
    expect(homogeneous).toEqual({
      classes: [{ row: 1, records: 2, quasi: ['欧**例', '**'], value: '流**毒' }],
      rows: { rows: 2, ranges: [[1, 2]], unlisted: 0 },
    });
    const crossing = (quasi: string[], value: string) => {
      const classes = [{ row: 1, records: 2, quasi, value }];
      const l = { 诊断: { ...file?.risk?.l.诊断, homogeneous: { ...homogeneous, classes } } };
      return analysisFileSchema.safeParse({ ...file, risk: { ...file?.risk, l } }).success;
    };
    expect([crossing(['欧**例'], '流**毒'), crossing(['欧阳示例'], '流**毒'), crossing(['欧**例'], '流感'), crossing(['30'], '*')]).toEqual(
      [true, false, false, false],
    );
  });

  it('are about one of several tables where one is chosen, and say which were left', async () => {
    const people = utf8('年龄,卡号\n30,1\n30,2\n31,3\n');
    const archive = zipSync({ 'a.csv': people, '子/b.csv': utf8('年龄,站点\n1,甲\n1,乙\n') });
    const both = await measured(archive, { quasi: '年龄' });
    expect(both.files.map(({ part, risk }) => [part, risk?.k])).toEqual([
      ['a.csv', 1],
      ['子/b.csv', 2],
    ]);
    const one = await measured(archive, { quasi: '年龄', table: '子/b.csv' });
    expect(one.files.map(({ risk }) => risk?.k)).toEqual([undefined, 2]);
    expect(one.notChecked.some((line) => line.includes('另有1个表') && line.includes('x/a.csv'))).toBe(true);
    expect(both.notChecked.some((line) => line.includes('另有'))).toBe(false);
    // Columns are looked for in the chosen table, and the table in the file.
    expect((await measured(archive, { quasi: '卡号', table: '子/b.csv' })).missing).toEqual(['卡号']);
    expect((await measured(archive, { quasi: '年龄', table: 'c.csv' })).missing).toEqual(['c.csv']);
    expect(readMeasures({ table: 'a.csv' }, null, null)).toMatchObject({ ok: false, code: 'PARAMETER_ALONE' });
  });

  it('answer a question of each table, and what is asked of every table where a table has none of its own', async () => {
    const archive = zipSync({
      'a.csv': utf8('年龄,卡号\n30,1\n30,2\n31,3\n'),
      'b.csv': utf8('年龄,站点\n1,甲\n1,乙\n'),
      'c.csv': utf8('m,s\n1,0.9\n0,0.1\n'),
      'd.csv': utf8('年龄\n7\n7\n7\n'),
    });
    const asked = {
      quasi: '年龄',
      'table-2': 'b.csv',
      'quasi-2': '年龄,站点',
      'confidential-2': '年龄',
      'table-12': 'c.csv',
      'membership-12': 'member=m,score=s',
    };
    const { files, notChecked, missing } = await measured(archive, asked);
    expect(files.map(({ part, risk, membership }) => [part, risk?.quasi, risk?.k, membership?.members])).toEqual([
      ['a.csv', ['年龄'], 1, undefined],
      ['b.csv', ['年龄', '站点'], 1, undefined],
      ['c.csv', undefined, undefined, 1],
      ['d.csv', ['年龄'], 3, undefined],
    ]);
    expect([files[1]?.risk?.l.年龄?.distinct, missing]).toEqual([1, []]);
    // Only what no question asked for is said not to have been measured.
    expect(notChecked.filter((line) => /没有给准标识符|没有给成员列/.test(line))).toEqual([]);
    expect(notChecked.some((line) => line.includes('另有1个表') && line.includes('x/c.csv'))).toBe(true);
    expect((await measured(archive, { ...asked, 'quasi-2': '年龄,卡号' })).missing).toEqual(['卡号']);
    expect((await measured(archive, { ...asked, 'table-2': '没有.csv' })).missing).toEqual(['没有.csv']);
  });

  it.each([
    [{ quasi: 'a', 'quasi-2': 'b' }, 'PARAMETER_ALONE', 'quasi-2, table-2'],
    [{ quasi: 'a', 'table-2': 't' }, 'PARAMETER_ALONE', 'table-2, quasi-2'],
    [{ quasi: 'a', 'table-2': 't', 'confidential-2': 'b' }, 'PARAMETER_ALONE', 'confidential-2, quasi-2'],
    [{ table: 't', quasi: 'a', 'table-2': 't', 'quasi-2': 'b' }, 'TABLE_ASKED_TWICE', 'table-2'],
    [{ quasi: 'a', 'table-3': 't', 'quasi-3': 'b', 'table-2': 't', 'quasi-2': 'b' }, 'TABLE_ASKED_TWICE', 'table-3'],
    [{ quasi: 'a', 'table-2': 't', 'counts-2': 'b' }, 'SHARING_MODE_MISSING', 'counts-2'],
    [{ quasi: 'a', 'table-2': 't', 'quasi-2': 'b,' }, 'PARAMETER_INVALID', 'quasi-2'],
  ])('are not taken as %j', (given, code, detail) => expect(readMeasures(given, null, null)).toMatchObject({ ok: false, code, detail }));

  it('take numbers from 2 to 64 behind the names of what one table is asked, and no other', () => {
    expect(['quasi-2', 'suppressed-policy-64', 'table-9'].map(isMeasureParameter)).toEqual([true, true, true]);
    for (const name of ['quasi-1', 'quasi-0', 'quasi-02', 'quasi-65', 'quasi-', 'fingerprint-2', 'sharing-mode-2', '-2', 'colour-2'])
      expect([name, isMeasureParameter(name)]).toEqual([name, false]);
  });

  it('tell afterwards which question a table answered', () => {
    const given = { quasi: 'a', suppressed: '*', 'table-2': 'b', 'membership-2': 'member=m,score=s' };
    expect([
      answeredBy(given, 'b').quasi,
      answeredBy(given, 'b').membership,
      answeredBy(given, 'c').quasi,
      answeredBy(given, null).suppressed,
    ]).toEqual([undefined, 'member=m,score=s', 'a', '*']);
    expect(answeredBy({ table: 'c', quasi: 'a' }, 'b')).toEqual({});
    expect(tablesAsked({ ...given, table: 'c' })).toEqual(['c', 'b']);
    expect(defaultsOf({ ...given, 'quasi-2': 'x', 'suppressed-2': '-' })).toEqual({
      'context-probability': '1',
      'suppressed-policy': 'own-class',
      'context-probability-2': '1',
      'suppressed-policy-2': 'own-class',
    });
  });

  it('compare each table with the table of the last release that it continues', async () => {
    const people = (first: number) => `区县,类型,户数\n甲,住宅,${first}\n乙,住宅,90\n`;
    const trips = (first: number) => `月份,线路,刷卡\n7,1路,${first}\n7,2路,80\n`;
    const now = zipSync({ 'a.csv': utf8(people(102)), 'b.csv': utf8(trips(41)) });
    const then = zipSync({ 'b.csv': utf8(trips(40)), 'a.csv': utf8(people(100)) });
    const measures = readMeasures({ 'sharing-mode': 'controlled', 'table-2': 'b.csv', 'counts-2': '刷卡' }, null, null);
    if (!measures.ok) throw new Error(measures.code);
    const previous = await readRelease([then], countsAsked(measures.value));
    const about = { name: 'x', sha256: 'a'.repeat(64), bytes: 1 };
    const result = await analyseMeasured([now], about, { ...measures.value, previous });
    expect(result.ok && result.value.files.map(({ releases }) => [releases?.compared, releases?.small])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('say for each measure that nobody asked for that it was not made', async () => {
    const { notChecked, missing } = await measured('a\nx\n', {});
    expect([notChecked.length, missing]).toEqual([5, []]);
  });

  it('measure no membership where one group is absent', async () => {
    const { file, notChecked } = await measured('m,s\n1,0.5\n1,0.7\n', { membership: 'member=m,score=s' });
    expect(file?.membership).toBeUndefined();
    expect(notChecked.some((line) => line.startsWith('x：没有同时有'))).toBe(true);
  });

  it('ask for nothing of a file without tables', async () => {
    const { missing, file } = await measured('只是一段文字。\n没有表。\n', { quasi: 'a' });
    expect([missing, file?.risk]).toEqual([[], undefined]);
  });
});
