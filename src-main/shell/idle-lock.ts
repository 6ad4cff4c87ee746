// Locks the profile when nobody has touched the workstation for the time that was set. Asks the system, not the pages: a compromised page must
// not be able to keep the desk open.

import type { Services } from '@main/ipc/services';
import { type Milliseconds, minutes, seconds } from '@shared/basics/units';
import { powerMonitor } from 'electron';

const LOOK_EVERY: Milliseconds = seconds(15);

export function lockWhenIdle(services: Services): void {
  const look = setInterval(() => {
    const idle = powerMonitor.getSystemIdleTime() * 1000;
    if (services.keyring.state() === 'unlocked' && idle >= minutes(services.settings.get().idleLockMinutes)) services.lock();
  }, LOOK_EVERY);
  look.unref();
  powerMonitor.on('lock-screen', services.lock);
  powerMonitor.on('suspend', services.lock);
}
