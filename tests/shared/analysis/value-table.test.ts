// The table of distinct values counts by bytes, never by hash.
import { EXACT_VALUES, hashOf, ValueTable } from '@shared/analysis/value-table';
import { utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const add = (table: ValueTable, text: string) => {
  const bytes = utf8(`<${text}>`);
  return table.add(bytes, 1, bytes.length - 1);
};

/** Two texts of the same hash; by the birthday paradox some 80,000 texts are enough. */
function collision(): [string, string] {
  const seen = new Map<number, string>();
  for (let i = 0; ; i++) {
    const text = `value ${i}`;
    const bytes = utf8(text);
    const hash = hashOf(bytes, 0, bytes.length);
    const other = seen.get(hash);
    if (other !== undefined) return [other, text];
    seen.set(hash, text);
  }
}

describe('the table of values', () => {
  it('counts what a plain map counts', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
        const table = new ValueTable();
        const plain = new Map<string, number>();
        for (const text of texts) {
          const index = add(table, text);
          expect(index !== null && index < 0).toBe(!plain.has(text));
          plain.set(text, (plain.get(text) ?? 0) + 1);
        }
        expect([table.distinct(), table.exact]).toEqual([plain.size, true]);
        expect([...table.counts.subarray(0, table.size)]).toEqual([...plain.values()]);
      }),
    );
  });

  it('keeps two values of one hash apart', () => {
    const [a, b] = collision();
    const table = new ValueTable();
    expect([add(table, a), add(table, a)]).toEqual([-1, 0]);
    const [inner, other] = [utf8(a), utf8(b)];
    const collided = new ValueTable();
    expect([collided.add(inner, 0, inner.length), collided.add(other, 0, other.length)]).toEqual([-1, -2]);
    expect(collided.distinct()).toBe(2);
  });

  it('goes on counting known values when it is full, and estimates the rest', () => {
    const table = new ValueTable();
    for (let i = 0; i < EXACT_VALUES; i++) add(table, String(i));
    expect([table.exact, add(table, 'new'), table.exact, add(table, '7'), table.beyond]).toEqual([true, null, false, 7, 1]);
    expect(table.counts[7]).toBe(2);
  });
});
