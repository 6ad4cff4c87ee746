// The ledger's files done wrong, one guarantee at a time. A fault suite that stays green with its mutant proves nothing.
import { closeSync, constants, fdatasyncSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { type LedgerFiles, openLedgerFiles } from '@main/ledger/files';
import { readLedger } from '@shared/ledger/chain';

/** Says that a line is kept when the one before it is. */
export function acknowledgesEarly(folder: string, secondFolder: string): LedgerFiles {
  const files = openLedgerFiles(folder, secondFolder);
  let held: Uint8Array | null = null;
  return {
    ...files,
    append(bytes) {
      if (held) files.append(held);
      held = bytes;
    },
  };
}

function appending(sync: (handle: number) => void) {
  return (folder: string, secondFolder: string): LedgerFiles => {
    const files = openLedgerFiles(folder, secondFolder);
    const handle = openSync(`${folder}/entries.jsonl`, constants.O_RDWR | constants.O_APPEND);
    return {
      ...files,
      append(bytes) {
        writeSync(handle, bytes);
        sync(handle);
      },
    };
  };
}

/** Neither syncs nor looks whether somebody else writes. */
export const withoutSync = appending(() => {});

/** Takes the second try's success for the first one's. */
export const retriesSync = appending((handle) => {
  try {
    fdatasyncSync(handle);
  } catch {
    fdatasyncSync(handle);
  }
});

/** Takes a refused write for a done one. */
export function ignoresRefusals(folder: string, secondFolder: string): LedgerFiles {
  const files = openLedgerFiles(folder, secondFolder);
  return {
    ...files,
    append(bytes) {
      try {
        files.append(bytes);
      } catch {}
    },
  };
}

/** Writes a checkpoint over the one before it. */
export function checkpointInPlace(folder: string, secondFolder: string): LedgerFiles {
  return {
    ...openLedgerFiles(folder, secondFolder),
    writeCheckpoint(note) {
      for (const place of [folder, secondFolder]) {
        const handle = openSync(`${place}/checkpoint`, constants.O_RDWR | constants.O_CREAT, 0o600);
        ftruncateSync(handle, 0);
        writeSync(handle, Buffer.from(note));
        fsyncSync(handle);
        closeSync(handle);
      }
    },
  };
}

/** Takes whatever does not fit for a torn tail. */
export function truncatesOnAnyError(files: LedgerFiles): LedgerFiles {
  return {
    ...files,
    readCheckpoints: () => [],
    read() {
      const { lines, damage } = readLedger(files.read());
      if (damage) files.truncate(lines.reduce((length, { line }) => length + line.length + 1, 0));
      return files.read();
    },
  };
}

/** Leaves a torn tail in its place. */
export const leavesTail = (files: LedgerFiles): LedgerFiles => ({ ...files, truncate: () => {} });
