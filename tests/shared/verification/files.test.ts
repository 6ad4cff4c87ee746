import { bytesSubject, keySubject } from '@shared/attestation/statements/subjects';
import { concat, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { formatHashes } from '@shared/bureau/http';
import { describeResult } from '@shared/verification/describe';
import { inputOf, type VerificationInput } from '@shared/verification/input';
import { exitCodeOf, type VerificationResult } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';
import { writePackage } from '@shared/verification/zip/write-package';
import { describe, expect, it } from 'vitest';
import { DECIDED, EDITION, enrol, makeBureau, makePerson, makeWorld, newSigner, payloadOf, signAs } from '../../support/attested-world';

const NOW = DECIDED;
const world = makeWorld();
const bureaus = [world.bureau.trusted];
const [author] = world.people;
if (author === undefined) throw new Error('an author');
const keys = [author.signer.publicKey];
const enrolments = [{ name: 'e', bytes: world.report.get('enrolments/R-001.dsse.json') ?? new Uint8Array() }];
const verify = (bytes: Uint8Array, given: Partial<VerificationInput> = {}): VerificationResult =>
  verifyArtifact(inputOf({ name: 'x', bytes }, NOW, given));
const stateOf = (result: VerificationResult, check: string) => result.checks.find((one) => one.check === check);
const failed = (result: VerificationResult): string[] =>
  result.checks.flatMap(({ check, ok, code }) => (ok === false ? [`${check}:${code}`] : []));

describe('what is none of our formats', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text', utf8('hello')],
    ['JSON of somebody else', utf8('{"a":1}')],
    ['a trust file', utf8('{"v":1,"bureaus":[]}')],
    ['a ZIP of somebody else', writePackage(new Map([['a.txt', utf8('x')]]))],
    ['half a ZIP', writePackage(world.report).slice(0, 500)],
    ['a PDF', utf8('%PDF-1.7')],
  ])('%s is unreadable', (_, bytes) => {
    const result = verify(bytes, { bureaus });
    expect(result).toMatchObject({ result: 'unreadable', kind: null, signers: [], facts: null });
    expect(exitCodeOf(result)).toBe(2);
  });
});

describe('a verdict alone', () => {
  it('with its key and enrolment is valid, and not received', () => {
    const result = verify(world.verdict, { bureaus, keys, enrolments });
    expect(failed(result)).toEqual([]);
    expect(result).toMatchObject({ kind: 'envelope', result: 'valid', received: false, notAfter: null });
    expect(result.notBefore).not.toBeNull();
    expect(result.notChecked).toEqual(expect.arrayContaining(['entry', 'receipt', 'report', 'edition', 'revocation']));
  });

  it('without an enrolment has an unknown signer; without its key nothing is proven, and it does not say intact', () => {
    expect(verify(world.verdict, { bureaus, keys }).result).toBe('signer-unknown');
    const bare = verify(world.verdict, { bureaus });
    expect(bare.result).toBe('signer-unknown');
    expect(stateOf(bare, 'signatures')).toMatchObject({ ok: null, code: 'KEY_MISSING' });
    expect(bare.facts).toBeNull();
    expect(describeResult(bare, 'en').headline).toBe('Signature not checked');
  });

  it('altered is invalid', () => {
    const envelope = JSON.parse(new TextDecoder().decode(world.verdict)) as { payload: string };
    const payload = Buffer.from(Buffer.from(envelope.payload, 'base64').toString().replace('供热', '供电')).toString('base64');
    expect(failed(verify(utf8(JSON.stringify({ ...envelope, payload })), { bureaus, keys, enrolments }))).toEqual([
      'signatures:SIGNATURE_BAD',
    ]);
  });
});

describe('a statement of the bureau alone', () => {
  const edition = world.report.get('edition.dsse.json') ?? new Uint8Array();
  it('is valid under its trust file, unknown under another', () => {
    expect(verify(edition, { bureaus })).toMatchObject({ result: 'valid', kind: 'envelope' });
    expect(verify(edition, { bureaus: [makeBureau().trusted] }).result).toBe('signer-unknown');
  });

  it('whose practice mark is not the bureau’s is invalid', () => {
    const marked = enrol(world.bureau, author, { practice: true });
    expect(failed(verify(marked, { bureaus }))).toEqual(['practice:PRACTICE_DIFFERS']);
  });
});

