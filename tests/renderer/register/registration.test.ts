import { emptyApplication } from '@shared/assessment/application';
import { gap } from '@shared/assessment/gap';
import { type AssessmentDraft, emptyRegistration } from '@shared/assessment/model';
import type { CalendarDay } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';
import { typedDay } from '../../../src-renderer/components/day-input';
import { editRegistration, setMaterial } from '../../../src-renderer/features/register/edits';
import { addFiles, GATE_ITEM, prepareFiling, removeFile } from '../../../src-renderer/features/register/filing';
import { earlierAnswers, isEmptyPart, ownAgain, sameAnswer, takeOver } from '../../../src-renderer/features/register/inheritance';
import { numbered } from '../../../src-renderer/features/register/notice-pane';
import {
  gatePassed,
  gateUnclear,
  hindersFiling,
  inStepOrder,
  nextGap,
  stepOfGap,
  stepViews,
} from '../../../src-renderer/features/register/steps';
import { emptyDraft } from '../assess/drafts';

const TODAY = '2026-11-23' as CalendarDay;
const AT = '2026-11-23T02:00:00.000Z';
const missing = (field: string) => gap('FIELD_MISSING', 'registration', { field });

const filed = (id: string, change: (draft: AssessmentDraft) => AssessmentDraft = (draft) => draft): AssessmentDraft => {
  const draft = { ...emptyDraft(), id, registeredAt: '2026-09-12T02:00:00.000Z' };
  const registration = emptyRegistration();
  registration.authorisation = { ...registration.authorisation, number: '示授运〔2025〕1号', validTo: '2028-05-31' };
  registration.developer = { ...registration.developer, name: '示例公司', uscc: '91230299MA1XTNG01F' };
  registration.agreement = { ...registration.agreement, id: '示协-1', sharingMode: 'controlled', term: { from: '', to: '2027-06-30' } };
  registration.product = { ...registration.product, name: '月报', maker: 'developer' };
  registration.sources = [
    {
      catalogueCode: 'QQ-1',
      name: '',
      provider: '示例局',
      providerKind: 'organ',
      level: '',
      supplyNote: '',
      obtained: 'own',
      sharedConsent: '',
    },
  ];
  return change({ ...draft, registration });
};
const first = <T>(values: readonly T[]): T => {
  const [value] = values;
  if (value === undefined) throw new Error('nothing there');
  return value;
};

describe('the gate on state secrets', () => {
  it('is not passed by an answer that nobody gave at a known time', () => {
    const registration = emptyRegistration();
    registration.stateSecrets = { answer: 'none', ground: 'from a sample', answeredAt: null };
    expect(gatePassed(registration)).toBe(false);
    expect(gatePassed({ ...registration, stateSecrets: { ...registration.stateSecrets, answeredAt: AT } })).toBe(true);
  });

  it('stays closed when somebody was asked and could not say', () => {
    const registration = { ...emptyRegistration(), stateSecrets: { answer: null, ground: '', answeredAt: AT } };
    expect([gatePassed(registration), gateUnclear(registration)]).toEqual([false, true]);
  });
});

describe('gaps', () => {
  it('are mended in the step where the field stands: sharing mode beside coverage, maker beside developer', () => {
    const fields = [
      'stateSecrets.answer',
      'sources.0.provider',
      'developer.uscc',
      'product.maker',
      'agreement.fields',
      'agreement.sharingMode',
      'coverage.kind',
      'materials',
      'files',
    ];
    expect(fields.map((field) => stepOfGap({ field }))).toEqual([
      'secrets',
      'authorisation',
      'developer',
      'developer',
      'agreement',
      'product',
      'product',
      'intake',
      'files',
    ]);
  });

  it('are visited in the order of the steps, and missing papers do not hinder filing', () => {
    const gaps = [missing('files'), missing('materials'), missing('authorisation.number')];
    expect(inStepOrder(gaps).map((each) => each.field)).toEqual(['authorisation.number', 'materials', 'files']);
    expect(gaps.filter(hindersFiling).map((each) => each.field)).toEqual(['files', 'authorisation.number']);
  });

  it('go round in both directions and nowhere when none is left', () => {
    expect([nextGap(3, null, 1), nextGap(3, 2, 1), nextGap(3, null, -1), nextGap(3, 0, -1), nextGap(0, null, 1)]).toEqual([
      0,
      0,
      2,
      2,
      null,
    ]);
  });

  it('tell a step nobody has begun from one that is incomplete', () => {
    const draft = emptyDraft();
    const begun = editRegistration(draft, (registration) => ({
      ...registration,
      developer: { ...registration.developer, name: '示例公司' },
    }));
    const stateOf = (of: AssessmentDraft) => stepViews(of, [missing('developer.uscc')]).find((view) => view.step === 'developer')?.state;
    expect([stateOf(draft), stateOf(begun)]).toEqual(['open', 'gaps']);
  });
});

