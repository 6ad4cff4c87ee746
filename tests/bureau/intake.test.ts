// What comes in over HTTP is stored once, proved, or refused by code: never half of it.
import { utf8 } from '@shared/basics/bytes';
import { timestamp } from '@shared/basics/time';
import type { EntryIndex } from '@shared/basics/units';
import { type EntriesReply, entriesReplySchema, type Refusal, refusalSchema } from '@shared/bureau/http';
import { verifyReceipt } from '@shared/bureau/receipt';
import { encodeEntry, lineHash, MAX_LINE_BYTES, NO_HEAD } from '@shared/ledger/entry';
import { describe, expect, test } from 'vitest';
import { type Bench, shareBench, unwrap } from './support/running';
import { enrolmentRequest, NOON, signerFrom, verdict } from './support/statements';
import { TestWorkstation } from './support/workstation';

const reviewer = signerFrom('sm2', 'reviewer');
const operationLine = (seq: number, prev: string, id: string) =>
  encodeEntry(seq as EntryIndex, prev as typeof NO_HEAD, timestamp(NOON), {
    kind: 'operation',
    body: { act: 'product.register', by: 'system', id },
  });

const shared = shareBench((bench) => bench.post('/v1/enrolments', enrolmentRequest(reviewer, bench.trust.origin)));

const holds = (bench: Bench, own: TestWorkstation, reply: EntriesReply, seq: number) =>
  unwrap(verifyReceipt(bench.trust, own.lines[seq] ?? new Uint8Array(), reply.entries.find((entry) => entry.seq === seq)?.proof ?? ''));

describe('an enrolled workstation', () => {
  test('sends a ledger and gets the head and a receipt for every statement', async () => {
    const bench = shared();
    const own = await bench.workstation();
    own.operation();
    const seqs = [own.statement(verdict(reviewer, own.keyid, 1)), own.statement(verdict(reviewer, own.keyid, 2))];
    own.operation();

    const { status, body } = await own.send();
    expect(status).toBe(200);
    const reply = entriesReplySchema.parse(body);
    expect(reply.head).toEqual({ seq: 4, hash: lineHash(own.lines[3] ?? new Uint8Array()) });
    expect(reply.entries.map(({ seq, accepted, code }) => ({ seq, accepted, code }))).toEqual(
      [0, 1, 2, 3].map((seq) => ({ seq, accepted: true, code: undefined })),
    );
    const [one, two] = seqs.map((seq) => holds(bench, own, reply, seq));
    expect([one?.cosignedAt, two?.cosignedAt, (two?.index ?? 0) - (one?.index ?? 0)]).toEqual([NOON, NOON, 1]);
  });

  test('sends the same lines twice, and some again with new ones, and every line is one leaf with proofs that hold', async () => {
    const bench = shared();
    const own = await bench.workstation();
    own.statement(verdict(reviewer, own.keyid, 1));
    const [once, again] = await Promise.all([own.send(), own.send()]);
    own.statement(verdict(reviewer, own.keyid, 2));
    const more = await own.send();

    for (const { status } of [once, again, more]) expect(status).toBe(200);
    const { index } = holds(bench, own, once.body, 0);
    for (const { body } of [again, more]) expect(holds(bench, own, body, 0).index).toBe(index);
    expect(holds(bench, own, more.body, 1)).toMatchObject({ index: index + 1, note: { checkpoint: { size: index + 2 } } });
  });

  test('sends 600 lines at once and the next ones follow', async () => {
    const bench = shared();
    const own = await bench.workstation();
    for (let n = 0; n < 599; n++) own.operation(`p-${n}`);
    own.statement(verdict(reviewer, own.keyid, 1));
    const reply = await own.send();
    const { index } = holds(bench, own, reply.body, 599);
    own.statement(verdict(reviewer, own.keyid, 2));
    const next = await own.send(600);
    expect(holds(bench, own, next.body, 600).index).toBe(index + 1);
  });
});

describe('two workstations', () => {
  test('share one log and keep their own heads', async () => {
    const bench = shared();
    const [one, two] = [await bench.workstation('one'), await bench.workstation('two')];
    for (const own of [one, two]) own.statement(verdict(reviewer, own.keyid, 1));
    const replies = await Promise.all([one.send(), two.send()]);
    expect(replies.map(({ body }) => body.head.seq)).toEqual([1, 1]);
    const indexes = replies.map(({ body }, at) => holds(bench, at === 0 ? one : two, body, 0).index);
    expect(Math.abs((indexes[0] ?? 0) - (indexes[1] ?? 0))).toBe(1);
  });
});

