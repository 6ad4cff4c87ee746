import { createWaits } from '@main/sync/waits';
import { describe, expect, it } from 'vitest';

const AWAY = 'BUREAU_UNREACHABLE';

describe('the wait before the bureau is asked again', () => {
  it('is short at first, grows while the bureau is away, and never beyond a quarter of a minute', () => {
    const waits = createWaits();
    const whileAway = Array.from({ length: 7 }, () => waits.after(AWAY, false));
    expect(whileAway).toEqual([1, 2, 4, 8, 15, 15, 15].map((each) => each * 1_000));
  });

  it('starts anew once the bureau has answered, and when something new is signed', () => {
    const waits = createWaits();
    for (let n = 0; n < 5; n++) waits.after(AWAY, false);
    expect(waits.after('OK', true)).toBe(20_000);
    expect(waits.after(AWAY, false)).toBe(1_000);
    waits.after(AWAY, false);
    waits.startAnew();
    expect(waits.after(AWAY, false)).toBe(1_000);
  });

  it('stays short while there is no trust file yet, and grows while the bureau contradicts itself', () => {
    const waits = createWaits();
    expect([1, 2, 3].map(() => waits.after('NO_TRUST', false))).toEqual([1_000, 1_000, 1_000]);
    expect([1, 2, 3].map(() => waits.after('PROOF_WRONG', false))).toEqual([1_000, 2_000, 4_000]);
  });
});
