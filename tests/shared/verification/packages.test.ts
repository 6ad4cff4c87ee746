import type { PredicateInput } from '@shared/attestation/statements/statement';
import { bytesSubject, keySubject } from '@shared/attestation/statements/subjects';
import { toBase64, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import { type Instant, minutes } from '@shared/basics/units';
import { inputOf, type VerificationInput } from '@shared/verification/input';
import { exitCodeOf, type VerificationResult } from '@shared/verification/result';
import { verifyArtifact } from '@shared/verification/verify-artifact';
import { writePackage } from '@shared/verification/zip/write-package';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DECIDED,
  EDITION,
  enrol,
  makeBureau,
  makePerson,
  makeWorld,
  NO_DIGEST,
  PDF,
  PRODUCT,
  payloadOf,
  signAs,
  type World,
} from '../../support/attested-world';

const NOW = (DECIDED + 86_400_000) as Instant;
const DAY = 86_400_000;
type Files = ReadonlyMap<string, Uint8Array>;

const verify = (files: Files, given: Partial<VerificationInput>): VerificationResult =>
  verifyArtifact(inputOf({ name: 'x.zip', bytes: writePackage(files) }, NOW, given));
const trusting = (world: World): Partial<VerificationInput> => ({ bureaus: [world.bureau.trusted] });
const failed = (result: VerificationResult): string[] =>
  result.checks.flatMap(({ check, ok, code }) => (ok === false ? [`${check}:${code}`] : []));
const changed = (files: Files, changes: Record<string, Uint8Array | null>): Files => {
  const copy = new Map(files);
  for (const [name, bytes] of Object.entries(changes)) {
    if (bytes === null) copy.delete(name);
    else copy.set(name, bytes);
  }
  return copy;
};
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const world = makeWorld();
const certificate = world.certificatePackage ?? new Map<string, Uint8Array>();

describe('a report package', () => {
  it('that nobody touched is valid, received, with both time bounds and its signer by name', () => {
    const result = verify(world.report, trusting(world));
    expect(failed(result)).toEqual([]);
    expect(result).toMatchObject({ v: 1, kind: 'report-package', result: 'valid', received: true, practice: false });
    expect(result.notBefore).toBe('2026-11-19T08:00:00.000Z');
    expect(result.notAfter).toBe('2026-11-20T08:05:00.000Z');
    expect(result.signers).toMatchObject([{ person: 'R-001', name: '林审一', act: 'review' }]);
    expect(result.facts).toMatchObject({ outcome: 'pass', entry: 1, logIndex: 3 });
    expect(result.notChecked).toEqual(['pdf-words', 'later-withdrawals', 'product-files', 'log-consistency', 'judgement']);
    expect(result.checks.filter(({ ok }) => ok === null).map(({ check }) => check)).toEqual(['product']);
    expect(exitCodeOf(result)).toBe(0);
  });

  it('signed by three in three suites is valid, in practice too, when practice is trusted', () => {
    const three = makeWorld({ signers: 3, practice: true });
    const result = verify(three.report, trusting(three));
    expect(failed(result)).toEqual([]);
    expect(result).toMatchObject({ result: 'valid', practice: true });
    expect(result.signers.map(({ act }) => act)).toEqual(['review', 'countersign', 'approve']);
  });

  it('without a receipt is valid and not received, and has no upper bound', () => {
    const unsent = makeWorld({ withReceipt: false });
    const result = verify(unsent.report, trusting(unsent));
    expect(result).toMatchObject({ result: 'valid', received: false, notAfter: null });
    expect(result.checks).toContainEqual({ check: 'receipt', ok: null, code: 'NO_RECEIPT' });
  });

  it('without trust, or under the trust of another bureau, is whole but its signer unknown', () => {
    expect(verify(world.report, {})).toMatchObject({ result: 'signer-unknown', received: false });
    const other = verify(world.report, { bureaus: [makeBureau().trusted] });
    expect(other.result).toBe('signer-unknown');
    expect(exitCodeOf(other)).toBe(3);
    expect(other.signers[0]?.name).toBeNull();
  });

  it('is found under the right one of several bureaus', () => {
    expect(verify(world.report, { bureaus: [makeBureau().trusted, world.bureau.trusted] }).result).toBe('valid');
  });

  it('with product files says whether they are the reviewed ones', () => {
    const given = (bytes: Uint8Array) => verify(world.report, { ...trusting(world), products: [{ name: 'any.csv', bytes }] });
    expect(given(PRODUCT).result).toBe('valid');
    const other = given(utf8('another'));
    expect(failed(other)).toEqual(['product:PRODUCT_OUTSIDE_COVERAGE']);
    expect(exitCodeOf(other)).toBe(1);
  });

  it('past its end is still genuine, and says so', () => {
    const late = verifyArtifact(inputOf({ name: 'x', bytes: writePackage(world.report) }, (NOW + 400 * DAY) as Instant, trusting(world)));
    expect(late.result).toBe('valid');
    expect(late.facts?.expired).toBe(true);
    expect(late.checks).toContainEqual({ check: 'validity', ok: true, code: 'EXPIRED' });
  });
});

