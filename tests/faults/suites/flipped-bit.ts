// One bit of a ledger turned over, at every byte. All of it is found, and nothing is cut off: whoever changes one bit must not make the program
// throw away what comes after.
import type { LedgerFiles } from '@main/ledger/files';
import { openLedger } from '@main/ledger/ledger';
import { type ChainHead, EMPTY_CHAIN, headAfter, readLedger } from '@shared/ledger/chain';
import { memoryFiles } from '../../main/ledger/memory-files';
import { clock, entry, signer, workstation } from '../support/entries';

export type FlippedCase = { readonly at: number; readonly found: string };
const RECORDS = 50;

function written() {
  const disk = memoryFiles();
  const ledger = openLedger(disk.files, clock, () => workstation);
  for (let i = 0; i < RECORDS; i++) ledger.append(entry(`d-${i}`));
  ledger.checkpoint(signer);
  return { bytes: disk.bytes(), checkpoints: [...disk.checkpoints], lines: ledger.lines() };
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => {
  const changed = bytes.slice();
  changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
  return changed;
};

/** The program opens the ledger with every `step`th byte changed. */
export function flipAndOpen(step: number, wrap: (files: LedgerFiles) => LedgerFiles = (files) => files) {
  const { bytes, checkpoints } = written();
  const bad: FlippedCase[] = [];
  let cases = 0;
  for (let at = 0; at < bytes.length; at += step) {
    const disk = memoryFiles(flipped(bytes, at), [...checkpoints]);
    const { code, readOnly } = openLedger(wrap(disk.files), clock, () => workstation).health();
    cases++;
    if (!readOnly) bad.push({ at, found: `WRITABLE ${code}` });
    else if (disk.bytes().length !== bytes.length || disk.aside.size > 0) bad.push({ at, found: 'CUT OFF' });
  }
  return { cases, broken: bad };
}

/** The chain alone, at every byte of every line but the last, which only a checkpoint vouches for. Lines before the changed one read as ever. */
export function flipAndRead() {
  const { lines } = written();
  const bad: FlippedCase[] = [];
  let cases = 0;
  let head: ChainHead = EMPTY_CHAIN;
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const rest = Buffer.concat(lines.slice(index, index + 3).flatMap((next) => [next.line, Buffer.from('\n')]));
    for (let at = 0; at <= line.line.length; at++) {
      cases++;
      if (readLedger(flipped(rest, at), head).damage === null) bad.push({ at, found: `LINE ${index + 1}` });
    }
    head = headAfter(line);
  }
  return { cases, broken: bad };
}
