// How long to wait before the bureau is asked again. Asking costs one small request, and a signed verdict that waits should not wait for us: the
// first waits are short and none is long. Knows no bureau and no clock.
import { type Milliseconds, seconds } from '@shared/basics/units';

const FIRST: Milliseconds = seconds(1);
const LONGEST: Milliseconds = seconds(15);
/** With everything sent: what the bureau has for us may come a little later. */
const IDLE: Milliseconds = seconds(20);

export function createWaits() {
  let wait: Milliseconds = FIRST;
  return {
    /** Something new is to be sent, or a person asked: short waits again. */
    startAnew(): void {
      wait = FIRST;
    },
    /** After a try that ended with this code. */
    after(code: string, everythingSent: boolean): Milliseconds {
      const now = wait;
      // Without a trust file nobody was asked: it may appear at any moment, and looking again costs nothing.
      const answered = code === 'OK' || code === 'NO_TRUST';
      wait = answered ? FIRST : (Math.min(LONGEST, now * 2) as Milliseconds);
      if (code === 'OK' && everythingSent) return IDLE;
      return answered ? FIRST : now;
    },
  };
}
