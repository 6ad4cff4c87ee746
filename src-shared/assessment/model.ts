// The working paper of one product version: what a reviewer registers, answers, finds and decides before anything is signed. It knows
// shapes only; whether an assessment is complete and which outcomes are open is decided by its neighbours in this room. The desk keeps it
// as typed (so nearly everything may still be empty), main receives it when a signature is asked for and trusts nothing in it unchecked.
import { z } from 'zod';
import { ANSWERS, BASIS_CHOICES, FEATURES, MAKERS, OUTCOMES, PRODUCT_FORMS, PROVIDER_KINDS, SHARING_MODES } from '../regulation/vocabulary';
import { applicationSchema, emptyApplication } from './application';

export type { Answer, BasisChoice, Feature, Maker, Outcome, ProductForm, ProviderKind, SharingMode } from '../regulation/vocabulary';
// The closed lists are the law's; whoever works on an assessment finds them here too.
export { ANSWERS, BASIS_CHOICES, FEATURES, MAKERS, OUTCOMES, PRODUCT_FORMS, PROVIDER_KINDS, SHARING_MODES };

const text = z.string().max(20_000);
const shortText = z.string().max(500);
/** YYYY-MM-DD in Asia/Shanghai, or empty while it has not been typed. */
const dayOrEmpty = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);

/** Art. 16: the seven contents of the agreement, in the order of the article. */
export const AGREEMENT_CONTENTS = ['rights', 'scenario', 'dataScope', 'term', 'security', 'profit', 'liability'] as const;

export type AgreementContent = (typeof AGREEMENT_CONTENTS)[number];
/** 1 to 5; the words for each grade stand in the texts. */
export type Grade = 1 | 2 | 3 | 4 | 5;
export const gradeSchema = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

/** Art. 2: asked before any file is taken. "involved" ends the review without a verdict. */
export const stateSecretsSchema = z.strictObject({
  answer: z.enum(['none', 'involved']).nullable(),
  /** What the answer rests on: the service body's declassification note, the developer's statement. */
  ground: text,
  answeredAt: time.nullable(),
});

/** Art. 7: the operator's own agreement with the bureau. */
export const authorisationSchema = z.strictObject({
  number: shortText,
  validFrom: dayOrEmpty,
  validTo: dayOrEmpty,
  filing: shortText,
  /** The operator's catalogue: codes of the data it may use at all. */
  catalogue: z.array(shortText).max(500),
  /** Clause that demands a security review (needed for the basis "method" after a lapse). */
  securityReviewClause: shortText,
});

export const sourceSchema = z.strictObject({
  catalogueCode: shortText,
  name: shortText,
  provider: shortText,
  providerKind: z.enum(PROVIDER_KINDS).nullable(),
  level: shortText,
  supplyNote: shortText,
  obtained: z.enum(['own', 'shared']).nullable(),
  /** For shared data: the consent of its provider (规范 5 ¶2). */
  sharedConsent: shortText,
});

/** Art. 14. When the operator is the maker, its own name and code stand here. */
export const developerSchema = z.strictObject({
  name: shortText,
  uscc: shortText,
  securityOfficer: shortText,
  /** Day of the two list queries (严重失信主体名单, 经营异常名录). */
  listsQueriedOn: dayOrEmpty,
  qualification: shortText,
  /** Reported to the bureau (报备): the operator's debt, never a ground against a product. */
  reportedOn: dayOrEmpty,
});

/** The scenario agreement (Art. 16); `fields` to `recipients` are the yardstick of risk 1 and have the shape analysis reads. */
export const agreementSchema = z.strictObject({
  id: shortText,
  scenario: text,
  purpose: text,
  sharingMode: z.enum(SHARING_MODES).nullable(),
  fields: z.array(shortText).max(2_000),
  period: z.strictObject({ column: shortText, from: dayOrEmpty, to: dayOrEmpty }),
  area: z.strictObject({ column: shortText, codes: z.array(shortText).max(500) }),
  grain: z.strictObject({
    time: z.enum(['day', 'week', 'month', 'quarter', 'year']).nullable(),
    area: z.enum(['village', 'street', 'county', 'city']).nullable(),
  }),
  frequency: shortText,
  recipients: z.array(shortText).max(200),
  term: z.strictObject({ from: dayOrEmpty, to: dayOrEmpty }),
  /** Clause numbers of the seven contents. */
  contents: z.strictObject({
    rights: shortText,
    scenario: shortText,
    dataScope: shortText,
    term: shortText,
    security: shortText,
    profit: shortText,
    liability: shortText,
  }),
  securityReviewClause: shortText,
  emergencyPlan: z.strictObject({ operator: shortText, developer: shortText, date: dayOrEmpty }),
});

