// What a workstation sends: consecutive ledger lines and a checkpoint of its own that ends with them. Reads and checks them by themselves; whether
// they continue what is stored is the intake's question. Pure.
import type { PublicKey } from '@shared/attestation/suites/public-key';
import { fromBase64, fromUtf8 } from '@shared/basics/bytes';
import { type ChainedLine, followLine, headAfter } from '@shared/ledger/chain';
import { type Checkpoint, openWorkstationCheckpoint } from '@shared/ledger/checkpoint';
import { decodeEntry, NO_HEAD } from '@shared/ledger/entry';
import { Refused } from '../refused';

/** At least one line; `first` and `end` are seq, `end` exclusive. The checkpoint's signature holds, its root is not compared yet. */
export type Batch = {
  readonly lines: readonly ChainedLine[];
  readonly first: number;
  readonly end: number;
  readonly checkpoint: Checkpoint;
};

/** @throws Refused REQUEST_MALFORMED, ENTRY_MALFORMED, CHAIN_BROKEN, CHECKPOINT_MISSING, CHECKPOINT_WRONG */
export function readBatch(body: Uint8Array, checkpointHeader: string | undefined, workstation: PublicKey): Batch {
  const lines = readLines(body);
  const first = lines[0]?.entry.seq;
  if (first === undefined) throw new Refused('REQUEST_MALFORMED', { detail: 'no lines' });
  const end = first + lines.length;
  return { lines, first, end, checkpoint: readCheckpoint(checkpointHeader, workstation, end) };
}

function readLines(body: Uint8Array): ChainedLine[] {
  const lines: ChainedLine[] = [];
  for (let at = 0; at < body.length; ) {
    const end = body.indexOf(0x0a, at);
    const number = lines.length + 1;
    if (end === -1) throw new Refused('ENTRY_MALFORMED', { line: number, detail: 'no newline' });
    const line = body.slice(at, end);
    const entry = decodeEntry(line);
    if (!entry.ok) throw new Refused('ENTRY_MALFORMED', { line: number, detail: entry.code });
    const before = lines.at(-1);
    // The first line may follow anything, except that nothing comes before the very first.
    const head =
      before === undefined ? { seq: entry.value.seq, hash: entry.value.seq === 0 ? NO_HEAD : entry.value.prev } : headAfter(before);
    const next = followLine(head, line);
    if (!next.ok) throw new Refused('CHAIN_BROKEN', { line: number, detail: next.code });
    lines.push(next.value);
    at = end + 1;
  }
  return lines;
}

function readCheckpoint(header: string | undefined, workstation: PublicKey, end: number): Checkpoint {
  if (header === undefined) throw new Refused('CHECKPOINT_MISSING');
  const checkpoint = openWorkstationCheckpoint(noteIn(header), workstation);
  if (!checkpoint.ok) throw new Refused('CHECKPOINT_WRONG', { detail: checkpoint.code });
  if (checkpoint.value.size !== end) throw new Refused('CHECKPOINT_WRONG', { detail: `size ${checkpoint.value.size} instead of ${end}` });
  return checkpoint.value;
}

function noteIn(header: string): string {
  try {
    return fromUtf8(fromBase64(header) ?? new Uint8Array());
  } catch {
    return '';
  }
}
