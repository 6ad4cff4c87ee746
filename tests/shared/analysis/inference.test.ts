// What totals, releases and large contributors give away: by hand-made tables, by an independent search, and on the samples.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Aggregate, countOf, createAggregateReader, isTotal } from '@shared/analysis/inference/aggregate';
import { differencing } from '@shared/analysis/inference/differencing';
import { Contributions } from '@shared/analysis/inference/dominance';
import { readRelease } from '@shared/analysis/inference/look';
import { compareReleases } from '@shared/analysis/inference/releases';
import { analysisFileSchema } from '@shared/analysis/result';
import { analyseMeasured } from '@shared/analysis/risk/analyse-measured';
import { readMeasures } from '@shared/analysis/risk/question';
import { proposals } from '@shared/assessment/proposals';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSamples } from '../../../scripts/make-samples.mjs';
import { edition } from '../../support/shipped-edition';

const root = resolve(import.meta.dirname, '../../..');
const tableOf = (text: string, counts: readonly string[] | null = null): Aggregate | null => {
  const [header = '', ...rows] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const reader = createAggregateReader(counts);
  reader.header(header.split(','));
  for (const row of rows) reader.row(row.split(','));
  return reader.table();
};
const looked = (text: string) => {
  const table = tableOf(text);
  return table && differencing(table);
};

beforeAll(async () => {
  await makeSamples();
});

describe('a total', () => {
  it('gives back the one part that is hidden, and not one of two', () => {
    const one = '区县,类型,户数\n甲,住宅,10\n甲,学校,*\n甲,合计,13\n乙,住宅,5\n乙,学校,4\n乙,合计,9\n';
    expect(looked(one)).toEqual({
      totals: 2,
      hidden: 1,
      givenBack: 1,
      missingRows: 0,
      at: [{ row: 2, column: '户数', how: 'subtracted' }],
    });
    const two = '区县,类型,户数\n甲,住宅,10\n甲,学校,*\n甲,医院,<5\n甲,合计,16\n';
    expect(looked(two)).toEqual({ totals: 1, hidden: 2, givenBack: 0, missingRows: 0, at: [] });
  });
  it('of the other direction may give back the second, and then the first follows', () => {
    const rows = [
      '甲,住宅,10',
      '甲,学校,*',
      '甲,医院,*',
      '甲,合计,16',
      '乙,住宅,5',
      '乙,学校,4',
      '乙,医院,1',
      '乙,合计,10',
      '合计,住宅,15',
      '合计,学校,6',
      '合计,医院,*',
      '合计,合计,26',
    ];
    expect(looked(`区县,类型,户数\n${rows.join('\n')}\n`)).toMatchObject({
      totals: 7,
      hidden: 3,
      givenBack: 3,
      missingRows: 0,
      at: [{ row: 2 }, { row: 3 }, { row: 11 }],
    });
  });
  it('that is itself hidden is the sum of what is printed', () => {
    expect(looked('区县,人数\n甲,7\n乙,8\n全市,*\n')).toMatchObject({
      totals: 1,
      hidden: 1,
      givenBack: 1,
      missingRows: 0,
      at: [{ row: 3 }],
    });
  });
  it('gives back a row that was left out, when it is more than the others', () => {
    const rows = ['甲,住宅,10', '甲,学校,3', '甲,合计,13', '乙,住宅,5', '乙,合计,9', '丙,住宅,5', '丙,合计,5'];
    expect(looked(`区县,类型,户数\n${rows.join('\n')}\n`)).toMatchObject({
      givenBack: 0,
      missingRows: 1,
      // Of its total, which shows that there is one.
      at: [{ row: 5, column: '户数', how: 'row-missing' }],
    });
  });
  it('in a column of its own gives back a cell of its row', () => {
    expect(looked('区县,男性人数,女性人数,合计\n甲,10,12,22\n乙,*,7,10\n丙,*,*,6\n')).toMatchObject({
      at: [{ row: 2, column: '男性人数' }],
      totals: 3,
      hidden: 3,
      givenBack: 1,
      missingRows: 0,
    });
  });
  it('is none when the parts do not add up to it, or none is named', () => {
    expect(looked('区县,人数\n甲,7\n乙,8\n合计,99\n')).toBeNull();
    expect(looked('区县,人数\n甲,7\n乙,*\n')).toBeNull();
    expect(looked('姓名,年龄\n甲,7\n')).toBeNull();
  });
  it('goes by its name whatever names and codes go along with the parts', () => {
    const rows = ['230202,甲,1,10,0.5', '230203,乙,2,*,0.6', '230200,全市,,15,0.7'];
    expect(looked(`代码,区县,站点,户数,指数\n${rows.join('\n')}\n`)).toMatchObject({ totals: 1, hidden: 1, givenBack: 1, missingRows: 0 });
  });
  it('is known by usual words and by nothing else', () => {
    expect(['合计', '总 计', '全市', 'Total', 'total'].every(isTotal)).toBe(true);
    expect(['合计算法', '总部', '全市场', '小区', 'totally', '甲'].some(isTotal)).toBe(false);
  });
  it('gives back exactly what elimination over the sums of one table gives back', () => {
    // Judge: cells of a table with both kinds of totals, found by trying every sum until nothing changes.
    const arbitrary = fc.record({
      values: fc.array(fc.array(fc.nat(50), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
      hidden: fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 8 }),
    });
    fc.assert(
      fc.property(arbitrary, ({ values, hidden }) => {
        const full = values.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
        full.push([0, 1, 2, 3].map((column) => full.reduce((sum, row) => sum + (row[column] as number), 0)));
        const marks = new Set(hidden.map(([r, c]) => `${Math.min(r, full.length - 1)} ${c}`));
        const rowNames = [...values.map((_, r) => `行${r}`), '合计'];
        const columnNames = ['A', 'B', 'C', '合计'];
        const lines = full.flatMap((row, r) =>
          row.map((value, c) => `${rowNames[r]},${columnNames[c]},${marks.has(`${r} ${c}`) ? '*' : value}`),
        );
        const unknown = new Set(marks);
        const all = [
          ...full.map((_, r) => [0, 1, 2, 3].map((c) => `${r} ${c}`)),
          ...[0, 1, 2, 3].map((c) => full.map((_, r) => `${r} ${c}`)),
        ];
        for (let before = -1; before !== unknown.size; ) {
          before = unknown.size;
          for (const sum of all) {
            const open = sum.filter((cell) => unknown.has(cell));
            if (open.length === 1) unknown.delete(open[0] as string);
          }
        }
        const found = looked(`行,列,人数\n${lines.join('\n')}\n`);
        expect(found).toMatchObject({ hidden: marks.size, givenBack: marks.size - unknown.size });
      }),
      { numRuns: 200 },
    );
  });
});

