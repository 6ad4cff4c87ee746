// The generated corpus, small: every detector must find what it is made for and keep away from what only looks like it. The full size and its
// figures: npm run corpus, docs/detectors.md.
import { DETECTORS } from '@shared/analysis/result';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeColumns } from '../../../src-tools/corpus/columns';
import { type Measured, measure, precision, recall } from '../../../src-tools/corpus/measure';
import * as number from '../../../src-tools/corpus/numbers';
import { deliver } from '../../../src-tools/corpus/tables';

/** Each form comes once at least. */
const ROWS = 12;
let measured: Measured;

beforeAll(async () => {
  const { columns, document } = makeColumns(ROWS, 20261123);
  // Trying digests takes most of the time: one column that is one, and one that is none.
  const isDigest = (column: (typeof columns)[number]) =>
    column.near.includes('hashed-identifier') || column.cells.some(({ labels }) => labels.includes('hashed-identifier'));
  const digests = columns.filter(isDigest);
  const few = [digests.find(({ near }) => near.length === 0), digests.find(({ near }) => near.length > 0)];
  measured = await measure(
    deliver(
      columns.filter((column) => few.includes(column) || !isDigest(column)),
      document,
    ),
    '2026-11-23',
  );
});

/** Below 1 only where the corpus itself shows why: docs/detectors.md. */
const FLOORS: Readonly<Record<string, { readonly precision?: number; readonly recall?: number }>> = {
  name: { recall: 0.97 },
  uscc: { precision: 0.97 },
};

describe('the generated corpus', () => {
  it('has every detector in columns and cells of its own, and as many cells that only look like it', () => {
    for (const { detector, cells, columns, near } of measured.figures) {
      expect([detector, columns.labelled >= (detector === 'hashed-identifier' ? 1 : 2)]).toEqual([detector, true]);
      expect([detector, cells.labelled >= ROWS, near >= ROWS]).toEqual([detector, true, true]);
    }
  });

  it.each(DETECTORS)('%s is found, and only where it is', (detector) => {
    const figures = measured.figures.find((each) => each.detector === detector);
    const floor = { precision: 0.99, recall: 0.99, ...FLOORS[detector] };
    for (const count of [figures?.cells, figures?.columns]) {
      if (!count) throw new Error('not measured');
      expect(recall(count)).toBeGreaterThanOrEqual(floor.recall);
      expect(precision(count)).toBeGreaterThanOrEqual(floor.precision);
    }
  });

  it('calls no firm a person', () => {
    expect(measured.wrong.filter(({ kind }) => kind === 'direct')).toEqual([]);
  });

  it('says of a column what it says of its cells, in every format', () => {
    expect(measured.disagreements).toEqual([]);
  });
});

describe('the makers of the corpus', () => {
  it('compute the published examples', () => {
    // GB 11643-1999; python-stdnum, cn/uscc and imei; ISO/IEC 7812-1.
    expect(number.residentCheck('11010519491231002')).toBe('X');
    expect(number.residentCheck('44052418800101001')).toBe('4');
    expect(number.creditCheck('91110000600037341')).toBe('L');
    expect(number.creditCheck('91152201078377449')).toBe('P');
    expect(number.luhnCheck('35417803685978')).toBe('9');
    expect(number.luhnCheck('411111111111111')).toBe('1');
    expect(number.vinCheck('1M8GDM9A0KP042788')).toBe('X');
  });

  it('give the same corpus for the same seed', () => {
    expect(makeColumns(5, 3)).toEqual(makeColumns(5, 3));
    expect(makeColumns(5, 3)).not.toEqual(makeColumns(5, 4));
  });
});
