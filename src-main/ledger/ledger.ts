// The workstation's append-only record. Appends one fsynced line at a time, recovers a torn tail, turns read-only on anything else that does
// not match, and keeps a signed checkpoint. It gets a signer passed in and does not know whose; what an entry means is not its business.
import type { Signer } from '@shared/attestation/suites';
import type { PublicKey } from '@shared/attestation/suites/public-key';
import { concat, sameBytes } from '@shared/basics/bytes';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, timestamp } from '@shared/basics/time';
import type { EntryIndex } from '@shared/basics/units';
import { type ChainedLine, type ChainHead, EMPTY_CHAIN, headAfter, readLedger } from '@shared/ledger/chain';
import { openWorkstationCheckpoint, signWorkstationCheckpoint } from '@shared/ledger/checkpoint';
import { decodeEntry, encodeEntry, lineHash, type NewEntry } from '@shared/ledger/entry';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, leafHash, rootOfFrontier } from '@shared/ledger/merkle';
import type { LedgerFiles } from './files';

export type LedgerCode = 'OK' | 'TAIL_TORN' | 'DAMAGED' | 'LOST_ENTRIES' | 'WRITE_FAILED';
/** `line` counts from 1; `checkedAt`: when the file was last read and compared as a whole. */
export type LedgerHealth = {
  readonly code: LedgerCode;
  readonly readOnly: boolean;
  readonly line: number | null;
  readonly checkedAt: string;
};
type Finding = Omit<LedgerHealth, 'checkedAt'>;
export type AppendCode = 'LEDGER_READ_ONLY' | 'LEDGER_WRITE_FAILED';

const NEWLINE = Uint8Array.of(0x0a);

