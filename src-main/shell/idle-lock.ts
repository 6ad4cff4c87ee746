// Locks the profile when nobody has touched the workstation for the time that was set. Asks the system, not the pages: a compromised page must
// not be able to keep the desk open.
import { type Milliseconds, minutes, seconds } from '@shared/basics/units';

const LOOK_EVERY: Milliseconds = seconds(15);

/** What the system says; Electron's powerMonitor outside tests. */
export type Idleness = {
  /** Seconds since somebody touched keyboard or pointer. */
  readonly getSystemIdleTime: () => number;
  on(event: 'lock-screen', listener: () => void): unknown;
  on(event: 'suspend', listener: () => void): unknown;
};
export type Lockable = { readonly unlocked: () => boolean; readonly limitMinutes: () => number; readonly lock: () => void };

export function lockWhenIdle({ unlocked, limitMinutes, lock }: Lockable, system: Idleness): void {
  // Who unlocks is there, also where the system does not notice: it counts no touch that came over a remote desktop or from a driver.
  let open: number | null = null;
  const look = setInterval(() => {
    const now = performance.now();
    open = unlocked() ? (open ?? now) : null;
    if (open !== null && Math.min(system.getSystemIdleTime() * 1000, now - open) >= minutes(limitMinutes())) lock();
  }, LOOK_EVERY);
  look.unref();
  system.on('lock-screen', lock);
  system.on('suspend', lock);
}
