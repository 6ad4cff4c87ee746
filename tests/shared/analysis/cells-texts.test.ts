// The cache of decoded cells never shows: any bytes, in any order, give what decoding gives.
import { CellTexts } from '@shared/analysis/cell-texts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const decoder = new TextDecoder();
const decode = (bytes: Uint8Array, from: number, to: number): string => decoder.decode(bytes.subarray(from, to));

describe('cells as texts', () => {
  it('are what decoding gives', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ minLength: 60, maxLength: 70 }),
      fc.constantFrom('', 'a', 'aa', '男'),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 50 }), fc.nat(3), (cells, before) => {
        const texts = new CellTexts(decode);
        for (const text of [...cells, ...cells]) {
          const bytes = new TextEncoder().encode(`${'x'.repeat(before)}${text}y`);
          expect(texts.text(bytes, before, bytes.length - 1)).toBe(text);
        }
      }),
    );
  });

  it('stay right when more values come than the cache has places', () => {
    const texts = new CellTexts(decode);
    const wrong = Array.from({ length: 60_000 }, (_, i) => `v${i}`).filter((text) => {
      const bytes = new TextEncoder().encode(text);
      return texts.text(bytes, 0, bytes.length) !== text || texts.text(bytes, 0, bytes.length) !== text;
    });
    expect(wrong).toEqual([]);
  });

  it('decode a value that comes again only once', () => {
    let times = 0;
    const texts = new CellTexts((bytes, from, to) => {
      times++;
      return decode(bytes, from, to);
    });
    const bytes = new TextEncoder().encode('女女');
    for (let i = 0; i < 10; i++) texts.text(bytes, 3 * (i % 2), 3 * (i % 2) + 3);
    expect(times).toBe(1);
  });
});
