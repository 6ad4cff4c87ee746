// Looks over whole tables without a process: several tables, columns that come late, tables that do not fit, and rows nobody can read.
import { analyse } from '@shared/analysis/analyse';
import { analysisFileSchema } from '@shared/analysis/result';
import { createMeasureLooks } from '@shared/analysis/risk/looks';
import { type MeasureParameters, readMeasures } from '@shared/analysis/risk/question';
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
