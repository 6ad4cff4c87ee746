import type { Clock } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

/** The one clock of the app: the machine's, or one that was started at a given instant and runs on from there on monotonic time. */
export function createClock(start: Instant | null): Clock {
  if (start === null) return () => Date.now() as Instant;
  const origin = performance.now();
  return () => Math.floor(start + performance.now() - origin) as Instant;
}