describe('what is refused changes nothing', () => {
  async function benchWithTwoLines(): Promise<{ bench: Bench; own: TestWorkstation; head: { seq: number; hash: string } }> {
    const bench = shared();
    const own = await bench.workstation();
    own.operation('p-1');
    own.operation('p-2');
    const { body } = await own.send();
    return { bench, own, head: body.head };
  }

  /** Refused with exactly this, the head in the reply, and nothing stored. */
  async function expectRefused(own: TestWorkstation, answer: { status: number; body: Refusal }, status: number, refusal: Refusal) {
    expect(answer.status).toBe(status);
    expect(refusalSchema.parse(answer.body)).toEqual({ ...refusal, ...(answer.body.detail && { detail: answer.body.detail }) });
    expect(await (await own.get('head')).json()).toEqual({ head: refusal.head });
  }

  test('a changed line at a known seq: 409 with both hashes', async () => {
    const { own, head } = await benchWithTwoLines();
    const [first = new Uint8Array(), second = new Uint8Array()] = own.lines;
    const changed = operationLine(1, lineHash(first), 'p-changed');
    const lines = [first, changed];
    const answer = await own.post(lines, own.checkpoint(2, lines));
    await expectRefused(own, answer, 409, {
      code: 'ENTRY_CONFLICT',
      seq: 1,
      stored: lineHash(second),
      received: lineHash(changed),
      head,
    });
  });

  test('a line that follows another predecessor than the stored one: 409 with both hashes', async () => {
    const { own, head } = await benchWithTwoLines();
    const other = operationLine(1, lineHash(own.lines[0] ?? new Uint8Array()), 'p-other');
    const line = operationLine(2, lineHash(other), 'p-3');
    const answer = await own.post([line], own.checkpoint(3, [...own.lines, line]));
    await expectRefused(own, answer, 409, { code: 'ENTRY_CONFLICT', seq: 1, stored: head.hash, received: lineHash(other), head });
  });

  test('a gap: 409 with the seq that is awaited', async () => {
    const { own, head } = await benchWithTwoLines();
    own.operation('p-3');
    own.operation('p-4');
    await expectRefused(own, await own.send<Refusal>(3), 409, { code: 'ENTRY_GAP', seq: 2, head });
  });

  test('a malformed line: 422 with its number in the request', async () => {
    const { own, head } = await benchWithTwoLines();
    own.operation('p-3');
    const checkpoint = own.checkpoint(3);
    const bad: Record<string, Uint8Array<ArrayBuffer>> = {
      'not JSON': utf8('{"v":1'),
      'a space more': utf8(new TextDecoder().decode(own.lines[2]).replace('"seq":2', '"seq": 2')),
      'a higher version': utf8(new TextDecoder().decode(own.lines[2]).replace('"v":1', '"v":2')),
      'too long': utf8('x'.repeat(MAX_LINE_BYTES + 1)),
      'an empty line': utf8(''),
    };
    for (const line of Object.values(bad)) {
      const answer = await own.post([own.lines[1] ?? utf8(''), line], checkpoint);
      await expectRefused(own, answer, 422, { code: 'ENTRY_MALFORMED', line: 2, head });
    }
    const torn = await own.postBytes<Refusal>(utf8(new TextDecoder().decode(own.lines[2])), checkpoint);
    await expectRefused(own, torn, 422, { code: 'ENTRY_MALFORMED', line: 1, head });
  });

  test('a broken chain inside the request: 422 with the line', async () => {
    const { own, head } = await benchWithTwoLines();
    const lines = [...own.lines, operationLine(2, NO_HEAD, 'p-3')];
    await expectRefused(own, await own.post(lines, own.checkpoint(3, lines)), 422, { code: 'CHAIN_BROKEN', line: 3, head });
    const start = [operationLine(0, 'f'.repeat(64), 'p-0')];
    await expectRefused(own, await own.post(start, own.checkpoint(1, start)), 422, { code: 'CHAIN_BROKEN', line: 1, head });
  });

  test('no checkpoint, one of another size, of other lines, by another key, or something else', async () => {
    const { bench, own, head } = await benchWithTwoLines();
    own.operation('p-3');
    const lines = own.lines.slice(2);
    await expectRefused(own, await own.post(lines, null), 400, { code: 'CHECKPOINT_MISSING', head });
    const other = new TestWorkstation(bench.bureau.url, signerFrom('ed25519', 'other'));
    const otherLines = [...own.lines.slice(0, 2), operationLine(2, head.hash, 'p-not-this')];
    const wrong = [own.checkpoint(2), own.checkpoint(3, otherLines), other.checkpoint(3, own.lines), 'bm90IGEgbm90ZQ==', '!'];
    for (const checkpoint of wrong) {
      await expectRefused(own, await own.post(lines, checkpoint), 422, { code: 'CHECKPOINT_WRONG', head });
    }
    expect((await own.send(2)).status).toBe(200);
  });

  test('a checkpoint over another history, although every line sent is known', async () => {
    const { own, head } = await benchWithTwoLines();
    const otherPast = [operationLine(0, NO_HEAD, 'p-0'), ...own.lines.slice(1)];
    const answer = await own.post(own.lines.slice(1), own.checkpoint(2, otherPast));
    await expectRefused(own, answer, 422, { code: 'CHECKPOINT_WRONG', head });
  });

  test('a workstation that is not enrolled: 403, and its head is not known', async () => {
    const bench = shared();
    const own = await bench.workstation('stranger', false);
    own.operation();
    expect(await own.send<Refusal>()).toEqual({ status: 403, body: { code: 'WORKSTATION_UNKNOWN', head: null } });
  });

  test('a body that is too large: 413 with the head', async () => {
    const { own, head } = await benchWithTwoLines();
    const { status, body } = await own.postBytes<Refusal>(new Uint8Array(32 * 1024 * 1024 + 1), own.checkpoint(2));
    expect({ status, code: body.code, head: body.head }).toEqual({ status: 413, code: 'BODY_TOO_LARGE', head });
  });

  test('an empty body, another content type', async () => {
    const { bench, own, head } = await benchWithTwoLines();
    await expectRefused(own, await own.post([], own.checkpoint(2)), 400, { code: 'REQUEST_MALFORMED', head });
    const response = await bench.post(`/v1/workstations/${own.keyid}/entries`, '{}');
    expect([response.status, ((await response.json()) as Refusal).code]).toEqual([400, 'REQUEST_MALFORMED']);
  });
});

