// Who may do what at the bureau: enrolment, the staff's decisions, the inbox, and the workstation's signed requests.
import { allSignaturesHold, type Envelope, openEnvelope } from '@shared/attestation/dsse';
import { type StatementOf, statementOf } from '@shared/attestation/statements/statement';
import { isSubject } from '@shared/attestation/statements/subjects';
import { fromBase64, utf8 } from '@shared/basics/bytes';
import { timestamp } from '@shared/basics/time';
import { type Instant, minutes } from '@shared/basics/units';
import {
  type EditionsReply,
  editionsReplySchema,
  type InboxReply,
  inboxReplySchema,
  type Refusal,
  revocationsReplySchema,
} from '@shared/bureau/http';
import { REQUEST_HEADER, signRequest } from '@shared/bureau/request';
import { describe, expect, test } from 'vitest';
import { type Bench, EDITION, openBench, shareBench, unwrap } from './support/running';
import { enrolmentRequest, NOON, OPERATOR, signerFrom, verdict } from './support/statements';

const own = () => signerFrom('sm2', expect.getState().currentTestName ?? '');

/** What the bureau signed, after its signature was checked under the trust file's statement key. */
function signedByBureau<K extends 'enrolment' | 'revocation' | 'edition' | 'objection' | 'termination'>(
  bench: Bench,
  kind: K,
  envelope: unknown,
) {
  const open = unwrap(openEnvelope(envelope instanceof Uint8Array ? envelope : (envelope as Envelope)));
  unwrap(allSignaturesHold(open, bench.trust.statementKeys));
  const statement = unwrap(statementOf(open));
  expect(statement.kind).toBe(kind);
  return { ...(statement as unknown as StatementOf<K>), sha256: open.payloadSha256 };
}

const refusalOf = async (response: Response) => ({ status: response.status, code: ((await response.json()) as Refusal).code });
const digestOf = (bytes: Uint8Array) => unwrap(openEnvelope(bytes)).payloadSha256;

