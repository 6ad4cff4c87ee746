import { acceptFinding, overruleFinding } from '@shared/assessment/judging';
import { describe, expect, it } from 'vitest';
import {
  addFinding,
  addPhrase,
  answerItem,
  attachEvidence,
  detachEvidence,
  removeFinding,
  setAnswer,
  setLikelihood,
  setReason,
  setSeverity,
  takeBackAnswer,
  toggleLooked,
} from '../../../src-renderer/features/assess/edits';
import { emptyDraft } from './drafts';

const AT = '2026-11-23T02:41:07.000Z';
const machine = (id: string) => ({
  ...(addFinding(emptyDraft(), 'r2-01', { severity: 4 }).findings[0] ?? fail()),
  id,
  origin: 'machine' as const,
  disposition: null,
});
const fail = (): never => {
  throw new Error('no finding');
};

describe('an answer', () => {
  it('changed here holds for this product only: it is no longer inherited', () => {
    const inherited = setAnswer(emptyDraft(), 'pre-07', 'compliant', AT);
    const taken = { ...inherited, answers: { 'pre-07': { ...(inherited.answers['pre-07'] ?? fail()), inheritedFrom: 'other' } } };
    expect(setAnswer(taken, 'pre-07', 'non-compliant', AT).answers['pre-07']).toMatchObject({
      answer: 'non-compliant',
      inheritedFrom: null,
      answeredAt: AT,
    });
  });

  it('taken back is as before, with the finding it opened gone and the one it closed there again, and leaves what was typed since', () => {
    const open = answerItem(emptyDraft(), 'r1-01', 'compliant', AT, { severity: 4 });
    const failed = answerItem(open, 'r2-01', 'non-compliant', AT, { severity: 4 });
    expect(failed.findings).toHaveLength(1);
    const typed = setReason(setReason(failed, 'r2-01', 'typed since'), 'r1-01', 'elsewhere');
    const back = takeBackAnswer(typed, open, 'r2-01');
    expect(back.answers['r2-01']).toMatchObject({ answer: null, answeredAt: null, reason: 'typed since' });
    expect(back.answers['r1-01']).toMatchObject({ answer: 'compliant', reason: 'elsewhere' });
    expect(back.findings).toEqual([]);
    const closed = answerItem(failed, 'r2-01', 'compliant', AT, { severity: 4 });
    expect(closed.findings).toEqual([]);
    expect(takeBackAnswer(closed, failed, 'r2-01')).toMatchObject({ findings: failed.findings, answers: failed.answers });
    const worked = { ...failed, findings: failed.findings.map((finding) => ({ ...finding, measures: 'written' })) };
    expect(takeBackAnswer(worked, open, 'r2-01').findings).toEqual(worked.findings);
  });

  it('keeps reason, ticks and evidence when it changes, and never the same evidence twice', () => {
    let draft = setReason(emptyDraft(), 'r2-01', 'seen');
    draft = attachEvidence(attachEvidence(draft, 'r2-01', 'a'.repeat(64)), 'r2-01', 'a'.repeat(64));
    draft = toggleLooked(toggleLooked(toggleLooked(draft, 'r2-01', 2), 'r2-01', 0), 'r2-01', 2);
    expect(setAnswer(draft, 'r2-01', 'compliant', AT).answers['r2-01']).toMatchObject({
      reason: 'seen',
      looked: [0],
      evidence: ['a'.repeat(64)],
    });
    expect(detachEvidence(draft, 'r2-01', 'a'.repeat(64)).answers['r2-01']?.evidence).toEqual([]);
  });

  it('takes a phrase as a sentence of its own, once', () => {
    const draft = addPhrase(setReason(emptyDraft(), 'r2-01', '已抽看 14 格'), 'r2-01', '均为联系电话。');
    expect(draft.answers['r2-01']?.reason).toBe('已抽看 14 格。均为联系电话。');
    expect(addPhrase(draft, 'r2-01', '均为联系电话。')).toEqual(draft);
  });
});

describe('a finding', () => {
  it('of a person stands from the start and takes an id nobody has had', () => {
    let draft = addFinding(emptyDraft(), 'r2-01', { severity: 4 });
    draft = addFinding(draft, 'r2-02', { severity: null });
    expect(draft.findings.map((finding) => [finding.id, finding.disposition, finding.likelihood])).toEqual([
      ['f-1', 'accepted', 5],
      ['f-2', 'accepted', 5],
    ]);
  });

  it('of a machine is judged but never taken away', () => {
    const draft = { ...emptyDraft(), findings: [machine('m1'), machine('m2')] };
    expect(removeFinding(draft, 'm1').findings).toHaveLength(2);
    expect(overruleFinding(acceptFinding(draft, 'm1'), 'm2').findings.map((finding) => finding.disposition)).toEqual([
      'accepted',
      'overruled',
    ]);
  });

  it('leaves as much risk as it found until a measure in the files is named', () => {
    let draft = addFinding(emptyDraft(), 'r2-05', { severity: null });
    draft = setLikelihood(setSeverity(draft, 'f-1', 4), 'f-1', 3);
    expect(draft.findings[0]?.after).toEqual({ severity: 4, likelihood: 3 });
    draft = {
      ...draft,
      findings: draft.findings.map((finding) => ({ ...finding, measures: 'merged', after: { severity: 2, likelihood: 3 } })),
    };
    expect(setSeverity(draft, 'f-1', 5).findings[0]?.after).toEqual({ severity: 2, likelihood: 3 });
  });
});
