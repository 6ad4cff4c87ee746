// Whether lines form one unbroken chain, and what to call it when they do not. A half-written last line is a torn tail, which recovery may cut
// off and keep aside; anything else is damage, which nobody may repair silently. Pure over bytes: files belong to the app's ledger room.
import { failure, ok, type Result } from '../basics/result';
import type { Sha256Hex } from '../basics/units';
import { decodeEntry, type EntryCode, type LedgerEntry, lineHash, MAX_LINE_BYTES, NO_HEAD } from './entry';

export type ChainCode = EntryCode | 'CHAIN_SEQ' | 'CHAIN_BROKEN';

/** `line` is without the newline; `hash` is what the next line must call `prev`. */
export type ChainedLine = { readonly line: Uint8Array; readonly hash: Sha256Hex; readonly entry: LedgerEntry };
/** Where a chain stands: number of lines so far and hash of the last. */
export type ChainHead = { readonly seq: number; readonly hash: Sha256Hex };
export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: NO_HEAD };

/** Whether one line follows a head. */
export function followLine(head: ChainHead, line: Uint8Array): Result<ChainedLine, ChainCode> {
  const entry = decodeEntry(line);
  if (!entry.ok) return entry;
  if (entry.value.seq !== head.seq) return failure('CHAIN_SEQ', `${entry.value.seq} instead of ${head.seq}`);
  if (entry.value.prev !== head.hash) return failure('CHAIN_BROKEN');
  return ok({ line, hash: lineHash(line), entry: entry.value });
}

export const headAfter = (line: ChainedLine): ChainHead => ({ seq: line.entry.seq + 1, hash: line.hash });

export type LedgerReading = {
  /** Every whole line before the first bad one. */
  readonly lines: readonly ChainedLine[];
  readonly head: ChainHead;
  /** Bytes after the last whole line that were never a whole line: an append that a crash cut short. */
  readonly tornTail: Uint8Array | null;
  /** `line` counts from 1, as an editor shows it. */
  readonly damage: { readonly line: number; readonly code: ChainCode } | null;
};

/** Reads a whole ledger file. @param from the head before the first line, for a file that begins at a later seq. */
export function readLedger(bytes: Uint8Array, from: ChainHead = EMPTY_CHAIN): LedgerReading {
  const lines: ChainedLine[] = [];
  let head = from;
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(0x0a, at);
    const next = end === -1 ? null : followLine(head, bytes.subarray(at, end));
    if (next === null || !next.ok) {
      const rest = bytes.subarray(at);
      if (isTornTail(rest)) return { lines, head, tornTail: rest, damage: null };
      return { lines, head, tornTail: null, damage: { line: lines.length + 1, code: next === null ? 'ENTRY_MALFORMED' : next.code } };
    }
    lines.push(next.value);
    head = headAfter(next.value);
    at = end + 1;
  }
  return { lines, head, tornTail: null, damage: null };
}

const LINE_START = '{"v":1,"seq":';

/**
 * Torn, not damaged: no piece of it is an entry. A crash leaves part of one line, or a line of which some blocks never reached the disk
 * (zeros, or whatever lay there, newlines included). Bytes that still hold an entry are somebody's doing and are never cut off.
 */
function isTornTail(rest: Uint8Array): boolean {
  if (rest.length > MAX_LINE_BYTES) return false;
  // An append is one line: a second beginning means that the newline between two whole lines was altered.
  if (
    Array.from(rest, (byte) => String.fromCharCode(byte))
      .join('')
      .includes(LINE_START, 1)
  )
    return false;
  for (let at = 0; at < rest.length; ) {
    const end = rest.indexOf(0x0a, at);
    if (end === -1) return true;
    const code = decodeEntry(rest.subarray(at, end));
    if (code.ok || code.code === 'ENTRY_VERSION_UNSUPPORTED') return false;
    at = end + 1;
  }
  return true;
}