export const productSchema = z.strictObject({
  name: shortText,
  form: z.enum(PRODUCT_FORMS).nullable(),
  version: shortText,
  maker: z.enum(MAKERS).nullable(),
  features: z.array(z.enum(FEATURES)).max(FEATURES.length),
  /** The substantial work and the sources behind it (Art. 3 ¶6). */
  processing: text,
  /** Who will receive it, and until when, as the product's own papers say. */
  recipients: z.array(shortText).max(200),
  offeredUntil: dayOrEmpty,
});

export const coverageSchema = z.strictObject({
  kind: z.enum(['files', 'series', 'service']).nullable(),
  frequency: shortText,
  from: dayOrEmpty,
  to: dayOrEmpty,
  bounds: text,
  /** Items repeated on each batch of a series. */
  checks: z.array(shortText).max(60),
  limits: text,
});

/** A paper that the edition asks for (送审材料). */
export const materialSchema = z.strictObject({
  id: shortText,
  state: z.enum(['present', 'inherited', 'missing', 'not-needed']).nullable(),
  reason: text,
  evidence: z.array(sha256).max(50),
});

/** delivered: a subject of the verdict; paper: an intake paper; comparison: in the vault and cited, but no subject. */
export const evidenceRoleSchema = z.enum(['delivered', 'paper', 'comparison']);
export type EvidenceRole = z.infer<typeof evidenceRoleSchema>;

export const dossierFileSchema = z.strictObject({
  sha256,
  /** As delivered; unsafe characters are escaped where it is signed or shown. */
  name: z.string().min(1).max(1_000),
  bytes: z.number().int().nonnegative(),
  role: evidenceRoleSchema,
});

export const registrationSchema = z.strictObject({
  stateSecrets: stateSecretsSchema,
  authorisation: authorisationSchema,
  sources: z.array(sourceSchema).max(200),
  developer: developerSchema,
  application: applicationSchema.default(emptyApplication),
  agreement: agreementSchema,
  product: productSchema,
  coverage: coverageSchema,
  materials: z.array(materialSchema).max(100),
  files: z.array(dossierFileSchema).max(1_000),
  /** Which of authorisation, developer and agreement were taken over from an earlier dossier, from which and when they were answered. */
  inherited: z.partialRecord(
    z.enum(['authorisation', 'developer', 'agreement']),
    z.strictObject({ dossier: shortText, answeredAt: time, answeredBy: shortText }),
  ),
});

export const answerSchema = z.strictObject({
  answer: z.enum(ANSWERS).nullable(),
  reason: text,
  evidence: z.array(sha256).max(200),
  /** Dossier the answer was taken over from, for layers authorisation, developer and scenario. */
  inheritedFrom: shortText.nullable(),
  answeredAt: time.nullable(),
  /** What was ticked under "what to look at", by its index in the item. */
  looked: z.array(z.number().int().nonnegative()).max(50),
  notes: text,
});

export const findingSchema = z.strictObject({
  /** f-<n> for a person's finding; for a machine's the id that the analysis gave it. */
  id: z.string().regex(/^[a-z0-9][a-z0-9.:_-]{0,199}$/),
  item: shortText,
  origin: z.enum(['machine', 'person']),
  text,
  severity: gradeSchema.nullable(),
  likelihood: gradeSchema.nullable(),
  after: z.strictObject({ severity: gradeSchema.nullable(), likelihood: gradeSchema.nullable() }),
  /** Measures already present in the reviewed files; a promise is not a measure (Art. 9 ¶2). */
  measures: text,
  responsible: shortText,
  /** accepted: it stands; overruled: counts for nothing, with a reason; null: a machine's proposal nobody has judged yet. */
  disposition: z.enum(['accepted', 'overruled']).nullable(),
  reason: text,
  /** Where it was seen: digests of evidence. */
  evidence: z.array(sha256).max(200),
});