describe('other envelopes alone', () => {
  it('a request is checked with the key it carries', () => {
    const person = makePerson('R-020', '钱申请');
    const request = (pem: string) =>
      signAs([person.signer], 'enrolment-request', [keySubject(person.name, person.signer.publicKey)], {
        person: person.person,
        name: person.name,
        role: 'reviewer',
        operator: '示例数据运营有限公司',
        publicKey: pem,
        bureau: 'bureau.example/log',
        at: timestamp(DECIDED),
      });
    const own = verify(request(person.signer.publicKey.pem), { bureaus });
    expect(own.result).toBe('signer-unknown');
    expect(stateOf(own, 'signatures')).toMatchObject({ ok: true });
    expect(stateOf(verify(request(newSigner('sm2').publicKey.pem), { bureaus }), 'signatures')).toMatchObject({ ok: null });
  });

  it('a withdrawal needs an enrolment that covers its time', () => {
    expect(verify(world.withdraw(), { bureaus, keys, enrolments }).result).toBe('valid');
    const late = world.withdraw(undefined, { at: timestamp((DECIDED + 1e12) as Instant) });
    expect(failed(verify(late, { bureaus, keys, enrolments }))).toEqual(['enrolment:ENROLMENT_EXPIRED']);
  });
});

describe('entries.jsonl', () => {
  const received = makeWorld();
  const line = received.ledger.lines[1] ?? new Uint8Array();
  received.ledger.append({ kind: 'receipt', body: { seq: 1, proof: received.bureau.receipt(line) } });
  const trust = [received.bureau.trusted];
  const bytes = received.ledger.bytes();
  const checkpoint = { name: 'checkpoint', bytes: received.ledger.checkpoint() };
  const workstation = [received.workstation.signer.publicKey];

  it('with receipts, checkpoint and keys is valid', () => {
    const all = [...workstation, ...received.people.map(({ signer }) => signer.publicKey)];
    const result = verify(bytes, { bureaus: trust, checkpoint, keys: all });
    expect(failed(result)).toEqual([]);
    expect(result).toMatchObject({ kind: 'ledger', result: 'valid' });
    expect(stateOf(result, 'checkpoint')).toMatchObject({ ok: true });
    expect(stateOf(result, 'signatures')).toMatchObject({ ok: true });
    // The certificate's statement has no receipt yet.
    expect(result.received).toBe(false);
  });

  it('without a checkpoint says that its end is not proven', () => {
    const result = verify(bytes, { bureaus: trust });
    expect(result.result).toBe('valid');
    expect(result.notChecked).toEqual(expect.arrayContaining(['ledger-end', 'statement-signatures']));
  });

  it('shorter than its checkpoint, altered before it, or torn is invalid', () => {
    const short = concat(...received.ledger.lines.slice(0, -1).flatMap((one) => [one, utf8('\n')]));
    expect(failed(verify(short, { bureaus: trust, checkpoint }))).toEqual(['checkpoint:LEDGER_SHORT']);
    expect(failed(verify(bytes.slice(0, -5), { bureaus: trust }))).toEqual(['chain:TAIL_TORN']);
    const other = makeWorld().ledger;
    expect(failed(verify(bytes, { bureaus: trust, checkpoint: { name: 'c', bytes: other.checkpoint() } }))).toEqual([
      'checkpoint:CHECKPOINT_ROOT',
    ]);
    const altered = bytes.slice();
    const at = new TextDecoder().decode(bytes).indexOf('product-1');
    altered[at] = 0x51;
    expect(failed(verify(altered, { bureaus: trust }))).toEqual(['chain:CHAIN_BROKEN']);
    const first = bytes.slice();
    first[2] = 0x58;
    expect(verify(first, { bureaus: trust })).toMatchObject({ kind: 'ledger', result: 'invalid' });
  });

  it('whose checkpoint is signed by another key is invalid', () => {
    const forged = makeWorld();
    const text = new TextDecoder().decode(checkpoint.bytes);
    const lines = text.split('\n');
    const foreign = new TextDecoder().decode(forged.ledger.checkpoint()).split('\n').at(-2)?.split(' ')[2];
    const own = lines.at(-2)?.split(' ') ?? [];
    const id = Buffer.from(own[2] ?? '', 'base64').subarray(0, 4);
    const sig = Buffer.concat([id, Buffer.from(foreign ?? '', 'base64').subarray(4)]).toString('base64');
    const swapped = text.replace(own[2] ?? '', sig);
    const given = { bureaus: trust, keys: workstation, checkpoint: { name: 'c', bytes: utf8(swapped) } };
    expect(failed(verify(bytes, given))).toEqual(['checkpoint:NOTE_SIGNATURE_BAD']);
  });

  it('whose receipts no trusted bureau stands behind has an unknown signer; one that one stands behind must hold throughout', () => {
    expect(verify(bytes, { bureaus: [makeBureau().trusted] }).result).toBe('signer-unknown');
    const mixed = makeWorld();
    const own = mixed.ledger.lines[1] ?? new Uint8Array();
    mixed.ledger.append({ kind: 'receipt', body: { seq: 1, proof: mixed.bureau.receipt(own) } });
    mixed.ledger.append({ kind: 'receipt', body: { seq: 2, proof: mixed.bureau.receipt(own) } });
    expect(failed(verify(mixed.ledger.bytes(), { bureaus: [mixed.bureau.trusted] }))).toEqual(['receipt:PROOF_WRONG']);
  });
});

