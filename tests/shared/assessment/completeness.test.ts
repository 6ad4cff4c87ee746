import { assessmentGaps, completeAssessment } from '@shared/assessment/completeness';
import type { Gap } from '@shared/assessment/gap';
import { type AssessmentDraft, type Decision, emptyRegistration, type FindingDraft, type Registration } from '@shared/assessment/model';
import { registrationGaps } from '@shared/assessment/registration-gaps';
import { gapText } from '@shared/assessment/wording';
import { assessmentTexts } from '@shared/texts/assessment';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { AFTER_LAPSE, answered, assessmentOf, contextFor, decided, finding, graded, sampleRegistration } from './support';

const registration = sampleRegistration('heating-index');
const context = contextFor(registration);
const passing = decided(assessmentOf(registration), { outcome: 'pass' });
const gaps = (assessment: AssessmentDraft, changes = {}): Gap[] => assessmentGaps(assessment, edition, { ...context, ...changes });
const codes = (assessment: AssessmentDraft, changes = {}): string[] => gaps(assessment, changes).map(({ code }) => code);
const where = (assessment: AssessmentDraft): string[] => gaps(assessment).map(({ code, item, field }) => `${code} ${item ?? field}`);
const amended = (change: (copy: Registration) => void): Registration => {
  const copy = structuredClone(registration);
  change(copy);
  return copy;
};

describe('a complete assessment', () => {
  test('has no gap and is narrowed', () => {
    const completion = completeAssessment(passing, edition, context);
    if (!completion.complete) throw new Error(JSON.stringify(completion.gaps));
    expect(completion.assessment.decision.outcome).toBe('pass');
    expect(completion.assessment.registration.agreement.sharingMode).toBe('controlled');
  });

  test.each(['heating-index', 'bus-trips', 'credit-score-api'] as const)('the registration of the sample %s can be filed', (sample) => {
    expect(registrationGaps(sampleRegistration(sample), edition)).toEqual([]);
    if (sample !== 'heating-index') expect(registrationGaps(sampleRegistration(sample, '2'), edition)).toEqual([]);
  });
});

describe('registration', () => {
  const gapsAfter = (change: (copy: Registration) => void): string[] =>
    registrationGaps(amended(change), edition).map(({ code, field, material }) => `${code} ${material ?? field}`);

  test('lists every gap of an empty form at once', () => {
    const empty = registrationGaps(emptyRegistration(), edition);
    const found = new Set(empty.map(({ code }) => code));
    for (const code of [
      'STATE_SECRETS_UNANSWERED',
      'FIELD_MISSING',
      'SOURCE_MISSING',
      'SHARING_MODE_MISSING',
      'MATERIAL_UNANSWERED',
      'FILES_MISSING',
    ]) {
      expect(found).toContain(code);
    }
    expect(empty.length).toBeGreaterThan(25);
  });

  test('asks nothing more once state secrets are involved', () => {
    expect(gapsAfter((copy) => Object.assign(copy.stateSecrets, { answer: 'involved' }))).toEqual([
      'STATE_SECRETS_INVOLVED stateSecrets.answer',
    ]);
  });

  test.each<[string, (copy: Registration) => void]>([
    ['USCC_INVALID developer.uscc', (copy) => Object.assign(copy.developer, { uscc: `${copy.developer.uscc.slice(0, 17)}X` })],
    ['DAY_INVALID authorisation.validTo', (copy) => Object.assign(copy.authorisation, { validTo: '2027-02-30' })],
    ['TERM_REVERSED agreement.term', (copy) => Object.assign(copy.agreement.term, { from: '2028-01-01' })],
    ['SHARING_MODE_MISSING agreement.sharingMode', (copy) => Object.assign(copy.agreement, { sharingMode: null })],
    ['SOURCE_MISSING sources', (copy) => copy.sources.splice(0)],
    ['FIELD_MISSING sources.1.providerKind', (copy) => Object.assign(copy.sources[1] ?? {}, { providerKind: null })],
    ['FILES_MISSING files', (copy) => copy.files.splice(0)],
    [
      'MATERIAL_REASON_MISSING fingerprint',
      (copy) => Object.assign(copy.materials.find(({ id }) => id === 'fingerprint') ?? {}, { reason: ' ' }),
    ],
    [
      'MATERIAL_WITHOUT_FILE field-list',
      (copy) => Object.assign(copy.materials.find(({ id }) => id === 'field-list') ?? {}, { evidence: [] }),
    ],
  ])('%s', (expected, change) => {
    expect(gapsAfter(change)).toContain(expected);
  });

  test('a series needs its frequency, term and bounds; a product of the operator needs no agreement', () => {
    const series = gapsAfter((copy) => Object.assign(copy.coverage, { kind: 'series' }));
    expect(series).toEqual(['frequency', 'from', 'to', 'bounds'].map((name) => `FIELD_MISSING coverage.${name}`));
    const operator = gapsAfter((copy) => {
      Object.assign(copy.product, { maker: 'operator' });
      Object.assign(copy.agreement, { id: '', scenario: '', fields: [] });
    });
    expect(operator).toEqual([]);
  });

  test('neither a missing filing nor an agreement without its seven contents is a gap of the form', () => {
    const change = (copy: Registration): void => {
      Object.assign(copy.developer, { reportedOn: '' });
      Object.assign(copy.agreement.contents, { profit: '' });
    };
    expect(gapsAfter(change)).toEqual([]);
  });
});

