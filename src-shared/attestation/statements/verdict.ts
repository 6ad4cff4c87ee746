// The verdict (审核意见书) and the certificate (审核结论通知书). Required here is what a verifier judges by; everything else is `shown`.
import { z } from 'zod';
import { ANSWERS, BASIS_CHOICES, BASIS_STATUSES, OUTCOMES, PROVIDER_KINDS, SHARING_MODES } from '../../regulation/vocabulary';
import {
  basisDocument,
  condition,
  coverage,
  day,
  editionReference,
  KEY_PROTECTIONS,
  payloadDigest,
  product,
  reviewers,
  score,
  sha256,
  shown,
  text,
  timestamp,
} from './fields';

const basis = z.object({
  status: z.enum(BASIS_STATUSES),
  readings: z.array(z.object({ name: text, lastDay: day })),
  chosen: z.enum(BASIS_CHOICES).nullable(),
  documents: z.array(basisDocument),
});

const answer = z.object({
  item: text,
  answer: z.enum(ANSWERS),
  reason: text.nullish(),
  evidence: z.array(sha256).optional(),
  inheritedFrom: text.nullish(),
  answeredAt: timestamp.nullish(),
});

const finding = z.object({
  id: text,
  item: text.nullish(),
  risk: text,
  alsoRisks: z.array(text),
  text,
  severity: score,
  likelihood: score,
  after: z.object({ severity: score, likelihood: score }).nullish(),
  acceptable: z.boolean(),
  responsible: text.nullish(),
  disposition: text.nullish(),
  reason: text.nullish(),
});

const source = z.object({
  catalogueCode: text,
  provider: text,
  providerKind: z.enum(PROVIDER_KINDS),
  level: text.nullish(),
  supplyNote: text.nullish(),
  sharedConsent: text.nullish(),
});

export const verdictSchema = z.object({
  number: text,
  practice: z.boolean(),
  product,
  developer: z.object({ name: text, uscc: text }),
  authorisation: shown(z.object({ number: text, validTo: day, sha256 })),
  sources: shown(z.array(source)),
  agreement: z.looseObject({ id: text, sharingMode: z.enum(SHARING_MODES) }),
  edition: editionReference,
  basis,
  answers: z.array(answer),
  findings: shown(z.array(finding)),
  analyses: z.array(z.object({ tool: text, version: text, parameters: z.record(text, z.unknown()), result: payloadDigest })),
  notChecked: z.array(text),
  outcome: z.enum(OUTCOMES),
  conditions: shown(z.array(condition)),
  rectification: shown(z.array(z.object({ text, finding: text.nullish(), due: day.nullish() }))),
  grounds: shown(z.array(text)),
  /** The reviewer's own words on the outcome (结论说明), printed as written. */
  remarks: shown(text),
  round: shown(z.int().min(1)),
  previous: shown(payloadDigest.nullable()),
  coverage: shown(coverage),
  validUntil: shown(timestamp.nullable()),
  reviewBy: shown(day.nullable()),
  reviewers,
  decidedAt: timestamp,
  keyProtection: z.enum(KEY_PROTECTIONS),
  workstation: sha256,
  ledger: z.object({ seq: z.int().min(0), head: sha256 }),
  checkpoint: z.string().nullable(),
});
export type Verdict = z.infer<typeof verdictSchema>;

/** No answers, findings, analyses or agreement: a buyer learns the outcome, not the list of weaknesses. Only a pass has one, never on basis `internal`. */
export const certificateSchema = z.object({
  verdict: payloadDigest,
  number: text,
  decidedAt: timestamp,
  reviewers,
  practice: z.boolean(),
  product,
  developer: z.object({ name: text }),
  outcome: z.enum(['pass', 'pass-with-conditions']),
  conditions: shown(z.array(condition)),
  coverage: shown(coverage),
  validUntil: shown(timestamp.nullable()),
  basis: basis.extend({ chosen: z.enum(['successor', 'method']).nullable() }),
  edition: editionReference,
  notChecked: shown(z.array(text)),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** Signed by the workstation that the verdict names, over the PDF. */
export const reportSchema = z.object({ verdict: payloadDigest });