describe('a later batch', () => {
  const later = utf8('week,index\n2026-W41,104\n');
  const [author] = world.people;
  const batch = (change: Partial<PredicateInput<'batch'>> = {}, signer = author?.signer) =>
    signAs(signer === undefined ? [] : [signer], 'batch', [bytesSubject('index-41.csv', later)], {
      verdict: { sha256: sha256Hex(payloadOf(world.verdict)) },
      period: { from: '2026-10-05', to: '2026-10-11' },
      checks: [],
      withinCoverage: true,
      ...change,
    });
  const given = (bytes: Uint8Array, more: Partial<VerificationInput> = {}) =>
    verify(world.report, {
      ...trusting(world),
      products: [{ name: 'index-41.csv', bytes: later }],
      batches: [{ name: 'batch.dsse.json', bytes }],
      ...more,
    });

  it('covers the file it names', () => {
    const result = given(batch());
    expect(result.result).toBe('valid');
    expect(result.checks).toContainEqual({ check: 'product', ok: true, code: 'COVERED', detail: '1' });
  });

  it('of another verdict, by a stranger or by another operator covers nothing', () => {
    expect(failed(given(batch({ verdict: { sha256: NO_DIGEST } })))).toEqual(['product:PRODUCT_OUTSIDE_COVERAGE', 'batch:BATCH_OTHER']);
    const stranger = makePerson('R-009', '吴外人');
    const strangers = batch({}, stranger.signer);
    expect(failed(given(strangers))).toContain('batch:KEY_MISSING');
    const keys = [stranger.signer.publicKey];
    expect(failed(given(strangers, { keys }))).toContain('batch:ENROLMENT_MISSING');
    const enrolments = [{ name: 'e', bytes: enrol(world.bureau, stranger, { operator: '另一示例公司' }) }];
    expect(failed(given(strangers, { keys, enrolments }))).toContain('batch:OPERATOR_DIFFERS');
  });
});

describe('a certificate package', () => {
  it('is valid by itself, and says what only the verdict could show', () => {
    const result = verify(certificate, trusting(world));
    expect(failed(result)).toEqual([]);
    expect(result).toMatchObject({ kind: 'certificate-package', result: 'valid', received: true, notBefore: null });
    expect(result.notChecked).toEqual(
      expect.arrayContaining(['edition', 'threshold', 'ledger-head', 'note', 'certificate-verdict', 'pdf-words', 'later-withdrawals']),
    );
  });

  it('beside its verdict is compared with it', () => {
    const own = verify(certificate, { ...trusting(world), verdict: { name: 'v', bytes: world.verdict } });
    expect(own.checks).toContainEqual({ check: 'certificate', ok: true });
    const other = verify(certificate, { ...trusting(world), verdict: { name: 'v', bytes: makeWorld().verdict } });
    expect(failed(other)).toEqual(['certificate:VERDICT_OTHER']);
  });

  it('needs a workstation whose key begins as its number says', () => {
    const strange = makeWorld({ predicate: { number: '齐数审〔2026〕0000-0001号' } });
    expect(failed(verify(strange.certificatePackage ?? new Map(), trusting(strange)))).toEqual(['report:REPORT_SIGNER']);
  });
});

