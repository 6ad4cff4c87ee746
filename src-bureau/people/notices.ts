// What the bureau's staff say about keys, verdicts and operators: revocation, objection (退件), termination of an authorisation (第二十三条).
// Each is signed, kept, and put into the inbox of the workstations that it concerns. Saying the same again changes nothing.

import { openEnvelope } from '@shared/attestation/dsse';
import { statementOf } from '@shared/attestation/statements/statement';
import { bytesSubject, keySubject, textSubject } from '@shared/attestation/statements/subjects';
import { parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import { assert } from '@shared/basics/assertions';
import { timestamp } from '@shared/basics/time';
import type { Timestamp } from '@shared/basics/units';
import { decodeEntry } from '@shared/ledger/entry';
import type { IssuedStatement } from '../authority';
import { Refused } from '../refused';
import type { Service } from '../service';
import { lockService, type StoreTransaction } from '../store/store';
import { deliverTo, deliverToOperator, storedEnvelope } from './inbox';

/** From the log's present size on, statements of the key do not count. A key is revoked once; asking again gives the first answer. */
export async function revokeKey(service: Service, keyid: string, reason: string): Promise<Uint8Array> {
  return service.store.transaction().execute(async (rows) => {
    const { log_size: fromSize } = await lockService(rows);
    const before = await rows.selectFrom('revocations').select('envelope').where('keyid', '=', keyid).executeTakeFirst();
    if (before !== undefined) return before.envelope;
    const enrolment = await rows
      .selectFrom('enrolments')
      .select(['public_key', 'person', 'operator'])
      .where('keyid', '=', keyid)
      .orderBy('issued_at', 'desc')
      .executeTakeFirst();
    if (enrolment === undefined) throw new Refused('NOT_FOUND');
    const key = parsePublicKeyPem(enrolment.public_key);
    assert(key.ok, 'the key of an enrolment was read before');
    const issued = service.authority.issue('revocation', keySubject(enrolment.person, key.value), { fromSize, reason });
    const at = timestamp(service.clock());
    await rows
      .insertInto('revocations')
      .values({ keyid, digest: issued.digest, from_size: fromSize, envelope: issued.envelope, issued_at: at })
      .execute();
    await deliverToOperator(rows, enrolment.operator, issued, at);
    return issued.envelope;
  });
}

export async function listRevocations(service: Service) {
  const rows = await service.store.selectFrom('revocations').select('envelope').orderBy('from_size').orderBy('keyid').execute();
  return { revocations: rows.map(({ envelope }) => storedEnvelope(envelope)) };
}

/** @param verdict SHA-256 of the verdict's payload, which a workstation must have sent. */
export async function objectToVerdict(service: Service, verdict: string, reasons: readonly string[]): Promise<Uint8Array> {
  return service.store.transaction().execute(async (rows) => {
    await lockService(rows);
    const line = await rows
      .selectFrom('lines')
      .select(['workstation', 'bytes'])
      .where('statement_digest', '=', verdict)
      .where('statement_kind', '=', 'verdict')
      .executeTakeFirst();
    if (line === undefined) throw new Refused('NOT_FOUND');
    const { number, payload } = verdictIn(line.bytes);
    const issued = service.authority.issue('objection', bytesSubject(number, payload), { reasons: [...reasons] });
    await keepNotice(service, rows, 'objection', issued);
    await deliverTo(rows, [line.workstation], issued, timestamp(service.clock()));
    return issued.envelope;
  });
}

function verdictIn(bytes: Uint8Array): { number: string; payload: Uint8Array } {
  const entry = decodeEntry(new Uint8Array(bytes));
  assert(entry.ok && entry.value.kind === 'statement', 'a stored statement is a statement');
  const envelope = openEnvelope(entry.value.body);
  assert(envelope.ok, 'a stored statement has an envelope');
  const statement = statementOf(envelope.value);
  assert(statement.ok && statement.value.kind === 'verdict', 'a stored verdict is a verdict');
  return { number: statement.value.predicate.number, payload: envelope.value.payload };
}

/** From `at` on, passes can no longer be signed under the authorisation. Goes to every workstation of the operator. */
export async function terminateAuthorisation(
  service: Service,
  what: { operator: string; authorisation: string; reason: string; at: Timestamp | undefined },
): Promise<Uint8Array> {
  return service.store.transaction().execute(async (rows) => {
    await lockService(rows);
    const now = timestamp(service.clock());
    const subject = textSubject(what.operator, what.authorisation);
    const issued = service.authority.issue('termination', subject, { at: what.at ?? now, reason: what.reason });
    await keepNotice(service, rows, 'termination', issued);
    await deliverToOperator(rows, what.operator, issued, now);
    return issued.envelope;
  });
}

const keepNotice = (service: Service, rows: StoreTransaction, kind: 'objection' | 'termination', { digest, envelope }: IssuedStatement) =>
  rows
    .insertInto('notices')
    .values({ digest, kind, envelope, issued_at: timestamp(service.clock()) })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
