// A disk that refuses: every call of a history fails once, or every call from there on until there is room again. Nothing may be acknowledged
// over a failed call, nothing written before the file was read again, and afterwards everything works.
import { openLedger } from '@main/ledger/ledger';
import type { Disk, Failure } from '../support/disk';
import { mountDisk } from '../support/disk-fs';
import { clock, entry, signer, workstation } from '../support/entries';
import { type Act, broken, CHECKPOINTS, emptyProfile, LEDGER, live, type OpenFiles } from '../support/history';
import { seeded } from '../support/random';
import { callsOf } from './power-model';

export const LONG: readonly Act[] = [0, 700, 'checkpoint', 1_200, 'restart', 'checkpoint', 40];
export const SHORT: readonly Act[] = [0, 700, 'checkpoint', 40];
/** How a run goes on once the disk takes everything again. */
type Recovery = 'recheck' | 'new start';
export type RefusedCase = {
  readonly call: number;
  readonly failure: Failure;
  readonly lasting: boolean;
  readonly recovery: Recovery;
  readonly found: readonly string[];
};

export function refuseEverywhere(script: readonly Act[], openFiles: OpenFiles): { cases: number; broken: RefusedCase[] } {
  const bad: RefusedCase[] = [];
  let cases = 0;
  const calls = callsOf(script, openFiles);
  for (let call = 1; call <= calls; call++)
    for (const failure of ['ENOSPC', 'EIO'] as const)
      for (const lasting of [false, true])
        for (const recovery of ['recheck', 'new start'] as const) {
          const disk = emptyProfile();
          disk.failing = (now) => (now === call || (lasting && now > call) ? failure : null);
          const found = runRefused(disk, script, openFiles, recovery, lasting && failure === 'EIO');
          cases++;
          if (found.length > 0) bad.push({ call, failure, lasting, recovery, found });
        }
  return { cases, broken: bad };
}

function runRefused(disk: Disk, script: readonly Act[], openFiles: OpenFiles, recovery: Recovery, refusedEverything: boolean): string[] {
  const found: string[] = [];
  const before = live(disk, script, openFiles);
  if (before.writesOn) found.push('WRITES ON');
  disk.failing = () => null;
  // A disk that refused even to make a file shorter comes back to a new start only by being mounted again, and with that its cache is gone.
  const mountedAgain = refusedEverything && (recovery === 'new start' || before.ledger === null);
  const later = mountedAgain ? disk.afterPowerCut('random', seeded(disk.calls)) : disk;
  found.push(...goOn(later, before, openFiles, recovery));
  found.push(...broken(later.afterPowerCut('none', seeded(1)), before.told));
  return found;
}

function goOn(disk: Disk, { told, ledger }: ReturnType<typeof live>, openFiles: OpenFiles, recovery: Recovery): string[] {
  if (!ledger || recovery === 'new start') {
    const { told: now, ledger: later } = live(disk, [60, 'checkpoint'], openFiles, told);
    return judged(disk, now, told.lines.length, later?.health().readOnly ?? true);
  }
  mountDisk(disk);
  if (ledger.recheck().readOnly) return ['NOT WRITABLE AFTER RECHECK'];
  const appended = ledger.append(entry('later', 60)).ok;
  ledger.checkpoint(signer);
  const lines = ledger.lines().map(({ line }) => line);
  const now = { lines: [...told.lines, ...lines.slice(told.lines.length)], checkpoint: lines.length };
  const found = judged(disk, now, told.lines.length, !appended);
  const restarted = openLedger(openFiles(LEDGER, CHECKPOINTS), clock, () => workstation).health();
  return restarted.readOnly ? [...found, `RESTART ${restarted.code}`] : found;
}

function judged(disk: Disk, now: Parameters<typeof broken>[1], toldBefore: number, refused: boolean): string[] {
  const found = broken(disk.afterPowerCut('none', seeded(2)), now).map((what) => `${what} after going on`);
  if (refused || now.lines.length <= toldBefore) found.push('REFUSES TO GO ON');
  return found;
}
