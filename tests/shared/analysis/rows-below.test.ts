// Row numbers of records in classes that are too small, against plain counting.
import { CodeColumn } from '@shared/analysis/risk/dictionary';
import { fraction } from '@shared/analysis/risk/fraction';
import { measureRisk } from '@shared/analysis/risk/measure';
import { MAX_RANGES, rowsBelow } from '@shared/analysis/risk/rows-below';
import type { SuppressedPolicy } from '@shared/analysis/risk/suppressed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function listed(cells: readonly string[], policy: SuppressedPolicy | null = null, none = false) {
  const codes = new CodeColumn();
  for (const cell of cells) codes.add(cell);
  const star = codes.codeOf('*');
  const quasi = { ...codes.codes(), name: 'q', shown: String, marks: new Set(policy && star !== undefined ? [star] : []) };
  const context = { sharingMode: 'enclave', probability: fraction(1), nothingToMeasure: none } as const;
  return measureRisk(
    { rows: cells.length, quasi: none ? [] : [quasi], confidential: [] },
    policy ? { marks: ['*'], policy } : null,
    context,
  ).rowsBelow;
}
const numbers = (ranges: readonly (readonly [number, number])[]): number[] =>
  ranges.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i));

describe('rows in classes that are too small', () => {
  it('are numbered from the first data row, runs as one range', () => {
    expect(listed(['a', 'b', 'b', 'a', 'a', 'c'])).toEqual({
      least: 3,
      rows: 3,
      ranges: [
        [2, 3],
        [6, 6],
      ],
      unlisted: 0,
    });
  });
  it('are those of plain counting, under every reading of suppressed cells', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', '*'), { minLength: 1, maxLength: 24 }),
        fc.constantFrom('exclude', 'own-class', 'wildcard'),
        (cells, policy) => {
          const counted = policy === 'exclude' ? cells.filter((cell) => cell !== '*') : cells;
          const size = (cell: string) =>
            counted.filter((other) => other === cell || (policy === 'wildcard' && (cell === '*' || other === '*'))).length;
          const expected = cells.flatMap((cell, i) => ((policy === 'exclude' && cell === '*') || size(cell) >= 3 ? [] : [i + 1]));
          const found = listed(cells, policy as SuppressedPolicy);
          expect([numbers(found?.ranges ?? []), found?.rows]).toEqual([expected, expected.length]);
        },
      ),
    );
  });
  it('are told up to a bound, with the count of the rest', () => {
    const rows = 2 * MAX_RANGES + 10;
    const found = rowsBelow(3, rows, null, (record) => (record % 2 === 0 ? 1 : 3));
    expect([found.ranges.length, found.rows, found.unlisted]).toEqual([MAX_RANGES, MAX_RANGES + 5, 5]);
  });
  it('are none where no quasi-identifier was named', () => expect(listed(['a'], null, true)).toBeNull());
});