describe('a courier package', () => {
  const out = new Map([
    ['entries.jsonl', world.ledger.bytes()],
    ['checkpoint', world.ledger.checkpoint()],
    ['bureau-checkpoint', utf8(world.bureau.note())],
  ]);
  const objection = world.bureau.sign('objection', [bytesSubject('verdict', payloadOf(world.verdict))], { reasons: ['示例'] });
  const back = new Map([
    ['receipts/1.tlog-proof', utf8(world.bureau.receipt(world.ledger.lines[1] ?? new Uint8Array()))],
    ['consistency', utf8(formatHashes(world.bureau.log.consistency(3)))],
    ['editions/example-2026/edition.json', EDITION],
    ['editions/example-2026/edition.dsse.json', world.report.get('edition.dsse.json') ?? new Uint8Array()],
    ['enrolments/R-001.dsse.json', world.report.get('enrolments/R-001.dsse.json') ?? new Uint8Array()],
    [`inbox/${sha256Hex(payloadOf(objection))}.dsse.json`, objection],
  ]);

  it('of either direction is valid under its bureau, unknown under another', () => {
    for (const files of [out, back]) {
      const result = verify(writePackage(files), { bureaus });
      expect(failed(result)).toEqual([]);
      expect(result).toMatchObject({ kind: 'courier-package', result: 'valid' });
      expect(verify(writePackage(files), { bureaus: [makeBureau().trusted] }).result).toBe('signer-unknown');
    }
  });

  it.each<[string, Map<string, Uint8Array>, string, Uint8Array]>([
    ['package:PACKAGE_FILE_UNLISTED', out, 'autorun.inf', utf8('x')],
    ['checkpoint:CHECKPOINT_SIZE', out, 'checkpoint', world.ledger.checkpoint(2)],
    ['chain:TAIL_TORN', out, 'entries.jsonl', world.ledger.bytes().slice(0, -3)],
    ['contents:EDITION_DIGEST', back, 'editions/example-2026/edition.json', utf8('{}')],
    ['statement:PROOF_MALFORMED', back, 'consistency', utf8('x\n')],
    ['statement:INBOX_NAME', back, `inbox/${'0'.repeat(64)}.dsse.json`, objection],
  ])('altered is invalid: %s', (code, files, name, bytes) => {
    // A ledger cut short is also shorter than its checkpoint.
    expect(failed(verify(writePackage(new Map([...files, [name, bytes]])), { bureaus }))).toContain(code);
  });
});
