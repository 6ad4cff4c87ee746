// What was applied for (数据开发利用申请, Art. 15) and what the supply notes say was supplied: the two lists between the operator's catalogue and the
// agreement (Art. 21 ¶1: 按需申请…在申请范围内使用). A part that may stay empty: papers from before it have none, and nothing of it is signed.
import { z } from 'zod';

const name = z.string().max(500);

export const applicationSchema = z.strictObject({
  /** Number of the application at the operator or the service body. */
  number: name,
  /** YYYY-MM-DD in Asia/Shanghai, or empty while it has not been typed. */
  appliedOn: z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/),
  catalogue: z.array(name).max(500),
  fields: z.array(name).max(2_000),
  /** Fields that the supply notes list, of all sources together. Their catalogue codes stand with the sources. */
  suppliedFields: z.array(name).max(2_000),
});
export type Application = z.infer<typeof applicationSchema>;

export const emptyApplication = (): Application => ({ number: '', appliedOn: '', catalogue: [], fields: [], suppliedFields: [] });

/** Nobody has begun to state it. */
export const isUnstated = ({ number, appliedOn, catalogue, fields, suppliedFields }: Application): boolean =>
  number.trim() === '' && appliedOn === '' && catalogue.length + fields.length + suppliedFields.length === 0;
