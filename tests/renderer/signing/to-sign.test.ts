import { buildStatement } from '@shared/attestation/statements/statement';
import { bytesSubject } from '@shared/attestation/statements/subjects';
import { fromUtf8, utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import type { Timestamp } from '@shared/basics/units';
import { describe, expect, test } from 'vitest';
import { readIncident, readToSign } from '../../../src-renderer/signing/to-sign';
import { certificatePayload, certificatePredicate, verdictPayload, verdictPredicate } from '../../support/statements-to-sign';

const verdict = verdictPayload();
const certificate = certificatePayload(certificatePredicate(verdict));
/** The same bytes with one member put in front of another, as an attacker in the desk could ask for. */
const spliced = (payload: Uint8Array, before: string, extra: string) => utf8(fromUtf8(payload).replace(before, `${extra}${before}`));
const codeOf = (payloads: readonly Uint8Array[]) => {
  const result = readToSign(payloads);
  return result.ok ? 'OK' : result.code;
};

describe('what the signing window accepts', () => {
  test('a verdict alone, with the digest of exactly the bytes given', () => {
    const result = readToSign([verdict]);
    expect(result.ok && result.value.verdict.sha256).toBe(sha256Hex(verdict));
    expect(result.ok && result.value.certificate).toBe(null);
  });

  test('a verdict with its certificate', () => {
    expect(codeOf([verdict, certificate])).toBe('OK');
  });
});

describe('what the signing window refuses', () => {
  test('nothing at all', () => expect(codeOf([])).toBe('NOTHING_TO_SIGN'));

  test('bytes that are no statement', () => expect(codeOf([utf8('{"payload":"trust me"}')])).toBe('PAYLOAD_UNREADABLE'));

  test('a duplicate key, which another reader might read the other way', () =>
    expect(codeOf([spliced(verdict, '"outcome":', '"outcome":"pass",')])).toBe('PAYLOAD_UNREADABLE'));

  test('an unknown field of the predicate, of a nested object, of a subject, and beside the predicate', () => {
    expect(codeOf([spliced(verdict, '"number":', '"also":"signed",')])).toBe('UNKNOWN_FIELD');
    expect(codeOf([spliced(verdict, '"uscc":', '"also":"signed",')])).toBe('UNKNOWN_FIELD');
    expect(codeOf([spliced(verdict, '"sm3":', '"md5":"00",')])).toBe('UNKNOWN_FIELD');
    expect(codeOf([spliced(verdict, '"predicateType":', '"also":"signed",')])).toBe('UNKNOWN_FIELD');
  });

  test('an unknown field names its path, for the details that a person copies', () => {
    const result = readToSign([spliced(verdict, '"uscc":', '"also":"signed",')]);
    expect(result.ok ? '' : result.detail).toContain('predicate.developer.also');
  });

  test('an optional field whose value the format does not allow', () =>
    expect(codeOf([utf8(fromUtf8(verdict).replace('"round":2', '"round":"two"'))])).toBe('UNKNOWN_FIELD'));

  test('another kind in either place', () => {
    expect(codeOf([certificate])).toBe('NOT_A_VERDICT');
    expect(codeOf([verdict, verdict])).toBe('NOT_A_CERTIFICATE');
    expect(codeOf([verdict, certificate, certificate])).toBe('NOT_A_CERTIFICATE');
  });

  test('a certificate of other bytes', () => {
    const other = verdictPayload({ ...verdictPredicate(), round: 3 });
    expect(codeOf([other, certificate])).toBe('CERTIFICATE_MISMATCH');
  });

  const differing: Record<string, Partial<ReturnType<typeof certificatePredicate>>> = {
    'a better outcome': { outcome: 'pass' },
    'another number': { number: '齐数审〔2026〕7C1E-0138号' },
    'a condition for recipients left out': { conditions: [] },
    'a condition the verdict does not have': {
      conditions: [
        ...(certificatePredicate(verdict).conditions ?? []),
        { text: '可以转供', owner: '示例供热调度站 李示例', due: null, binds: 'recipient' },
      ],
    },
    'another product': { product: { ...verdictPredicate().product, version: '2026Q4' } },
    'no term': { validUntil: null },
    'a wider coverage': { coverage: { kind: 'files' } },
    'practice made real': { practice: true },
    'something not checked that the verdict does not name': { notChecked: ['别的'] },
    'another developer': { developer: { name: '甲川信息技术有限公司' } },
  };
  test.each(Object.entries(differing))('a certificate with %s', (_, change) => {
    expect(codeOf([verdict, certificatePayload({ ...certificatePredicate(verdict), ...change })])).toBe('CERTIFICATE_MISMATCH');
  });
});

describe('a problem report', () => {
  const report = () =>
    buildStatement('incident', {
      suite: 'ed25519',
      subject: [bytesSubject('附表.csv', utf8('示例'))],
      predicate: {
        what: '协议以外的列有手机号码 30 格',
        trigger: 'problem',
        severity: 4,
        discoveredAt: '2026-11-23T03:02:00.000Z' as Timestamp,
        stopped: null,
        planStartedAt: null,
        recipients: [{ body: 'bureau', channel: '报送', deliveredAt: null, acknowledgement: null }],
        measures: '已锁住',
      },
    });

  test('is read alone, with the digest of exactly the bytes given', () => {
    const read = readIncident([report()]);
    expect(read?.ok && read.value.sha256).toBe(sha256Hex(report()));
  });

  test('is no verdict, stands beside none, and says nothing that the window does not know', () => {
    expect(codeOf([report()])).toBe('NOT_A_VERDICT');
    expect(codeOf([verdict, report()])).toBe('NOT_A_CERTIFICATE');
    expect([readIncident([verdict]), readIncident([report(), report()]), readIncident([])]).toEqual([null, null, null]);
    expect(readIncident([spliced(report(), '"trigger":', '"also":"signed",')])).toMatchObject({ ok: false, code: 'UNKNOWN_FIELD' });
  });
});