describe('a withdrawal', () => {
  const withWithdrawal = (bytes: Uint8Array, more: Record<string, Uint8Array> = {}) =>
    verify(changed(world.report, { 'withdrawals/1.dsse.json': bytes, ...more }), trusting(world));

  it('ends the verdict, whatever its effectiveFrom', () => {
    const result = withWithdrawal(world.withdraw());
    expect(result.result).toBe('withdrawn');
    expect(exitCodeOf(result)).toBe(4);
    expect(result.facts?.effectiveFrom).toBe('2026-11-22T08:00:00.000Z');
    expect(verify(changed(certificate, { 'withdrawals/1.dsse.json': world.withdraw() }), trusting(world)).result).toBe('withdrawn');
  });

  it('that does not hold makes the package invalid, never "none"', () => {
    expect(failed(withWithdrawal(utf8('{}')))).toEqual(['withdrawal:ENVELOPE_MALFORMED']);
    expect(failed(withWithdrawal(world.withdraw(undefined, {}, NO_DIGEST)))).toEqual(['withdrawal:WITHDRAWAL_OTHER']);
    const late = world.withdraw(undefined, { at: timestamp((DECIDED + 900 * DAY) as Instant) });
    expect(failed(withWithdrawal(late))).toEqual(['withdrawal:ENROLMENT_EXPIRED']);
    const stranger = makePerson('R-010', '郑外人');
    expect(failed(withWithdrawal(world.withdraw(stranger)))).toEqual(['package:KEY_FILE_MISSING', 'withdrawal:KEY_MISSING']);
    const key = { [`keys/${stranger.signer.publicKey.keyid}.pem`]: utf8(stranger.signer.publicKey.pem) };
    expect(failed(withWithdrawal(world.withdraw(stranger), key))).toEqual(['withdrawal:ENROLMENT_MISSING']);
    const elsewhere = { ...key, 'enrolments/x.dsse.json': enrol(world.bureau, stranger, { operator: '另一示例公司' }) };
    expect(failed(withWithdrawal(world.withdraw(stranger), elsewhere))).toEqual(['withdrawal:OPERATOR_DIFFERS']);
    const colleague = { ...key, 'enrolments/x.dsse.json': enrol(world.bureau, stranger) };
    expect(withWithdrawal(world.withdraw(stranger), colleague).result).toBe('withdrawn');
  });
});

describe('a revocation', () => {
  const [author] = world.people;
  const revoke = (fromSize: number, key = author?.signer.publicKey) =>
    world.bureau.sign('revocation', key === undefined ? [] : [keySubject('林审一', key)], { fromSize, reason: '示例' });
  const withRevocation = (files: Files, bytes: Uint8Array, of = world) =>
    verify(changed(files, { 'revocations/1.dsse.json': bytes }), trusting(of));

  it('counts from its size of the log: the entry stands at index 3', () => {
    expect(failed(withRevocation(world.report, revoke(3)))).toEqual(['revocation:KEY_REVOKED']);
    expect(withRevocation(world.report, revoke(4)).result).toBe('valid');
    expect(failed(withRevocation(world.report, revoke(0, world.workstation.signer.publicKey)))).toEqual(['revocation:KEY_REVOKED']);
  });

  it('counts always when there is no receipt', () => {
    expect(failed(withRevocation(changed(world.report, { 'receipt.tlog-proof': null }), revoke(99)))).toEqual(['revocation:KEY_REVOKED']);
  });

  it('that the bureau did not sign makes the package invalid', () => {
    const forged = makeBureau().sign('revocation', [bytesSubject('k', utf8('k'))], { fromSize: 0, reason: '示例' });
    expect(failed(withRevocation(world.report, forged))).toEqual(['revocation:KEY_MISSING']);
  });
});

