// What a reviewer asks of one delivered file, as the desk sends it and main keeps it; and the same as the parameters that a job is given and a
// verdict cites. Refuses what could not be measured as it stands, so that a question is never answered with less than it asked.
import { z } from 'zod';
import { isShare, writeDominance } from './inference/question';
import { writeNames } from './risk/names';
import { fitsParameter, type MeasureParameters } from './risk/question';

const column = z.string().min(1).max(1_000);
const listed = column.refine((name) => name.trim() !== '');
const share = z.string().max(40).refine(isShare);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const atLeastOne = z.number().int().min(1);

export const measureQuestionSchema = z.strictObject({
  /** Null: risk is not asked for. Empty: somebody says that there are none. */
  quasi: z.array(listed).max(64).nullable(),
  confidential: z.array(listed).max(64),
  /** Decimal string between 0 and 1, read exactly. */
  contextProbability: z
    .string()
    .max(40)
    .refine((value) => fitsParameter('context-probability', value)),
  suppressed: z.strictObject({ marks: z.string().min(1).max(200), policy: z.enum(['exclude', 'own-class', 'wildcard']) }).nullable(),
  /** Null: count columns are found by their names. */
  counts: z.array(listed).min(1).max(64).nullable(),
  membership: z
    .strictObject({ member: column, score: column })
    .refine(({ member, score }) => fitsParameter('membership', `member=${member},score=${score}`))
    .nullable(),
  /** Whose amounts make up which cells, and the numbers of the two rules. */
  dominance: z
    .strictObject({ cell: z.array(listed).min(1).max(16), contributor: listed, value: listed, n: atLeastOne.max(5), share, p: share })
    .nullable()
    .default(null),
  /** Where in the file the table lies that the columns above are of; null: every table that has them. */
  table: z.string().min(1).max(40_000).nullable().default(null),
  /** Digests of two files of the dossier. */
  fingerprint: z.strictObject({ file: sha256, key: sha256 }).nullable(),
  /** What exceeds them is looked at in part, and that is said. `maxMiB` is for the classes of one table, `maxBytes` for what is read. */
  limits: z.strictObject({
    maxRows: atLeastOne.max(1_000_000_000).nullable(),
    maxSeconds: atLeastOne.max(86_400).nullable(),
    maxMiB: atLeastOne.max(4_096).nullable(),
    maxBytes: atLeastOne.max(Number.MAX_SAFE_INTEGER).nullable().default(null),
  }),
});
export type MeasureQuestion = z.infer<typeof measureQuestionSchema>;

export const NO_QUESTION: MeasureQuestion = {
  quasi: null,
  confidential: [],
  contextProbability: '1',
  suppressed: null,
  counts: null,
  membership: null,
  dominance: null,
  table: null,
  fingerprint: null,
  limits: { maxRows: null, maxSeconds: null, maxMiB: null, maxBytes: null },
};

/** As a job takes it. What says nothing without quasi-identifiers stays out while none are asked for. */
export function measuresOf(question: MeasureQuestion, sharingMode: string | null): MeasureParameters {
  const { quasi, confidential, suppressed, counts, membership, dominance, table, fingerprint } = question;
  const ofColumns = quasi !== null || (counts !== null && sharingMode !== null) || membership !== null || dominance !== null;
  return {
    ...(sharingMode === null ? {} : { 'sharing-mode': sharingMode }),
    ...(quasi === null
      ? {}
      : {
          quasi: writeNames(quasi),
          'context-probability': question.contextProbability,
          ...(confidential.length > 0 ? { confidential: writeNames(confidential) } : {}),
          ...(suppressed ? { suppressed: suppressed.marks, 'suppressed-policy': suppressed.policy } : {}),
        }),
    // Counts are judged by the sharing mode alone.
    ...(counts && sharingMode !== null ? { counts: writeNames(counts) } : {}),
    ...(membership ? { membership: `member=${membership.member},score=${membership.score}` } : {}),
    ...(dominance ? { dominance: writeDominance(dominance) } : {}),
    ...(table !== null && ofColumns ? { table } : {}),
    ...(fingerprint ? { fingerprint: fingerprint.file, 'fingerprint-key': fingerprint.key } : {}),
  };
}

/** As a record and a verdict carry it: each parameter by its name, as the string that was given. */
export function parametersOf(question: MeasureQuestion, sharingMode: string | null): Record<string, string> {
  const { maxRows, maxSeconds, maxMiB, maxBytes } = question.limits;
  const limits = { 'max-rows': maxRows, 'max-bytes': maxBytes, 'max-seconds': maxSeconds, 'max-memory': maxMiB };
  return {
    ...(measuresOf(question, sharingMode) as Record<string, string>),
    ...Object.fromEntries(Object.entries(limits).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))),
  };
}
