// What the three samples must come to, as far as answers decide it: the reviewer's answers to the defects planted in each, and the outcome that the
// rules leave open.
import { assessmentGaps, completeAssessment } from '@shared/assessment/completeness';
import { missingPapers } from '@shared/assessment/intake';
import type { AnswerDraft, AssessmentDraft, FindingDraft, Registration } from '@shared/assessment/model';
import { type Context, openOutcomes, outcomes } from '@shared/assessment/outcomes';
import { signaturesRequired } from '@shared/assessment/signatures';
import { basisInputs } from '@shared/assessment/subject';
import { validUntil } from '@shared/assessment/summary';
import { itemOf } from '@shared/checklist/edition';
import { basisOptions } from '@shared/regulation/basis';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { AFTER_LAPSE, answered, assessmentOf, contextFor, decided, finding, graded, sampleRegistration } from './support';

/** 不符合 with one finding each, at the default severity of the item and already occurred. */
function defects(registration: Registration, items: readonly string[], more: Readonly<Record<string, AnswerDraft>> = {}): AssessmentDraft {
  const findings: FindingDraft[] = items.map((item) => finding(`f-${item}`, item, graded((itemOf(edition, item)?.severity ?? 4) as 4, 5)));
  return assessmentOf(registration, { ...Object.fromEntries(items.map((item) => [item, answered('non-compliant')])), ...more }, findings);
}
const closers = (assessment: AssessmentDraft, context: Context): string[] => [
  ...new Set(outcomes(assessment, edition, context).pass.reasons.map(({ item, material }) => item ?? material ?? '')),
];
const ties = (assessment: AssessmentDraft) => assessment.findings.map(({ id }) => ({ text: '示例整改', finding: id, due: '2026-12-23' }));
const condition = { topic: 'purpose', text: '只用于约定场景', owner: '接收方', due: '2026-12-31', binds: 'recipient' } as const;

describe('heating index', () => {
  const registration = sampleRegistration('heating-index');
  // The station number looks like a mobile; the author's name stands in the PDF.
  const assessment = assessmentOf(registration, { 'r4-04': answered('non-compliant') }, [
    finding('m:station', 'r2-01', { origin: 'machine', disposition: 'overruled', reason: '站点编号，不是手机号码' }),
    finding('f-author', 'r4-04', { ...graded(2, 5), reason: '仅作者姓名一处' }),
  ]);

  test('passes with one signature: one finding overruled, one low accepted', () => {
    const context = contextFor(registration);
    const pass = decided(assessment, { outcome: 'pass' });
    expect(openOutcomes(outcomes(assessment, edition, context))).toEqual(['pass', 'pass-with-conditions', 'return']);
    expect(assessmentGaps(pass, edition, context)).toEqual([]);
    expect(signaturesRequired(pass, edition, []).count).toBe(1);
  });

  test('passes after the lapse too, with the national norm as a reference for the heating firm’s data', () => {
    const context = contextFor(registration, AFTER_LAPSE);
    const method = basisOptions(context.basis, basisInputs(registration)).find(({ choice }) => choice === 'method');
    expect(method?.sources.map(({ catalogueCode, use }) => [catalogueCode, use])).toEqual([
      ['QQ-0417', 'reference'],
      ['QQ-0102', 'ground'],
      ['QQ-0233', 'ground'],
    ]);
    expect(completeAssessment(decided(assessment, { outcome: 'pass', basis: 'method' }), edition, context).complete).toBe(true);
    expect(signaturesRequired(decided(assessment, { outcome: 'pass', basis: 'method' }), edition, []).count).toBe(1);
  });
});

describe('bus trips, version 1', () => {
  const registration = sampleRegistration('bus-trips');
  const named = ['raw-03', 'r1-02', 'r1-04', 'r1-06', 'r2-02', 'r2-03', 'r2-04'];
  const others = ['pre-13', 'r2-05', 'r3-01'];

  test('is returned or rejected; both passes are closed by every planted defect', () => {
    const context = contextFor(registration);
    const assessment = defects(registration, [...named, ...others], { 'raw-01': answered('not-verified', '指纹尚未比对') });
    const all = outcomes(assessment, edition, context);
    expect(openOutcomes(all)).toEqual(['return', 'reject']);
    const hard = all.pass.reasons.filter(({ code }) => code === 'HARD_STOP').map(({ item }) => item);
    expect(hard).toEqual(named);
    expect(closers(assessment, context)).toEqual(expect.arrayContaining([...named, ...others, 'raw-01']));
    const returned = decided(assessment, { outcome: 'return', rectification: ties(assessment) });
    expect(assessmentGaps(returned, edition, context)).toEqual([]);
    expect(returned.decision.rectification).toHaveLength(10);
  });

  test('is stopped by raw data as soon as the fingerprint is measured', () => {
    const assessment = defects(registration, ['raw-01', ...named]);
    expect(outcomes(assessment, edition, contextFor(registration)).pass.reasons[0]).toMatchObject({
      code: 'HARD_STOP',
      item: 'raw-01',
      rule: { clause: '第十七条第一款', mark: 'V' },
    });
  });
});

test('bus trips, version 2, may pass with conditions as a series', () => {
  const registration = sampleRegistration('bus-trips', '2');
  const draft = decided(assessmentOf(registration), { outcome: 'pass-with-conditions', conditions: [condition] });
  expect(assessmentGaps(draft, edition, contextFor(registration))).toEqual([]);
  expect(validUntil(registration)).toMatchObject({ because: 'coverage', day: '2027-05-31' });
});

describe('credit score', () => {
  test('version 1 is returned or rejected, and its missing papers are named', () => {
    const registration = sampleRegistration('credit-score-api');
    const planted = [
      'pre-13',
      'r1-01',
      'r1-02',
      'r1-06',
      'r2-01',
      'r2-07',
      'r2-08',
      'r3-02',
      'r3-04',
      'r3-05',
      'r4-02',
      'r4-03',
      'r4-04',
      'r4-09',
    ];
    const assessment = defects(registration, planted);
    const context = contextFor(registration);
    expect(openOutcomes(outcomes(assessment, edition, context))).toEqual(['return', 'reject']);
    expect(missingPapers(registration, edition).map(({ id }) => id)).toEqual([
      'emergency-plan',
      'cross-border-proof',
      'personal-basis',
      'financial-risk-note',
    ]);
    expect(closers(assessment, context)).toEqual(expect.arrayContaining([...planted, 'emergency-plan']));
    expect(assessmentGaps(decided(assessment, { outcome: 'return', rectification: ties(assessment) }), edition, context)).toEqual([]);
  });

  test('version 2 may pass with conditions, until the end of the agreement', () => {
    const registration = sampleRegistration('credit-score-api', '2');
    const draft = decided(assessmentOf(registration), { outcome: 'pass-with-conditions', conditions: [condition] });
    expect(assessmentGaps(draft, edition, contextFor(registration))).toEqual([]);
    expect(validUntil(registration)?.at).toBe('2026-12-31T15:59:59.999Z');
  });
});