describe('for each check, one altered package turns exactly that check red', () => {
  const cases: [string, () => VerificationResult][] = [
    ['package:PACKAGE_FILE_UNLISTED', () => verify(changed(world.report, { 'notes.txt': utf8('x') }), trusting(world))],
    ['package:PACKAGE_FILE_MISSING', () => verify(changed(world.report, { 'report.dsse.json': null }), trusting(world))],
    ['package:KEY_FILE_MISMATCH', () => verify(changed(world.report, { [`keys/${'0'.repeat(64)}.pem`]: utf8('x') }), trusting(world))],
    [
      'statement:STATEMENT_MALFORMED',
      () => verify(changed(world.report, { 'verdict.dsse.json': payloadSwap('"practice":false', '"practice":0') }), trusting(world)),
    ],
    [
      'statement:STATEMENT_VERSION_UNSUPPORTED',
      () => verify(changed(world.report, { 'verdict.dsse.json': payloadSwap('verdict:v1', 'verdict:v2') }), trusting(world)),
    ],
    ['statement:PART_OTHER_KIND', () => verify(changed(world.report, { 'verdict.dsse.json': world.certificate }), trusting(world))],
    [
      'enrolment:SIGNATURE_BAD',
      () =>
        verify(
          changed(world.report, { 'enrolments/R-001.dsse.json': spoilSignature(world.report.get('enrolments/R-001.dsse.json')) }),
          trusting(world),
        ),
    ],
    ['practice:PRACTICE_DIFFERS', () => verify(world.report, { bureaus: [{ ...world.bureau.trusted, practice: true }] })],
    ['authority:AUTHORITY_MISSING', () => ofWorld({ enrolment: { maySign: false } })],
    ['reviewers:REVIEWERS_DIFFER', () => ofWorld({ predicate: { reviewers: [{ person: 'R-002', act: 'review' }] } })],
    ['term:ENROLMENT_EXPIRED', () => ofWorld({ enrolment: { validTo: timestamp((DECIDED - 1) as Instant) } })],
    ['edition:EDITION_OTHER', () => ofWorld({ predicate: { edition: { id: 'example-2026', sha256: NO_DIGEST } } })],
    [
      'edition:EDITION_DIGEST',
      () =>
        verify(
          changed(world.report, {
            'edition.dsse.json': world.bureau.sign('edition', [bytesSubject('edition.json', utf8('x'))], {
              id: 'e',
              version: '1',
              validFrom: timestamp(DECIDED),
              validTo: null,
            }),
          }),
          trusting(world),
        ),
    ],
    [
      'threshold:SIGNATURES_TOO_FEW',
      () => ofWorld({ predicate: { product: { name: 'x', form: 'index', version: '1', maker: 'operator' } } }),
    ],
    [
      'entry:ENTRY_OTHER',
      () =>
        verify(
          changed(world.report, {
            'entry.json': world.certificatePackage?.get('entry.json') ?? null,
            'receipt.tlog-proof': world.certificatePackage?.get('receipt.tlog-proof') ?? null,
          }),
          trusting(world),
        ),
    ],
    ['ledger-head:LEDGER_HEAD_LATER', () => ofWorld({ predicate: { ledger: { seq: 9, head: NO_DIGEST } } })],
    ['ledger-head:LEDGER_HEAD_OTHER', () => ofWorld({ predicate: { ledger: { seq: 1, head: NO_DIGEST } } })],
    [
      'receipt:PROOF_WRONG',
      () =>
        verify(
          changed(world.report, { 'receipt.tlog-proof': world.certificatePackage?.get('receipt.tlog-proof') ?? null }),
          trusting(world),
        ),
    ],
    [
      'receipt:NOTE_NO_WITNESS',
      () =>
        verify(
          changed(world.report, {
            'receipt.tlog-proof': utf8(text(world.report.get('receipt.tlog-proof')).replace(/— witness[^\n]*\n/, '')),
          }),
          trusting(world),
        ),
    ],
    ['note:NOTE_SIGNATURE_BAD', () => ofWorld({ predicate: { checkpoint: null } }, (w) => w.bureau.note().replace(/\n\d+\n/, '\n99\n'))],
    ['time:DECIDED_AFTER_RECEIPT', () => ofWorld({ receiptAt: (DECIDED - minutes(11)) as Instant })],
    [
      'time:DECIDED_BEFORE_NOTE',
      () => ofWorld({ noteAt: (DECIDED + minutes(11)) as Instant, receiptAt: (DECIDED + minutes(12)) as Instant }),
    ],
    ['report:REPORT_DIGEST', () => verify(changed(world.report, { 'report.pdf': utf8('%PDF another') }), trusting(world))],
    [
      'report:REPORT_OTHER_VERDICT',
      () =>
        verify(
          changed(world.report, {
            'report.dsse.json': signAs([world.workstation.signer], 'report', [bytesSubject('report.pdf', PDF)], {
              verdict: { sha256: NO_DIGEST },
            }),
          }),
          trusting(world),
        ),
    ],
    [
      'report:SIGNATURE_BAD',
      () => verify(changed(world.report, { 'report.dsse.json': spoilSignature(world.report.get('report.dsse.json')) }), trusting(world)),
    ],
    [
      'workstation:ENROLMENT_ROLE',
      () => verify(changed(world.report, { 'enrolments/W-001.dsse.json': enrol(world.bureau, world.workstation) }), trusting(world)),
    ],
  ];

  /** A world made with a fault. @param note a checkpoint to embed, made from the bureau of that very world. */
  function ofWorld(options: Parameters<typeof makeWorld>[0], note?: (world: World) => string): VerificationResult {
    if (note === undefined) {
      const faulty = makeWorld(options);
      return verify(faulty.report, trusting(faulty));
    }
    const base = makeWorld(options);
    const signers = base.reviewers.map(({ signer }) => signer);
    const verdict = signAs(signers, 'verdict', [bytesSubject('index.csv', PRODUCT)], { ...base.predicate, checkpoint: note(base) });
    const entry = base.ledger.append({ kind: 'statement', body: JSON.parse(text(verdict)) });
    const report = signAs([base.workstation.signer], 'report', [bytesSubject('report.pdf', PDF)], {
      verdict: { sha256: sha256Hex(payloadOf(verdict)) },
    });
    const files = {
      'verdict.dsse.json': verdict,
      'entry.json': entry,
      'report.dsse.json': report,
      'receipt.tlog-proof': utf8(base.bureau.receipt(entry)),
    };
    return verify(changed(base.report, files), trusting(base));
  }

  function payloadSwap(from: string, to: string): Uint8Array {
    const envelope = JSON.parse(text(world.verdict)) as { payload: string };
    const payload = text(payloadOf(world.verdict)).replace(from, to);
    return utf8(JSON.stringify({ ...envelope, payload: toBase64(utf8(payload)) }));
  }

  function spoilSignature(bytes: Uint8Array | undefined): Uint8Array {
    const envelope = JSON.parse(text(bytes)) as { signatures: { keyid: string; sig: string }[] };
    const other = JSON.parse(text(world.bureau.sign('objection', [bytesSubject('x', utf8('x'))], { reasons: [] }))) as typeof envelope;
    const signatures = envelope.signatures.map(({ keyid }) => ({ keyid, sig: other.signatures[0]?.sig }));
    return utf8(JSON.stringify({ ...envelope, signatures }));
  }

  it.each(cases)('%s', (expected, run) => {
    const result = run();
    expect(failed(result)).toEqual([expected]);
    expect(exitCodeOf(result)).toBe(1);
  });

  it('signatures: a signature that does not fit shows in the entry too, which must be this very envelope', () => {
    const result = verify(changed(world.report, { 'verdict.dsse.json': spoilSignature(world.verdict) }), trusting(world));
    expect(failed(result)).toEqual(['signatures:SIGNATURE_BAD', 'entry:ENTRY_OTHER']);
    expect(result.facts).toBeNull();
  });

  it('signatures: a keyid that is not the hash of the key that verifies', () => {
    const envelope = JSON.parse(text(world.verdict)) as { signatures: { keyid: string; sig: string }[] };
    const lying = {
      ...envelope,
      signatures: envelope.signatures.map(({ sig }) => ({ keyid: world.workstation.signer.publicKey.keyid, sig })),
    };
    const result = verify(changed(world.report, { 'verdict.dsse.json': utf8(JSON.stringify(lying)) }), trusting(world));
    expect(failed(result)).toContain('signatures:KEYID_MISMATCH');
  });
});

