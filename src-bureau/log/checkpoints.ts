// The log's signed head. The witness remembers, in a file beside the database, the last head it cosigned, and cosigns only a log that continues it:
// a database put back to an older state cannot make this bureau contradict itself. Sees committed leaves only.
import { join } from 'node:path';
import { assert } from '@shared/basics/assertions';
import { sameBytes } from '@shared/basics/bytes';
import { CodedError } from '@shared/basics/coded-error';
import type { Clock } from '@shared/basics/time';
import { type Instant, minutes } from '@shared/basics/units';
import { type Checkpoint, formatCheckpoint, parseCheckpoint } from '@shared/ledger/checkpoint';
import { openNote, signNote, verifierKey } from '@shared/ledger/note';
import type { Authority } from '../authority';
import { readIfThere, writeWhole } from '../files';
import type { Store } from '../store/store';
import { LOG, treeRoot } from './tree';

/** `note`: the signed text. `at`: what the witness vouched for. */
export type SignedHead = { readonly note: string; readonly size: number; readonly at: Instant };

/** An unchanged head is cosigned again when its time is this old: verdicts embed it as their lower bound of time. */
const REFRESH_AFTER = minutes(1);

/** Smaller steps backwards are a time server's doing. */
const CLOCK_STEP = minutes(2);

export type Checkpoints = {
  /** A signed head over every leaf committed before the call. */
  current(): Promise<SignedHead>;
  /** The clock stood before the last head's time when the service started: one of the two was wrong. */
  readonly clockBehind: boolean;
};

/** @throws CodedError LOG_SHRUNK when the database does not continue the last head that was signed. */
export async function openCheckpoints(parts: { store: Store; authority: Authority; clock: Clock; folder: string }): Promise<Checkpoints> {
  const { store, authority, clock, folder } = parts;
  const path = join(folder, 'checkpoint');
  let last = await rememberedHead(path, authority, folder);
  let lastInLine: Promise<unknown> = Promise.resolve();

  async function sign(): Promise<SignedHead> {
    const { log_size: size } = await store.selectFrom('service').select('log_size').executeTakeFirstOrThrow();
    const age = last === null ? 0 : clock() - last.at;
    if (last !== null && last.size === size && age >= 0 && age < REFRESH_AFTER) return last;
    if (last !== null) await assertContinues(store, last, size, folder);
    const checkpoint: Checkpoint = { origin: authority.origin, size, root: await treeRoot(store, LOG, size) };
    const at = clock();
    const note = signNote(formatCheckpoint(checkpoint), [authority.logSigner, authority.witnessSigner], at);
    // Remembered before anyone sees it, so that after a crash the next head continues what was handed out.
    await writeWhole(path, note);
    last = { note, size, at, root: checkpoint.root };
    return last;
  }

  const checkpoints: Checkpoints = {
    clockBehind: last !== null && clock() < last.at - CLOCK_STEP,
    current() {
      // One after the other: two heads signed side by side could reach the file in the wrong order.
      const mine = lastInLine.then(sign);
      lastInLine = mine.catch(() => undefined);
      return mine;
    },
  };
  await checkpoints.current();
  return checkpoints;
}

type RememberedHead = SignedHead & { readonly root: Uint8Array };

async function assertContinues(store: Store, last: RememberedHead, size: number, folder: string): Promise<void> {
  const continues = last.size <= size && sameBytes(await treeRoot(store, LOG, last.size), last.root);
  if (!continues) throw new CodedError('LOG_SHRUNK', folder);
}

async function rememberedHead(path: string, authority: Authority, folder: string): Promise<RememberedHead | null> {
  const bytes = await readIfThere(path);
  if (bytes === null) return null;
  const note = bytes.toString('utf8');
  const keys = [authority.logSigner, authority.witnessSigner].map(({ name, type, signer }) => verifierKey(name, type, signer.publicKey));
  const open = openNote(note, keys);
  const checkpoint = open.ok ? parseCheckpoint(open.value.text) : open;
  // A checkpoint of other keys: the folder and the database were mixed up.
  if (!open.ok || !checkpoint.ok) throw new CodedError('DATA_MISMATCH', folder);
  const at = open.value.signatures.find((signature) => signature.at !== null)?.at ?? null;
  assert(at !== null, 'a remembered head has its witness line');
  return { note, size: checkpoint.value.size, root: checkpoint.value.root, at };
}