export function openLedger(files: LedgerFiles, clock: Clock, workstation: () => PublicKey | null) {
  let lines: ChainedLine[] = [];
  let head: ChainHead = EMPTY_CHAIN;
  let frontier: Frontier = EMPTY_FRONTIER;
  let health: Finding = { code: 'OK', readOnly: false, line: null };
  let checkedAt = timestamp(clock());

  /** Reads everything from disk, judges it, and cuts a torn tail off. */
  function load(): Finding {
    const bytes = files.read();
    const reading = readLedger(bytes);
    lines = [...reading.lines];
    head = reading.head;
    frontier = lines.reduce((tree, line) => appendLeaf(tree, leafHash(line.line)), EMPTY_FRONTIER);
    if (reading.damage) return { code: 'DAMAGED', readOnly: true, line: reading.damage.line };
    const lost = checkAgainstCheckpoints();
    if (lost) return lost;
    if (!reading.tornTail) return { code: 'OK', readOnly: false, line: null };
    try {
      files.keepAside(`torn-${timestamp(clock()).replaceAll(':', '')}.bin`, reading.tornTail);
      files.truncate(bytes.length - reading.tornTail.length);
    } catch {
      // A full disk keeps no copy: the lines before can be read, and the tail stays where it is until there is room.
      return { code: 'WRITE_FAILED', readOnly: true, line: lines.length + 1 };
    }
    return { code: 'TAIL_TORN', readOnly: false, line: lines.length + 1 };
  }

  /** Fewer lines than any copy of a checkpoint counts is loss, not a torn tail; another root at the same size is an edit. */
  function checkAgainstCheckpoints(): Finding | null {
    const key = workstation();
    if (!key) return null;
    for (const note of files.readCheckpoints()) {
      const checkpoint = openWorkstationCheckpoint(note, key);
      if (!checkpoint.ok) continue;
      const { size, root } = checkpoint.value;
      if (size > lines.length) return { code: 'LOST_ENTRIES', readOnly: true, line: lines.length + 1 };
      const then = lines.slice(0, size).reduce((tree, line) => appendLeaf(tree, leafHash(line.line)), EMPTY_FRONTIER);
      if (!sameBytes(rootOfFrontier(then), root)) return { code: 'DAMAGED', readOnly: true, line: size };
    }
    return null;
  }

  /** @returns null when the file is, byte for byte as far as hashes say, what memory holds. */
  function differs(): Finding | null {
    const reading = readLedger(files.read());
    // Half a line that was not there at the start: nothing may be appended to it, and it is not ours to cut off.
    const damaged = reading.damage ?? (reading.tornTail || reading.head.hash !== head.hash ? { line: null } : null);
    if (!damaged) return null;
    return { code: 'DAMAGED', readOnly: true, line: damaged.line ?? Math.min(reading.lines.length, lines.length) + 1 };
  }

  /** After a failed write what really reached the disk decides, as after a start; but no line that was acknowledged may be missing. */
  function loadAgain(): Finding {
    const known = head;
    const found = load();
    if (found.readOnly || known.seq === 0 || lines[known.seq - 1]?.hash === known.hash) return found;
    return { code: 'DAMAGED', readOnly: true, line: Math.min(known.seq, lines.length + 1) };
  }

  function findAgain(): Finding {
    try {
      if (health.code === 'WRITE_FAILED') return loadAgain();
      return differs() ?? (health.readOnly ? health : (checkAgainstCheckpoints() ?? { code: 'OK', readOnly: false, line: null }));
    } catch {
      return { code: 'WRITE_FAILED', readOnly: true, line: lines.length + 1 };
    }
  }

  health = load();

  return {
    health: (): LedgerHealth => ({ ...health, checkedAt }),
    head: (): ChainHead => head,
    size: (): number => lines.length,
    lines: (): readonly ChainedLine[] => lines,
    line: (seq: number): ChainedLine | null => lines[seq] ?? null,

    /** Acknowledged only after the line is on the disk. After a failed write nothing more is written until the file was read again. */
    append(entry: NewEntry): Result<{ seq: EntryIndex; line: Uint8Array }, AppendCode> {
      if (health.readOnly) return failure('LEDGER_READ_ONLY');
      const seq = lines.length as EntryIndex;
      const line = encodeEntry(seq, head.hash, timestamp(clock()), entry);
      try {
        files.append(concat(line, NEWLINE));
      } catch {
        health = { code: 'WRITE_FAILED', readOnly: true, line: seq + 1 };
        return failure('LEDGER_WRITE_FAILED');
      }
      const decoded = decodeEntry(line);
      if (!decoded.ok) throw new Error(`appended a line that cannot be read: ${decoded.code}`);
      const chained: ChainedLine = { line, hash: lineHash(line), entry: decoded.value };
      lines.push(chained);
      head = headAfter(chained);
      frontier = appendLeaf(frontier, leafHash(line));
      return ok({ seq, line });
    },

    /**
     * Signs size and root as they stand and puts the note beside the entries and in the second folder. A disk that takes no note takes no more
     * lines either; the note is true all the same, and whoever locks or sends is not held up by it.
     */
    checkpoint(signer: Signer): string {
      const note = signWorkstationCheckpoint(signer, frontier.size, rootOfFrontier(frontier));
      try {
        files.writeCheckpoint(note);
      } catch {
        if (!health.readOnly) health = { code: 'WRITE_FAILED', readOnly: true, line: lines.length + 1 };
      }
      return note;
    },

    /** A note over an earlier size, for a batch that ends before the ledger does. Not kept: the newest one says more. */
    checkpointOf(signer: Signer, size: number): string {
      const then = lines.slice(0, size).reduce((tree, line) => appendLeaf(tree, leafHash(line.line)), EMPTY_FRONTIER);
      return signWorkstationCheckpoint(signer, size, rootOfFrontier(then));
    },

    newestCheckpoint(): { readonly note: string; readonly size: number } | null {
      const key = workstation();
      if (!key) return null;
      const opened = files.readCheckpoints().flatMap((note) => {
        const checkpoint = openWorkstationCheckpoint(note, key);
        return checkpoint.ok ? [{ note, size: checkpoint.value.size }] : [];
      });
      return opened.sort((a, b) => b.size - a.size)[0] ?? null;
    },

    /** Reads the file again, now, and compares it with what memory holds and with the checkpoints. Takes up writing after a failed write. */
    recheck(): LedgerHealth {
      health = findAgain();
      checkedAt = timestamp(clock());
      return { ...health, checkedAt };
    },

    /** The file as it stands, for the inspector's export. */
    bytes: (): Uint8Array => concat(...lines.flatMap(({ line }) => [line, NEWLINE])),
  };
}
export type Ledger = ReturnType<typeof openLedger>;
