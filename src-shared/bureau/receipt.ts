// Whether the bureau's log has a line: its notes (log signature under its own origin, and a witness where the trust names some) and receipts.
// HTTP 200 means nothing; only this does. The witness's time bounds when, never a local clock.
import { failure, ok, type Result } from '../basics/result';
import type { Instant } from '../basics/units';
import { type Checkpoint, parseCheckpoint } from '../ledger/checkpoint';
import { type Hash, verifyConsistency } from '../ledger/merkle';
import { type NoteCode, openNote } from '../ledger/note';
import { parseTlogProof, provesInclusion } from '../ledger/tlog-proof';
import type { TrustedBureau } from './trust';

export type BureauNoteCode = NoteCode | 'CHECKPOINT_MALFORMED' | 'CHECKPOINT_ORIGIN' | 'NOTE_NO_LOG_SIGNATURE' | 'NOTE_NO_WITNESS';

/**
 * `latest` and `earliest` of the witnesses' times (whole seconds, as Instant); null when the trust names no witness.
 * As a lower bound (the note that a verdict embeds) the latest counts, as an upper bound (a receipt) the earliest.
 */
export type BureauNote = {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly cosigned: { readonly latest: Instant; readonly earliest: Instant } | null;
};

export function openBureauNote(bureau: TrustedBureau, note: string): Result<BureauNote, BureauNoteCode> {
  const open = openNote(note, [...bureau.logKeys, ...bureau.witnessKeys]);
  if (!open.ok) return open;
  const checkpoint = parseCheckpoint(open.value.text);
  if (!checkpoint.ok) return checkpoint;
  if (checkpoint.value.origin !== bureau.origin) return failure('CHECKPOINT_ORIGIN', checkpoint.value.origin);
  if (!open.value.signatures.some(({ key }) => key.type === 1)) return failure('NOTE_NO_LOG_SIGNATURE');
  const times = open.value.signatures.flatMap(({ at }) => (at === null ? [] : [at]));
  if (times.length === 0 && bureau.witnessKeys.length > 0) return failure('NOTE_NO_WITNESS');
  const cosigned = times.length === 0 ? null : { latest: Math.max(...times) as Instant, earliest: Math.min(...times) as Instant };
  return ok({ checkpoint: checkpoint.value, note, cosigned });
}

export type ReceiptCode = BureauNoteCode | 'PROOF_MALFORMED' | 'PROOF_WRONG';
/** `cosignedAt`: the line was in the log by then; null without witnesses. */
export type VerifiedReceipt = { readonly index: number; readonly cosignedAt: Instant | null; readonly note: BureauNote };

/** @param leaf the ledger line's bytes without its newline. */
export function verifyReceipt(bureau: TrustedBureau, leaf: Uint8Array, proofText: string): Result<VerifiedReceipt, ReceiptCode> {
  const proof = parseTlogProof(proofText);
  if (!proof.ok) return proof;
  const note = openBureauNote(bureau, proof.value.note);
  if (!note.ok) return note;
  if (!provesInclusion(proof.value, note.value.checkpoint, leaf)) return failure('PROOF_WRONG');
  return ok({ index: proof.value.index, cosignedAt: note.value.cosigned?.earliest ?? null, note: note.value });
}

export type GrowthCode = 'LOG_SHRUNK' | 'LOG_FORKED';

/** Whether a newer head grew out of the last one seen. @param proof hashes as `/v1/consistency` gives them, empty from 0 or for equal sizes. */
export function verifyGrowth(seen: Checkpoint | null, now: Checkpoint, proof: readonly Hash[]): Result<Checkpoint, GrowthCode> {
  if (seen === null || seen.size === 0) return ok(now);
  if (now.size < seen.size) return failure('LOG_SHRUNK');
  return verifyConsistency(seen.size, now.size, seen.root, now.root, proof) ? ok(now) : failure('LOG_FORKED');
}
