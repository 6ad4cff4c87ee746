// The curve of membership inference as it is drawn: places on both scales, the low end, and no point where too few non-members carry it.
import { membershipOf } from '@shared/analysis/membership/membership';
import { describe, expect, it } from 'vitest';
import {
  drawn,
  foundAt,
  LOG_FLOOR,
  type Membership,
  percent,
  placeOn,
  tableOf,
  withBand,
} from '../../../src-renderer/features/evidence/roc-model';

function membership(members: number, others: number): Membership {
  const found = membershipOf(
    Float64Array.from({ length: members }, (_, i) => ((i * 7919) % 1_000) / 1_000 + 0.1),
    Float64Array.from({ length: others }, (_, i) => ((i * 104_729) % 1_000) / 1_000),
  );
  if (!found) throw new Error('no membership');
  return found as Membership;
}

describe('a place on an axis', () => {
  it('is the rate itself on the straight scale, and the same step per decade on the other', () => {
    expect(placeOn('linear', 0.3)).toBe(0.3);
    expect([placeOn('log', 1), placeOn('log', LOG_FLOOR), placeOn('log', 0)]).toEqual([1, 0, 0]);
    expect(placeOn('log', 0.1) - placeOn('log', 0.01)).toBeCloseTo(placeOn('log', 1) - placeOn('log', 0.1), 12);
  });
});

describe('the curve', () => {
  const many = membership(5_000, 5_000);
  it('has a band that holds it', () => {
    for (const { point, low, high } of withBand(many)) expect(low <= point[1] && point[1] <= high).toBe(true);
  });
  it('begins at the floor of the logarithmic scale with what was found below it, and never at nothing', () => {
    const points = drawn(withBand(many), 'log').map(({ point }) => point);
    expect(points.filter(([fpr]) => fpr <= LOG_FLOOR).length).toBeLessThanOrEqual(1);
    expect(points.every(([, tpr]) => tpr > 0)).toBe(true);
    expect(drawn(withBand(many), 'linear')).toHaveLength(many.curve.length);
  });
  it('is read without interpolation', () => {
    expect(
      foundAt(
        [
          [0, 0],
          [0.01, 0.2],
          [0.5, 0.9],
          [1, 1],
        ],
        0.49,
      ),
    ).toBe(0.2);
    expect(foundAt(many.curve, 1)).toBe(1);
  });
  it('leaves out of its table what too few non-members carry', () => {
    expect(tableOf(membership(500, 150)).map(({ fpr }) => fpr)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1]);
    expect(tableOf(many)[0]?.fpr).toBe(0.0005);
  });
});

it('rates read as a person says them', () => {
  expect([percent(0.001), percent(0.01), percent(0.1712), percent(0.0361), percent(1), percent(0)]).toEqual([
    '0.1%',
    '1%',
    '17.1%',
    '3.6%',
    '100%',
    '0%',
  ]);
});
