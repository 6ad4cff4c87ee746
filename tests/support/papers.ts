// Working papers for tests: the smallest valid one, and ways to vary it.
import { type AssessmentDraft, emptyDecision, emptyRegistration } from '@shared/assessment/model';

export const PAPER_ID = '6f1c2f4e-8a55-4a7e-9d0e-1c52a3b8f001';

export function paper(change: Partial<AssessmentDraft> = {}): AssessmentDraft {
  return {
    id: PAPER_ID,
    revision: 0,
    createdAt: '2026-11-23T05:00:00.000Z',
    updatedAt: '2026-11-23T05:00:00.000Z',
    registeredAt: null,
    edition: { id: 'qiqihar-2024-6', sha256: 'e'.repeat(64) },
    round: 1,
    previous: null,
    registration: emptyRegistration(),
    answers: {},
    findings: [],
    decision: emptyDecision(),
    ...change,
  };
}
