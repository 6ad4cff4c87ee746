// The result of an analysis, version 1: what the analysis window hands to main, what `npm run analyse` prints and what a verdict cites by
// digest. Shapes only. Files of a later version are refused; members added within version 1 are kept, so that an older reader shows them.
import { z } from 'zod';
import { apiSchema } from './api/schema';
import { differencingSchema, dominanceSchema, releasesSchema } from './inference/schema';
import { MASKED } from './masked';
import { membershipSchema, overlapSchema, riskSchema, smallCellsSchema } from './risk/schema';

export const FILE_FORMATS = ['csv', 'tsv', 'json', 'jsonl', 'xlsx', 'parquet', 'text', 'pdf', 'docx'] as const;
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export const CERTAINTIES = ['certain', 'likely', 'weak'] as const;
export const COLUMN_TYPES = ['text', 'integer', 'decimal', 'date', 'empty'] as const;

/**
 * Why a file was read only in part: limits and damage met while reading. FORMAT_NOT_READ means that the format was
 * recognised by its content and that nothing in this version opens it.
 */
export const PARTLY_CODES = [
  'CELL_TOO_LONG',
  'TOO_MANY_COLUMNS',
  'QUOTE_UNCLOSED',
  'MAX_ROWS',
  'MAX_BYTES',
  'MAX_SECONDS',
  'MAX_MEMORY',
  'BAD_ENCODING',
  'LINE_TOO_LONG',
  'FORMAT_NOT_READ',
  'JSON_BROKEN',
  'JSON_TOO_DEEP',
  'JSON_LINE_UNREADABLE',
  'ENTRY_NAME_UNSAFE',
  'ENTRY_ENCRYPTED',
  'ENTRY_METHOD',
  'PART_NOT_READ',
  'PART_MISSING',
  'NESTED_TOO_DEEP',
  'TOO_MANY_PARTS',
  'MODEL_NOT_LOADED',
  'RISK_TOO_LARGE',
  'TOO_MANY_PAGES',
  'OPENAPI_UNREADABLE',
  'OPENAPI_CUT',
] as const;
/** Why a file was not read at all. Of a member of an archive it stands in `partly`: the rest of the archive was read. */
export const UNREADABLE_CODES = ['BINARY', 'GZIP', 'CONTAINER_BROKEN', 'CONTAINER_BOMB', 'CONTAINER_TOO_LARGE', 'XML_DOCTYPE'] as const;

/** What is looked for in cells; a hit of a newer version may carry another id. */
export const DETECTORS = [
  'resident-id',
  'resident-id-15',
  'hmt-residence-permit',
  'foreign-permanent-resident',
  'uscc',
  'mobile',
  'landline',
  'bank-card',
  'plate',
  'passport',
  'hmt-travel-permit',
  'email',
  'ipv4',
  'ipv6',
  'mac',
  'imei',
  'iccid',
  'vin',
  'name',
  'address',
  'coordinates',
  'birth-date',
  'medical-record',
  'social-security',
  'account-number',
  'messenger-id',
  'secret',
  'hashed-identifier',
  'encoded-identifier',
  'masked-identifier',
  'damaged-identifier',
] as const;

export type DetectorId = (typeof DETECTORS)[number];
export type FileFormat = (typeof FILE_FORMATS)[number];
export type Encoding = (typeof ENCODINGS)[number];
export type Certainty = (typeof CERTAINTIES)[number];
export type ColumnType = (typeof COLUMN_TYPES)[number];
export type PartlyCode = (typeof PARTLY_CODES)[number];
export type UnreadableCode = (typeof UNREADABLE_CODES)[number];

const count = z.number().int().nonnegative();
const text = z.string().max(40_000);
/** Masked: first and last character at most. Whoever hands over a cell as it stands has his whole answer refused. */
const sample = z.string().max(200).regex(MASKED);

export const hitSchema = z.looseObject({
  detector: z.string().max(100),
  /** `valid` + `invalid`; a cell counts once. */
  cells: count,
  valid: count,
  invalid: count,
  certainty: z.enum(CERTAINTIES),
  /** Points at a natural person by itself (GB/T 42460-2023, annex A). */
  direct: z.boolean(),
  /** GB/T 45574-2025 as it stands. */
  sensitive: z.boolean(),
  source: text,
  why: text,
  samples: z.array(sample).max(10),
});

export const columnSchema = z.looseObject({
  name: text,
  type: z.enum(COLUMN_TYPES),
  /** Exact up to 65,536; above that an estimate and `distinctExact` false. */
  distinct: count,
  distinctExact: z.boolean().optional(),
  empty: count,
  hits: z.array(hitSchema).max(100),
});

const comparison = z.looseObject({ authorised: z.unknown(), observed: z.unknown(), exceeds: z.boolean().nullable() });

export const scopeSchema = z.looseObject({
  unauthorised: z.array(text),
  missing: z.array(text),
  period: comparison.optional(),
  area: comparison.optional(),
  grain: comparison.optional(),
  recipients: comparison.optional(),
});

export const contentSchema = z.looseObject({
  code: z.string().max(100),
  count,
  why: text,
  source: text,
  samples: z.array(sample).max(10),
});

export const analysisFileSchema = z.looseObject({
  name: text,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  format: z.enum(FILE_FORMATS).nullable(),
  encoding: z.enum(ENCODINGS).nullable(),
  rows: count.nullable(),
  partly: z.looseObject({ code: z.string().max(100), rowsRead: count }).nullable(),
  columns: z.array(columnSchema).max(16_384).optional(),
  scope: scopeSchema.optional(),
  risk: riskSchema.optional(),
  smallCells: smallCellsSchema.optional(),
  membership: membershipSchema.optional(),
  overlap: overlapSchema.optional(),
  differencing: differencingSchema.optional(),
  releases: releasesSchema.optional(),
  dominance: dominanceSchema.optional(),
  api: apiSchema.optional(),
  /** Where inside the delivered file it lies (a member, a sheet); `sha256` and `bytes` are always the delivered file's. */
  part: text.optional(),
  /** What the carrier holds beside what it shows. */
  content: z.array(contentSchema).max(1_000).optional(),
});

export const analysisResultSchema = z.looseObject({
  v: z.literal(1),
  tool: z.looseObject({
    name: z.string(),
    version: z.string(),
    edition: z.looseObject({ id: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }).nullable(),
  }),
  /** Options by name, each the string given or the default's string. */
  parameters: z.record(z.string(), z.string()),
  notChecked: z.array(text),
  files: z.array(analysisFileSchema),
});

export type Hit = z.infer<typeof hitSchema>;
export type AnalysedColumn = z.infer<typeof columnSchema>;
export type Scope = z.infer<typeof scopeSchema>;
export type Content = z.infer<typeof contentSchema>;
export type AnalysisFile = z.infer<typeof analysisFileSchema>;
export type AnalysisResult = z.infer<typeof analysisResultSchema>;
