// The service's one clock: every time it writes, signs or compares comes from here.
import type { Clock } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

/** @param from the instant at which a practice clock starts; it runs on from there. Null: the machine's clock. */
export function startClock(from: Instant | null): Clock {
  if (from === null) return () => Date.now() as Instant;
  // The monotonic clock, so that a step of the machine's clock does not move a chosen time.
  const started = performance.now();
  return () => Math.floor(from + (performance.now() - started)) as Instant;
}
