// Statements as people and workstations sign them, for tests of the bureau. All names are made up.
import { type Envelope, encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { buildStatement, type PredicateInput } from '@shared/attestation/statements/statement';
import { bytesSubject, keySubject } from '@shared/attestation/statements/subjects';
import { generatePrivateKey, type Signer, signerOf } from '@shared/attestation/suites';
import type { Suite } from '@shared/attestation/suites/public-key';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { timestamp } from '@shared/basics/time';
import { asSha256Hex, type Instant } from '@shared/basics/units';

export const OPERATOR = '示例数据运营有限公司';
export const NOON = Date.parse('2026-11-23T04:00:00.000Z') as Instant;

/** A key from a seed, so that failures repeat. */
export const signerFrom = (suite: Suite, seed: string): Signer => {
  let n = 0;
  return signerOf(generatePrivateKey(suite, () => Uint8Array.from(Buffer.from(sha256Hex(utf8(`${seed} ${n++}`)), 'hex'))));
};

export function enrolmentRequest(
  signer: Signer,
  bureau: string,
  changes: Partial<PredicateInput<'enrolment-request'>> & { signedBy?: Signer } = {},
): Uint8Array<ArrayBuffer> {
  const { signedBy = signer, ...fields } = changes;
  const name = fields.name ?? '林审一';
  const payload = buildStatement('enrolment-request', {
    suite: signer.publicKey.suite,
    subject: [keySubject(name, signer.publicKey)],
    predicate: {
      person: `p-${signer.publicKey.keyid.slice(0, 6)}`,
      name,
      role: 'reviewer',
      operator: OPERATOR,
      publicKey: signer.publicKey.pem,
      bureau,
      at: timestamp(NOON),
      ...fields,
    },
  });
  return encodeEnvelope(signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signedBy]));
}

/** A verdict about nothing in particular. `n` makes it one of its kind. */
export function verdict(signer: Signer, workstation: string, n: number, decidedAt: Instant = NOON): Envelope {
  const payload = buildStatement('verdict', {
    suite: signer.publicKey.suite,
    subject: [bytesSubject('示例.csv', utf8(`a,b\n1,${n}\n`))],
    predicate: {
      number: `演练〔2026〕${workstation.slice(0, 4).toUpperCase()}-${String(n).padStart(4, '0')}号`,
      practice: true,
      product: { name: '示例产品', form: 'dataset', version: '1', maker: 'developer' },
      developer: { name: '示例开发有限公司', uscc: '91230200MA1B2C3D4E' },
      agreement: { id: '示例协议-1', sharingMode: 'controlled' },
      edition: { id: 'example-2026', sha256: asSha256Hex('1'.repeat(64)) },
      basis: { status: 'in-force', readings: [], chosen: null, documents: [] },
      answers: [],
      analyses: [],
      notChecked: [],
      outcome: 'return',
      reviewers: [{ person: `p-${signer.publicKey.keyid.slice(0, 6)}`, act: 'review' }],
      decidedAt: timestamp(decidedAt),
      keyProtection: 'file',
      workstation: asSha256Hex(workstation),
      ledger: { seq: 0, head: asSha256Hex('0'.repeat(64)) },
      checkpoint: null,
    },
  });
  return signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signer]);
}
