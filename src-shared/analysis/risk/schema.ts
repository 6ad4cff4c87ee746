// The measures of risk in the shape that results carry, for whoever takes a result from a process that is not trusted. Shapes and ranges only.
import { z } from 'zod';
import { MASKED } from '../masked';
import { MAX_CLASSES } from './homogeneous';
import { MAX_RANGES } from './rows-below';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const name = z.string().max(40_000);
const level = z.number().int().min(1).max(4).nullable();
const interval = z.tuple([share, share]).readonly();
const atTargets = <T extends z.ZodType>(value: T) => z.looseObject({ '0.01': value, '0.001': value });
/** Names of columns come from evidence; as keys they stay plain text. */
const byColumn = <T extends z.ZodType>(value: T) => z.record(name, value);

const readingSchema = z.looseObject({ k: count.nullable(), classes: count, R: share.nullable(), level });

/** Rows of a table by their numbers. */
const rowNumbers = {
  rows: count,
  ranges: z
    .array(z.tuple([count, count]).readonly())
    .max(MAX_RANGES)
    .readonly(),
  unlisted: count,
};
/** A worker that is not trusted hands out no cell as it stands: first and last character at most. */
const maskedCell = z.string().max(40).regex(MASKED);
const homogeneousSchema = z.looseObject({
  classes: z
    .array(z.looseObject({ row: count, records: count, quasi: z.array(maskedCell).max(64).readonly(), value: maskedCell }))
    .max(MAX_CLASSES)
    .readonly(),
  rows: z.looseObject(rowNumbers),
});

export const riskSchema = z.looseObject({
  quasi: z.array(name).max(16_384).readonly(),
  sharingMode: z.enum(['public', 'controlled', 'enclave']).nullable(),
  /** Records that were counted. */
  rows: count,
  classes: count,
  /** Null without records, as every measure of classes. */
  k: count.nullable(),
  uniques: count,
  below: z.record(z.string().max(10), count),
  Ra: share.nullable(),
  Rb: share.nullable(),
  Rc: share.nullable(),
  recordMean: share.nullable(),
  /** The decimal string as given; 1 for public sharing. */
  contextProbability: z.string().max(100),
  R: share.nullable(),
  threshold: share.nullable(),
  level,
  /** The arithmetic line by line. */
  steps: z.array(z.string().max(1_000)).max(100).readonly(),
  /** Bars of the picture of class sizes. */
  classSizes: z
    .array(z.looseObject({ from: count, to: count.nullable(), classes: count, records: count }))
    .max(100)
    .readonly(),
  rowsBelow: z.looseObject({ least: count, ...rowNumbers }).nullish(),
  l: byColumn(
    z.looseObject({
      distinct: count,
      entropy: z.number().nonnegative(),
      recordsBelow2: count,
      classesBelow2: count.optional(),
      homogeneous: homogeneousSchema.optional(),
    }),
  ),
  t: byColumn(z.looseObject({ equal: share, mean: share })),
  suppressed: z
    .looseObject({
      marks: z.array(z.string().max(1_000)).max(1_000).readonly(),
      policy: z.enum(['exclude', 'own-class', 'wildcard']),
      rows: count,
      other: z.partialRecord(z.enum(['exclude', 'own-class', 'wildcard']), readingSchema),
    })
    .nullable(),
});

export const smallCellsSchema = z.looseObject({
  threshold: count,
  cells: count,
  zeros: count,
  counted: count,
  columns: z.array(name).max(16_384).readonly(),
});

export const membershipSchema = z.looseObject({
  members: count,
  nonMembers: count,
  auc: share,
  advantage: share,
  tprAtFpr: atTargets(share),
  interval95: z.looseObject({ auc: interval, advantage: interval, tprAtFpr: atTargets(interval), method: z.string().max(1_000) }),
  ties: count,
  /** Points (FPR, TPR) from (0, 0) to (1, 1). */
  curve: z.array(interval).max(1_000).readonly(),
  /** Bars of the picture of scores. */
  scores: z
    .looseObject({
      from: z.number(),
      to: z.number(),
      members: z.array(count).max(100).readonly(),
      others: z.array(count).max(100).readonly(),
    })
    .nullish(),
});

export const overlapSchema = z.looseObject({ fingerprintRows: count, rows: count, equal: count, share, rowsEqual: count });
