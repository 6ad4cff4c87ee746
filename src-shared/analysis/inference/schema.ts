// What a table gives away by subtraction and by its largest contributors, in the shape that results carry. Shapes and ranges only.
import { z } from 'zod';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

const column = z.string().max(40_000);
/** Where to go and look; results of an earlier version tell numbers alone. */
const places = <T extends z.ZodRawShape>(shape: T) =>
  z
    .array(z.looseObject({ row: count, ...shape }))
    .max(1_000)
    .readonly()
    .optional();

export const differencingSchema = z.looseObject({
  totals: count,
  hidden: count,
  givenBack: count,
  missingRows: count,
  at: places({ column, how: z.enum(['subtracted', 'row-missing']) }),
});
export const releasesSchema = z.looseObject({
  rows: count,
  compared: count,
  threshold: count,
  small: count,
  printedBefore: count,
  at: places({ column, how: z.enum(['small', 'printed-before']) }),
});
export const dominanceSchema = z.looseObject({
  cells: count,
  dominated: count,
  within: count,
  sensitive: count,
  n: count.optional(),
  share,
  p: share,
  at: places({ contributors: count, largest: share, dominated: z.boolean(), within: z.boolean() }),
});