describe('what was answered once', () => {
  it('is offered from filed dossiers only, once per content, the newest first', () => {
    const older = filed('00000000-0000-4000-8000-00000000000a', (draft) => ({ ...draft, registeredAt: '2026-03-03T02:00:00.000Z' }));
    const draft = { ...filed('00000000-0000-4000-8000-00000000000c'), registeredAt: null };
    const newer = filed('00000000-0000-4000-8000-00000000000b');
    expect(
      earlierAnswers(emptyDraft(), [older, draft, newer], 'developer', TODAY, '林审一').map((each) => [each.dossier, each.answeredAt]),
    ).toEqual([[newer.id, '2026-09-12T02:00:00.000Z']]);
  });

  it('keeps its first date when it is passed on, so that it does not grow younger', () => {
    const origin = filed('00000000-0000-4000-8000-00000000000a');
    const offer = first(earlierAnswers(emptyDraft(), [origin], 'agreement', TODAY, '林审一'));
    const second = { ...takeOver(emptyDraft(), origin, offer), id: '00000000-0000-4000-8000-00000000000b', registeredAt: AT };
    expect(first(earlierAnswers(emptyDraft(), [second], 'agreement', TODAY, '周复二'))).toMatchObject({
      dossier: origin.id,
      answeredAt: '2026-09-12T02:00:00.000Z',
      answeredBy: '林审一',
    });
  });

  it('is marked lapsed after its last day and not before', () => {
    const origin = filed('00000000-0000-4000-8000-00000000000a');
    const lapsedOn = (day: string) => first(earlierAnswers(emptyDraft(), [origin], 'agreement', day as CalendarDay, '')).lapsed;
    expect([lapsedOn('2027-06-30'), lapsedOn('2027-07-01')]).toEqual([false, true]);
  });

  it('brings what its scenario applied for along with the agreement, and never over what stands already', () => {
    const application = { ...emptyApplication(), number: '示申-1', catalogue: ['QQ-1'] };
    const origin = filed('00000000-0000-4000-8000-00000000000a', (draft) => ({
      ...draft,
      registration: { ...draft.registration, application },
    }));
    const taken = (part: 'agreement' | 'developer', draft: AssessmentDraft) =>
      takeOver(draft, origin, first(earlierAnswers(draft, [origin], part, TODAY, ''))).registration.application;
    expect(taken('agreement', emptyDraft())).toEqual(application);
    expect(taken('developer', emptyDraft())).toEqual(emptyApplication());
    const own = { ...emptyApplication(), number: '示申-2' };
    expect(taken('agreement', { ...emptyDraft(), registration: { ...emptyRegistration(), application: own } })).toEqual(own);
  });

  it('brings sources and maker along, but never a sharing mode', () => {
    const origin = filed('00000000-0000-4000-8000-00000000000a');
    const offers = (['agreement', 'developer'] as const).map((part) => first(earlierAnswers(emptyDraft(), [origin], part, TODAY, '')));
    const taken = offers.reduce((draft, offer) => takeOver(draft, origin, offer), emptyDraft()).registration;
    expect([taken.agreement.id, taken.agreement.sharingMode, taken.sources.length, taken.product.maker]).toEqual([
      '示协-1',
      null,
      1,
      'developer',
    ]);
  });

  it('is this dossier’s own again as soon as it is changed by hand, and not by choosing a sharing mode', () => {
    const origin = filed('00000000-0000-4000-8000-00000000000a');
    const taken = takeOver(emptyDraft(), origin, first(earlierAnswers(emptyDraft(), [origin], 'agreement', TODAY, '')));
    const moded = editRegistration(taken, (r) => ({ ...r, agreement: { ...r.agreement, sharingMode: 'enclave' } }));
    const changed = editRegistration(moded, (r) => ({ ...r, agreement: { ...r.agreement, frequency: '每月' } }));
    expect([moded, changed, ownAgain(moded, 'agreement')].map((draft) => 'agreement' in draft.registration.inherited)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is recognised when the same was typed again', () => {
    const origin = filed('00000000-0000-4000-8000-00000000000a');
    const again = filed('00000000-0000-4000-8000-00000000000b');
    const offers = earlierAnswers(again, [origin], 'authorisation', TODAY, '');
    expect(sameAnswer(again, [origin], offers)?.dossier).toBe(origin.id);
    expect([isEmptyPart(again.registration, 'authorisation'), isEmptyPart(emptyRegistration(), 'authorisation')]).toEqual([false, true]);
  });
});

describe('filing', () => {
  const ITEMS = [
    { id: 'pre-07', layer: 'developer' },
    { id: 'pre-08', layer: 'developer' },
    { id: 'pre-09', layer: 'developer' },
    { id: 'pre-11', layer: 'scenario' },
  ];
  const answer = (of: 'compliant' | 'non-compliant' | 'not-verified') => ({
    answer: of,
    reason: 'seen',
    evidence: ['a'.repeat(64)],
    inheritedFrom: null,
    answeredAt: '2026-09-12T03:00:00.000Z',
    looked: [],
    notes: '',
  });
  const origin = filed('00000000-0000-4000-8000-00000000000a', (draft) => ({
    ...draft,
    answers: {
      'pre-07': answer('compliant'),
      'pre-08': answer('not-verified'),
      'pre-09': answer('non-compliant'),
      'pre-11': answer('compliant'),
    },
  }));
  const taken = takeOver(emptyDraft(), origin, first(earlierAnswers(emptyDraft(), [origin], 'developer', TODAY, '')));

  it('takes over answers of the inherited layer alone, with their date, and nothing that was unverified or failed', () => {
    const { answers } = prepareFiling(taken, [origin], ITEMS);
    expect(Object.keys(answers)).toEqual(['pre-07']);
    expect(answers['pre-07']).toMatchObject({ inheritedFrom: origin.id, answeredAt: '2026-09-12T03:00:00.000Z', evidence: [] });
  });

  it('does not touch an item that was answered here', () => {
    const here = { ...taken, answers: { 'pre-07': { ...answer('non-compliant'), answeredAt: AT } } };
    expect(prepareFiling(here, [origin], ITEMS).answers['pre-07']?.answer).toBe('non-compliant');
  });

  it('makes the answer at the gate that of item pre-01, with its ground and time', () => {
    const draft = editRegistration(emptyDraft(), (r) => ({ ...r, stateSecrets: { answer: 'none', ground: '交接-1', answeredAt: AT } }));
    expect(prepareFiling(draft, [], []).answers[GATE_ITEM]).toMatchObject({ answer: 'compliant', reason: '交接-1', answeredAt: AT });
    const unasked = editRegistration(draft, (r) => ({ ...r, stateSecrets: { ...r.stateSecrets, answeredAt: null } }));
    expect(prepareFiling(unasked, [], []).answers).toEqual({});
  });
});

describe('files of a dossier', () => {
  const file = (digit: string, role: 'delivered' | 'paper', name = `${digit}.csv`) => ({ sha256: digit.repeat(64), name, bytes: 1, role });

  it('stand once per content and role', () => {
    const draft = addFiles(addFiles(emptyDraft(), [file('a', 'delivered')]), [
      file('a', 'delivered', 'again.csv'),
      file('a', 'paper'),
      file('b', 'delivered'),
    ]);
    expect(draft.registration.files.map(({ name, role }) => [name, role])).toEqual([
      ['a.csv', 'delivered'],
      ['a.csv', 'paper'],
      ['b.csv', 'delivered'],
    ]);
  });

  it('leave with everything that rested on them', () => {
    let draft = addFiles(emptyDraft(), [file('a', 'paper'), file('b', 'paper')]);
    draft = editRegistration(draft, (r) => setMaterial(r, 'manual', { state: 'present', evidence: ['a'.repeat(64), 'b'.repeat(64)] }));
    const left = removeFile(draft, 'a'.repeat(64)).registration;
    expect([left.files.length, left.materials]).toEqual([1, [{ id: 'manual', state: 'present', reason: '', evidence: ['b'.repeat(64)] }]]);
  });
});

describe('what people type as a day', () => {
  it('is one calendar day in any of the usual forms, or none', () => {
    expect(['2026-11-03', '20261103', '2026/11/3', '2026.11.3', '2026年11月3日', '２０２６-11-03'].map(typedDay)).toEqual(
      Array(6).fill('2026-11-03'),
    );
    expect(['2026-02-29', '11/23/2026', '2026-13-01', '', '2026'].map(typedDay)).toEqual([null, null, null, null, null]);
  });
});

describe('the supplement notice', () => {
  it('numbers what it lists and nothing else', () => {
    expect(numbered(['opening', ...Array.from({ length: 11 }, (_, i) => `p${i + 1}`), 'due'], 11)).toEqual([
      'opening',
      ...['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一'].map((n, i) => `${n}、p${i + 1}`),
      'due',
    ]);
  });
});
