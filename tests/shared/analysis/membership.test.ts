// Membership inference against pair counting, and at the ends: ties, total success, the lowest false-positive rates.
import { aucInterval, differenceInterval, type Interval, proportionInterval } from '@shared/analysis/membership/intervals';
import { membershipOf } from '@shared/analysis/membership/membership';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const of = (members: readonly number[], others: readonly number[]) => membershipOf(Float64Array.from(members), Float64Array.from(others));
const scores = fc.array(
  fc.integer({ min: -3, max: 6 }).map((n) => n / 4),
  { minLength: 1, maxLength: 60 },
);

function naive(members: readonly number[], others: readonly number[]) {
  const pairs = members.flatMap((a) => others.map((b): number => (a > b ? 1 : a === b ? 0.5 : 0)));
  const thresholds = [...members, ...others, Number.POSITIVE_INFINITY];
  const rates = thresholds.map((t) => ({
    tpr: members.filter((score) => score >= t).length / members.length,
    fpr: others.filter((score) => score >= t).length / others.length,
  }));
  const all = [...members, ...others];
  return {
    auc: pairs.reduce((sum, each) => sum + each, 0) / pairs.length,
    advantage: Math.max(...rates.map(({ tpr, fpr }) => Math.abs(tpr - fpr))),
    tprAt: (target: number) => Math.max(...rates.filter(({ fpr }) => fpr <= target).map(({ tpr }) => tpr)),
    ties: all.filter((score) => all.filter((other) => other === score).length > 1).length,
  };
}

const holds = ([low, high]: Interval, estimate: number) => low >= 0 && high <= 1 && low <= estimate && estimate <= high;

describe('membership inference', () => {
  it('equals pair counting and every threshold tried', () => {
    fc.assert(
      fc.property(scores, scores, (members, others) => {
        const found = of(members, others);
        const expected = naive(members, others);
        expect(found).toMatchObject({ members: members.length, nonMembers: others.length, ties: expected.ties });
        expect(found?.auc).toBeCloseTo(expected.auc, 12);
        expect(found?.advantage).toBeCloseTo(expected.advantage, 12);
        expect(found?.tprAtFpr).toEqual({ '0.01': expected.tprAt(0.01), '0.001': expected.tprAt(0.001) });
      }),
    );
  });

  it('has intervals in [0, 1] that hold their estimates', () => {
    fc.assert(
      fc.property(scores, scores, (members, others) => {
        const found = of(members, others);
        if (!found) throw new Error('nothing measured');
        const { auc, advantage, tprAtFpr, interval95 } = found;
        expect(holds(interval95.auc, auc) && holds(interval95.advantage, advantage)).toBe(true);
        for (const target of ['0.01', '0.001'] as const) expect(holds(interval95.tprAtFpr[target], tprAtFpr[target])).toBe(true);
      }),
    );
  });

  it('is never flipped', () => {
    expect(of([0, 0.1], [0.8, 0.9])).toMatchObject({ auc: 0, advantage: 1, tprAtFpr: { '0.01': 0, '0.001': 0 } });
  });

  it('does not call a total success certain', () => {
    const found = of([0.9, 0.8, 0.9], [0.1, 0.2, 0.3]);
    expect(found).toMatchObject({ auc: 1, advantage: 1, tprAtFpr: { '0.01': 1, '0.001': 1 }, ties: 2 });
    for (const [low, high] of [found?.interval95.auc, found?.interval95.advantage, found?.interval95.tprAtFpr['0.01']].map(
      (i) => i ?? [1, 1],
    )) {
      expect([low < 1, high]).toEqual([true, 1]);
    }
  });

  it('reads the rate at exactly 1 in 100 and 1 in 1,000, without interpolation', () => {
    const others = Array.from({ length: 1_000 }, (_, i) => 1_000 - i);
    const members = [1_000.5, 999.5, 990.5, 989.5];
    expect(of(members, others)?.tprAtFpr).toEqual({ '0.01': 0.75, '0.001': 0.5 });
    // With 99 others no single false positive is allowed at 1 in 100.
    expect(of([98.5, 100], others.slice(901))?.tprAtFpr['0.01']).toBe(0.5);
  });

  it('finds nothing where every score is the same', () => {
    expect(of([1, 1, 1], [1, 1])).toMatchObject({ auc: 0.5, advantage: 0, tprAtFpr: { '0.01': 0, '0.001': 0 }, ties: 5 });
  });

  it('is not measured without both groups or with scores that are no numbers', () => {
    expect([of([], [1]), of([1], []), of([Number.NaN], [1]), of([1], [Number.POSITIVE_INFINITY])]).toEqual([null, null, null, null]);
  });

  it('counts every record once in the bars of scores, and has no bars for one score alone', () => {
    const scores = of([0, 0.5, 1, 1], [0, 0.25])?.scores;
    const sum = (counts: readonly number[] = []) => counts.reduce((total, count) => total + count, 0);
    expect([scores?.from, scores?.to, sum(scores?.members), sum(scores?.others), scores?.members.at(-1)]).toEqual([0, 1, 4, 2, 2]);
    expect([of([3], [3])?.scores, of([-Number.MAX_VALUE], [Number.MAX_VALUE])?.scores]).toEqual([null, null]);
  });

  it('keeps a curve from corner to corner, never falling', () => {
    const many = of(
      Array.from({ length: 5_000 }, (_, i) => (i * 7919) % 10_007),
      Array.from({ length: 5_000 }, (_, i) => (i * 104_729) % 9_973),
    );
    const curve = many?.curve ?? [];
    expect([curve[0], curve.at(-1), curve.length <= 400]).toEqual([[0, 0], [1, 1], true]);
    expect(curve.every(([x, y], i) => i === 0 || (x >= (curve[i - 1]?.[0] ?? 2) && y >= (curve[i - 1]?.[1] ?? 2)))).toBe(true);
  });
});

describe('intervals', () => {
  // Wilson 1927 as tabulated by Newcombe 1998 (81 of 263, 15 of 148, 0 of 20, 1 of 29).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%i of %i', (successes, trials, low, high) => {
    const found = proportionInterval(successes, trials);
    expect(found.map((bound) => bound.toFixed(4))).toEqual([low.toFixed(4), high.toFixed(4)]);
  });

  it('of an AUC end where the estimate is just Z standard errors away', () => {
    const [low, high] = aucInterval(0.83, 40, 60);
    const variance = (t: number) => (t * (1 - t) * (1 + 49 * ((1 - t) / (2 - t) + t / (1 + t)))) / 2_400;
    expect((0.83 - low) / Math.sqrt(variance(low))).toBeCloseTo(1.96, 3);
    expect((high - 0.83) / Math.sqrt(variance(high))).toBeCloseTo(1.96, 3);
  });

  it('of a distance widen with fewer records', () => {
    expect(differenceInterval(0.5, 5_000, 5_000)[0]).toBeCloseTo(0.5 - 2 * Math.sqrt(Math.log(80) / 10_000), 12);
    expect(differenceInterval(0.5, 2, 2)).toEqual([0, 1]);
  });
});