describe('two releases', () => {
  const october = tableOf('区县,类型,户数\n甲,住宅,100\n甲,学校,7\n乙,住宅,50\n乙,学校,9\n') as Aggregate;
  it('give away a group that differs by less than the least cell, and a cell that was printed before', () => {
    const november = tableOf('区县,类型,户数\n甲,住宅,102\n甲,学校,*\n乙,住宅,60\n乙,学校,9\n') as Aggregate;
    expect(compareReleases(november, october, 5)).toEqual({
      rows: 4,
      compared: 3,
      threshold: 5,
      small: 1,
      printedBefore: 1,
      at: [
        { row: 1, column: '户数', how: 'small' },
        { row: 2, column: '户数', how: 'printed-before' },
      ],
    });
    expect(compareReleases(november, october, 2)).toMatchObject({ small: 0 });
  });
  it('of different things are not compared', () => {
    expect(compareReleases(tableOf('月份,区县,户数\n1,甲,3\n') as Aggregate, october, 5)).toBeNull();
    expect(compareReleases(tableOf('区县,类型,人数\n甲,住宅,3\n') as Aggregate, october, 5)).toBeNull();
  });
});

describe('a cell of amounts', () => {
  const measured = (amounts: Readonly<Record<string, readonly number[]>>) => {
    const contributions = new Contributions();
    for (const [cell, list] of Object.entries(amounts))
      for (const [i, amount] of list.entries()) contributions.add(cell, `企业${i}`, amount);
    return contributions.measure();
  };
  it('is dominated by one above 85 per cent, and not at it', () => {
    expect(measured({ a: [86, 7, 7], b: [85, 8, 7], c: [100] })).toMatchObject({ cells: 3, dominated: 2 });
  });
  it('lets the second know the first within 10 per cent', () => {
    // 100 + 60 + 9: what is left is less than a tenth of the largest. 100 + 60 + 10: it is not.
    expect(measured({ a: [100, 60, 9], b: [100, 60, 10] })).toMatchObject({ within: 1, sensitive: 1 });
  });
  it('counts a contributor once, losses as amounts, and rows without one as unread', () => {
    const contributions = new Contributions();
    for (const amount of [40, 50]) contributions.add('a', '甲', amount);
    contributions.add('a', '乙', -10);
    contributions.add('a', '丙', null);
    expect([contributions.measure()?.dominated, contributions.unread]).toEqual([1, 1]);
    expect(new Contributions().measure()).toBeNull();
  });
});

describe('the samples', () => {
  const csv = (path: string, encoding = 'utf-8') =>
    new TextDecoder(encoding).decode(readFileSync(resolve(root, 'resources/samples', path)));
  it('of the heating index hide two cells that neither totals nor the last release give back', () => {
    const now = tableOf(csv('heating-index/v1/product/index.csv')) as Aggregate;
    const before = tableOf(csv('heating-index/v1/comparison/index_2026-10.csv')) as Aggregate;
    expect(differencing(now)).toEqual({ totals: 832, hidden: 2, givenBack: 0, missingRows: 0, at: [] });
    const releases = compareReleases(now, before, 5);
    expect([(releases?.rows ?? 0) > 4_000, releases?.small, releases?.printedBefore]).toEqual([true, 0, 0]);
  });
  it('of the bus trips, version 2, have totals that give nothing back', () => {
    expect(differencing(tableOf(csv('bus-trips/v2/product/trips.csv', 'gb18030')) as Aggregate)).toMatchObject({
      hidden: 0,
      givenBack: 0,
      missingRows: 0,
    });
  });
});