describe('the log records and does not judge', () => {
  test('statements by an unknown, an expired, a revoked signer and with a bad signature are stored, proved and said to be so', async () => {
    const bench = shared();
    const own = await bench.workstation();
    const revoked = signerFrom('ed25519', 'revoked');
    await bench.post('/v1/enrolments', enrolmentRequest(revoked, bench.trust.origin));

    own.statement(verdict(revoked, own.keyid, 1));
    const before = await own.send();
    await bench.staff(`/v1/staff/keys/${revoked.publicKey.keyid}/revoke`, { reason: '示例' });

    own.statement(verdict(signerFrom('ed25519', 'unknown'), own.keyid, 2));
    own.statement(verdict(reviewer, own.keyid, 3, (NOON - 365 * 86_400_000) as typeof NOON));
    own.statement(verdict(revoked, own.keyid, 4));
    const genuine = verdict(reviewer, own.keyid, 5);
    const stolen = verdict(reviewer, own.keyid, 6);
    own.statement({ ...genuine, signatures: stolen.signatures });
    own.statement(genuine);
    const { status, body } = await own.send(1);

    expect(status).toBe(200);
    expect(before.body.entries.map(({ code }) => code)).toEqual([undefined]);
    const codes = ['SIGNER_UNKNOWN', 'SIGNER_EXPIRED', 'SIGNER_REVOKED', 'SIGNATURE_BAD', undefined];
    expect(body.entries.map(({ code }) => code)).toEqual(codes);
    for (let seq = 1; seq <= 5; seq++) expect(holds(bench, own, body, seq).note.note).toBe(holds(bench, own, body, 1).note.note);
    // What was said stays said: the line of before the revocation keeps having no code.
    expect((await own.send()).body.entries.map(({ code }) => code)).toEqual([undefined, ...codes]);
  });
});

describe('recovery', () => {
  test('gives back every line byte for byte, from any seq', async () => {
    const bench = shared();
    const own = await bench.workstation();
    for (let n = 0; n < 3; n++) own.statement(verdict(reviewer, own.keyid, n));
    await own.send();
    const text = (from: number) => own.lines.slice(from).map((line) => `${new TextDecoder().decode(line)}\n`);
    for (let from = 0; from <= 3; from++) {
      expect(await (await own.get(`entries?from=${from}`)).text()).toBe(text(from).join(''));
    }
  });
});