describe('answers and findings', () => {
  const withAnswer = (item: string, answer: Parameters<typeof answered>[0], reason: string, findings: readonly FindingDraft[] = []) =>
    decided(assessmentOf(registration, { [item]: answered(answer, reason) }, findings), { outcome: 'pass' });

  test('every item without an answer is listed at once', () => {
    const empty = decided({ ...passing, answers: {} }, { outcome: 'pass' });
    const listed = gaps(empty).filter(({ code }) => code === 'ITEM_UNANSWERED');
    expect(listed.map(({ item }) => item)).toEqual(Object.keys(passing.answers));
  });

  test.each([
    ['not-applicable', 'r1-05', 'REASON_MISSING'],
    ['not-verified', 'r1-05', 'REASON_MISSING'],
    ['compliant', 'r4-10', 'REASON_MISSING'],
  ] as const)('%s on %s without a reason is %s', (answer, item, code) => {
    expect(codes(withAnswer(item, answer, ' '))).toContain(code);
    expect(codes(withAnswer(item, answer, '理由'))).not.toContain(code);
  });

  test('where no machine looked, 符合 says what a person looked at', () => {
    const bare = withAnswer('r2-02', 'compliant', '');
    expect(codes(bare, { looked: [] })).toContain('HAND_LOOK_REASON_MISSING');
    expect(codes(bare, { looked: ['free-text'] })).toEqual([]);
  });

  test.each<[string, Partial<FindingDraft>]>([
    ['FINDING_PENDING', { origin: 'machine', disposition: null }],
    ['OVERRULE_REASON_MISSING', { origin: 'machine', disposition: 'overruled', reason: '' }],
    ['FINDING_TEXT_MISSING', { text: '' }],
    ['RESPONSIBLE_MISSING', { responsible: '' }],
    ['FINDING_NOT_GRADED', { severity: null }],
    ['LIKELIHOOD_LOWERED', { after: { severity: 2, likelihood: 2 }, measures: '措施' }],
    ['AFTER_ABOVE_BEFORE', { severity: 2, likelihood: 5, after: { severity: 3, likelihood: 5 } }],
    ['MEASURES_MISSING', { severity: 4, likelihood: 5, after: { severity: 2, likelihood: 5 } }],
  ])('%s', (code, changes) => {
    expect(codes(withAnswer('r4-04', 'non-compliant', '理由', [finding('f-1', 'r4-04', changes)]))).toContain(code);
  });

  test('a finding that stands against 符合, 不符合 without one, two of one id and one under no item are gaps', () => {
    expect(codes(withAnswer('r4-04', 'compliant', '理由', [finding('f-1', 'r4-04', graded(1, 1))]))).toContain('FINDING_AGAINST_ANSWER');
    expect(codes(withAnswer('r4-04', 'non-compliant', '理由'))).toContain('FINDING_MISSING');
    const twice = [finding('f-1', 'r4-04', graded(2, 5)), finding('f-1', 'r4-04', graded(2, 5))];
    expect(codes(withAnswer('r4-04', 'non-compliant', '理由', twice))).toContain('FINDING_ID_REPEATED');
    expect(codes(withAnswer('r4-04', 'compliant', '理由', [finding('f-9', 'r9-99')]))).toContain('FINDING_ITEM_UNKNOWN');
  });

  test('a prototype name is no answer', () => {
    const odd = { ...passing, answers: Object.assign(Object.create({ 'r1-01': answered('compliant') }), { ...passing.answers }) };
    delete odd.answers['r1-01'];
    expect(where(odd)).toContain('ITEM_UNANSWERED r1-01');
  });
});

