// Power cuts after every call to the disk, over the double: works without root, and keeps any part of what was never synced, which no real disk
// can be asked to do.
import type { Disk, Leftover } from '../support/disk';
import { type Act, broken, emptyProfile, live, type OpenFiles } from '../support/history';
import { type Random, seeded } from '../support/random';

export type Case = {
  readonly script: readonly Act[];
  readonly cutAfter: number;
  readonly leftover: Leftover;
  readonly found: readonly string[];
};

/** The first are written out, for what each is about; the others are drawn. */
const WRITTEN: readonly (readonly Act[])[] = [
  [0, 10, 'checkpoint', 20, 'checkpoint', 30],
  [1_500, 'restart', 700, 'checkpoint', 'restart', 2_300],
  [0, 'checkpoint', 'checkpoint', 0, 'checkpoint'],
  ['restart', 'restart', 5_000, 0, 'restart', 'checkpoint'],
  [300, 300, 300, 'restart', 300, 'checkpoint', 'recheck', 300],
];

export function histories(count: number): (readonly Act[])[] {
  const random = seeded(20_261_123);
  const drawn = Array.from({ length: Math.max(0, count - WRITTEN.length) }, () => drawHistory(random));
  return [...WRITTEN.slice(0, count), ...drawn];
}

function drawHistory(random: Random): Act[] {
  const acts: Act[] = [0, 100, 600, 1_400, 'checkpoint', 'restart', 'recheck'];
  return Array.from({ length: 6 + random.below(5) }, () => acts[random.below(acts.length)] ?? 0);
}

export function callsOf(script: readonly Act[], openFiles: OpenFiles): number {
  const disk = emptyProfile();
  live(disk, script, openFiles);
  return disk.calls;
}

/** Cuts the power after every call of a history and judges what each kind of leftover makes of it. */
export function cutEverywhere(
  script: readonly Act[],
  openFiles: OpenFiles,
  options: { readonly mutation?: ConstructorParameters<typeof Disk>[1]; readonly draws: number },
): { cases: number; broken: Case[] } {
  const leftovers: Leftover[] = ['none', 'all', ...Array<Leftover>(options.draws).fill('random')];
  const bad: Case[] = [];
  const calls = callsOf(script, openFiles);
  for (let cutAfter = 0; cutAfter <= calls; cutAfter++) {
    const disk = emptyProfile(options.mutation);
    disk.cutAfter = cutAfter;
    const { told } = live(disk, script, openFiles);
    for (const [index, leftover] of leftovers.entries()) {
      const random = seeded(cutAfter * 31 + index);
      const found = afterwards(disk.afterPowerCut(leftover, random), told, openFiles, random);
      if (found.length > 0) bad.push({ script, cutAfter, leftover, found });
    }
  }
  return { cases: (calls + 1) * leftovers.length, broken: bad };
}

/** What was told is on the disk, the program opens and works on, also when the power is cut once more while it recovers. */
function afterwards(disk: Disk, told: Parameters<typeof broken>[1], openFiles: OpenFiles, random: Random): string[] {
  const found = broken(disk, told);
  const again = disk.afterPowerCut('none', random);
  again.cutAfter = random.below(8);
  const second = live(again, [40], openFiles, told);
  const third = again.afterPowerCut('random', random);
  found.push(...broken(third, second.told).map((what) => `${what} after a cut in recovery`));
  const { told: now, ledger } = live(third, [40, 'restart'], openFiles, second.told);
  const health = ledger?.health();
  if (!health || health.readOnly) found.push(`NOT WRITABLE ${health?.code}`);
  if (now.lines.length <= second.told.lines.length) found.push('NOTHING APPENDED');
  found.push(...broken(third.afterPowerCut('none', random), now).map((what) => `${what} after recovery`));
  return found;
}
