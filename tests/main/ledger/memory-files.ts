// A disk of its own for the ledger: what was synced survives a power cut, what was not may or may not.
import type { LedgerFiles } from '@main/ledger/files';

export type FailAt = { readonly call: number } | null;

export function memoryFiles(initial: Uint8Array = new Uint8Array(), checkpoints: string[] = []) {
  let bytes = initial;
  const aside = new Map<string, Uint8Array>();
  let calls = 0;
  let failFrom = Number.POSITIVE_INFINITY;
  const step = () => {
    calls++;
    if (calls >= failFrom) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
  };
  const files: LedgerFiles = {
    read: () => bytes,
    append(more) {
      step();
      bytes = Uint8Array.from([...bytes, ...more]);
    },
    truncate(length) {
      step();
      bytes = bytes.slice(0, length);
    },
    keepAside(name, kept) {
      step();
      aside.set(name, kept);
    },
    readCheckpoints: () => checkpoints,
    writeCheckpoint(note) {
      step();
      checkpoints.splice(0, checkpoints.length, note, note);
    },
  };
  return {
    files,
    aside,
    bytes: () => bytes,
    checkpoints,
    failFromCall: (call: number) => {
      failFrom = calls + call;
    },
  };
}
