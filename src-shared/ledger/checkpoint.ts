// C2SP tlog-checkpoint: the head of a Merkle tree as a note text (origin, size, root), for a workstation's ledger and for the bureau's log.

import type { Signer } from '../attestation/suites';
import type { PublicKey } from '../attestation/suites/public-key';
import { assert } from '../basics/assertions';
import { fromBase64, toBase64 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import type { Sha256Hex } from '../basics/units';
import type { Hash } from './merkle';
import { type NoteCode, openNote, signNote, verifierKey } from './note';

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** Origin and key name of a workstation's checkpoints. */
export const workstationOrigin = (keyid: Sha256Hex): string => `shiqi.workstation/${keyid}`;

export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string => `${origin}\n${size}\n${toBase64(root)}\n`;

/** Extension lines after the third are allowed by the format and ignored. */
export function parseCheckpoint(text: string): Result<Checkpoint, 'CHECKPOINT_MALFORMED'> {
  const [origin, size, root, ...rest] = text.split('\n');
  const hash = fromBase64(root ?? '!');
  if (!origin || !/^(0|[1-9]\d{0,15})$/.test(size ?? '') || hash?.length !== 32) return failure('CHECKPOINT_MALFORMED');
  if (rest.pop() !== '' || rest.includes('') || !Number.isSafeInteger(Number(size))) return failure('CHECKPOINT_MALFORMED');
  return ok({ origin, size: Number(size), root: hash });
}

/** @param signer the workstation's Ed25519 key. */
export function signWorkstationCheckpoint(signer: Signer, size: number, root: Hash): string {
  assert(signer.publicKey.suite === 'ed25519', 'a workstation signs with Ed25519');
  const name = workstationOrigin(signer.publicKey.keyid);
  return signNote(formatCheckpoint({ origin: name, size, root }), [{ name, type: 1, signer }]);
}

export type WorkstationCheckpointCode = NoteCode | 'CHECKPOINT_MALFORMED' | 'CHECKPOINT_ORIGIN';

export function openWorkstationCheckpoint(note: string, workstation: PublicKey): Result<Checkpoint, WorkstationCheckpointCode> {
  if (workstation.suite !== 'ed25519') return failure('NOTE_UNSIGNED');
  const origin = workstationOrigin(workstation.keyid);
  const open = openNote(note, [verifierKey(origin, 1, workstation)]);
  if (!open.ok) return open;
  const checkpoint = parseCheckpoint(open.value.text);
  if (!checkpoint.ok) return checkpoint;
  return checkpoint.value.origin === origin ? checkpoint : failure('CHECKPOINT_ORIGIN');
}
