// A checklist edition as data: its items, papers, thresholds and rules of number, each with its source. Owns the shape and what must hold inside it;
// knows no product. Editions are issued by the bureau and read here; law that changes arrives as a new edition, never as code.
import { z } from 'zod';
import { failure, ok, type Result } from '../basics/result';
import { isTimestamp } from '../basics/time';
import { article, clauseLabel, type LegalText } from '../regulation/measures';
import { ANSWERS, COVERAGE_KINDS, FEATURES, MAKERS, MARKS, PRODUCT_FORMS, SHARING_MODES } from '../regulation/vocabulary';

export const SECTIONS = ['pre', 'raw', 'r1', 'r2', 'r3', 'r4'] as const;
export type Section = (typeof SECTIONS)[number];
/** Where an answer lives: all but `product` are answered once, dated, and inherited until they lapse or change. */
export const LAYERS = ['authorisation', 'developer', 'scenario', 'product'] as const;
export type Layer = (typeof LAYERS)[number];
/** J judged by a person; F facts filled in, then judged; M machine result, each hit judged; D the other side's written statement, then judged. */
export const ANSWER_KINDS = ['J', 'F', 'M', 'D'] as const;
export const LEVELS = ['low', 'medium', 'high', 'severe'] as const;
export type LevelGrade = (typeof LEVELS)[number];
/** What a machine can look at; an edition names them, the analysis room has them or says that it has not. */
export const MACHINE_LOOKS = [
  'secrecy-marks',
  'nested-scope',
  'overlap',
  'hidden-carriers',
  'scope-fields',
  'scope-range',
  'offer',
  'identifiers',
  'free-text',
  'sensitive',
  'reversibility',
  'reidentification',
  'small-cells',
  'inference',
  'membership',
  'model-content',
  'api',
  'differencing',
  'linkage',
  'foreign-hosts',
  'secrets',
  'active-content',
] as const;
export type MachineLook = (typeof MACHINE_LOOKS)[number];

