// The question as a form holds it: text as typed, roles per column, and the way back to a question that can be asked. Pure.
import { DOMINANCE_RULE } from '@shared/analysis/inference/dominance';
import { isShare } from '@shared/analysis/inference/question';
import {
  askedOfTable,
  asksOfColumns,
  type MeasureQuestion,
  measureQuestionSchema,
  NO_QUESTION,
  ofTable,
  type TableQuestion,
  withTable,
} from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import { fitsParameter } from '@shared/analysis/risk/question';
import { type ColumnRole, columnsOf, proposeRoles } from '@shared/analysis/roles';

export type QuestionForm = {
  /** By the place of the column. */
  readonly roles: readonly ColumnRole[];
  readonly contextProbability: string;
  readonly marks: string;
  readonly policy: 'exclude' | 'own-class' | 'wildcard';
  /** Names of columns; none: they are found by their names. */
  readonly counts: readonly string[];
  readonly member: string;
  readonly score: string;
  /** What makes up a cell, who contributes, how much; and the numbers of the rules as typed. */
  readonly cell: readonly string[];
  readonly contributor: string;
  readonly value: string;
  readonly largest: string;
  readonly share: string;
  readonly percent: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly maxRows: string;
  readonly maxSeconds: string;
  readonly maxMiB: string;
  readonly maxBytes: string;
};
export const LIMITS = ['maxRows', 'maxBytes', 'maxSeconds', 'maxMiB'] as const;
export type LimitField = (typeof LIMITS)[number];
export type QuestionField = 'contextProbability' | 'dominance' | 'largest' | 'share' | 'percent' | LimitField;

const limitText = (value: number | null): string => (value === null ? '' : String(value));

type Table = Pick<AnalysisFile, 'columns' | 'part'>;

/** Whether a question is about this table: every column that it names is there. */
export function isAbout(table: Table, question: TableQuestion): boolean {
  const names = new Set((table.columns ?? []).map(({ name }) => name));
  const { quasi, confidential, counts, membership, dominance } = question;
  const asked = [
    ...(quasi ?? []),
    ...confidential,
    ...(counts ?? []),
    ...(membership ? [membership.member, membership.score] : []),
    ...(dominance ? [...dominance.cell, dominance.contributor, dominance.value] : []),
  ];
  return asked.every((name) => names.has(name));
}

/** What the table is asked, where that is about it. */
function askedHere(table: Table, question: MeasureQuestion): TableQuestion | null {
  const asked = askedOfTable(question, table.part ?? null);
  return asked && isAbout(table, asked) ? asked : null;
}

/** Roles of the columns as they were last asked for; what was proposed where nothing was, or another table was meant. */
export function rolesOf(table: Table, question: MeasureQuestion): ColumnRole[] {
  const proposed = proposeRoles(table);
  const asked = askedHere(table, question);
  const quasi = asked?.quasi ?? null;
  if (!asked || quasi === null) return proposed;
  return (table.columns ?? []).map(({ name }, index) => {
    if (quasi.includes(name)) return 'quasi';
    if (asked.confidential.includes(name)) return 'confidential';
    const own = proposed[index] ?? 'other';
    return own === 'identifier' ? own : 'other';
  });
}

/** Where the question of a table stands alone; null: with those of every table that has none of its own. */
export const ownPart = ({ part }: Table, { table, further }: MeasureQuestion): string | null =>
  part !== undefined && [table, ...further.map((each) => each.table)].includes(part) ? part : null;

/** Of a question about another table all is kept that names no column. */
export function formOf(table: Table, question: MeasureQuestion): QuestionForm {
  const { contextProbability, suppressed, fingerprint, limits } = question;
  const asked = askedHere(table, question) ?? { ...ofTable(NO_QUESTION), contextProbability, suppressed };
  return {
    roles: rolesOf(table, question),
    contextProbability: asked.contextProbability,
    marks: asked.suppressed?.marks ?? '',
    policy: asked.suppressed?.policy ?? 'own-class',
    counts: asked.counts ?? [],
    member: asked.membership?.member ?? '',
    score: asked.membership?.score ?? '',
    cell: asked.dominance?.cell ?? [],
    contributor: asked.dominance?.contributor ?? '',
    value: asked.dominance?.value ?? '',
    largest: String(asked.dominance?.n ?? DOMINANCE_RULE.n),
    share: asked.dominance?.share ?? String(DOMINANCE_RULE.share),
    percent: asked.dominance?.p ?? String(DOMINANCE_RULE.p),
    fingerprint: fingerprint?.file ?? '',
    key: fingerprint?.key ?? '',
    maxRows: limitText(limits.maxRows),
    maxSeconds: limitText(limits.maxSeconds),
    maxMiB: limitText(limits.maxMiB),
    maxBytes: limitText(limits.maxBytes),
  };
}

