// What the trust store believes: the bureau's own statements about our own keys and exact bytes, and nothing else.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprintGroups, openTrust } from '@main/trust/trust';
import { IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { buildStatement } from '@shared/attestation/statements/statement';
import { bytesSubject, keySubject } from '@shared/attestation/statements/subjects';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { formatVerifierKey, verifierKey } from '@shared/ledger/note';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signerFrom } from '../../bureau/support/statements';
import { edition as shipped } from '../../support/shipped-edition';

const bureauKey = signerFrom('sm2', 'bureau');
const logKey = signerFrom('ed25519', 'log');
const reviewer = signerFrom('sm2', 'reviewer');
const at = (text: string) => parseInstant(text) as Instant;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shiqi-trust-'));
  for (const name of ['trust', 'checklists']) mkdirSync(path.join(folder, name));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function trustFile(practice: boolean, statementKey = bureauKey) {
  const origin = 'bureau.example/log';
  return utf8(
    JSON.stringify({
      v: 1,
      bureaus: [
        {
          name: '示例局',
          practice,
          origin,
          statementKeys: [statementKey.publicKey.pem],
          logKeys: [formatVerifierKey(verifierKey(origin, 1, logKey.publicKey))],
          witnessKeys: [],
        },
      ],
    }),
  );
}
const open = (practice = false) =>
  openTrust({ folder: path.join(folder, 'trust'), shippedEditions: path.join(folder, 'checklists'), givenTrustFile: null, practice });

function enrolment(signer = bureauKey, changes: { practice?: boolean } = {}) {
  const payload = buildStatement('enrolment', {
    suite: signer.publicKey.suite,
    subject: [keySubject('林审一', reviewer.publicKey)],
    predicate: {
      person: 'p-1',
      name: '林审一',
      role: 'reviewer',
      operator: '示例数据运营有限公司',
      practice: changes.practice ?? false,
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2026-12-31T00:00:00.000Z',
      maySign: true,
    },
  });
  return signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signer]);
}

describe('an enrolment', () => {
  const own = [reviewer.publicKey.keyid];
  it('is kept when the bureau signed it about our key, and covers its own term only', () => {
    const trust = open();
    trust.importTrust(trustFile(false));
    expect(trust.acceptEnrolment(enrolment(), own).ok).toBe(true);
    expect(trust.enrolmentAt(reviewer.publicKey.keyid, at('2026-06-01T00:00:00Z'))?.predicate.person).toBe('p-1');
    expect(trust.enrolmentAt(reviewer.publicKey.keyid, at('2027-01-01T00:00:00Z'))).toBeNull();
  });
  it('is refused without a trust file, from another signer, for another key, or of the other kind', () => {
    const trust = open();
    expect(trust.acceptEnrolment(enrolment(), own)).toEqual({ ok: false, code: 'NO_TRUST' });
    trust.importTrust(trustFile(false));
    expect(trust.acceptEnrolment(enrolment(signerFrom('sm2', 'stranger')), own)).toEqual({ ok: false, code: 'ANSWER_NOT_TRUSTED' });
    expect(trust.acceptEnrolment(enrolment(bureauKey, { practice: true }), own)).toEqual({ ok: false, code: 'ANSWER_NOT_TRUSTED' });
    expect(trust.acceptEnrolment(enrolment(), ['0'.repeat(64)])).toEqual({ ok: false, code: 'ANSWER_FOR_ANOTHER_KEY' });
    expect(trust.acceptEnrolment(utf8('{"payload":'), own)).toEqual({ ok: false, code: 'ANSWER_UNREADABLE' });
    expect(trust.enrolments(reviewer.publicKey.keyid)).toEqual([]);
  });
  it('stops counting when another trust file takes the place of the one that knew its signer', () => {
    const trust = open();
    trust.importTrust(trustFile(false));
    trust.acceptEnrolment(enrolment(), own);
    trust.importTrust(trustFile(false, signerFrom('sm2', 'another bureau')));
    expect(trust.enrolments(reviewer.publicKey.keyid)).toEqual([]);
  });
});

describe('a trust file', () => {
  it('of practice is refused for real work, and the other way round', () => {
    expect(open(false).importTrust(trustFile(true))).toEqual({ ok: false, code: 'TRUST_PRACTICE' });
    expect(open(true).importTrust(trustFile(false))).toEqual({ ok: false, code: 'TRUST_PRACTICE' });
    expect(open().importTrust(utf8('not json'))).toEqual({ ok: false, code: 'TRUST_UNREADABLE' });
  });
  it('has eight groups of four digits to compare by telephone', () => {
    const bytes = trustFile(false);
    expect(fingerprintGroups(bytes).join('')).toBe(sha256Hex(bytes).slice(0, 32));
    expect(fingerprintGroups(bytes).length).toBe(8);
  });
});

describe('an edition', () => {
  const bytesOf = (version: string, validFrom: string) => utf8(JSON.stringify({ ...shipped, version, validFrom }));
  const issue = (bytes: Uint8Array, version: string, validFrom: string, signer = bureauKey) =>
    signEnvelope(
      IN_TOTO_PAYLOAD_TYPE,
      buildStatement('edition', {
        suite: signer.publicKey.suite,
        subject: [bytesSubject('edition.json', bytes)],
        predicate: { id: shipped.id, version, validFrom, validTo: null, successor: null },
      }),
      [signer],
    );
  const START = '2026-01-01T00:00:00.000Z';

  it('is issued only by the bureau’s envelope over exactly its bytes', () => {
    const trust = open();
    trust.importTrust(trustFile(false));
    const bytes = bytesOf('1.0.0', START);
    expect(trust.acceptEdition(utf8(`${new TextDecoder().decode(bytes)} `), issue(bytes, '1.0.0', START))).toBe(false);
    expect(trust.acceptEdition(bytes, issue(bytes, '1.0.0', START, signerFrom('sm2', 'stranger')))).toBe(false);
    expect(trust.acceptEdition(bytes, issue(bytes, '1.0.0', START))).toBe(true);
    expect(trust.editions().map(({ edition, envelope }) => [edition.version, envelope !== null])).toEqual([['1.0.0', true]]);
  });
  it('comes newest first, issued before one that may only be used to prepare', () => {
    const trust = open();
    trust.importTrust(trustFile(false));
    mkdirSync(path.join(folder, 'checklists', 'newer'));
    writeFileSync(path.join(folder, 'checklists', 'newer', 'edition.json'), bytesOf('9.0.0', '2026-09-01T00:00:00.000Z'));
    for (const [version, from] of [
      ['1.2.0', START],
      ['1.10.0', START],
      ['1.0.0', '2026-02-01T00:00:00.000Z'],
    ] as const) {
      const bytes = bytesOf(version, from);
      trust.acceptEdition(bytes, issue(bytes, version, from));
    }
    expect(trust.editions().map(({ edition }) => edition.version)).toEqual(['1.0.0', '1.10.0', '1.2.0', '9.0.0']);
  });
});