describe('a practice bureau', () => {
  const shared = shareBench();

  test('enrols a reviewer at once, with the practice mark and a term that began ten minutes ago', async () => {
    const signer = own();
    const response = await shared().post('/v1/enrolments', enrolmentRequest(signer, shared().trust.origin, { person: 'p-lin' }));
    expect(response.status).toBe(200);
    const { predicate, subject } = signedByBureau(shared(), 'enrolment', await response.json());
    expect(subject.length === 1 && subject[0] && isSubject(subject[0], signer.publicKey.der)).toBe(true);
    expect(predicate).toMatchObject({
      person: 'p-lin',
      name: '林审一',
      role: 'reviewer',
      operator: OPERATOR,
      practice: true,
      maySign: true,
    });
    expect(predicate.validFrom).toBe(timestamp((NOON - minutes(10)) as Instant));
    expect(predicate.validTo > timestamp(NOON)).toBe(true);
  });

  test('enrols a workstation without any right to sign verdicts', async () => {
    const response = await (await shared().workstation(undefined, false)).enrol(shared().trust.origin);
    const { predicate } = signedByBureau(shared(), 'enrolment', await response.json());
    expect(predicate).toMatchObject({ role: 'workstation', practice: true, maySign: false, mayCountersign: false, mayApprove: false });
  });

  test('gives the same answer to the same request, also when it comes twice at once', async () => {
    const request = enrolmentRequest(own(), shared().trust.origin);
    const ask = async () => (await shared().post('/v1/enrolments', request)).text();
    const [one, two] = await Promise.all([ask(), ask()]);
    expect(two).toBe(one);
    expect(await ask()).toBe(one);
  });

  test('gives a person who named no identifier one of its own', async () => {
    const response = await shared().post('/v1/enrolments', enrolmentRequest(own(), shared().trust.origin, { person: '' }));
    const { predicate } = signedByBureau(shared(), 'enrolment', await response.json());
    expect(predicate.person).toBe(`reviewer-${own().publicKey.keyid.slice(0, 8)}`);
  });

  test('refuses a request that the key did not sign, for another key, another bureau, a second role, or that is no request', async () => {
    const { post, trust } = shared();
    const signer = own();
    const ask = async (bytes: Uint8Array<ArrayBuffer>) => refusalOf(await post('/v1/enrolments', bytes));
    const malformed = { status: 400, code: 'REQUEST_MALFORMED' };
    expect(await ask(enrolmentRequest(signer, trust.origin, { signedBy: signerFrom('sm2', 'thief') }))).toEqual(malformed);
    expect(await ask(enrolmentRequest(signer, trust.origin, { publicKey: signerFrom('sm2', 'thief').publicKey.pem }))).toEqual(malformed);
    expect(await ask(enrolmentRequest(signer, trust.origin, { role: 'workstation' }))).toEqual(malformed);
    expect(await ask(enrolmentRequest(signer, trust.origin, { name: ' ' }))).toEqual(malformed);
    expect(await ask(enrolmentRequest(signer, 'shiqi.bureau/elsewhere'))).toEqual({ status: 403, code: 'ENROLMENT_REFUSED' });
    expect(await ask(utf8(JSON.stringify(verdict(signer, 'a'.repeat(64), 1))))).toEqual(malformed);
    expect(await ask(utf8('{"payload":1}'))).toEqual(malformed);
    expect(await ask(utf8('{'))).toEqual(malformed);
    const two = signerFrom('ed25519', 'two roles');
    expect((await post('/v1/enrolments', enrolmentRequest(two, trust.origin))).status).toBe(200);
    const refused = { status: 403, code: 'ENROLMENT_REFUSED' };
    expect(await ask(enrolmentRequest(two, trust.origin, { role: 'workstation' }))).toEqual(refused);
  });

  test('issues its editions byte for byte, also those below 1.0.0', async () => {
    const { editions } = editionsReplySchema.parse(await (await shared().get('/v1/editions')).json()) as EditionsReply;
    expect(editions.map(({ id }) => id)).toEqual(['example-2026']);
    const bytes = fromBase64(editions[0]?.edition ?? '') ?? new Uint8Array();
    expect(new TextDecoder().decode(bytes)).toBe(EDITION);
    const { predicate, subject } = signedByBureau(shared(), 'edition', editions[0]?.envelope);
    expect(subject[0] && isSubject(subject[0], bytes)).toBe(true);
    expect(predicate).toMatchObject({ id: 'example-2026', version: '0.1.0', practice: true });
  });

  test('marks its origin, so that its notes say practice too', () => {
    expect(shared().trust).toMatchObject({ practice: true, origin: expect.stringMatching(/^practice\.shiqi\.bureau\/[0-9a-f]{16}$/) });
    expect(shared().trust.witnessKeys[0]?.name).toMatch(/^practice\./);
  });
});

