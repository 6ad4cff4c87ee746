// The closed lists that law, checklist and formats share, in the spelling of the signed formats. Owns the words, not what follows from them.

/** Art. 3 ¶6: the eight forms of the measures, and "other" because the article says 包括但不限于. */
export const PRODUCT_FORMS = [
  'dataset',
  'report',
  'visualisation',
  'component',
  'model',
  'index',
  'api',
  'encrypted-data',
  'other',
] as const;
/** Art. 3 ¶1: who the public data comes from. */
export const PROVIDER_KINDS = ['organ', 'institution', 'utility'] as const;
/** GB/T 37964-2019 4.5. */
export const SHARING_MODES = ['public', 'controlled', 'enclave'] as const;
/** Art. 3 ¶6: a product may be made by a developer, by the operator, or by both. */
export const MAKERS = ['developer', 'operator', 'joint'] as const;
export const FEATURES = ['microdata', 'aggregate', 'personal', 'fused', 'scoring', 'financial-use', 'model-file'] as const;
export const COVERAGE_KINDS = ['files', 'series', 'service'] as const;
export const ANSWERS = ['compliant', 'non-compliant', 'not-applicable', 'not-verified'] as const;
export const OUTCOMES = ['pass', 'pass-with-conditions', 'return', 'reject'] as const;
export const BASIS_CHOICES = ['successor', 'method', 'internal'] as const;
export const BASIS_STATUSES = ['in-force', 'expiring', 'disputed', 'lapsed', 'extended', 'replaced'] as const;
/** How a source was known to us: V read itself, V2 quoted by another, M from memory, D derived here. */
export const MARKS = ['V', 'V2', 'M', 'D'] as const;

export type ProductForm = (typeof PRODUCT_FORMS)[number];
export type ProviderKind = (typeof PROVIDER_KINDS)[number];
export type SharingMode = (typeof SHARING_MODES)[number];
export type Maker = (typeof MAKERS)[number];
export type Feature = (typeof FEATURES)[number];
export type CoverageKind = (typeof COVERAGE_KINDS)[number];
export type Answer = (typeof ANSWERS)[number];
export type Outcome = (typeof OUTCOMES)[number];
export type BasisChoice = (typeof BASIS_CHOICES)[number];
export type BasisStatus = (typeof BASIS_STATUSES)[number];
export type Mark = (typeof MARKS)[number];

/** One thing said in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };
