// What a reviewer asks of one delivered file, table by table, as the desk sends it and main keeps it; and the same as the parameters that a job is given and
// a verdict cites. Refuses what could not be measured as it stands, so that a question is never answered with less than it asked.
import { z } from 'zod';
import { isShare, writeDominance } from './inference/question';
import { writeMembership } from './membership/question';
import { writeNames } from './risk/names';
import { fitsParameter, MAX_QUESTIONS, type MeasureParameters, numbered } from './risk/question';

const listed = z
  .string()
  .min(1)
  .max(1_000)
  .refine((name) => name.trim() !== '');
const share = z.string().max(40).refine(isShare);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const atLeastOne = z.number().int().min(1);
/** Where in the file a table lies: a member, a sheet. */
const part = z.string().min(1).max(40_000);

/** Whether columns are named at all. */
export const asksOfColumns = (asked: Readonly<Record<'quasi' | 'counts' | 'membership' | 'dominance', unknown>>): boolean =>
  asked.quasi !== null || asked.counts !== null || asked.membership !== null || asked.dominance !== null;

const tableQuestion = {
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
  membership: z.strictObject({ member: listed, score: listed }).nullable(),
  /** Whose amounts make up which cells, and the numbers of the two rules. */
  dominance: z
    .strictObject({ cell: z.array(listed).min(1).max(16), contributor: listed, value: listed, n: atLeastOne.max(5), share, p: share })
    .nullable()
    .default(null),
} as const;
const ofOneTable = z.strictObject({ ...tableQuestion, table: part }).refine(asksOfColumns);

export const measureQuestionSchema = z
  .strictObject({
    ...tableQuestion,
    /** The table that the columns above are of; null: every table that has them and no question of its own. */
    table: part.nullable().default(null),
    /** What is asked of other tables of the file, each once. */
    further: z
      .array(ofOneTable)
      .max(MAX_QUESTIONS - 1)
      .default([]),
    /** Digests of two files of the dossier. */
    fingerprint: z.strictObject({ file: sha256, key: sha256 }).nullable(),
    /** What exceeds them is looked at in part, and that is said. `maxMiB` is for the classes of one table, `maxBytes` for what is read. */
    limits: z.strictObject({
      maxRows: atLeastOne.max(1_000_000_000).nullable(),
      maxSeconds: atLeastOne.max(86_400).nullable(),
      maxMiB: atLeastOne.max(4_096).nullable(),
      maxBytes: atLeastOne.max(Number.MAX_SAFE_INTEGER).nullable().default(null),
    }),
  })
  .refine(({ table, further }) => {
    const tables = [table, ...further.map((each) => each.table)].filter((each) => each !== null);
    return new Set(tables).size === tables.length;
  });
export type MeasureQuestion = z.infer<typeof measureQuestionSchema>;
/** What is asked of one table, wherever it lies. */
export type TableQuestion = Omit<MeasureQuestion, 'further' | 'fingerprint' | 'limits'>;

export const NO_QUESTION: MeasureQuestion = {
  quasi: null,
  confidential: [],
  contextProbability: '1',
  suppressed: null,
  counts: null,
  membership: null,
  dominance: null,
  table: null,
  further: [],
  fingerprint: null,
  limits: { maxRows: null, maxSeconds: null, maxMiB: null, maxBytes: null },
};

/** The part of a question that one table answers: its own, or what is asked of every table. */
export const askedOfTable = (question: MeasureQuestion, part: string | null): TableQuestion | null =>
  [question, ...question.further].find(({ table }) => table !== null && table === part) ?? (question.table === null ? question : null);

/**
 * The same question with what one table is asked put in the place of what it was asked before; nothing asked takes its question away.
 * @param asked with the place of the table, or null for every table that has no question of its own
 */
export function withTable(question: MeasureQuestion, asked: TableQuestion): MeasureQuestion {
  const { fingerprint, limits } = question;
  const before: readonly TableQuestion[] = [ofTable(question), ...question.further];
  const at = before.findIndex(({ table }) => table === asked.table);
  const all = (at < 0 ? [...before, asked] : before.with(at, asked)).filter(asksOfColumns);
  // What is asked of every table stands first, and without it the first of the others.
  const [base = ofTable(NO_QUESTION), ...further] = all.toSorted((a, b) => Number(a.table !== null) - Number(b.table !== null));
  return {
    ...base,
    further: further.flatMap((each) => (each.table === null ? [] : [{ ...each, table: each.table }])),
    fingerprint,
    limits,
  };
}

/** What a question asks first, without the rest of the file. */
export const ofTable = ({ further: _further, fingerprint: _fingerprint, limits: _limits, ...asked }: MeasureQuestion): TableQuestion =>
  asked;

/** As a job takes it. What says nothing without quasi-identifiers stays out while none are asked for. */
export function measuresOf(question: MeasureQuestion, sharingMode: string | null): MeasureParameters {
  const { fingerprint, further } = question;
  const rest = further.map((each) => tableParameters(each, sharingMode)).filter((each) => Object.keys(each).length > 0);
  return {
    ...(sharingMode === null ? {} : { 'sharing-mode': sharingMode }),
    ...tableParameters(question, sharingMode),
    ...Object.fromEntries(
      rest.flatMap((each, i) =>
        Object.entries(each).map(([name, value]) => [numbered(name as keyof ReturnType<typeof tableParameters>, i + 2), value]),
      ),
    ),
    ...(fingerprint ? { fingerprint: fingerprint.file, 'fingerprint-key': fingerprint.key } : {}),
  };
}

function tableParameters(question: TableQuestion, sharingMode: string | null) {
  const { quasi, confidential, suppressed, membership, dominance, table } = question;
  // Counts are judged by the sharing mode alone.
  const counts = sharingMode === null ? null : question.counts;
  return {
    ...(quasi === null
      ? {}
      : {
          quasi: writeNames(quasi),
          'context-probability': question.contextProbability,
          ...(confidential.length > 0 ? { confidential: writeNames(confidential) } : {}),
          ...(suppressed ? { suppressed: suppressed.marks, 'suppressed-policy': suppressed.policy } : {}),
        }),
    ...(counts ? { counts: writeNames(counts) } : {}),
    ...(membership ? { membership: writeMembership(membership) } : {}),
    ...(dominance ? { dominance: writeDominance(dominance) } : {}),
    ...(table !== null && asksOfColumns({ ...question, counts }) ? { table } : {}),
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
