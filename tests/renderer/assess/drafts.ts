import { type AssessmentDraft, emptyDecision, emptyRegistration } from '@shared/assessment/model';

/** An assessment in which nothing has been said yet. */
export const emptyDraft = (): AssessmentDraft => ({
  id: '00000000-0000-4000-8000-000000000001',
  revision: 0,
  createdAt: '2026-11-23T01:00:00.000Z',
  updatedAt: '2026-11-23T01:00:00.000Z',
  registeredAt: null,
  edition: { id: 'qiqihar-2024-6', sha256: '0'.repeat(64) },
  round: 1,
  previous: null,
  registration: emptyRegistration(),
  answers: {},
  findings: [],
  decision: emptyDecision(),
});