export const conditionSchema = z.strictObject({
  topic: z.enum(['recipient', 'purpose', 'frequency', 'monitoring', 'deletion', 're-review']),
  text,
  owner: shortText,
  due: dayOrEmpty,
  binds: z.enum(['developer', 'operator', 'recipient']).nullable(),
});

export const rectificationSchema = z.strictObject({
  text,
  /** Id of the finding it mends, or the id of an item whose gap it fills. */
  finding: shortText,
  due: dayOrEmpty,
});

export const decisionSchema = z.strictObject({
  outcome: z.enum(OUTCOMES).nullable(),
  conditions: z.array(conditionSchema).max(50),
  rectification: z.array(rectificationSchema).max(200),
  grounds: z.array(text).max(50),
  /** Printed as written in the report (结论说明). */
  statement: text,
  reviewBy: dayOrEmpty,
  /** Only in the disputed period and after the lapse; never preset. */
  basis: z.enum(BASIS_CHOICES).nullable(),
});

export const assessmentSchema = z.strictObject({
  id: z.uuid(),
  /** Counts saves; main refuses to sign an older revision than it was last shown. */
  revision: z.number().int().nonnegative(),
  createdAt: time,
  updatedAt: time,
  /** When it was filed (立卷); null while registration goes on. */
  registeredAt: time.nullable(),
  edition: z.strictObject({ id: shortText, sha256 }),
  round: z.number().int().min(1),
  /** SHA-256 of the verdict payload this version answers to, when it is a re-review. */
  previous: sha256.nullable(),
  registration: registrationSchema,
  answers: z.record(shortText, answerSchema),
  findings: z.array(findingSchema).max(2_000),
  decision: decisionSchema,
});

export type Registration = z.infer<typeof registrationSchema>;
export type Authorisation = z.infer<typeof authorisationSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Developer = z.infer<typeof developerSchema>;
export type Agreement = z.infer<typeof agreementSchema>;
export type Product = z.infer<typeof productSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type MaterialState = z.infer<typeof materialSchema>;
export type DossierFile = z.infer<typeof dossierFileSchema>;
export type AnswerDraft = z.infer<typeof answerSchema>;
export type FindingDraft = z.infer<typeof findingSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type Rectification = z.infer<typeof rectificationSchema>;
export type Decision = z.infer<typeof decisionSchema>;
/** One working paper; "draft" because nothing in it need be complete. */
export type AssessmentDraft = z.infer<typeof assessmentSchema>;

export const emptyRegistration = (): Registration => ({
  stateSecrets: { answer: null, ground: '', answeredAt: null },
  authorisation: { number: '', validFrom: '', validTo: '', filing: '', catalogue: [], securityReviewClause: '' },
  sources: [],
  developer: { name: '', uscc: '', securityOfficer: '', listsQueriedOn: '', qualification: '', reportedOn: '' },
  application: emptyApplication(),
  agreement: {
    id: '',
    scenario: '',
    purpose: '',
    sharingMode: null,
    fields: [],
    period: { column: '', from: '', to: '' },
    area: { column: '', codes: [] },
    grain: { time: null, area: null },
    frequency: '',
    recipients: [],
    term: { from: '', to: '' },
    contents: { rights: '', scenario: '', dataScope: '', term: '', security: '', profit: '', liability: '' },
    securityReviewClause: '',
    emergencyPlan: { operator: '', developer: '', date: '' },
  },
  product: { name: '', form: null, version: '', maker: null, features: [], processing: '', recipients: [], offeredUntil: '' },
  coverage: { kind: null, frequency: '', from: '', to: '', bounds: '', checks: [], limits: '' },
  materials: [],
  files: [],
  inherited: {},
});

export const emptyAnswer = (): AnswerDraft => ({
  answer: null,
  reason: '',
  evidence: [],
  inheritedFrom: null,
  answeredAt: null,
  looked: [],
  notes: '',
});

export const emptyDecision = (): Decision => ({
  outcome: null,
  conditions: [],
  rectification: [],
  grounds: [],
  statement: '',
  reviewBy: '',
  basis: null,
});
