// What a table gives away by subtraction and by its largest contributors, in the shape that results carry. Shapes and ranges only.
import { z } from 'zod';

const count = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

export const differencingSchema = z.looseObject({ totals: count, hidden: count, givenBack: count, missingRows: count });
export const releasesSchema = z.looseObject({ rows: count, compared: count, threshold: count, small: count, printedBefore: count });
export const dominanceSchema = z.looseObject({ cells: count, dominated: count, within: count, sensitive: count, share, p: share });
