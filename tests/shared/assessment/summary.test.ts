import { completeAssessment } from '@shared/assessment/completeness';
import { filingReminder, intakeRows, resubmissions, supplementNotice } from '@shared/assessment/intake';
import type { Registration } from '@shared/assessment/model';
import { signaturesRequired } from '@shared/assessment/signatures';
import { hardStops, notCheckedList, residual, validUntil } from '@shared/assessment/summary';
import { verdictParts } from '@shared/assessment/verdict-parts';
import { supplementParagraphs } from '@shared/assessment/wording';
import { describe, expect, test } from 'vitest';
import { edition } from '../../support/shipped-edition';
import { AFTER_LAPSE, answered, assessmentOf, contextFor, decided, finding, graded, sampleRegistration } from './support';

const registration = sampleRegistration('heating-index');
const amended = (changes: Partial<Registration>): Registration => ({ ...registration, ...changes });

describe('how many must sign', () => {
  const required = (assessment: Parameters<typeof signaturesRequired>[0]) => {
    const { count, byEdition, reasons } = signaturesRequired(assessment, edition, []);
    return [count, byEdition, reasons.join()];
  };
  const made = (maker: 'developer' | 'operator' | 'joint') => amended({ product: { ...registration.product, maker } });
  test('one for a developer’s product, two where the operator took part, two for an internal opinion', () => {
    expect(required(decided(assessmentOf(registration), { outcome: 'pass' }))[0]).toBe(1);
    expect(required(decided(assessmentOf(made('operator')), { outcome: 'pass' }))).toEqual([2, 2, 'MAKER']);
    expect(required(decided(assessmentOf(made('joint')), { outcome: 'pass' }))).toEqual([2, 2, 'MAKER']);
    expect(required(decided(assessmentOf(registration), { outcome: 'pass', basis: 'internal' }))).toEqual([2, 2, 'BASIS']);
  });
  test('two when a pass accepts a medium risk, which the edition’s own number does not show; one when it is returned', () => {
    const medium = assessmentOf(registration, { 'r4-04': answered('non-compliant') }, [finding('f-1', 'r4-04', graded(3, 5))]);
    expect(required(decided(medium, { outcome: 'pass' }))).toEqual([2, 1, 'ACCEPTED_MEDIUM_RISK']);
    expect(required(decided(medium, { outcome: 'return' }))[0]).toBe(1);
  });
});

describe('until when a pass holds', () => {
  const until = (changes: Partial<Registration>) => {
    const end = validUntil(amended(changes));
    return [end?.at, end?.because];
  };
  const coverage = { ...registration.coverage, kind: 'series' as const, from: '2026-07-01', to: '2027-05-31' };
  const offered = { ...registration.product, offeredUntil: '' };
  test('is the last instant in Shanghai of the earliest end', () => {
    expect(until({ product: offered })).toEqual(['2027-12-31T15:59:59.999Z', 'agreement']);
    expect(until({ product: offered, coverage })).toEqual(['2027-05-31T15:59:59.999Z', 'coverage']);
    expect(until({ product: offered, authorisation: { ...registration.authorisation, validTo: '2026-12-31' } })[1]).toBe('authorisation');
    expect(until({ product: { ...registration.product, offeredUntil: '2027-01-31' } })[1]).toBe('offer');
    expect(until({ product: { ...offered, maker: 'operator' } })).toEqual(['2028-05-31T15:59:59.999Z', 'authorisation']);
  });
});

describe('what nobody checked', () => {
  test('is each 未核实 with its reason, each scope of which one side is not registered, and what the analyses left out, once', () => {
    const assessment = assessmentOf(registration, { 'raw-01': answered('not-verified', '没有指纹') });
    expect(notCheckedList(assessment, edition, 'zh', { seen: [], notChecked: ['说明.pdf 的图片', '说明.pdf 的图片'] })).toEqual([
      '原-1 不含原始数据的记录（未核实）：没有指纹',
      '供给对申请没有对照字段：有一边没有登记',
      '说明.pdf 的图片',
    ]);
  });
});

describe('what is left', () => {
  const assessment = assessmentOf(
    registration,
    { 'r4-04': answered('non-compliant'), 'r1-02': answered('non-compliant'), 'r2-01': answered(null) },
    [finding('f-1', 'r4-04', graded(2, 5)), finding('f-2', 'r1-02', graded(4, 5))],
  );
  test('is counted per section with the highest residual level', () => {
    const rows = new Map(residual(assessment, edition, []).map((row) => [row.section, row]));
    expect([rows.get('r4')?.highest, rows.get('r4')?.accepted, rows.get('r1')?.highest, rows.get('r1')?.unacceptable]).toEqual([
      'low',
      1,
      'high',
      1,
    ]);
    expect(rows.get('r2')?.answers.unanswered).toBe(1);
    expect(rows.get('pre')?.highest).toBeNull();
  });
  test('hard stops say which stop, which are clear and which are open questions', () => {
    const states = new Map(hardStops(assessment, edition, []).map(({ item, state }) => [item.id, state]));
    expect([states.get('r1-02'), states.get('r2-01'), states.get('raw-01'), states.has('r4-04')]).toEqual([
      'stops',
      'unanswered',
      'clear',
      false,
    ]);
  });
});