it('a count is a number or nothing', () => {
  expect(['12', ' 1,234 ', '１２', '*', '<5', '', '-', 'x', '3.5'].map(countOf)).toEqual([
    12,
    1_234,
    12,
    null,
    null,
    null,
    null,
    null,
    3.5,
  ]);
});

describe('an analysis that is asked', () => {
  const AMOUNTS = '区县,行业,企业,产值\n甲,热力,a,90\n甲,热力,b,5\n甲,热力,c,5\n乙,热力,a,30\n乙,热力,b,30\n乙,热力,c,-40\n乙,热力,d,无\n';
  const measured = async (text: string, given: Parameters<typeof readMeasures>[0], previous: readonly Aggregate[] = []) => {
    const measures = readMeasures(given, null, null);
    if (!measures.ok) return measures.code;
    const bytes = new TextEncoder().encode(text);
    const about = { name: 'x.csv', sha256: 'a'.repeat(64), bytes: bytes.length };
    const result = await analyseMeasured([bytes], about, { ...measures.value, previous });
    if (!result.ok) return result.code;
    return { ...result.value, file: analysisFileSchema.parse(result.value.files[0]) };
  };
  it('says which cells are dominated, with its parameters, and what it could not read', async () => {
    const result = await measured(AMOUNTS, { dominance: 'cell=区县|行业,contributor=企业,value=产值' });
    if (typeof result === 'string') throw new Error(result);
    // The cell by its first row; who it is stands nowhere.
    const at = [{ row: 1, contributors: 3, largest: 0.9, dominated: true, within: true }];
    expect(result.file.dominance).toEqual({ cells: 2, dominated: 1, within: 1, sensitive: 1, n: 1, share: 0.85, p: 0.1, at });
    expect(result.file.content?.map(({ code, count }) => [code, count])).toEqual([['DOMINATED_CELL', 1]]);
    expect(result.notChecked.some((line) => line.includes('1行'))).toBe(true);
  });
  it('takes the numbers of the rules as they are given, and names with commas in quotes', async () => {
    const text = AMOUNTS.replace('企业', '"企业,简称"').replace('区县', '"区""县"');
    const asked = (rule: string) => measured(text, { dominance: `cell="区""县"|行业,contributor="企业,简称",value=产值${rule}` });
    expect(await asked('')).toMatchObject({ missing: [], file: { dominance: { n: 1, dominated: 1, within: 1 } } });
    expect(await asked(',n=2,k=0.75,p=0.05')).toMatchObject({
      file: { dominance: { n: 2, share: 0.75, p: 0.05, dominated: 1, within: 0 } },
    });
    expect(await asked(',n=2,k=0.5')).toMatchObject({ file: { dominance: { dominated: 2 } } });
    for (const wrong of [',n=0', ',n=1.5', ',k=0', ',k=1.01', ',p=-1', ',n=1,n=2', ',q=1', ',k=85%'])
      expect(await asked(wrong)).toBe('PARAMETER_INVALID');
  });
  it('names a column that is not there, and refuses a question without its parts', async () => {
    expect(await measured(AMOUNTS, { dominance: 'cell=地区,contributor=企业,value=产值' })).toMatchObject({ missing: ['地区'] });
    expect(await measured(AMOUNTS, { dominance: 'cell=区县,value=产值' })).toBe('PARAMETER_INVALID');
    expect(await measured(AMOUNTS, { previous: 'last.csv' })).toBe('SHARING_MODE_MISSING');
  });
  it('looks at sums wherever a sharing mode is given, and at an earlier release beside them', async () => {
    const now = '区县,类型,户数\n甲,住宅,102\n甲,学校,*\n甲,合计,110\n';
    const previous = await readRelease([new TextEncoder().encode('区县,类型,户数\n甲,住宅,100\n甲,学校,7\n甲,合计,107\n')], [null]);
    const result = await measured(now, { 'sharing-mode': 'controlled' }, previous);
    if (typeof result === 'string') throw new Error(result);
    expect(result.file.content?.map(({ code, count }) => [code, count])).toEqual([
      ['TOTAL_GIVES_BACK', 1],
      ['RELEASES_GIVE_BACK', 3],
    ]);
    expect(proposals(result.files, edition).map(({ item }) => item)).toEqual(['r3-06', 'r3-06']);
    expect(await readRelease([new TextEncoder().encode('姓名,年龄\n甲,3\n乙,4\n')], [null])).toEqual([]);
  });
});