const bilingual = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const mark = z.enum(MARKS);
const time = z.string().refine(isTimestamp, 'RFC 3339 in UTC with milliseconds');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const id = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const itemId = z.string().regex(/^(pre|raw|r1|r2|r3|r4)-\d{2}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const sourceSchema = z.object({
  id,
  title: bilingual,
  short: bilingual,
  number: z.string(),
  level: z.enum(['law', 'regulation', 'national-norm', 'municipal', 'standard', 'foreign']),
  mark,
  from: day.nullable(),
  to: day.nullable(),
  sha256: sha256.nullable(),
  note: bilingual.nullable(),
});

const placeSchema = z.object({ article: z.string(), paragraph: z.number().int().optional(), item: z.number().int().optional() });
const citationSchema = z.object({
  source: id,
  /** Written out with 条、款、项: 第十七条第二款第（二）项. */
  clause: z.string(),
  /** The place in the measures, for the words beside the item; null for other sources. */
  at: placeSchema.nullable(),
  mark,
  note: bilingual.nullable(),
});

const appliesToSchema = z.object({
  /** Both lists empty: every product. Otherwise one of the forms or one of the features (declared or seen) is enough. */
  forms: z.array(z.enum(PRODUCT_FORMS)),
  features: z.array(z.enum(FEATURES)),
  /** Forms that count only when the product is offered as a service. */
  serviceForms: z.array(z.enum(PRODUCT_FORMS)),
  /** Empty: whoever made it. */
  makers: z.array(z.enum(MAKERS)),
});

const itemSchema = z.object({
  id: itemId,
  layer: z.enum(LAYERS),
  section: z.enum(SECTIONS),
  risk: z.number().int().min(1).max(4).nullable(),
  alsoRisks: z.array(z.number().int().min(1).max(4)),
  title: bilingual,
  question: bilingual,
  lookAt: z.array(bilingual).min(1),
  passRule: bilingual,
  answerKind: z.enum(ANSWER_KINDS),
  /** Not compliant closes both passes, whatever the score. `onMethod` is cited instead when the basis is "method". */
  hardStop: z.object({ citation: citationSchema, mark, onMethod: citationSchema.nullable() }).nullable(),
  /** Default severity of a finding; null when each must be judged. */
  severity: z.number().int().min(1).max(5).nullable(),
  /** A machine's finding here is an exposure found in the files: it has occurred. */
  exposure: z.boolean(),
  /** threshold: acceptable means that the item's threshold holds; level: by the matrix. */
  acceptance: z.enum(['level', 'threshold']),
  citations: z.array(citationSchema).min(1),
  appliesTo: appliesToSchema,
  materials: z.array(id),
  thresholds: z.array(id),
  looks: z.array(z.enum(MACHINE_LOOKS)),
  /** Where no machine can look, what a person must look at before the item may be more than 未核实. */
  handLook: bilingual.nullable(),
  phrases: z.array(z.object({ for: z.enum(ANSWERS), text: bilingual })),
});

const materialSchema = z.object({
  id,
  title: bilingual,
  note: bilingual,
  layer: z.enum(LAYERS),
  from: z.enum(['developer', 'operator', 'service-body', 'provider']),
  serves: z.array(itemId).min(1),
  /** required: asked whenever the conditions hold; declared: present, or not needed with a written reason. */
  need: z.enum(['required', 'declared']),
  when: appliesToSchema.extend({
    sharingModes: z.array(z.enum(SHARING_MODES)),
    coverage: z.array(z.enum(COVERAGE_KINDS)),
    sharedSource: z.boolean(),
  }),
});

const thresholdSchema = z.object({
  id,
  title: bilingual,
  value: z.number(),
  /** The number as the source writes it, where a decimal would lose it: 1/3. */
  exact: z.string().nullable(),
  relation: z.enum(['<', '<=', '=', '>=', '>']),
  /** Null for a pure number. */
  unit: bilingual.nullable(),
  citation: citationSchema,
});

const level = z.enum(LEVELS);
const signatureNumber = z.number().int().min(1).max(3);
export const signatureRuleSchema = z.object({
  default: signatureNumber,
  forms: z.partialRecord(z.enum(PRODUCT_FORMS), signatureNumber).optional(),
  outcomes: z.partialRecord(z.enum(['pass', 'pass-with-conditions', 'return', 'reject']), signatureNumber).optional(),
  makers: z.partialRecord(z.enum(MAKERS), signatureNumber).optional(),
  bases: z.partialRecord(z.enum(['successor', 'method', 'internal']), signatureNumber).optional(),
});

export const editionSchema = z.object({
  v: z.literal(1),
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  name: bilingual,
  validFrom: time,
  validTo: time.nullable(),
  successor: id.nullable(),
  /** What the edition stands on; an edition that extends or replaces the measures says so here. */
  document: z.object({
    title: z.string(),
    number: z.string(),
    clause: z.string(),
    sha256: sha256.nullable(),
    kind: z.enum(['original', 'extends', 'replaces']),
  }),
  notice: bilingual,
  sources: z.array(sourceSchema).min(1),
  items: z.array(itemSchema).min(1),
  materials: z.array(materialSchema),
  thresholds: z.array(thresholdSchema),
  /** Rows: severity 1 to 5; columns: likelihood 1 to 5. */
  matrix: z.object({ levels: z.array(z.array(level).length(5)).length(5), mark, note: bilingual }),
  /** What makes a residual level acceptable where the item names no threshold. */
  acceptable: z.record(level, z.enum(['reason', 'countersignature', 'never'])),
  signatures: signatureRuleSchema,
  /** A look that contradicts the declared features switches items on: detector ids and content codes by feature. */
  machineFeatures: z.array(z.object({ feature: z.enum(FEATURES), signals: z.array(z.string()).min(1) })),
});

export type Edition = z.infer<typeof editionSchema>;
export type EditionItem = z.infer<typeof itemSchema>;
export type EditionMaterial = z.infer<typeof materialSchema>;
export type Citation = z.infer<typeof citationSchema>;
export type EditionSource = z.infer<typeof sourceSchema>;
export type Threshold = z.infer<typeof thresholdSchema>;
export type AppliesTo = z.infer<typeof appliesToSchema>;
export type SignatureRule = z.infer<typeof signatureRuleSchema>;

/** Parsed JSON -> edition. Unknown members are ignored; a higher format version is refused by its own code. `detail` names the first problems. */
export function readEdition(json: unknown): Result<Edition, 'EDITION_INVALID' | 'EDITION_NEWER'> {
  if (typeof json === 'object' && json !== null && 'v' in json && typeof json.v === 'number' && json.v > 1)
    return failure('EDITION_NEWER', String(json.v));
  const parsed = editionSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  return failure(
    'EDITION_INVALID',
    parsed.error.issues
      .slice(0, 20)
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; '),
  );
}

export const SECTION_LABELS: Readonly<Record<Section, string>> = { pre: '前', raw: '原', r1: '一', r2: '二', r3: '三', r4: '四' };

export const sectionOf = (itemId: string): Section | null => SECTIONS.find((section) => itemId.startsWith(`${section}-`)) ?? null;

/** r1-02 -> 一-2; ids of another make are shown as they stand. */
export function itemLabel(itemId: string): string {
  const section = sectionOf(itemId);
  return section === null ? itemId : `${SECTION_LABELS[section]}-${Number(itemId.slice(section.length + 1))}`;
}

export const itemOf = (edition: Edition, itemId: string): EditionItem | null => edition.items.find(({ id }) => id === itemId) ?? null;

/** The source's short name and the clause: 办法第十七条第二款第（二）项. */
export function citationLabel({ source, clause }: Citation, edition: Edition, language: 'zh' | 'en' = 'zh'): string {
  const short = edition.sources.find(({ id }) => id === source)?.short[language] ?? source;
  return language === 'zh' ? `${short}${clause}` : `${short} ${clause}`;
}

/** The cited words of the measures; null for other sources, whose texts are not held. */
export const citedText = ({ at }: Citation): LegalText | null => (at === null ? null : article(at.article, at));

/** The clause that a place must be written as; the edition check compares. */
export const writtenClause = ({ at }: Citation): string | null => (at === null ? null : clauseLabel(at));
