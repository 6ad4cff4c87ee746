import { isSafeName, visibleName } from '@shared/attestation/names';
import { formatVerdictNumber, numberAsFileName, numberYear, parseVerdictNumber, seriesOf } from '@shared/attestation/number';
import { buildStatement, type PredicateInput, readStatement, unknownFields } from '@shared/attestation/statements/statement';
import { bytesSubject, isSubject, keySubject } from '@shared/attestation/statements/subjects';
import { generatePrivateKey, publicKeyOf } from '@shared/attestation/suites';
import { toHex, utf8 } from '@shared/basics/bytes';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';
import { makeWorld, payloadOf, random32 } from '../../support/attested-world';

const world = makeWorld();
const payload = payloadOf(world.verdict);
const text = new TextDecoder().decode(payload);
const altered = (change: (statement: Record<string, unknown> & { predicate: Record<string, unknown> }) => void): Uint8Array => {
  const statement = JSON.parse(text);
  change(statement);
  return utf8(JSON.stringify(statement));
};

describe('a statement', () => {
  it('is built with its members in one order and without white space', () => {
    expect(text.startsWith('{"_type":"https://in-toto.io/Statement/v1","subject":[{"name":"index.csv","digest":{"sha256":"')).toBe(true);
    expect(text).toContain('"predicateType":"urn:shiqi:verdict:v1","predicate":{"number":"');
    expect(JSON.stringify(JSON.parse(text))).toBe(text);
  });

  it('carries sm3 for an SM2 signer and for no other', () => {
    const build = (suite: 'sm2' | 'ed25519') =>
      JSON.parse(
        new TextDecoder().decode(
          buildStatement('report', {
            suite,
            subject: [bytesSubject('report.pdf', utf8('x'))],
            predicate: { verdict: { sha256: world.verdictDigest } },
          }),
        ),
      );
    expect(Object.keys(build('sm2').subject[0].digest)).toEqual(['sha256', 'sm3']);
    expect(Object.keys(build('ed25519').subject[0].digest)).toEqual(['sha256']);
    const bare = { name: 'report.pdf', digest: { sha256: world.verdictDigest } };
    expect(() =>
      buildStatement('report', { suite: 'sm2', subject: [bare], predicate: { verdict: { sha256: world.verdictDigest } } }),
    ).toThrow('sm3');
  });

  it('is not built with a field that the format does not know, nor without one that it demands', () => {
    const build = (predicate: object) =>
      buildStatement('verdict', {
        suite: 'ed25519',
        subject: [bytesSubject('a', utf8('a'))],
        predicate: predicate as PredicateInput<'verdict'>,
      });
    expect(() => build({ ...world.predicate, extra: 1 })).toThrow('predicate.extra');
    expect(() => build({ ...world.predicate, product: { ...world.predicate.product, colour: 'red' } })).toThrow('predicate.product.colour');
    // A shown field of the wrong shape would be lost in silence: the builder refuses it too.
    expect(() => build({ ...world.predicate, round: 'second' })).toThrow('predicate.round');
    expect(() => build({ ...world.predicate, number: undefined })).toThrow();
  });

  it('keeps unknown fields readable, shows them raw, and names them for the signing window', () => {
    const later = altered((statement) => {
      statement.predicate.later = { deep: 1 };
      (statement.predicate.product as Record<string, unknown>).colour = 'red';
      statement.note = 'x';
    });
    const read = readStatement(later);
    expect(read).toMatchObject({ ok: true, value: { kind: 'verdict' } });
    if (read.ok) expect(read.value.raw).toMatchObject({ later: { deep: 1 } });
    expect(unknownFields(later)).toEqual({ ok: true, value: ['predicate.product.colour', 'predicate.later', 'note'] });
    expect(unknownFields(payload)).toEqual({ ok: true, value: [] });
  });

  it('is judged by its marked fields: another shape elsewhere is shown, not refused', () => {
    const odd = altered((statement) => {
      statement.predicate.findings = 'several';
      statement.predicate.coverage = { kind: 'galaxy' };
    });
    const read = readStatement(odd);
    expect(read.ok && read.value.kind === 'verdict' && read.value.predicate.findings).toBeUndefined();
    const unknown = unknownFields(odd);
    expect(unknown.ok && unknown.value.toSorted()).toEqual(['predicate.coverage', 'predicate.findings']);
  });

  it.each<[string, Parameters<typeof altered>[0]]>([
    ['STATEMENT_MALFORMED', (s) => delete s.predicate.outcome],
    [
      'STATEMENT_MALFORMED',
      (s) => {
        s.predicate.decidedAt = '2026-11-20T08:00:00Z';
      },
    ],
    [
      'STATEMENT_MALFORMED',
      (s) => {
        s.predicate.reviewers = [];
      },
    ],
    [
      'STATEMENT_MALFORMED',
      (s) => {
        s.predicate.outcome = 'maybe';
      },
    ],
    [
      'STATEMENT_MALFORMED',
      (s) => {
        s._type = 'https://in-toto.io/Statement/v0.1';
      },
    ],
    [
      'STATEMENT_MALFORMED',
      (s) => {
        s.subject = [];
      },
    ],
    [
      'STATEMENT_KIND_UNKNOWN',
      (s) => {
        s.predicateType = 'urn:shiqi:poem:v1';
      },
    ],
    [
      'STATEMENT_KIND_UNKNOWN',
      (s) => {
        s.predicateType = 'urn:other:verdict:v1';
      },
    ],
    [
      'STATEMENT_VERSION_UNSUPPORTED',
      (s) => {
        s.predicateType = 'urn:shiqi:verdict:v2';
      },
    ],
    [
      'STATEMENT_NAME_UNSAFE',
      (s) => {
        s.subject = [{ ...(s.subject as object[])[0], name: '../x' }];
      },
    ],
    [
      'STATEMENT_NAME_UNSAFE',
      (s) => {
        s.subject = [(s.subject as object[])[0], (s.subject as object[])[0]];
      },
    ],
  ])('is refused with %s', (code, change) => {
    expect(readStatement(altered(change))).toMatchObject({ ok: false, code });
  });

  it('of a pass on the internal basis has no certificate', () => {
    const certificate = JSON.parse(new TextDecoder().decode(payloadOf(world.certificate ?? new Uint8Array())));
    certificate.predicate.basis.chosen = 'internal';
    expect(readStatement(utf8(JSON.stringify(certificate)))).toMatchObject({ code: 'STATEMENT_MALFORMED' });
    certificate.predicate.basis.chosen = null;
    certificate.predicate.outcome = 'return';
    expect(readStatement(utf8(JSON.stringify(certificate)))).toMatchObject({ code: 'STATEMENT_MALFORMED' });
  });
});