const LIMIT = /^[1-9]\d{0,9}$/;
const BYTES = /^(?<count>\d{1,15}(?:\.\d{1,3})?)\s*(?<unit>[KMGT]?)B?$/iu;
const UNITS = ['', 'K', 'M', 'G', 'T'];
const LARGEST = /^[1-5]$/;

/** Bytes as people write them, in the units that sizes are shown in: "250 MB", "4G", "1024"; null when it is no size above nothing. */
export function bytesOf(text: string): number | null {
  const { count, unit = '' } = BYTES.exec(text.trim())?.groups ?? {};
  const bytes = count === undefined ? 0 : Math.round(Number(count) * 1000 ** UNITS.indexOf(unit.toUpperCase()));
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : null;
}

const limitOf = (form: QuestionForm, field: LimitField): number | null => {
  const text = form[field].trim();
  if (field === 'maxBytes') return bytesOf(text);
  return LIMIT.test(text) ? Number(text) : null;
};

/** Fields that cannot be asked as they stand. */
export function wrongFields(form: QuestionForm): ReadonlySet<QuestionField> {
  const wrong = new Set<QuestionField>();
  if (!fitsParameter('context-probability', form.contextProbability.trim())) wrong.add('contextProbability');
  // Two of the three columns are no question, and a column cannot make up a cell of itself.
  const { cell, contributor, value } = form;
  const chosen = [cell.length > 0, contributor !== '', value !== ''].filter(Boolean).length;
  const twice = new Set([...cell, contributor, value]).size < cell.length + 2;
  if (chosen > 0 && (chosen < 3 || twice)) wrong.add('dominance');
  if (chosen > 0) {
    if (!LARGEST.test(form.largest.trim())) wrong.add('largest');
    if (!isShare(form.share.trim())) wrong.add('share');
    if (!isShare(form.percent.trim())) wrong.add('percent');
  }
  for (const field of LIMITS) if (form[field].trim() !== '' && limitOf(form, field) === null) wrong.add(field);
  return wrong;
}

/**
 * The question of the file with this table's part as the form holds it, and those of other tables as they were. Null while a field is wrong. A table
 * without a chosen quasi-identifier is not asked about its classes.
 * @param part where the one table lies that is meant; null: every table that has the columns and no question of its own
 */
export function questionFrom(
  form: QuestionForm,
  table: Table,
  part: string | null = null,
  before: MeasureQuestion = NO_QUESTION,
): MeasureQuestion | null {
  if (wrongFields(form).size > 0) return null;
  const { cell, contributor, value } = form;
  const quasi = columnsOf(table, form.roles, 'quasi');
  const marks = form.marks.trim();
  const asked: TableQuestion = {
    quasi: quasi.length > 0 ? quasi : null,
    confidential: quasi.length > 0 ? columnsOf(table, form.roles, 'confidential') : [],
    contextProbability: form.contextProbability.trim(),
    suppressed: marks === '' ? null : { marks, policy: form.policy },
    counts: form.counts.length === 0 ? null : [...form.counts],
    membership: form.member !== '' && form.score !== '' ? { member: form.member, score: form.score } : null,
    dominance:
      cell.length === 0
        ? null
        : { cell: [...cell], contributor, value, n: Number(form.largest.trim()), share: form.share.trim(), p: form.percent.trim() },
    table: part,
  };
  const question: MeasureQuestion = {
    // Whoever asks this table with all others no longer asks it alone.
    ...withTable(part === null ? withoutTable(before, table.part ?? null) : before, asked),
    fingerprint: form.fingerprint !== '' && form.key !== '' ? { file: form.fingerprint, key: form.key } : null,
    limits: {
      maxRows: limitOf(form, 'maxRows'),
      maxSeconds: limitOf(form, 'maxSeconds'),
      maxMiB: limitOf(form, 'maxMiB'),
      maxBytes: limitOf(form, 'maxBytes'),
    },
  };
  return measureQuestionSchema.safeParse(question).data ?? null;
}

/** The same question without what this table alone was asked. */
export const withoutTable = (question: MeasureQuestion, part: string | null): MeasureQuestion =>
  part === null ? question : withTable(question, { ...ofTable(NO_QUESTION), table: part });

/** Tables other than this one that have a question of their own. */
export const askedBeside = ({ part }: Table, question: MeasureQuestion): readonly string[] =>
  [question, ...question.further].flatMap((each) =>
    each.table !== null && each.table !== part && asksOfColumns(each) ? [each.table] : [],
  );

/** How many columns were given another role than they were last asked with. */
export const changedRoles = (form: QuestionForm, before: readonly ColumnRole[]): number =>
  form.roles.filter((role, index) => role !== before[index]).length;
