import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceRuns } from '../../../src-renderer/report/layout/elements';
import { linesToPlace } from '../../../src-renderer/report/layout/paragraph';

test('a paragraph is placed whole, or two of its lines stand on either side of the break', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 22 }), (left, fitting) => {
      const placed = linesToPlace(left, fitting);
      expect(placed).toBeLessThanOrEqual(fitting);
      if (left <= fitting) expect(placed).toBe(left);
      else if (placed > 0) {
        expect(placed).toBeGreaterThanOrEqual(2);
        expect(left - placed).toBeGreaterThanOrEqual(2);
      }
    }),
  );
});

test('pieces of a text put together are the text, with every face where it was', () => {
  const run = fc.record({
    text: fc.string({ maxLength: 12 }),
    face: fc.constantFrom('plain' as const, 'strong' as const, 'digest' as const),
  });
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), fc.array(fc.nat(80), { maxLength: 5 }), (runs, cuts) => {
      const length = runs.reduce((sum, { text }) => sum + text.length, 0);
      const at = [0, ...cuts.filter((cut) => cut < length).sort((a, b) => a - b), length];
      const pieces = at.slice(1).flatMap((to, i) => sliceRuns(runs, at[i] ?? 0, to));
      const spread = (all: readonly { text: string; face: string }[]) =>
        all.flatMap(({ text, face }) => [...Array(text.length)].map((_, i) => text[i] + face));
      expect(spread(pieces)).toEqual(spread(runs));
    }),
  );
});
