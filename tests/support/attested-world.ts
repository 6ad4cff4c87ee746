// A small world with everything a verifier may meet: a bureau with its keys and log, three reviewers, a workstation with a ledger, and the
// packages they would hand out. Synthetic throughout; randomness only in keys and nonces. Tests change one thing and look which check turns.
import { randomBytes } from 'node:crypto';
import { encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import type { Subject } from '@shared/attestation/statements/authority';
import { buildStatement, type PredicateInput, type StatementKind } from '@shared/attestation/statements/statement';
import { bytesSubject, keySubject } from '@shared/attestation/statements/subjects';
import { generatePrivateKey, type Signer, signerOf } from '@shared/attestation/suites';
import type { Suite } from '@shared/attestation/suites/public-key';
import { concat, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import { asSha256Hex, type EntryIndex, type Instant, minutes } from '@shared/basics/units';
import { parseTrustFile, type TrustedBureau, type TrustFile } from '@shared/bureau/trust';
import { type ChainHead, EMPTY_CHAIN } from '@shared/ledger/chain';
import { formatCheckpoint, signWorkstationCheckpoint } from '@shared/ledger/checkpoint';
import { encodeEntry, lineHash, type NewEntry } from '@shared/ledger/entry';
import { leafHash, MerkleTree, rootOf } from '@shared/ledger/merkle';
import { formatVerifierKey, type NoteSigner, signNote, verifierKey } from '@shared/ledger/note';
import { formatTlogProof } from '@shared/ledger/tlog-proof';

export const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));
export const newSigner = (suite: Suite): Signer => signerOf(generatePrivateKey(suite, random32));

export const DECIDED = Date.parse('2026-11-20T08:00:00.000Z') as Instant;
const at = (offset: number) => timestamp((DECIDED + offset) as Instant);
const DAY = 86_400_000;

export type Bureau = {
  readonly trust: TrustFile;
  readonly trusted: TrustedBureau;
  readonly statement: Signer;
  readonly log: MerkleTree;
  note(at?: Instant, size?: number): string;
  receipt(line: Uint8Array, at?: Instant): string;
  sign<K extends StatementKind>(kind: K, subject: readonly Subject[], predicate: PredicateInput<K>): Uint8Array;
};

export function makeBureau(practice = false, origin = 'bureau.example/log', suite: Suite = 'sm2'): Bureau {
  const statement = newSigner(suite);
  const logKey: NoteSigner = { name: origin, type: 1, signer: newSigner('ed25519') };
  const witness: NoteSigner = { name: 'witness.example', type: 4, signer: newSigner('ed25519') };
  const keyText = ({ name, type, signer }: NoteSigner) => formatVerifierKey(verifierKey(name, type, signer.publicKey));
  const trust: TrustFile = {
    v: 1,
    bureaus: [
      {
        name: '示例市数据局',
        practice,
        origin,
        statementKeys: [statement.publicKey.pem],
        logKeys: [keyText(logKey)],
        witnessKeys: [keyText(witness)],
      },
    ],
  };
  const parsed = parseTrustFile(utf8(JSON.stringify(trust)));
  if (!parsed.ok || parsed.value[0] === undefined) throw new Error('trust');
  const log = new MerkleTree(['a', 'b', 'c'].map((text) => leafHash(utf8(text))));
  const note = (when: Instant = (DECIDED - DAY) as Instant, size = log.size) =>
    signNote(formatCheckpoint({ origin, size, root: log.root(size) }), [logKey, witness], when);
  return {
    trust,
    trusted: parsed.value[0],
    statement,
    log,
    note,
    receipt(line, when = (DECIDED + minutes(5)) as Instant) {
      const index = log.append(leafHash(line));
      log.append(leafHash(utf8(`another ${index}`)));
      return formatTlogProof({ index, path: log.inclusion(index), note: note(when) });
    },
    sign: (kind, subject, predicate) => signAs([statement], kind, subject, predicate),
  };
}

export function signAs<K extends StatementKind>(
  signers: readonly Signer[],
  kind: K,
  subject: readonly Subject[],
  predicate: PredicateInput<K>,
): Uint8Array {
  const suite = signers[0]?.publicKey.suite ?? 'ed25519';
  return encodeEnvelope(signEnvelope(IN_TOTO_PAYLOAD_TYPE, buildStatement(kind, { suite, subject, predicate }), signers));
}

export type Person = { readonly person: string; readonly name: string; readonly signer: Signer };
export const makePerson = (person: string, name: string, suite: Suite = 'sm2'): Person => ({ person, name, signer: newSigner(suite) });

