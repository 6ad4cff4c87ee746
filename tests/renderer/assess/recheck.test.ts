import type { AssessmentDraft } from '@shared/assessment/model';
import { describe, expect, it } from 'vitest';
import { setAnswer } from '../../../src-renderer/features/assess/edits';
import { recheckedElsewhere, recheckHere } from '../../../src-renderer/features/assess/recheck';
import { emptyDraft } from './drafts';

const THEN = '2026-09-12T02:00:00.000Z';
const NOW = '2026-11-23T02:00:00.000Z';
const inheritedFrom = (origin: string): AssessmentDraft => {
  const draft = setAnswer(emptyDraft(), 'pre-07', 'compliant', THEN);
  const answer = draft.answers['pre-07'];
  if (!answer) throw new Error('no answer');
  return { ...draft, answers: { 'pre-07': { ...answer, inheritedFrom: origin } } };
};

describe('checking an inherited answer again', () => {
  it('makes it this dossier’s own, answered today', () => {
    expect(recheckHere(inheritedFrom('origin'), 'pre-07', NOW)?.answers['pre-07']).toMatchObject({
      answer: 'compliant',
      answeredAt: NOW,
      inheritedFrom: null,
    });
  });

  it('is nothing for an answer that was never inherited', () => {
    expect(recheckHere(setAnswer(emptyDraft(), 'pre-07', 'compliant', THEN), 'pre-07', NOW)).toBeNull();
  });

  it('reaches the dossiers that stand on the same earlier answer, and no others', () => {
    const here = recheckHere(inheritedFrom('origin'), 'pre-07', NOW);
    if (!here) throw new Error('not rechecked');
    const sharing = recheckedElsewhere(inheritedFrom('origin'), 'pre-07', 'origin', here, NOW);
    expect(sharing.answers['pre-07']).toMatchObject({ answeredAt: NOW, inheritedFrom: here.id });
    const other = inheritedFrom('another');
    expect(recheckedElsewhere(other, 'pre-07', 'origin', here, NOW)).toBe(other);
  });
});
