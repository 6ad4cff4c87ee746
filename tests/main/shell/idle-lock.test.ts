import { lockWhenIdle } from '@main/shell/idle-lock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A workstation whose idle time runs with the timers, until somebody touches it. */
function workstation(limit: number) {
  let touched = Date.now();
  let unlocked = true;
  let locks = 0;
  const heard = new Map<string, () => void>();
  const lock = () => {
    unlocked = false;
    locks++;
  };
  lockWhenIdle(
    { unlocked: () => unlocked, limitMinutes: () => limit, lock },
    { getSystemIdleTime: () => Math.floor((Date.now() - touched) / 1000), on: (event, listener) => heard.set(event, listener) },
  );
  return {
    pass: (seconds: number) => vi.advanceTimersByTime(seconds * 1000),
    touch: () => {
      touched = Date.now();
    },
    unlock: () => {
      unlocked = true;
    },
    say: (event: string) => heard.get(event)?.(),
    locks: () => locks,
  };
}

describe('a workstation that nobody touches', () => {
  it('locks once the limit has passed, not before, and not a second time', () => {
    const { pass, locks } = workstation(10);
    pass(10 * 60 - 1);
    expect(locks()).toBe(0);
    pass(16);
    expect(locks()).toBe(1);
    pass(3600);
    expect(locks()).toBe(1);
  });

  it('stays open while somebody works, and counts from the last touch', () => {
    const { pass, touch, locks } = workstation(1);
    for (let n = 0; n < 10; n++) {
      pass(45);
      touch();
    }
    expect(locks()).toBe(0);
    pass(76);
    expect(locks()).toBe(1);
  });

  it('gives whoever unlocks the whole limit, also when the system saw no touch', () => {
    const { pass, unlock, locks } = workstation(10);
    pass(11 * 60);
    expect(locks()).toBe(1);
    unlock();
    pass(9 * 60);
    expect(locks()).toBe(1);
    pass(75);
    expect(locks()).toBe(2);
  });

  it('locks with the system’s own screen lock and before it sleeps, at once', () => {
    const { say, unlock, locks } = workstation(10);
    say('lock-screen');
    expect(locks()).toBe(1);
    unlock();
    say('suspend');
    expect(locks()).toBe(2);
  });
});
