import { gradingFlaws, isPending, judgeFinding, levelOf, stands } from '@shared/assessment/levels';
import type { FindingDraft, Grade } from '@shared/assessment/model';
import { type EditionItem, itemOf } from '@shared/checklist/edition';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { finding, graded } from './support';

const item = (id: string): EditionItem => {
  const found = itemOf(edition, id);
  if (!found) throw new Error(id);
  return found;
};

describe('the matrix', () => {
  test.each<[Grade, string]>([
    [1, 'low low low low low'],
    [2, 'low low low low low'],
    [3, 'low low medium medium medium'],
    [4, 'medium medium high high high'],
    [5, 'high high severe severe severe'],
  ])('severity %i gives, by likelihood 1 to 5: %s', (severity, row) => {
    expect(([1, 2, 3, 4, 5] as const).map((likelihood) => levelOf(edition, severity, likelihood)).join(' ')).toBe(row);
  });

  test('gives nothing while a grade is missing', () => {
    expect(levelOf(edition, null, 3)).toBeNull();
    expect(levelOf(edition, 3, null)).toBeNull();
  });
});

describe('what is left of a finding is acceptable', () => {
  const judge = (id: string, changes: Partial<FindingDraft>) => {
    const { acceptable, needsCountersignature, why } = judgeFinding(finding('f-1', id, changes), item(id), edition);
    return [acceptable, needsCountersignature, why];
  };
  test('when low, with a written reason', () => {
    expect(judge('r4-04', graded(2, 5))).toEqual([true, false, 'LOW_WITH_REASON']);
    expect(judge('r4-04', { ...graded(2, 5), reason: ' ' })).toEqual([false, false, 'REASON_MISSING']);
  });
  test('when medium, with a written reason and a countersignature', () => {
    expect(judge('r4-04', graded(3, 5))).toEqual([true, true, 'MEDIUM_WITH_COUNTERSIGNATURE']);
    expect(judge('r4-04', { ...graded(3, 5), reason: '' })).toEqual([false, false, 'REASON_MISSING']);
  });
  test('never when high or severe', () => {
    expect(judge('r4-04', graded(4, 5))).toEqual([false, false, 'TOO_HIGH']);
    expect(judge('r4-04', graded(5, 1))).toEqual([false, false, 'TOO_HIGH']);
  });
  test('never on a hard stop, however low', () => {
    expect(judge('r1-02', graded(1, 1))).toEqual([false, false, 'HARD_ITEM']);
  });
  test('never where the item names a threshold and the answer says that it does not hold', () => {
    for (const id of ['r2-05', 'r2-06', 'r3-01', 'r3-02']) expect(judge(id, graded(1, 1))).toEqual([false, false, 'THRESHOLD_NOT_MET']);
  });
  test('by what is left, not by what was found', () => {
    expect(judge('r4-05', { severity: 4, likelihood: 4, after: { severity: 2, likelihood: 4 } })).toEqual([true, false, 'LOW_WITH_REASON']);
  });
  test('never while it is not graded', () => {
    expect(judge('r4-04', { after: { severity: null, likelihood: 5 } })).toEqual([false, false, 'NOT_GRADED']);
  });
});

describe('grading', () => {
  const flaws = (id: string, changes: Partial<FindingDraft>) => gradingFlaws(finding('f-1', id, changes), item(id));
  test('never lowers the likelihood of what has occurred', () => {
    expect(flaws('r2-02', { severity: 4, likelihood: 5, after: { severity: 4, likelihood: 3 }, measures: '已加密' })).toEqual([
      'LIKELIHOOD_LOWERED',
    ]);
  });
  test('calls an exposure that a machine found in the files occurred', () => {
    expect(flaws('r2-01', { origin: 'machine', ...graded(4, 3) })).toEqual(['EXPOSURE_NOT_OCCURRED']);
    expect(flaws('r2-05', { origin: 'machine', ...graded(4, 3) })).toEqual([]);
  });
  test('lowers only by measures that are written down, and never raises', () => {
    expect(flaws('r4-05', { severity: 4, likelihood: 4, after: { severity: 3, likelihood: 4 } })).toEqual(['MEASURES_MISSING']);
    expect(flaws('r4-05', { severity: 4, likelihood: 4, after: { severity: 3, likelihood: 4 }, measures: '文件已分级授权' })).toEqual([]);
    expect(flaws('r4-05', { severity: 3, likelihood: 3, after: { severity: 4, likelihood: 3 } })).toEqual(['AFTER_ABOVE_BEFORE']);
  });
  test('is complete or it is a flaw', () => {
    expect(flaws('r4-05', { severity: null })).toEqual(['FINDING_NOT_GRADED']);
  });
});

test('a machine’s proposal stands only once accepted, a person’s finding until overruled', () => {
  const state = (changes: Partial<FindingDraft>) => [stands(finding('f', 'r2-01', changes)), isPending(finding('f', 'r2-01', changes))];
  expect(state({ origin: 'machine', disposition: null })).toEqual([false, true]);
  expect(state({ origin: 'machine', disposition: 'accepted' })).toEqual([true, false]);
  expect(state({ origin: 'machine', disposition: 'overruled' })).toEqual([false, false]);
  expect(state({ origin: 'person', disposition: null })).toEqual([true, false]);
  expect(state({ origin: 'person', disposition: 'overruled' })).toEqual([false, false]);
});
