// Texts that many cells share come back as they were put, whatever their length and script, and there is an end to them.

import { Refusal } from '@shared/analysis/readers/refusal';
import { createShelf } from '@shared/analysis/readers/shelf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a shelf', () => {
  it('gives back what was put on it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '示例', '\u{1F600}', 'x'.repeat(70), '\uFEFFa'))),
        (texts) => {
          const shelf = createShelf();
          for (const text of texts) shelf.add(text);
          expect(shelf.size()).toBe(texts.length);
          expect(texts.map((_, i) => shelf.text(i))).toEqual(texts);
        },
      ),
    );
  });
  it('holds long texts beside short ones, and has nothing where nothing was put', () => {
    const shelf = createShelf();
    const texts = ['a', '示'.repeat(400_000), 'b', 'c'.repeat(1_100_000), 'd'];
    for (const text of texts) shelf.add(text);
    expect(texts.map((_, i) => shelf.text(i))).toEqual(texts);
    expect([-1, 5, Number.NaN, 0.5].map((index) => shelf.text(index))).toEqual(['', '', '', '']);
  });
  it('is full at 128 Mi characters', () => {
    const shelf = createShelf();
    const text = 'x'.repeat(32 * 1024 * 1024);
    for (let i = 0; i < 4; i++) shelf.add(text);
    expect(() => shelf.add('y')).toThrow(Refusal);
  });
});
