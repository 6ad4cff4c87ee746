// The last record half written, cut at every byte: the rest missing, zeros, or whatever lay on the disk. Earlier records stay, the rest goes aside
// and work goes on.
import type { LedgerFiles } from '@main/ledger/files';
import { openLedger } from '@main/ledger/ledger';
import { memoryFiles } from '../../main/ledger/memory-files';
import { clock, entry } from '../support/entries';
import { type Random, seeded } from '../support/random';
import { readEntries } from '../support/reader.mjs';

const FILLS = {
  missing: () => new Uint8Array(),
  zeros: (length: number) => new Uint8Array(length),
  random: (length: number, random: Random) => random.bytes(length),
} as const;
export type TornCase = { readonly size: number; readonly kept: number; readonly fill: string; readonly found: string };
type Wrap = (files: LedgerFiles) => LedgerFiles;

/** How much longer than the shortest entry the last one is: with a header of some 200 bytes, five sizes across three sectors and more. */
export const PADDINGS = [0, 150, 500, 1_100, 2_300] as const;

export function tearEverywhere(paddings: readonly number[], wrap: Wrap = (files) => files): { cases: number; broken: TornCase[] } {
  const bad: TornCase[] = [];
  let cases = 0;
  for (const padding of paddings) {
    const { before, record } = written(padding);
    for (let kept = 0; kept < record.length; kept++)
      for (const [fill, make] of Object.entries(FILLS)) {
        const tail = Buffer.concat([record.subarray(0, kept), make(record.length - kept, seeded(kept))]);
        const found = judge(before, tail, wrap);
        cases++;
        if (found !== null) bad.push({ size: record.length, kept, fill, found });
      }
  }
  return { cases, broken: bad };
}

/** Two records, and a last one with its newline. */
function written(padding: number): { before: Uint8Array; record: Uint8Array } {
  const disk = memoryFiles();
  const ledger = openLedger(disk.files, clock, () => null);
  for (const id of ['one', 'two']) ledger.append(entry(id));
  const before = disk.bytes();
  ledger.append(entry('last', padding));
  return { before, record: disk.bytes().subarray(before.length) };
}

function judge(before: Uint8Array, tail: Uint8Array, wrap: Wrap): string | null {
  const disk = memoryFiles(Buffer.concat([before, tail]));
  const ledger = openLedger(wrap(disk.files), clock, () => null);
  if (ledger.size() !== 2) return 'EARLIER RECORDS';
  if (ledger.health().readOnly || ledger.health().code !== (tail.length > 0 ? 'TAIL_TORN' : 'OK')) return ledger.health().code;
  if (tail.length > 0 && Buffer.compare([...disk.aside.values()][0] ?? new Uint8Array(), tail) !== 0) return 'NOT KEPT ASIDE';
  if (!ledger.append(entry('later')).ok) return 'REFUSES TO GO ON';
  const { lines, rest } = readEntries(disk.bytes());
  return lines.length === 3 && rest.length === 0 ? null : 'GLUED TO THE TAIL';
}