describe('a forged package', () => {
  it('with keys of its own is unknown, and invalid as soon as it borrows anything real', () => {
    const forger = makeWorld();
    expect(verify(forger.report, trusting(world)).result).toBe('signer-unknown');
    const borrowed = changed(forger.report, { 'edition.dsse.json': world.report.get('edition.dsse.json') ?? null });
    expect(verify(borrowed, trusting(world)).result).toBe('invalid');
  });

  it('never passes for valid when one byte of any file in it changes, a hundred times', () => {
    const names = [...world.report.keys()].filter((name) => name !== 'VERIFY.txt');
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, mask) => {
        const bytes = (world.report.get(name) ?? new Uint8Array()).slice();
        const index = at % bytes.length;
        bytes[index] = (bytes[index] ?? 0) ^ mask;
        const result = verify(changed(world.report, { [name]: bytes }), trusting(world));
        // A byte may change in what nobody signs (white space or an unknown member of the outer JSON, the ends of a PEM line).
        const meaningless = text(bytes).replace(/\s/g, '') === text(world.report.get(name)).replace(/\s/g, '') || name.startsWith('keys/');
        return result.result !== 'valid' || meaningless;
      }),
      { numRuns: 100 },
    );
  });
});

it('the edition of the world is what the verdict names', () => {
  expect(world.predicate.edition.sha256).toBe(sha256Hex(EDITION));
});
