import type { Answer, AssessmentDraft } from '@shared/assessment/model';
import type { CalendarDay } from '@shared/basics/units';
import { applicableItems } from '@shared/checklist/applicability';
import type { VerdictView } from '@shared/contract/views';
import { describe, expect, it } from 'vitest';
import { summarise } from '../../../src-renderer/database/summary';
import { byPressing, dossierRow, inHand } from '../../../src-renderer/session/dossier-row';
import { PAPER_ID, paper } from '../../support/papers';
import { edition } from '../../support/shipped-edition';

const TODAY = '2026-11-23' as CalendarDay;

const filed = (change: Partial<AssessmentDraft> = {}): AssessmentDraft => {
  const draft = paper({ registeredAt: '2026-11-23T05:00:00.000Z', ...change });
  draft.registration.product.form = 'index';
  draft.registration.product.maker = 'developer';
  draft.registration.agreement.term.to = '2026-12-01';
  return draft;
};
const answer = (draft: AssessmentDraft, item: string, given: Answer, inheritedFrom: string | null = null) => {
  draft.answers[item] = { answer: given, reason: '', evidence: [], inheritedFrom, answeredAt: null, looked: [], notes: '' };
};
const row = (draft: AssessmentDraft, verdicts: readonly VerdictView[] = []) => dossierRow(summarise(draft), edition, verdicts, TODAY);
const items = applicableItems(edition, summarise(filed())).items.map(({ item }) => item.id);

const verdict = (change: Partial<VerdictView> = {}): VerdictView => ({
  sha256: 'a'.repeat(64),
  seq: 3,
  number: '演练〔2026〕7C1E-0001号',
  dossier: PAPER_ID,
  outcome: 'pass',
  product: '供热需求指数',
  productVersion: '1',
  form: 'index',
  developer: '示例',
  decidedAt: '2026-11-23T05:00:00.000Z',
  practice: true,
  delivery: 'unsent',
  notBefore: null,
  notAfter: null,
  ...change,
});

describe('where a dossier stands', () => {
  it('goes from registering over reviewing to deciding as it fills', () => {
    expect(row(paper())).toMatchObject({ status: 'registering', next: 'register', path: `/register/${PAPER_ID}` });
    const draft = filed();
    expect(row(draft)).toMatchObject({ status: 'unanswered', next: 'start', path: `/assess/${PAPER_ID}` });
    answer(draft, items[0] ?? '', 'compliant');
    expect(row(draft)).toMatchObject({ status: 'assessing', next: 'continue', answered: 1 });
    for (const item of items) answer(draft, item, 'compliant');
    expect(row(draft)).toMatchObject({ status: 'sign', next: 'decide', path: `/decide/${PAPER_ID}`, answered: items.length });
  });

  it('is what the records say once there is a verdict, whatever the draft says', () => {
    const draft = filed();
    expect(row(draft, [verdict()])).toMatchObject({ status: 'unsent', next: 'sync' });
    expect(row(draft, [verdict({ delivery: 'received' })])).toMatchObject({
      status: 'received',
      next: 'report',
      path: `/reports/${'a'.repeat(64)}`,
    });
    expect(row(draft, [verdict({ delivery: 'attention' })])).toMatchObject({ status: 'attention', path: '/sync' });
    expect(row(draft, [verdict({ dossier: 'another' })])).toMatchObject({ status: 'unanswered' });
  });

  it('stops at state secrets, before anything else', () => {
    const draft = filed();
    draft.registration.stateSecrets.answer = 'involved';
    expect(row(draft)).toMatchObject({ status: 'secrets', next: 'secrets' });
    expect(inHand(row(draft))).toBe(false);
  });

  it('shows one part per applicable item; only a compliant answer taken over is drawn lighter', () => {
    const draft = filed();
    answer(draft, items[0] ?? '', 'compliant', 'dossier-1');
    answer(draft, items[1] ?? '', 'non-compliant', 'dossier-1');
    const { parts } = row(draft);
    expect(parts.length).toBe(items.length);
    expect(parts.slice(0, 3)).toEqual(['inherited', 'non-compliant', 'unanswered']);
  });

  it('counts the items that the machine switched on by what it saw', () => {
    const more = dossierRow(summarise(filed()), edition, [], TODAY, ['personal']).parts.length;
    expect(more).toBeGreaterThan(items.length);
    const declared = filed();
    declared.registration.product.features = ['personal'];
    expect(row(declared).parts.length).toBe(more);
  });

  it('shows the worst answer of each risk', () => {
    const draft = filed();
    const inRisk = (section: string) => items.filter((item) => item.startsWith(section));
    for (const item of inRisk('r1')) answer(draft, item, 'compliant');
    for (const item of inRisk('r2')) answer(draft, item, 'not-verified');
    answer(draft, inRisk('r2')[0] ?? '', 'non-compliant');
    for (const item of inRisk('r3')) answer(draft, item, 'not-applicable');
    expect(row(draft).groups).toMatchObject({ r1: 'clear', r2: 'non-compliant', r3: 'not-applicable', r4: 'open' });
  });

  it('counts the days of the agreement, and none when no day was typed', () => {
    expect(row(filed())).toMatchObject({ due: '2026-12-01', daysLeft: 8 });
    expect(row(paper())).toMatchObject({ due: null, daysLeft: null });
  });

  it('puts what needs attention first and what is acknowledged last', () => {
    const rows = [row(filed(), [verdict({ delivery: 'received' })]), row(filed()), row(filed(), [verdict({ delivery: 'attention' })])];
    expect(rows.toSorted(byPressing).map((each) => each.status)).toEqual(['attention', 'unanswered', 'received']);
  });

  it('says nothing about items when the edition is not at hand', () => {
    expect(dossierRow(summarise(filed()), null, [], TODAY)).toMatchObject({ parts: [], answered: 0 });
  });
});
