// Proofs that anyone may ask for: that a line is in the log, that one size of the log continues another. They show hashes only.
import { fromHex } from '@shared/basics/bytes';
import type { Hash } from '@shared/ledger/merkle';
import { formatTlogProof } from '@shared/ledger/tlog-proof';
import { Refused } from '../refused';
import type { Service } from '../service';
import type { Store } from '../store/store';
import { LOG, treeConsistency, treeInclusions } from './tree';

/** A line of a workstation, or a leaf hash in hex. */
export type LeafQuestion = { readonly workstation: string; readonly seq: number } | { readonly leaf: string };

/** A tlog-proof under the newest head. @throws Refused NOT_FOUND */
export async function proveInclusion({ store, checkpoints }: Service, question: LeafQuestion): Promise<string> {
  const index = 'leaf' in question ? await indexOfLeaf(store, question.leaf) : await indexOfLine(store, question.workstation, question.seq);
  if (index === null) throw new Refused('NOT_FOUND');
  const { note, size } = await checkpoints.current();
  const [path] = await treeInclusions(store, LOG, [index], size);
  return formatTlogProof({ index, path: path ?? [], note });
}

async function indexOfLine(store: Store, workstation: string, seq: number): Promise<number | null> {
  const line = await store
    .selectFrom('lines')
    .select('log_index')
    .where('workstation', '=', workstation)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return line?.log_index ?? null;
}

async function indexOfLeaf(store: Store, leaf: string): Promise<number | null> {
  const hash = fromHex(leaf);
  if (hash === null) return null;
  const node = await store
    .selectFrom('nodes')
    .select('position')
    .where('tree', '=', LOG)
    .where('level', '=', 0)
    .where('hash', '=', hash)
    .orderBy('position')
    .executeTakeFirst();
  return node?.position ?? null;
}

/** @throws Refused REQUEST_MALFORMED for sizes that the log has not had. */
export async function proveConsistency({ store }: Service, from: number, to: number): Promise<Hash[]> {
  const { log_size: size } = await store.selectFrom('service').select('log_size').executeTakeFirstOrThrow();
  if (from > to || to > size) throw new Refused('REQUEST_MALFORMED', { detail: `the log has ${size} lines` });
  return treeConsistency(store, LOG, from, to);
}
