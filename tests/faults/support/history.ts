// One workstation's life on a disk of the double: lines appended, checkpoints signed, the program killed and started again, until the script ends
// or the power does. Says what was acknowledged, and judges what a later run finds.

import type { LedgerFiles } from '@main/ledger/files';
import { type Ledger, openLedger } from '@main/ledger/ledger';
import { Disk } from './disk';
import { mountDisk } from './disk-fs';
import { clock, entry, signer, workstation } from './entries';
import { checkpointSize, readEntries } from './reader.mjs';

/** A number appends an entry that is so many bytes longer than the shortest. */
export type Act = number | 'checkpoint' | 'restart' | 'recheck';
export type OpenFiles = (folder: string, secondFolder: string) => LedgerFiles;

export const LEDGER = '/profile/ledger';
export const CHECKPOINTS = '/profile/checkpoints';

/** What people were told: these lines are kept, and a checkpoint counts so many. */
export type Told = { readonly lines: readonly Uint8Array[]; readonly checkpoint: number };
/** `writesOn`: a refused append left the ledger open for the next one. `ledger`: null when the program did not open. */
export type Life = { readonly told: Told; readonly ledger: Ledger | null; readonly writesOn: boolean };

/** A disk with the profile's folder on it, as the installation leaves it. */
export function emptyProfile(mutation: ConstructorParameters<typeof Disk>[1] = null): Disk {
  const disk = new Disk(undefined, mutation);
  disk.makeFolder('/profile');
  disk.sync(disk.open('/', { create: false, exclusive: false }));
  return disk.afterPowerCut('all', { below: () => 0, bytes: () => new Uint8Array() });
}

/** @param before what was told in earlier runs on this disk. A start that throws ends the life: the program does not open. */
export function live(disk: Disk, script: readonly Act[], openFiles: OpenFiles, before: Told = { lines: [], checkpoint: 0 }): Life {
  mountDisk(disk);
  let told = before;
  let ledger: Ledger | null = null;
  let writesOn = false;
  const tell = (now: Ledger) => {
    // What a start shows may be sent to the bureau: from then on it is told.
    const more = now.lines().slice(told.lines.length);
    if (!disk.dead) told = { ...told, lines: [...told.lines, ...more.map(({ line }) => line)] };
  };
  const start = () => {
    ledger = null;
    ledger = openLedger(openFiles(LEDGER, CHECKPOINTS), clock, () => workstation);
    tell(ledger);
    return ledger;
  };
  try {
    let running = start();
    for (const [index, act] of script.entries()) {
      if (disk.dead) break;
      if (act === 'restart') running = start();
      else if (act === 'recheck') running.recheck();
      else if (act === 'checkpoint') {
        running.checkpoint(signer);
        if (!disk.dead && !running.health().readOnly) told = { ...told, checkpoint: running.size() };
      } else if (running.append(entry(`d-${index}`, act)).ok) tell(running);
      else if (!running.health().readOnly) writesOn = true;
    }
  } catch {}
  return { told, ledger, writesOn };
}

/** What is wrong with what a later run finds, judged by the reader that shares no code with the program. */
export function broken(disk: Disk, told: Told): string[] {
  const found: string[] = [];
  const { lines } = readEntries(fileOf(disk, `${LEDGER}/entries.jsonl`));
  const kept = told.lines.filter((line, index) => Buffer.compare(line, lines[index] ?? new Uint8Array()) === 0).length;
  if (kept < told.lines.length) found.push(`LOST ${told.lines.length - kept} of ${told.lines.length} lines`);
  const notes = [LEDGER, CHECKPOINTS].map((folder) => Buffer.from(fileOf(disk, `${folder}/checkpoint`)).toString('utf8'));
  for (const note of notes) {
    const size = checkpointSize(note, workstation.pem, lines);
    if (told.checkpoint > 0 && (size === null || size < told.checkpoint)) found.push(`CHECKPOINT ${size} instead of ${told.checkpoint}`);
  }
  return found;
}

function fileOf(disk: Disk, path: string): Uint8Array {
  try {
    return disk.read(path);
  } catch {
    return new Uint8Array();
  }
}