describe('the decision', () => {
  const hardFinding = finding('f-1', 'r1-02');
  const failing = assessmentOf(registration, { 'r1-02': answered('non-compliant') }, [hardFinding]);
  const choose = (decision: Partial<Decision>, assessment = failing): string[] => codes(decided(assessment, decision));
  const item = { text: '删去该列', finding: 'f-1', due: '2026-12-07' };
  const condition = { topic: 'recipient', text: '不得再提供', owner: '产品开发主体', due: '2027-12-31', binds: 'recipient' } as const;

  test('must be taken, and only an open outcome may be', () => {
    expect(choose({})).toEqual(['OUTCOME_NOT_CHOSEN']);
    expect(choose({ outcome: 'pass' })).toEqual(['OUTCOME_CLOSED']);
    expect(choose({ outcome: 'return', rectification: [item] }, assessmentOf(registration))).toEqual([
      'OUTCOME_CLOSED',
      'RECTIFICATION_UNTIED',
    ]);
  });

  test('a return needs rectification items, each whole and tied to a finding or the item of a gap', () => {
    expect(choose({ outcome: 'return' })).toEqual(['RECTIFICATION_MISSING']);
    expect(choose({ outcome: 'return', rectification: [{ ...item, due: '' }] })).toEqual(['RECTIFICATION_INCOMPLETE']);
    expect(choose({ outcome: 'return', rectification: [item, { ...item, finding: 'f-2' }] })).toEqual(['RECTIFICATION_UNTIED']);
    expect(choose({ outcome: 'return', rectification: [item, { ...item, finding: 'r1-02' }] })).toEqual([]);
  });

  test('a rejection needs a ground in words', () => {
    expect(choose({ outcome: 'reject', grounds: [' '] })).toEqual(['GROUND_MISSING']);
    expect(choose({ outcome: 'reject', grounds: ['用途不能整改'] })).toEqual([]);
  });

  test('a pass with conditions needs at least one whole condition', () => {
    const clean = assessmentOf(registration);
    expect(choose({ outcome: 'pass-with-conditions' }, clean)).toEqual(['CONDITION_MISSING']);
    expect(choose({ outcome: 'pass-with-conditions', conditions: [{ ...condition, binds: null }] }, clean)).toEqual([
      'CONDITION_INCOMPLETE',
    ]);
    expect(choose({ outcome: 'pass-with-conditions', conditions: [condition] }, clean)).toEqual([]);
  });

  test('after the lapse every outcome needs a stated basis, before it none may be stated', () => {
    const after = contextFor(registration, AFTER_LAPSE);
    const returning = { outcome: 'return' as const, rectification: [item] };
    expect(codes(decided(failing, returning), after)).toEqual(['BASIS_NOT_CHOSEN']);
    expect(codes(decided(failing, { ...returning, basis: 'method' }), after)).toEqual([]);
    expect(choose({ ...returning, basis: 'method' })).toEqual(['BASIS_NOT_NEEDED']);
  });

  test('a dossier not filed, or answered under another edition, is a gap', () => {
    expect(codes({ ...passing, registeredAt: null })).toEqual(['NOT_FILED']);
    expect(codes({ ...passing, edition: { ...passing.edition, id: 'other' } })).toEqual(['EDITION_DIFFERS']);
  });
});

test('every gap has words in both languages that name its place', () => {
  const gapOf = (code: Gap['code']): Gap => ({ code, place: 'item', item: 'r1-02', finding: null, material: null, field: null });
  for (const code of Object.keys(assessmentTexts.zh.gapWhat) as Gap['code'][]) {
    for (const language of ['zh', 'en'] as const) {
      const { what, todo } = gapText(gapOf(code), edition, language);
      expect(what.length * todo.length, code).toBeGreaterThan(0);
    }
  }
  const field = (path: string): Gap => ({ ...gapOf('FIELD_MISSING'), place: 'registration', item: null, field: path });
  expect(gapText(field('sources.1.provider'), edition, 'zh').what).toContain('数据来源 2 · 提供单位');
});
