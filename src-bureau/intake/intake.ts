// Taking in a workstation's ledger lines. "Receipt means leaf": lines, both trees and the sizes are one transaction; the head is signed and proofs
// are made only after it is committed, so no crash leaves a receipt for a line that is not there. Sending the same again gives valid proofs again.
import { type PublicKey, parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import { assert } from '@shared/basics/assertions';
import { sameBytes } from '@shared/basics/bytes';
import { timestamp } from '@shared/basics/time';
import type { BureauHead, EntriesReply } from '@shared/bureau/http';
import { formatTlogProof } from '@shared/ledger/tlog-proof';
import { appendToTree, LOG, treeInclusions, treeRoot } from '../log/tree';
import { Refused } from '../refused';
import type { Service } from '../service';
import { lockService, type Store, type StoreTransaction } from '../store/store';
import { type Batch, readBatch } from './batch';
import { type CheckedLine, checkLines, worstOf } from './signers';

/** An enrolled workstation as the bureau knows it now. */
export type Workstation = { readonly key: PublicKey; readonly head: BureauHead };

/** @throws Refused WORKSTATION_UNKNOWN */
export async function findWorkstation(store: Store, keyid: string): Promise<Workstation> {
  const row = await store.selectFrom('workstations').selectAll().where('keyid', '=', keyid).executeTakeFirst();
  const enrolment = await store
    .selectFrom('enrolments')
    .select('public_key')
    .where('keyid', '=', keyid)
    .where('role', '=', 'workstation')
    .executeTakeFirst();
  const key = parsePublicKeyPem(enrolment?.public_key ?? '');
  if (row === undefined || !key.ok) throw new Refused('WORKSTATION_UNKNOWN', { head: null });
  return { key: key.value, head: { seq: row.size, hash: row.head } };
}

/** Stores what is new of a batch. @returns a proof for every statement of it, new or known. */
export async function takeIn(
  service: Service,
  keyid: string,
  body: Uint8Array,
  checkpointHeader: string | undefined,
): Promise<EntriesReply> {
  const { store } = service;
  const { key, head } = await findWorkstation(store, keyid);
  const batch = readBatch(body, checkpointHeader, key);
  const checked = await checkLines(store, batch.lines.slice(Math.max(0, head.seq - batch.first)));
  await store.transaction().execute((rows) => storeBatch(service, rows, keyid, batch, checked));
  return replyFor(service, keyid, batch);
}

async function storeBatch(
  service: Service,
  rows: StoreTransaction,
  keyid: string,
  batch: Batch,
  checked: readonly CheckedLine[],
): Promise<void> {
  const { log_size: logSize } = await lockService(rows);
  const { size, head } = await rows.selectFrom('workstations').selectAll().where('keyid', '=', keyid).executeTakeFirstOrThrow();
  if (batch.first > size) throw new Refused('ENTRY_GAP', { seq: size });
  await assertSameHistory(rows, keyid, batch, { seq: size, hash: head });
  const added = checked.filter(({ line }) => line.entry.seq >= size);
  const bytes = added.map(({ line }) => line.line);
  await appendToTree(rows, keyid, size, bytes);
  // Also for lines that are known already: a checkpoint over other lines shows a second history.
  if (!sameBytes(await treeRoot(rows, keyid, batch.end), batch.checkpoint.root)) throw new Refused('CHECKPOINT_WRONG', { detail: 'root' });
  const last = added.at(-1)?.line;
  if (last === undefined) return;
  await appendToTree(rows, LOG, logSize, bytes);
  await insertLines(service, rows, keyid, added, logSize);
  await rows
    .updateTable('workstations')
    .set({ size: last.entry.seq + 1, head: last.hash })
    .where('keyid', '=', keyid)
    .execute();
  await rows
    .updateTable('service')
    .set({ log_size: logSize + added.length })
    .execute();
}

/** Every line of the batch that is known must be the stored one, and the first new one must follow the stored head. */
async function assertSameHistory(rows: StoreTransaction, keyid: string, batch: Batch, head: BureauHead): Promise<void> {
  const stored = await rows
    .selectFrom('lines')
    .select(['seq', 'sha256'])
    .where('workstation', '=', keyid)
    .where('seq', '>=', batch.first)
    .where('seq', '<', batch.end)
    .orderBy('seq')
    .execute();
  for (const { seq, sha256 } of stored) {
    const received = batch.lines[seq - batch.first]?.hash;
    if (received !== sha256) throw new Refused('ENTRY_CONFLICT', { seq, stored: sha256, ...(received && { received }) });
  }
  const first = batch.lines[0];
  if (first === undefined || batch.first !== head.seq || first.entry.prev === head.hash) return;
  // The line follows another predecessor than the stored one, so the difference lies at the line before.
  throw new Refused('ENTRY_CONFLICT', { seq: head.seq - 1, stored: head.hash, received: first.entry.prev });
}

const LINES_AT_ONCE = 500;

async function insertLines(
  service: Service,
  rows: StoreTransaction,
  keyid: string,
  added: readonly CheckedLine[],
  logSize: number,
): Promise<void> {
  const stored_at = timestamp(service.clock());
  const revoked = await revokedKeys(rows, added);
  const values = added.map(({ line, kind, digest, code, signers }, offset) => ({
    workstation: keyid,
    seq: line.entry.seq,
    log_index: logSize + offset,
    sha256: line.hash,
    kind: line.entry.kind,
    code: worstOf([code, signers.some((signer) => (revoked.get(signer) ?? Infinity) <= logSize + offset) ? 'SIGNER_REVOKED' : null]),
    statement_kind: kind,
    statement_digest: digest,
    bytes: line.line,
    stored_at,
  }));
  for (let at = 0; at < values.length; at += LINES_AT_ONCE) {
    await rows
      .insertInto('lines')
      .values(values.slice(at, at + LINES_AT_ONCE))
      .execute();
  }
}

/** keyid -> size of the log from which its statements do not count. */
async function revokedKeys(rows: StoreTransaction, added: readonly CheckedLine[]): Promise<Map<string, number>> {
  const keyids = [...new Set(added.flatMap(({ signers }) => signers))];
  if (keyids.length === 0) return new Map();
  const found = await rows.selectFrom('revocations').select(['keyid', 'from_size']).where('keyid', 'in', keyids).execute();
  return new Map(found.map(({ keyid, from_size }) => [keyid, from_size]));
}

async function replyFor(service: Service, keyid: string, batch: Batch): Promise<EntriesReply> {
  const { store, checkpoints } = service;
  const lines = await store
    .selectFrom('lines')
    .select(['seq', 'log_index', 'kind', 'code'])
    .where('workstation', '=', keyid)
    .where('seq', '>=', batch.first)
    .where('seq', '<', batch.end)
    .orderBy('seq')
    .execute();
  const head = await checkpoints.current();
  const statements = lines.filter(({ kind }) => kind === 'statement');
  const indexes = statements.map(({ log_index }) => log_index);
  const paths = await treeInclusions(store, LOG, indexes, head.size);
  const proofs = new Map(
    statements.map(({ seq, log_index }, at) => [seq, formatTlogProof({ index: log_index, path: paths[at] ?? [], note: head.note })]),
  );
  const { head: ledgerHead } = await findWorkstation(store, keyid);
  const entries = lines.map(({ seq, code }) => {
    const proof = proofs.get(seq);
    return { seq, accepted: true, ...(code !== null && { code }), ...(proof !== undefined && { proof }) };
  });
  assert(entries.length === batch.lines.length, 'every line of a batch that was taken in is stored');
  return { head: ledgerHead, entries };
}
