// Values of time against the agreed period: forms that tables and interfaces write, and what is said of a value that is no time.
import { analyse } from '@shared/analysis/analyse';
import { utf8 } from '@shared/basics/bytes';
import { analysisTexts } from '@shared/texts/analysis';
import { describe, expect, it } from 'vitest';

async function looked(values: readonly string[]) {
  const bytes = utf8(`时间,人数\n${values.map((value) => `"${value}",1\n`).join('')}`);
  const agreement = {
    v: 1 as const,
    id: '示协-1',
    fields: ['时间', '人数'],
    period: { column: '时间', from: '2024-01-01', to: '2024-12-31' },
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

  it.each(['去年', '2024-06-31', '20241301', '45458', '2024-06-01T25:00:00Z'])('says that %s was not compared', async (value) => {
    expect(await looked(['2024-06', value])).toMatchObject({ period: { exceeds: false }, unread: true });
    expect(await looked([value, ''])).toMatchObject({ period: { observed: null, exceeds: null }, unread: true });
  });

  it('says nothing of cells that are empty', async () => {
    expect((await looked(['2024-06', '', ' '])).unread).toBe(false);
  });
});