export const OPERATOR = '示例数据运营有限公司';

export const enrol = (bureau: Bureau, who: Person, change: Partial<PredicateInput<'enrolment'>> = {}): Uint8Array =>
  bureau.sign('enrolment', [keySubject(who.name, who.signer.publicKey)], {
    person: who.person,
    name: who.name,
    role: 'reviewer',
    operator: OPERATOR,
    practice: bureau.trusted.practice,
    validFrom: at(-30 * DAY),
    validTo: at(300 * DAY),
    maySign: true,
    mayCountersign: true,
    mayApprove: true,
    ...change,
  });

export const EDITION = utf8(
  `${JSON.stringify({ id: 'example-2026', version: '0.1.0', signatures: { default: 1, makers: { operator: 2, joint: 2 }, bases: { internal: 2 } } })}\n`,
);
export const PRODUCT = utf8('week,index\n2026-W40,103\n');
export const PDF = utf8('%PDF-1.7 synthetic');

export type WorldOptions = {
  readonly practice?: boolean;
  readonly suite?: Suite;
  readonly signers?: number;
  readonly predicate?: Partial<PredicateInput<'verdict'>>;
  readonly decidedAt?: Instant;
  readonly receiptAt?: Instant;
  readonly noteAt?: Instant;
  readonly enrolment?: Partial<PredicateInput<'enrolment'>>;
  readonly withReceipt?: boolean;
};

export type World = ReturnType<typeof makeWorld>;

