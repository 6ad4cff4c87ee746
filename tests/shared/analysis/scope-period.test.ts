// Values of time against the agreed period: forms that tables and interfaces write, and what is said of a value that is no time.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { analysisTexts } from '@shared/texts/analysis';
import { describe, expect, it } from 'vitest';

const YEAR = { from: '2024-01-01', to: '2024-12-31' };

async function looked(values: readonly string[], agreed: { readonly from?: string; readonly to?: string } = YEAR) {
  const bytes = utf8(`时间,人数\n${values.map((value) => `"${value}",1\n`).join('')}`);
  const agreement = {
    v: 1 as const,
    id: '示协-1',
    fields: ['时间', '人数'],
    period: { column: '时间', ...agreed },
    grain: { time: 'month' as const },
  };
  const result = await analyse([bytes], { name: 't.csv', sha256: 'a'.repeat(64), bytes: bytes.length, agreement, today: '2026-11-23' });
  if (!result.ok) throw new Error(result.code);
  const { files, notChecked } = result.value;
  const unread = notChecked.includes(analysisTexts.zh.notChecked.scopeUnread('t.csv', '时间'));
  return { period: files[0]?.scope?.period, grain: files[0]?.scope?.grain, unread };
}

describe('the agreed period', () => {
  it.each([
    ['2024-06-01', '2024-06-01', false],
    ['2024-06-01T10:00:00Z', '2024-06-01', false],
    ['2024-06-01 10:00:00.123456+08:00', '2024-06-01', false],
    ['2024-06-01T10:00:00+0800', '2024-06-01', false],
    ['20240601', '2024-06-01', false],
    ['20240601103000', '2024-06-01', false],
    // Days are counted in Shanghai, whatever the zone that a value is written in.
    ['2024-12-31T15:59:59Z', '2024-12-31', false],
    ['2024-12-31T16:00:00Z', '2025-01-01', true],
    ['2023-12-31T16:00:00Z', '2024-01-01', false],
    ['2023-12-31T15:59:59Z', '2023-12-31', true],
    ['20250101', '2025-01-01', true],
  ])('reads %s as the day %s', async (value, day, exceeds) => {
    const { period, grain, unread } = await looked([value, value]);
    expect(period).toMatchObject({ observed: { from: day, to: day }, exceeds });
    expect([grain?.observed, unread]).toEqual([{ time: 'day', area: null }, false]);
  });

  it('reads six digits as a month', async () => {
    const { period, grain } = await looked(['202406']);
    expect([period?.observed, grain?.exceeds]).toEqual([{ from: '2024-06-01', to: '2024-06-30', valuesBefore: 0, valuesAfter: 0 }, false]);
  });

  it.each(['去年', '2024-06-31', '20241301', '45458', '2024-06-01T25:00:00Z', '2024-W53', '2024-W00'])(
    'says that %s was not compared',
    async (value) => {
      expect(await looked(['2024-06', value])).toMatchObject({ period: { exceeds: false }, unread: true });
      expect(await looked([value, ''])).toMatchObject({ period: { observed: null, exceeds: null }, unread: true });
    },
  );

  it('reads the 53rd week of a year that has one', async () => {
    expect((await looked(['2020-W53'])).period).toMatchObject({ observed: { from: '2020-12-28' }, exceeds: true });
  });

  it.each<[string, { from?: string; to?: string }, boolean]>([
    // All days count while the days agreed are those of whole months.
    ['2024Q3', { to: '2024-09-30' }, false],
    ['2024Q3', { to: '2024-08-31' }, true],
    ['2024-W01', { from: '2024-01-01' }, false],
    ['2023-W52', { from: '2024-01-01' }, true],
    // Otherwise the first day does, whether or not the other end is agreed.
    ['2024Q3', { to: '2024-09-21' }, false],
    ['2024Q3', { from: '2024-01-01', to: '2024-09-21' }, false],
    ['2024Q3', { to: '2024-06-21' }, true],
    ['2024Q3', { from: '2024-07-02' }, true],
  ])('compares %s with %j', async (value, agreed, exceeds) => {
    expect((await looked([value], agreed)).period?.exceeds).toBe(exceeds);
  });

  it('says nothing of cells that are empty', async () => {
    expect((await looked(['2024-06', '', ' '])).unread).toBe(false);
  });
});
