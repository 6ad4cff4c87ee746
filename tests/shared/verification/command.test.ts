import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8 } from '@shared/basics/bytes';
import { writePackage } from '@shared/verification/zip/write-package';
import { afterAll, describe, expect, it } from 'vitest';
import { runVerifier } from '../../../src-verifier/command';
import { EMPTY_DESK, putDown, verifyDesk } from '../../../src-verifier/page/desk';
import { DECIDED, makeWorld, PRODUCT } from '../../support/attested-world';

const folder = mkdtempSync(join(tmpdir(), 'shiqi-command-'));
afterAll(() => rmSync(folder, { recursive: true }));
const world = makeWorld({ withReceipt: false });
const put = (name: string, bytes: Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};
const report = put('a.shiqi-report.zip', writePackage(world.report));
const certificate = put('a.shiqi-certificate.zip', writePackage(world.certificatePackage ?? new Map()));
const withdrawn = put('w.shiqi-report.zip', writePackage(new Map([...world.report, ['withdrawals/1.dsse.json', world.withdraw()]])));
const altered = put('b.shiqi-report.zip', writePackage(new Map([...world.report, ['report.pdf', PRODUCT]])));
const trust = put('trust.json', utf8(JSON.stringify(world.bureau.trust)));
const product = put('any name.csv', PRODUCT);
const verdict = put('verdict.dsse.json', world.verdict);
const key = put('key.pem', utf8(world.people[0]?.signer.publicKey.pem ?? ''));
const enrolment = put('enrolment.dsse.json', world.report.get('enrolments/R-001.dsse.json') ?? new Uint8Array());
const entries = put('entries.jsonl', world.ledger.bytes());
put('checkpoint', world.ledger.checkpoint());

function run(...argv: string[]): { code: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const code = runVerifier({
    argv,
    now: DECIDED,
    shippedTrust: null,
    language: 'zh',
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

describe('the verify command', () => {
  it.each<[number, string, string[]]>([
    [0, 'a report package', [report, '--trust', trust]],
    [
      0,
      'a certificate package beside its verdict and product',
      [certificate, '--trust', trust, '--verdict', verdict, '--product', product],
    ],
    [0, 'an envelope with its key and enrolment', [verdict, '--trust', trust, '--key', key, '--enrolment', enrolment]],
    [1, 'an altered package', [altered, '--trust', trust]],
    [1, 'a product file that was not reviewed', [report, '--trust', trust, '--product', trust]],
    [2, 'no file of ours', [product]],
    [3, 'a package without trust', [report]],
    [4, 'a withdrawn verdict', [withdrawn, '--trust', trust]],
    [64, 'no file', []],
    [64, 'two files', [report, report]],
    [64, 'an unknown option', [report, '--force']],
    [64, 'an option without its value', [report, '--trust']],
    [64, 'a file that is not there', [join(folder, 'none.zip')]],
    [64, 'a trust file that is none', [report, '--trust', verdict]],
    [64, 'a key that is none', [report, '--key', trust]],
  ])('ends with %i for %s', (code, _, argv) => {
    expect(run(...argv).code).toBe(code);
  });

  it('says in words that nothing was received, and in JSON', () => {
    expect(run(report, '--trust', trust).out).toContain('已签署，没有回执');
    expect(run(report, '--trust', trust, '--lang', 'en').out).toContain('Signed, no receipt');
    const json = JSON.parse(run(report, '--trust', trust, '--json').out) as Record<string, unknown>;
    expect(json).toMatchObject({ v: 1, kind: 'report-package', result: 'valid', received: false, practice: false, notAfter: null });
    expect(Object.keys(json)).toEqual([
      'v',
      'kind',
      'result',
      'received',
      'practice',
      'notBefore',
      'notAfter',
      'signers',
      'checks',
      'notChecked',
      'facts',
    ]);
  });

  it('uses a checkpoint beside entries.jsonl unasked', () => {
    const result = JSON.parse(run(entries, '--json').out) as { checks: { check: string; code?: string }[] };
    expect(result.checks.find(({ check }) => check === 'checkpoint')?.code).toBe('KEY_MISSING');
  });

  it('never shows an outcome beside "invalid"', () => {
    expect(run(altered, '--trust', trust).out).not.toContain('审核结论');
    expect(run(report, '--trust', trust).out).toContain('审核结论（取自签名，不取自 PDF）: 通过');
  });
});

describe('the desk of the verifier page', () => {
  const file = (name: string, bytes: Uint8Array) => ({ name, bytes });
  const zip = file('a.shiqi-report.zip', writePackage(world.report));
  const dropped = [zip, file('trust.json', utf8(JSON.stringify(world.bureau.trust))), file('x.csv', PRODUCT)];

  it('finds out what each dropped file is for, in any order of trust and package', () => {
    const desk = dropped.reduce(putDown, EMPTY_DESK);
    expect(verifyDesk(desk, DECIDED)).toMatchObject({ result: 'valid' });
    expect(desk.products).toHaveLength(1);
    const [a, b, c] = dropped;
    const other = [b, a, c].flatMap((one) => one ?? []).reduce(putDown, EMPTY_DESK);
    expect(verifyDesk(other, DECIDED)).toMatchObject({ result: 'valid' });
  });

  it('forgets the last package’s files with a new package, and keeps the trust', () => {
    const desk = [...dropped, file('b.zip', writePackage(makeWorld().report))].reduce(putDown, EMPTY_DESK);
    expect(desk.products).toEqual([]);
    expect(desk.bureaus).toHaveLength(1);
    expect(verifyDesk(desk, DECIDED)?.result).toBe('signer-unknown');
    expect(verifyDesk(EMPTY_DESK, DECIDED)).toBeNull();
  });

  it('takes an unknown file beside a ledger for a file to verify, not for a product', () => {
    const desk = [file('entries.jsonl', world.ledger.bytes()), file('x.csv', PRODUCT)].reduce(putDown, EMPTY_DESK);
    expect(verifyDesk(desk, DECIDED)?.result).toBe('unreadable');
  });
});
