import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ARMING_DELAY,
  allSeen,
  armsIn,
  maySign,
  nextUnseen,
  type Reading,
  type ReadingEvent,
  read,
  startReading,
} from '../../../src-renderer/signing/reading';

const given = (...events: ReadingEvent[]): Reading => events.reduce(read, startReading(3, 0));
const seenAll: ReadingEvent[] = [
  { kind: 'end-on-screen', page: 0 },
  { kind: 'turn', to: 1, at: 10 },
  { kind: 'end-on-screen', page: 1 },
  { kind: 'turn', to: 2, at: 20 },
  { kind: 'end-on-screen', page: 2 },
];

describe('a page', () => {
  test('is seen when its end was on screen', () => expect(given({ kind: 'end-on-screen', page: 0 }).seen).toEqual([true, false, false]));
  test('is not seen by turning past it', () => expect(given({ kind: 'turn', to: 2, at: 1 }).seen).toEqual([false, false, false]));
  test('is not seen while another page is in front', () =>
    expect(given({ kind: 'end-on-screen', page: 1 }).seen).toEqual([false, false, false]));
  test('is not seen while the window is covered', () =>
    expect(given({ kind: 'blurred' }, { kind: 'end-on-screen', page: 0 }).seen).toEqual([false, false, false]));
  test('that does not exist cannot be turned to', () => {
    expect(given({ kind: 'turn', to: 3, at: 1 }).page).toBe(0);
    expect(given({ kind: 'turn', to: -1, at: 1 }).page).toBe(0);
  });
});

describe('reading on', () => {
  test('leads to the next unseen page', () => expect(nextUnseen(given({ kind: 'end-on-screen', page: 0 }))).toBe(1));
  test('leads back to a page that was jumped over', () =>
    expect(nextUnseen(given({ kind: 'turn', to: 2, at: 1 }, { kind: 'end-on-screen', page: 2 }))).toBe(0));
  test('ends when all pages were seen', () => expect(nextUnseen(given(...seenAll))).toBe(null));
});

describe('signing', () => {
  test('is possible when all pages were seen, a second has passed and a passphrase was typed', () =>
    expect(maySign(given(...seenAll), ARMING_DELAY, 'x')).toBe(true));
  test('waits a second after the window appeared', () => expect(maySign(given(...seenAll), ARMING_DELAY - 1, 'x')).toBe(false));
  test.each(['focused', 'resized'] as const)('waits a second after it was %s', (kind) => {
    const state = given(...seenAll, { kind, at: 5_000 });
    expect(maySign(state, 5_000 + ARMING_DELAY - 1, 'x')).toBe(false);
    expect(maySign(state, 5_000 + ARMING_DELAY, 'x')).toBe(true);
  });
  test('is impossible while covered, however long', () => expect(maySign(given(...seenAll, { kind: 'blurred' }), 1e9, 'x')).toBe(false));
  test('is impossible without a passphrase', () => expect(maySign(given(...seenAll), 1e9, '')).toBe(false));

  test('is impossible in every history that leaves a page unseen', () => {
    const event: fc.Arbitrary<ReadingEvent> = fc.oneof(
      fc.record({ kind: fc.constant('turn' as const), to: fc.integer({ min: -1, max: 3 }), at: fc.nat(9) }),
      fc.record({ kind: fc.constant('end-on-screen' as const), page: fc.constantFrom(0, 2) }),
      fc.constant<ReadingEvent>({ kind: 'blurred' }),
      fc.record({ kind: fc.constantFrom('focused' as const, 'resized' as const), at: fc.nat(9) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (history) => {
        const state = given(...history);
        expect(allSeen(state) || maySign(state, 1e9, 'x')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('counts down to the moment it opens', () => expect(armsIn(given({ kind: 'focused', at: 100 }), 600)).toBe(500));
});
