// What was seen of an interface, in the shape that results carry. Shapes only; lists are cut to what can be shown.
import { z } from 'zod';

const count = z.number().int().nonnegative();
const text = z.string().max(40_000);
const lines = z.array(text).max(1_000).readonly();
const list = <T extends z.ZodRawShape>(shape: T) => z.array(z.looseObject(shape)).max(1_000).readonly();

export const apiSchema = z.looseObject({
  document: z
    .looseObject({
      version: text,
      operations: count,
      servers: list({ kind: text, sign: text, https: z.boolean() }),
      unauthenticated: lines,
      enumerable: list({ operation: text, parameter: text, bits: count }),
      projection: list({ operation: text, parameter: text }),
      bulk: list({ operation: text, parameter: text, maximum: z.number().nullable() }),
      rateUnstated: lines,
    })
    .nullable(),
  samples: z
    .looseObject({
      replies: count,
      undocumented: lines,
      notAgreed: lines.nullable(),
      running: list({ field: text, steps: count, of: count }),
      precise: list({ field: text, decimals: count }),
    })
    .nullable(),
});