describe('subjects', () => {
  it('of a key are digests of its DER, so that sha256 is the keyid', () => {
    const key = publicKeyOf(generatePrivateKey('sm2', random32));
    expect(keySubject('林审一', key).digest.sha256).toBe(key.keyid);
    expect(isSubject(keySubject('x', key), key.der)).toBe(true);
  });

  it('must fit in every digest that is present and known', () => {
    const subject = bytesSubject('a', utf8('a'));
    expect(isSubject(subject, utf8('a'))).toBe(true);
    expect(isSubject({ ...subject, digest: { ...subject.digest, sm3: toHex(new Uint8Array(32)) } }, utf8('a'))).toBe(false);
    expect(isSubject({ name: 'a', digest: { sha256: subject.digest.sha256 } }, utf8('a'))).toBe(true);
  });
});

describe('names', () => {
  it.each(['a.csv', '数据/指数.csv', 'a b', '‹U+202E›x', '..x', 'x..'])('%j is safe', (name) => {
    expect(isSafeName(name)).toBe(true);
  });
  it.each([
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '..',
    'a/../b',
    'a\\b',
    'c:a',
    'a\u0000',
    'a\u202eb',
    'a\u200bb',
    'e\u0301',
    '\u{E0041}',
    'x'.repeat(256),
  ])('%j is not', (name) => {
    expect(isSafeName(name)).toBe(false);
  });
  it('that hide something stand with it spelled out, and are safe then', () => {
    expect(visibleName('报告\u202Efdp.exe')).toBe('报告‹U+202E›fdp.exe');
    for (const name of ['a\u202eb', '../x', '/etc/x', 'a\\b', 'e\u0301', 'a\u0007']) expect(isSafeName(visibleName(name)), name).toBe(true);
  });
});

describe('the verdict number', () => {
  it('is written and read in the one form', () => {
    const number = { series: '齐数审', year: 2026, workstation: '7C1E', n: 134 } as const;
    expect(formatVerdictNumber(number)).toBe('齐数审〔2026〕7C1E-0134号');
    expect(parseVerdictNumber('齐数审〔2026〕7C1E-0134号')).toEqual({ ok: true, value: number });
    expect(formatVerdictNumber({ ...number, series: '齐数审法', workstation: 'ab12ff', n: 12345 })).toBe('齐数审法〔2026〕AB12-12345号');
    expect(numberAsFileName(number)).toBe('齐数审-2026-7C1E-0134');
  });
  it.each([
    '齐数审〔2026〕7C1E-134号',
    '齐数审〔2026〕7c1e-0134号',
    '齐数审(2026)7C1E-0134号',
    '齐数审〔2026〕7C1E-00134号',
    '齐数审〔2026〕7C1E-0000号',
    '演练〔2026〕7C1E-0001号 ',
  ])('refuses %j', (bad) => {
    expect(parseVerdictNumber(bad)).toMatchObject({ code: 'NUMBER_MALFORMED' });
  });
  it('takes its series from practice and basis, and its year from the calendar in Shanghai', () => {
    expect(seriesOf({ practice: true, chosenBasis: 'method' })).toBe('演练');
    expect(seriesOf({ practice: false, chosenBasis: 'method' })).toBe('齐数审法');
    expect(seriesOf({ practice: false, chosenBasis: 'successor' })).toBe('齐数审');
    expect(numberYear(Date.parse('2026-12-31T15:59:59Z') as Instant)).toBe(2026);
    expect(numberYear(Date.parse('2026-12-31T16:00:00Z') as Instant)).toBe(2027);
  });
});
