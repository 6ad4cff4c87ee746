// Assessments for the tests of this room: the shipped edition, the samples' own registrations, and answers made by rule. Papers and files are stand-ins,
// so that nothing here needs the generated sample files.
import {
  type Answer,
  type AnswerDraft,
  type AssessmentDraft,
  emptyAnswer,
  emptyDecision,
  type FindingDraft,
  type Grade,
  type MaterialState,
  type Registration,
  registrationSchema,
} from '@shared/assessment/model';
import type { Context } from '@shared/assessment/outcomes';
import { applicability, basisInputs, materialSubject } from '@shared/assessment/subject';
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { MACHINE_LOOKS } from '@shared/checklist/edition';
import { materialNeeds } from '@shared/checklist/materials';
import { basisAt } from '@shared/regulation/validity';
import { SAMPLES } from '../../../scripts/samples/registrations.mjs';
import { edition } from '../../support/shipped-edition';

export const at = (text: string): Instant => {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
};
export const BEFORE_LAPSE = at('2026-11-23T04:00:00Z');
export const AFTER_LAPSE = at('2027-03-01T00:00:00Z');

const DIGEST = 'c'.repeat(64);
export type SampleId = 'heating-index' | 'bus-trips' | 'credit-score-api';

/** A sample's registration with a stand-in file for each paper it has. */
export function sampleRegistration(sample: SampleId, version: '1' | '2' = '1'): Registration {
  const found = SAMPLES.find((each) => each.sample === sample && each.version === version);
  if (!found) throw new Error(`${sample} ${version}`);
  const base = registrationSchema.parse({ ...found.registration, materials: [], files: [], inherited: {} });
  const missing: readonly string[] = found.missing;
  const notNeeded: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(found.notNeeded));
  const materials = materialNeeds(edition, materialSubject(base)).flatMap(({ material: { id }, needed }): MaterialState[] => {
    if (!needed) return [];
    if (missing.includes(id)) return [{ id, state: 'missing', reason: '', evidence: [] }];
    const reason = notNeeded[id];
    if (reason !== undefined) return [{ id, state: 'not-needed', reason, evidence: [] }];
    return [{ id, state: 'present', reason: '', evidence: [DIGEST] }];
  });
  const files = found.product.map((name) => ({ sha256: DIGEST, name, bytes: 1, role: 'delivered' as const }));
  return { ...base, materials, files };
}

export const answered = (answer: Answer | null, reason = '示例理由'): AnswerDraft => ({
  ...emptyAnswer(),
  answer,
  reason,
  answeredAt: answer === null ? null : '2026-11-23T02:00:00.000Z',
});

export const finding = (id: string, item: string, changes: Partial<FindingDraft> = {}): FindingDraft => ({
  id,
  item,
  origin: 'person',
  text: '示例发现',
  severity: 4,
  likelihood: 5,
  after: { severity: 4, likelihood: 5 },
  measures: '',
  responsible: '产品开发主体',
  disposition: 'accepted',
  reason: '示例理由',
  evidence: [],
  ...changes,
});
export const graded = (severity: Grade, likelihood: Grade): Pick<FindingDraft, 'severity' | 'likelihood' | 'after'> => ({
  severity,
  likelihood,
  after: { severity, likelihood },
});

export const contextFor = (registration: Registration, instant = BEFORE_LAPSE, changes: Partial<Context> = {}): Context => ({
  at: instant,
  basis: basisAt(instant),
  inputs: basisInputs(registration),
  seen: [],
  operatorTerminated: false,
  developer: 'active',
  notChecked: [],
  looked: MACHINE_LOOKS,
  ...changes,
});

/** An assessment in which every applicable item is answered 符合; answers and findings given replace what was there. */
export function assessmentOf(
  registration: Registration,
  answers: Readonly<Record<string, AnswerDraft>> = {},
  findings: readonly FindingDraft[] = [],
): AssessmentDraft {
  const draft: AssessmentDraft = {
    id: '3f524cdc-0d69-4c3e-9c41-2a6f3f8e7b10',
    revision: 1,
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-23T00:00:00.000Z',
    registeredAt: '2026-11-20T00:00:00.000Z',
    edition: { id: edition.id, sha256: DIGEST },
    round: 1,
    previous: null,
    registration,
    answers: {},
    findings: [...findings],
    decision: emptyDecision(),
  };
  const items = applicability(draft, edition, []).items.map(({ item }) => item.id);
  return { ...draft, answers: { ...Object.fromEntries(items.map((id) => [id, answered('compliant')])), ...answers } };
}

export const decided = (assessment: AssessmentDraft, decision: Partial<AssessmentDraft['decision']>): AssessmentDraft => ({
  ...assessment,
  decision: { ...assessment.decision, ...decision },
});