describe('the verdict’s part', () => {
  test('carries answers in the order of the edition, findings with acceptability, and only the lists of its outcome', () => {
    const findings = [
      finding('m:1', 'r2-01', { origin: 'machine', disposition: 'overruled', severity: null, likelihood: null, reason: '是站点编号' }),
      finding('f-1', 'r4-04', graded(2, 5)),
    ];
    const draft = decided(assessmentOf(registration, { 'r4-04': answered('non-compliant') }, findings), {
      outcome: 'pass',
      rectification: [{ text: '旧稿', finding: 'f-1', due: '2026-12-07' }],
      grounds: ['旧稿'],
    });
    const completion = completeAssessment(draft, edition, contextFor(registration));
    if (!completion.complete) throw new Error(JSON.stringify(completion.gaps));
    const parts = verdictParts(completion.assessment, edition, { seen: [], notChecked: [] });
    expect(parts.answers.map(({ item }) => item)).toEqual(edition.items.map(({ id }) => id).filter((id) => id in draft.answers));
    expect(
      parts.findings.map(({ id, risk, alsoRisks, acceptable, disposition }) => [id, risk, alsoRisks, acceptable, disposition]),
    ).toEqual([
      ['m:1', '（二）', [], true, 'overruled'],
      ['f-1', '（四）', ['（二）'], true, 'accepted'],
    ]);
    expect([parts.conditions, parts.rectification, parts.grounds, parts.reviewBy]).toEqual([[], [], [], null]);
    expect(parts.validUntil).toBe('2027-12-31T15:59:59.999Z');
  });

  test('of a return holds no end of validity', () => {
    const draft = decided(assessmentOf(registration, { 'r1-02': answered('non-compliant') }, [finding('f-1', 'r1-02')]), {
      outcome: 'return',
      basis: 'method',
      rectification: [{ text: '删去', finding: 'f-1', due: '2027-04-01' }],
    });
    const completion = completeAssessment(draft, edition, contextFor(registration, AFTER_LAPSE));
    if (!completion.complete) throw new Error(JSON.stringify(completion.gaps));
    const parts = verdictParts(completion.assessment, edition, { seen: [], notChecked: [] });
    expect([parts.validUntil, parts.rectification.length]).toEqual([null, 1]);
  });
});

describe('intake', () => {
  const credit = sampleRegistration('credit-score-api');
  const state = (of: Registration, id: string) => intakeRows(of, edition).find(({ material }) => material.id === id)?.state;

  test('says of each paper present, missing, or not needed with the reason of the edition or the person', () => {
    expect([state(credit, 'emergency-plan'), state(credit, 'fingerprint'), state(credit, 'product-manual')]).toEqual([
      'missing',
      'not-needed',
      'present',
    ]);
    expect(intakeRows(credit, edition).find(({ material }) => material.id === 'shared-consent')).toMatchObject({
      state: 'not-needed',
      because: ['NO_SHARED_SOURCE'],
      gap: null,
    });
  });

  test('keeps a paper that came although nobody asked for it', () => {
    const extra = {
      ...credit,
      materials: [...credit.materials, { id: 'shared-consent', state: 'present' as const, reason: '', evidence: ['d'.repeat(64)] }],
    };
    expect(state(extra, 'shared-consent')).toBe('present');
  });

  test('one notice lists everything that is missing, and there is none when nothing is', () => {
    const words = { operator: '示例数据运营有限公司', day: '2026-11-23', due: '2026-12-03' };
    const notice = supplementNotice(credit, edition, words);
    expect(notice?.lines.map(({ material }) => material)).toEqual([
      'emergency-plan',
      'cross-border-proof',
      'personal-basis',
      'financial-risk-note',
    ]);
    expect(notice && supplementParagraphs(notice, 'zh').at(-2)).toBe('以上为全部缺件。此后不再以缺少其他送审材料为由要求补正。');
    expect(supplementNotice(registration, edition, words)).toBeNull();
  });

  test('the filing reminder follows article 14 alone', () => {
    expect(filingReminder(registration).due).toBe(false);
    expect(filingReminder(amended({ developer: { ...registration.developer, reportedOn: '' } })).due).toBe(true);
    const own = {
      product: { ...registration.product, maker: 'operator' as const },
      developer: { ...registration.developer, reportedOn: '' },
    };
    expect(filingReminder(amended(own)).due).toBe(false);
  });

  test('a resubmission is told by equal digests of delivered files, most alike first', () => {
    const file = (sha256: string, role = 'delivered') => ({ sha256, role });
    const earlier = (dossier: string, ...digests: string[]) => ({
      dossier,
      product: '示例',
      version: '1',
      outcome: 'return',
      files: digests.map((sha256) => ({ sha256, name: sha256 })),
    });
    const found = resubmissions(
      [file('a'), file('b'), file('p', 'paper')],
      [earlier('one', 'a'), earlier('two', 'a', 'b'), earlier('three', 'p', 'z')],
    );
    expect(found.map(({ earlier: { dossier }, equal, share }) => [dossier, equal.length, share])).toEqual([
      ['two', 2, 1],
      ['one', 1, 0.5],
    ]);
  });
});
