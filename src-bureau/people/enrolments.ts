// Who is enrolled: requests come in by network or are brought in by the staff, are decided once, and the signed answer can be fetched again at any time.
// A practice bureau decides by itself. Keys, persons and terms are the bureau's; nothing here looks at what people sign later.
import type { Enrolment } from '@shared/attestation/statements/authority';
import { keySubject } from '@shared/attestation/statements/subjects';
import { parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import { assert } from '@shared/basics/assertions';
import { timestamp } from '@shared/basics/time';
import { days, type Instant, minutes } from '@shared/basics/units';
import { NO_HEAD } from '@shared/ledger/entry';
import type { Selectable } from 'kysely';
import { Refused } from '../refused';
import type { Service } from '../service';
import type { Tables } from '../store/schema';
import { lockService, type StoreTransaction } from '../store/store';
import { readEnrolmentRequest } from './enrolment-request';
import { deliverToOperator } from './inbox';

/** What the staff may set; what they leave out is taken from the request or from `defaultTerms`. */
export type Decision = Partial<
  Pick<Enrolment, 'person' | 'name' | 'operator' | 'maySign' | 'mayCountersign' | 'mayApprove' | 'validFrom' | 'validTo'>
>;

/** The time that two clocks may differ: a workstation a little behind could otherwise sign before its enrolment began. */
const CLOCK_TOLERANCE = minutes(10);
const TERM = days(3 * 365);

type RequestRow = Selectable<Tables['enrolment_requests']>;

/** @returns the signed enrolment's envelope, or null while the staff have not decided. */
export async function requestEnrolment(service: Service, bytes: Uint8Array): Promise<Uint8Array | null> {
  const { digest, key, request } = readEnrolmentRequest(bytes, service.authority.origin);
  return service.store.transaction().execute(async (rows) => {
    // One at a time, so that the same request sent twice at once is one request.
    await lockService(rows);
    const known = await requestRow(rows, digest);
    if (known !== undefined) return answerTo(rows, known);
    const revoked = await rows.selectFrom('revocations').select('keyid').where('keyid', '=', key.keyid).executeTakeFirst();
    if (revoked !== undefined) throw new Refused('ENROLMENT_REFUSED', { detail: 'revoked key' });
    const other = await rows
      .selectFrom('enrolments')
      .select('role')
      .where('keyid', '=', key.keyid)
      .where('role', '!=', request.role)
      .executeTakeFirst();
    if (other !== undefined) throw new Refused('ENROLMENT_REFUSED', { detail: `this key is enrolled as ${other.role}` });
    const row: RequestRow = {
      digest,
      keyid: key.keyid,
      role: request.role,
      person: request.person,
      name: request.name,
      operator: request.operator,
      public_key: key.pem,
      envelope: bytes,
      state: 'pending',
      reason: null,
      received_at: timestamp(service.clock()),
      decided_at: null,
    };
    await rows.insertInto('enrolment_requests').values(row).execute();
    return service.autoApprove ? issue(service, rows, row, {}) : null;
  });
}

/** Approving twice answers with the first enrolment; what was refused stays refused (the applicant asks anew). */
export async function approveEnrolment(service: Service, digest: string, decision: Decision): Promise<Uint8Array> {
  return service.store.transaction().execute(async (rows) => {
    await lockService(rows);
    const row = await requestRow(rows, digest);
    if (row === undefined) throw new Refused('NOT_FOUND');
    if (row.state === 'refused') throw new Refused('ENROLMENT_DECIDED', { detail: row.state });
    return (await answerTo(rows, row)) ?? (await issue(service, rows, row, decision));
  });
}

export async function refuseEnrolment(service: Service, digest: string, reason: string): Promise<void> {
  await service.store.transaction().execute(async (rows) => {
    await lockService(rows);
    const row = await requestRow(rows, digest);
    if (row === undefined) throw new Refused('NOT_FOUND');
    if (row.state === 'approved') throw new Refused('ENROLMENT_DECIDED', { detail: row.state });
    await settle(service, rows, digest, 'refused', reason);
  });
}

/** The file that goes back by courier; null while undecided. @throws Refused NOT_FOUND, ENROLMENT_REFUSED */
export async function enrolmentAnswer(service: Service, digest: string): Promise<Uint8Array | null> {
  return service.store.transaction().execute(async (rows) => {
    const row = await requestRow(rows, digest);
    if (row === undefined) throw new Refused('NOT_FOUND');
    return answerTo(rows, row);
  });
}

export const listRequests = async (service: Service) =>
  service.store
    .selectFrom('enrolment_requests')
    .select(['digest', 'keyid', 'role', 'person', 'name', 'operator', 'state', 'reason', 'received_at', 'decided_at'])
    .orderBy('received_at', 'desc')
    .limit(1000)
    .execute();

const requestRow = (rows: StoreTransaction, digest: string): Promise<RequestRow | undefined> =>
  rows.selectFrom('enrolment_requests').selectAll().where('digest', '=', digest).executeTakeFirst();

async function answerTo(rows: StoreTransaction, { digest, state, reason }: RequestRow): Promise<Uint8Array | null> {
  if (state === 'refused') throw new Refused('ENROLMENT_REFUSED', reason === null ? {} : { detail: reason });
  const issued = await rows.selectFrom('enrolments').select('envelope').where('request', '=', digest).executeTakeFirst();
  return issued?.envelope ?? null;
}

async function issue(service: Service, rows: StoreTransaction, row: RequestRow, decision: Decision): Promise<Uint8Array> {
  const key = parsePublicKeyPem(row.public_key);
  assert(key.ok, 'the key of a stored request was read before');
  const now = service.clock();
  const enrolment = { ...defaultTerms(row, now), ...decision };
  if (enrolment.validTo <= enrolment.validFrom) throw new Refused('REQUEST_MALFORMED', { detail: 'validTo' });
  const { digest, envelope } = service.authority.issue('enrolment', keySubject(enrolment.name, key.value), {
    ...enrolment,
    role: row.role,
  });
  await rows
    .insertInto('enrolments')
    .values({
      digest,
      request: row.digest,
      keyid: row.keyid,
      role: row.role,
      person: enrolment.person,
      operator: enrolment.operator,
      public_key: key.value.pem,
      valid_from: enrolment.validFrom,
      valid_to: enrolment.validTo,
      envelope,
      issued_at: timestamp(now),
    })
    .execute();
  await settle(service, rows, row.digest, 'approved', null);
  if (row.role === 'workstation') await openLedger(rows, row.keyid, enrolment.operator);
  await deliverToOperator(rows, enrolment.operator, { digest, envelope }, timestamp(now));
  return envelope;
}

const settle = (service: Service, rows: StoreTransaction, digest: string, state: RequestRow['state'], reason: string | null) =>
  rows
    .updateTable('enrolment_requests')
    .set({ state, reason, decided_at: timestamp(service.clock()) })
    .where('digest', '=', digest)
    .execute();

const openLedger = (rows: StoreTransaction, keyid: string, operator: string) =>
  rows
    .insertInto('workstations')
    .values({ keyid, operator, size: 0, head: NO_HEAD })
    .onConflict((conflict) => conflict.column('keyid').doUpdateSet({ operator }))
    .execute();

/** Whole rights for a reviewer, none for a workstation, three years; the staff narrow it. */
function defaultTerms({ person, name, operator, role, keyid }: RequestRow, now: Instant) {
  const reviewer = role === 'reviewer';
  return {
    // A person who did not name an identifier gets one.
    person: person.trim() === '' ? `${role}-${keyid.slice(0, 8)}` : person,
    name,
    operator,
    validFrom: timestamp((now - CLOCK_TOLERANCE) as Instant),
    validTo: timestamp((now + TERM) as Instant),
    maySign: reviewer,
    mayCountersign: reviewer,
    mayApprove: reviewer,
  };
}