/** A verdict that passed, signed, entered, received, reported, with its certificate. */
export function makeWorld(options: WorldOptions = {}) {
  const { practice = false, suite = 'sm2' } = options;
  const bureau = makeBureau(practice);
  const people = [
    makePerson('R-001', '林审一', suite),
    makePerson('R-002', '周复二', 'ed25519'),
    makePerson('R-003', '陈签四', 'ecdsa-p256'),
  ];
  const reviewers = people.slice(0, options.signers ?? 1);
  const workstation = makePerson('W-001', '示例工作站', 'ed25519');
  const ledger = makeLedger(workstation.signer);
  ledger.append({ kind: 'operation', body: { act: 'product.register', by: 'R-001', id: 'product-1' } });
  const before = ledger.head();
  const acts = ['review', 'countersign', 'approve'] as const;
  const hex = workstation.signer.publicKey.keyid.slice(0, 4).toUpperCase();
  const files = [bytesSubject('index.csv', PRODUCT)];
  const predicate: PredicateInput<'verdict'> = {
    number: `${practice ? '演练' : '齐数审'}〔2026〕${hex}-0001号`,
    practice,
    product: { name: '供热需求指数', form: 'index', version: '1.0', maker: 'developer', features: ['aggregate'] },
    developer: { name: '示例开发有限公司', uscc: '91230200MA00000000' },
    agreement: { id: 'A-2026-1', sharingMode: 'controlled' },
    edition: { id: 'example-2026', sha256: sha256Hex(EDITION) },
    basis: { status: 'in-force', readings: [{ name: '二年', lastDay: '2026-11-28' }], chosen: null, documents: [] },
    answers: [{ item: 'pre-01', answer: 'compliant', reason: '', evidence: [], inheritedFrom: null, answeredAt: at(-1000) }],
    analyses: [],
    notChecked: ['图片内容'],
    outcome: 'pass',
    coverage: { kind: 'files' },
    validUntil: at(200 * DAY),
    reviewers: reviewers.map(({ person }, i) => ({ person, act: acts[i] ?? 'approve' })),
    decidedAt: timestamp(options.decidedAt ?? DECIDED),
    keyProtection: 'file',
    workstation: workstation.signer.publicKey.keyid,
    ledger: { seq: before.seq, head: before.hash },
    checkpoint: bureau.note(options.noteAt),
    ...options.predicate,
  };
  const signers = reviewers.map(({ signer }) => signer);
  const verdict = signAs(signers, 'verdict', files, predicate);
  const verdictDigest = sha256Hex(payloadOf(verdict));
  const entry = ledger.append({ kind: 'statement', body: JSON.parse(new TextDecoder().decode(verdict)) });
  const isPass = predicate.outcome === 'pass' || predicate.outcome === 'pass-with-conditions';
  const certificate = !isPass
    ? null
    : signAs(signers, 'certificate', files, {
        verdict: { sha256: verdictDigest },
        number: predicate.number,
        decidedAt: predicate.decidedAt,
        reviewers: predicate.reviewers,
        practice,
        product: predicate.product,
        developer: { name: predicate.developer.name },
        outcome: predicate.outcome === 'pass' ? 'pass' : 'pass-with-conditions',
        validUntil: predicate.validUntil,
        basis: { ...predicate.basis, chosen: null },
        edition: predicate.edition,
        notChecked: predicate.notChecked,
      });
  const certificateEntry =
    certificate === null ? null : ledger.append({ kind: 'statement', body: JSON.parse(new TextDecoder().decode(certificate)) });
  const receipt = options.withReceipt === false ? null : bureau.receipt(entry, options.receiptAt);
  const certificateReceipt = certificateEntry === null || receipt === null ? null : bureau.receipt(certificateEntry, options.receiptAt);
  const everyone = [...reviewers, workstation];
  const editionEnvelope = bureau.sign('edition', [bytesSubject('edition.json', EDITION)], {
    id: 'example-2026',
    version: '0.1.0',
    validFrom: at(-100 * DAY),
    validTo: null,
    successor: null,
  });
  const enrolments = everyone.map((who): [string, Uint8Array] => [
    `enrolments/${who.person}.dsse.json`,
    enrol(
      bureau,
      who,
      who === workstation ? { role: 'workstation', maySign: false, mayCountersign: false, mayApprove: false } : options.enrolment,
    ),
  ]);
  const common: [string, Uint8Array][] = [
    ...everyone.map(({ signer }): [string, Uint8Array] => [`keys/${signer.publicKey.keyid}.pem`, utf8(signer.publicKey.pem)]),
    ...enrolments,
    ['VERIFY.txt', utf8('synthetic\n')],
  ];
  const reportOf = (pdf: string) =>
    signAs([workstation.signer], 'report', [bytesSubject(pdf, PDF)], { verdict: { sha256: verdictDigest } });
  const report = new Map<string, Uint8Array>([
    ...common,
    ['report.pdf', PDF],
    ['verdict.dsse.json', verdict],
    ['report.dsse.json', reportOf('report.pdf')],
    ['entry.json', entry],
    ['edition.json', EDITION],
    ['edition.dsse.json', editionEnvelope],
    ...(receipt === null ? [] : [['receipt.tlog-proof', utf8(receipt)] as [string, Uint8Array]]),
  ]);
  const certificatePackage =
    certificate === null || certificateEntry === null
      ? null
      : new Map<string, Uint8Array>([
          ...common,
          ['certificate.pdf', PDF],
          ['certificate.dsse.json', certificate],
          ['report.dsse.json', reportOf('certificate.pdf')],
          ['entry.json', certificateEntry],
          ...(certificateReceipt === null ? [] : [['receipt.tlog-proof', utf8(certificateReceipt)] as [string, Uint8Array]]),
        ]);
  const withdraw = (by: Person = people[0] as Person, change: Partial<PredicateInput<'withdrawal'>> = {}, digest = verdictDigest) =>
    signAs([by.signer], 'withdrawal', [{ name: predicate.number, digest: { sha256: digest, sm3: '0'.repeat(64) } }], {
      reason: '第二十条',
      grounds: '示例理由',
      at: at(DAY),
      effectiveFrom: at(2 * DAY),
      ...change,
    });
  return {
    bureau,
    people,
    reviewers,
    workstation,
    ledger,
    predicate,
    verdict,
    verdictDigest,
    certificate,
    report,
    certificatePackage,
    withdraw,
  };
}

export const payloadOf = (envelope: Uint8Array): Uint8Array =>
  new Uint8Array(Buffer.from((JSON.parse(Buffer.from(envelope).toString()) as { payload: string }).payload, 'base64'));

export function makeLedger(workstation: Signer) {
  const lines: Uint8Array[] = [];
  let head: ChainHead = EMPTY_CHAIN;
  return {
    lines,
    head: () => head,
    append(entry: NewEntry, when: Instant = DECIDED): Uint8Array {
      const line = encodeEntry(head.seq as EntryIndex, head.hash, timestamp(when), entry);
      head = { seq: head.seq + 1, hash: lineHash(line) };
      lines.push(line);
      return line;
    },
    bytes: () => concat(...lines.flatMap((line) => [line, utf8('\n')])),
    checkpoint: (size = lines.length) => utf8(signWorkstationCheckpoint(workstation, size, rootOf(lines.slice(0, size).map(leafHash)))),
  };
}

export const NO_DIGEST = asSha256Hex('0'.repeat(64));
