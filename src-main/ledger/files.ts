// The few file calls the ledger makes, behind one interface, so that a test can cut the power after any of them. Every call that changes
// something has reached the disk when it returns, or throws.
import { constants, fdatasyncSync, fstatSync, fsyncSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fsyncFolder, makeFolderDurably, readIfPresent, writeAll, writeDurably } from '@main/files/durable';

export type LedgerFiles = {
  /** The whole file; empty when there is none yet. What is read is on the disk: what a failed append left is cut off and the file fsynced first. */
  readonly read: () => Uint8Array;
  /** Only after a reading. Throws, too, when the file has grown behind our back: another instance writes, and two chains in one file are none. */
  readonly append: (bytes: Uint8Array) => void;
  /** Cuts a torn tail off, after it was kept aside. */
  readonly truncate: (to: number) => void;
  readonly keepAside: (name: string, bytes: Uint8Array) => void;
  readonly readCheckpoints: () => readonly string[];
  readonly writeCheckpoint: (note: string) => void;
};

const ENTRIES = 'entries.jsonl';
export const CHECKPOINT = 'checkpoint';

export function openLedgerFiles(
  folder: string,
  secondFolder: string,
): LedgerFiles & { readonly entriesFile: string; readonly checkpointFile: string } {
  makeFolderDurably(folder);
  makeFolderDurably(secondFolder);
  const file = path.join(folder, ENTRIES);
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW, 0o600);
  // Also when the file was there: whoever made it may have been killed before its name was on the disk.
  fsyncFolder(folder);
  const checkpoints = [path.join(folder, CHECKPOINT), path.join(secondFolder, CHECKPOINT)];
  /** How many bytes of the file are known to be on the disk. */
  let length = 0;
  let appendFailed = false;

  // After a failed fsync the page cache shows bytes that never reached the disk and counts them as written, so a second fsync would succeed over
  // nothing. Nobody was told that they are there: they go.
  function cutFailedAppend(): void {
    if (!appendFailed) return;
    ftruncateSync(handle, length);
    fsyncSync(handle);
    appendFailed = false;
  }

  return {
    entriesFile: file,
    checkpointFile: checkpoints[0] as string,
    read() {
      cutFailedAppend();
      // What the page cache shows may never have reached the disk; acknowledge nothing on top of it before it has.
      fsyncSync(handle);
      const bytes = readFileSync(file);
      length = bytes.length;
      return bytes;
    },
    append(bytes) {
      if (fstatSync(handle).size !== length) throw new Error('the ledger is written by another instance');
      try {
        writeAll(handle, bytes);
        fdatasyncSync(handle);
      } catch (error) {
        appendFailed = true;
        // At once, because the next to read may be another process; if the disk refuses this too, the next reading begins with it.
        try {
          cutFailedAppend();
        } catch {}
        throw error;
      }
      length += bytes.length;
    },
    truncate(to) {
      ftruncateSync(handle, to);
      fsyncSync(handle);
      length = to;
    },
    keepAside: (name, bytes) => writeDurably(path.join(folder, name), bytes),
    readCheckpoints: () => checkpoints.map(readIfPresent).flatMap((bytes) => (bytes ? [bytes.toString('utf8')] : [])),
    writeCheckpoint(note) {
      for (const target of checkpoints) writeDurably(target, note);
    },
  };
}