describe('the staff', () => {
  test('decide in a bureau that does not approve by itself: 202, then the enrolment, with the rights they gave', async () => {
    const bench = await openBench({ practice: false });
    const request = enrolmentRequest(own(), bench.trust.origin);
    const ask = () => bench.post('/v1/enrolments', request);
    const pending = await ask();
    expect([pending.status, await pending.json()]).toEqual([202, { status: 'pending' }]);
    const path = `/v1/staff/enrolments/${digestOf(request)}`;
    expect(await refusalOf(await bench.staff(`${path}/answer`))).toEqual({ status: 404, code: 'NOT_FOUND' });

    const decision = { mayApprove: false, person: 'p-zhou', validTo: '2027-01-01T00:00:00.000Z' };
    const approved = signedByBureau(bench, 'enrolment', await (await bench.staff(`${path}/approve`, decision)).json());
    expect(approved.predicate).toMatchObject({ ...decision, maySign: true, name: '林审一', practice: false });

    const file = await bench.staff(`${path}/answer`);
    expect(file.headers.get('content-disposition')).toMatch(/\.dsse\.json"$/);
    const answers = [await file.text(), await (await ask()).text(), await (await bench.staff(`${path}/approve`, {})).text()];
    for (const answer of answers) expect(digestOf(utf8(answer))).toBe(approved.sha256);
    expect(await refusalOf(await bench.staff(`${path}/refuse`, { reason: '晚了' }))).toEqual({ status: 409, code: 'ENROLMENT_DECIDED' });
  });

  test('refuse, and the applicant reads why', async () => {
    const bench = await openBench({ autoApprove: false });
    const request = enrolmentRequest(own(), bench.trust.origin);
    await bench.post('/v1/enrolments', request);
    const path = `/v1/staff/enrolments/${digestOf(request)}`;
    expect((await bench.staff(`${path}/refuse`, { reason: '请补充任职文件' })).status).toBe(200);
    const refused = await bench.post('/v1/enrolments', request);
    expect([refused.status, await refused.json()]).toEqual([403, { code: 'ENROLMENT_REFUSED', detail: '请补充任职文件' }]);
    expect(await refusalOf(await bench.staff(`${path}/approve`, {}))).toEqual({ status: 409, code: 'ENROLMENT_DECIDED' });
    const { requests } = (await (await bench.staff('/v1/staff/enrolments')).json()) as { requests: { state: string }[] };
    expect(requests.map(({ state }) => state)).toEqual(['refused']);
  });

  test('issue no edition below 1.0.0 outside practice', async () => {
    const bench = await openBench({ practice: false });
    expect(bench.bureau.notIssued).toEqual([{ code: 'EDITION_UNFINISHED', about: 'example-2026' }]);
    expect(await (await bench.get('/v1/editions')).json()).toEqual({ editions: [] });
  });

  const shared = shareBench();

  test('need their token for everything', async () => {
    const { get, post, staffToken } = shared();
    const wrong = { status: 401, code: 'STAFF_TOKEN_WRONG' };
    expect(await refusalOf(await get('/v1/staff/enrolments'))).toEqual(wrong);
    for (const authorization of ['', 'Bearer ', `Bearer ${staffToken.slice(1)}`, `bearer ${staffToken}x`, staffToken]) {
      const paths = [`enrolments/${'a'.repeat(64)}/approve`, `keys/${'a'.repeat(64)}/revoke`, `verdicts/${'a'.repeat(64)}/object`];
      for (const path of [...paths, 'authorisations/terminate']) {
        expect(await refusalOf(await post(`/v1/staff/${path}`, '{}', { authorization }))).toEqual(wrong);
      }
    }
  });

  test('revoke a key once, from the size of the log on; it cannot ask again', async () => {
    const bench = shared();
    const signer = own();
    await bench.post('/v1/enrolments', enrolmentRequest(signer, bench.trust.origin));
    const station = await bench.workstation();
    station.statement(verdict(signer, station.keyid, 1));
    await station.send();
    const path = `/v1/staff/keys/${signer.publicKey.keyid}/revoke`;
    const first = await (await bench.staff(path, { reason: '私钥遗失' })).text();
    expect(await (await bench.staff(path, { reason: '另一个原因' })).text()).toBe(first);
    const { predicate, subject, sha256 } = signedByBureau(bench, 'revocation', utf8(first));
    expect(predicate).toEqual({ fromSize: 1, reason: '私钥遗失', practice: true });
    expect(subject[0]?.digest.sha256).toBe(signer.publicKey.keyid);
    const { revocations } = revocationsReplySchema.parse(await (await bench.get('/v1/revocations')).json());
    expect(revocations.map((envelope) => unwrap(openEnvelope(envelope)).payloadSha256)).toEqual([sha256]);
    const again = await bench.post('/v1/enrolments', enrolmentRequest(signer, bench.trust.origin, { name: '周复二' }));
    expect(await refusalOf(again)).toEqual({ status: 403, code: 'ENROLMENT_REFUSED' });
    expect((await bench.staff(`/v1/staff/keys/${'a'.repeat(64)}/revoke`, { reason: '无' })).status).toBe(404);
  });

  test('object to a verdict and terminate an authorisation; both wait in the inbox until they are asked for, and after', async () => {
    const bench = shared();
    const signer = own();
    const operator = '另一家示例运营有限公司';
    const [station, other] = [await bench.workstation(undefined, false), await bench.workstation('other operator')];
    await bench.post('/v1/enrolments', enrolmentRequest(station.signer, bench.trust.origin, { role: 'workstation', operator }));
    const signed = verdict(signer, station.keyid, 1);
    station.statement(signed);
    await station.send();
    const { payload, payloadSha256 } = unwrap(openEnvelope(signed));

    const objection = await bench.staff(`/v1/staff/verdicts/${payloadSha256}/object`, { reasons: ['缺少授权文件'] });
    await bench.staff(`/v1/staff/verdicts/${payloadSha256}/object`, { reasons: ['缺少授权文件'] });
    const said = signedByBureau(bench, 'objection', await objection.json());
    expect(said.predicate).toEqual({ reasons: ['缺少授权文件'], practice: true });
    expect(said.subject[0] && isSubject(said.subject[0], payload)).toBe(true);
    const ended = await bench.staff('/v1/staff/authorisations/terminate', { operator, authorisation: '示例授〔2026〕1号', reason: '示例' });
    const termination = signedByBureau(bench, 'termination', await ended.json());
    expect(termination.predicate).toEqual({ at: timestamp(NOON), reason: '示例', practice: true });
    expect(termination.subject[0] && isSubject(termination.subject[0], utf8('示例授〔2026〕1号'))).toBe(true);

    const inbox = async (who: typeof station): Promise<InboxReply> => inboxReplySchema.parse(await (await who.get('inbox')).json());
    for (let time = 0; time < 2; time++) {
      const kinds = (await inbox(station)).items.map(({ envelope }) => unwrap(statementOf(unwrap(openEnvelope(envelope)))).kind);
      expect(kinds).toEqual(['enrolment', 'objection', 'termination']);
    }
    expect((await inbox(station)).items[1]?.sha256).toBe(said.sha256);
    expect((await inbox(other)).items.map(({ sha256 }) => sha256)).not.toContain(said.sha256);
    expect((await bench.staff(`/v1/staff/verdicts/${'a'.repeat(64)}/object`, { reasons: ['无'] })).status).toBe(404);
    expect((await bench.staff(`/v1/staff/verdicts/${payloadSha256}/object`, { reasons: [] })).status).toBe(400);
    expect((await bench.staff(`/v1/staff/verdicts/${payloadSha256}/object`, { reasons: ['无'], extra: 1 })).status).toBe(400);
  });
});

describe('a workstation that reads its own', () => {
  const shared = shareBench();

  test('shows a fresh note of its own over method and path', async () => {
    const { workstation, bureau } = shared();
    const station = await workstation();
    for (const what of ['head', 'inbox', 'entries?from=0']) expect((await station.get(what)).status).toBe(200);
    const unsigned = await fetch(`${bureau.url}/v1/workstations/${station.keyid}/head`);
    expect(await refusalOf(unsigned)).toEqual({ status: 401, code: 'REQUEST_UNSIGNED' });
    expect(await refusalOf(await station.get('head', { signer: signerFrom('ed25519', 'other') }))).toMatchObject({
      code: 'REQUEST_UNSIGNED',
    });
    const signedPath = `/v1/workstations/${station.keyid}/inbox`;
    expect(await refusalOf(await station.get('head', { signedPath }))).toEqual({ status: 401, code: 'REQUEST_OTHER' });
    const header = signRequest(station.signer, { method: 'POST', path: `/v1/workstations/${station.keyid}/head` }, NOON);
    const otherMethod = await fetch(`${bureau.url}/v1/workstations/${station.keyid}/head`, { headers: { [REQUEST_HEADER]: header } });
    expect(await refusalOf(otherMethod)).toEqual({ status: 401, code: 'REQUEST_OTHER' });
  });

  test('is answered within ten minutes to either side and no longer', async () => {
    const station = await shared().workstation();
    const at = (milliseconds: number) => station.get('head', { at: (NOON + milliseconds) as Instant });
    for (const inside of [-minutes(10), minutes(10)]) expect((await at(inside)).status).toBe(200);
    for (const outside of [-minutes(10) - 1000, minutes(10) + 1000]) {
      expect(await refusalOf(await at(outside))).toEqual({ status: 401, code: 'REQUEST_STALE' });
    }
  });

  test('must be enrolled', async () => {
    const station = await shared().workstation(undefined, false);
    expect(await refusalOf(await station.get('inbox'))).toEqual({ status: 403, code: 'WORKSTATION_UNKNOWN' });
  });
});
