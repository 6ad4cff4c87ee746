// The few file calls the ledger makes, behind one interface, so that a test can cut the power after any of them. Every call that changes
// something has reached the disk when it returns, or throws.
import { closeSync, constants, fdatasyncSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fsyncFolder, readIfPresent, writeDurably } from '@main/files/durable';

export type LedgerFiles = {
  /** The whole file; empty when there is none yet. What is read is on the disk: the file is fsynced first. */
  readonly read: () => Uint8Array;
  readonly append: (bytes: Uint8Array) => void;
  /** Cuts a torn tail off, after it was kept aside. */
  readonly truncate: (length: number) => void;
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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(secondFolder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, ENTRIES);
  const fresh = readIfPresent(file) === null;
  const handle = openSync(file, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW, 0o600);
  if (fresh) fsyncFolder(folder);
  const checkpoints = [path.join(folder, CHECKPOINT), path.join(secondFolder, CHECKPOINT)];
  return {
    entriesFile: file,
    checkpointFile: checkpoints[0] as string,
    read() {
      // What the page cache shows may never have reached the disk; acknowledge nothing on top of it before it has.
      fsyncSync(handle);
      return readFileSync(file);
    },
    append(bytes) {
      let offset = 0;
      while (offset < bytes.length) offset += writeSync(handle, bytes, offset);
      fdatasyncSync(handle);
    },
    truncate(length) {
      ftruncateSync(handle, length);
      fsyncSync(handle);
    },
    keepAside(name, bytes) {
      const aside = openSync(path.join(folder, name), 'wx', 0o600);
      try {
        writeSync(aside, bytes);
        fsyncSync(aside);
      } finally {
        closeSync(aside);
      }
      fsyncFolder(folder);
    },
    readCheckpoints: () => checkpoints.map(readIfPresent).flatMap((bytes) => (bytes ? [bytes.toString('utf8')] : [])),
    writeCheckpoint(note) {
      for (const target of checkpoints) writeDurably(target, note);
    },
  };
}
