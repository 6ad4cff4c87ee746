// What waits for a workstation: statements of the bureau that concern it. Delivered when the workstation next asks; asking again gives them again.
import { openEnvelope } from '@shared/attestation/dsse';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { assert } from '@shared/basics/assertions';
import type { InboxReply } from '@shared/bureau/http';
import type { IssuedStatement } from '../authority';
import type { Store, StoreTransaction } from '../store/store';

type Sent = { readonly digest: string; readonly envelope: Uint8Array };

export const deliverTo = async (rows: StoreTransaction, workstations: readonly string[], { digest, envelope }: Sent, at: string) => {
  if (workstations.length === 0) return;
  await rows
    .insertInto('inbox')
    .values(workstations.map((workstation) => ({ workstation, digest, envelope, queued_at: at })))
    .onConflict((conflict) => conflict.constraint('inbox_once').doNothing())
    .execute();
};

/** To every workstation that is enrolled for an operator now. */
export async function deliverToOperator(rows: StoreTransaction, operator: string, sent: IssuedStatement, at: string): Promise<void> {
  const found = await rows.selectFrom('workstations').select('keyid').where('operator', '=', operator).execute();
  await deliverTo(
    rows,
    found.map(({ keyid }) => keyid),
    sent,
    at,
  );
}

export async function readInbox(store: Store, workstation: string): Promise<InboxReply> {
  const rows = await store
    .selectFrom('inbox')
    .select(['digest', 'envelope'])
    .where('workstation', '=', workstation)
    .orderBy('position')
    .execute();
  return { items: rows.map(({ digest, envelope }) => ({ sha256: digest, envelope: storedEnvelope(envelope) })) };
}

/** An envelope that was stored as bytes, as JSON again: its payload is base64, so the signed bytes stay the same. */
export function storedEnvelope(bytes: Uint8Array): InboxReply['items'][number]['envelope'] {
  const value = parseStrictJson(new Uint8Array(bytes));
  assert(value.ok && openEnvelope(value.value).ok, 'a stored envelope is an envelope');
  return value.value as InboxReply['items'][number]['envelope'];
}
