// The question as a form holds it: text as typed, roles per column, and the way back to a question that can be asked. Pure.
import { type MeasureQuestion, measureQuestionSchema } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import { fitsParameter } from '@shared/analysis/risk/question';
import { type ColumnRole, columnsOf, proposeRoles } from '@shared/analysis/roles';

export type QuestionForm = {
  /** By the place of the column. */
  readonly roles: readonly ColumnRole[];
  readonly contextProbability: string;
  readonly marks: string;
  readonly policy: 'exclude' | 'own-class' | 'wildcard';
  readonly counts: string;
  readonly member: string;
  readonly score: string;
  readonly fingerprint: string;
  readonly key: string;
  readonly maxRows: string;
  readonly maxSeconds: string;
  readonly maxMiB: string;
};
export type QuestionField = 'contextProbability' | 'counts' | 'maxRows' | 'maxSeconds' | 'maxMiB';

const limitText = (value: number | null): string => (value === null ? '' : String(value));

/** Roles of the columns as they were last asked for; what was proposed where nothing was. */
export function rolesOf(table: Pick<AnalysisFile, 'columns'>, question: MeasureQuestion): ColumnRole[] {
  const proposed = proposeRoles(table);
  const { quasi } = question;
  if (quasi === null) return proposed;
  return (table.columns ?? []).map(({ name }, index) => {
    if (quasi.includes(name)) return 'quasi';
    if (question.confidential.includes(name)) return 'confidential';
    const own = proposed[index] ?? 'other';
    return own === 'identifier' ? own : 'other';
  });
}

export const formOf = (table: Pick<AnalysisFile, 'columns'>, question: MeasureQuestion): QuestionForm => ({
  roles: rolesOf(table, question),
  contextProbability: question.contextProbability,
  marks: question.suppressed?.marks ?? '',
  policy: question.suppressed?.policy ?? 'own-class',
  counts: question.counts?.join(',') ?? '',
  member: question.membership?.member ?? '',
  score: question.membership?.score ?? '',
  fingerprint: question.fingerprint?.file ?? '',
  key: question.fingerprint?.key ?? '',
  maxRows: limitText(question.limits.maxRows),
  maxSeconds: limitText(question.limits.maxSeconds),
  maxMiB: limitText(question.limits.maxMiB),
});

const LIMIT = /^[1-9]\d{0,9}$/;
const listOf = (text: string): string[] => text.split(/[,，]/).map((name) => name.trim());

/** Fields that cannot be asked as they stand. */
export function wrongFields(form: QuestionForm): ReadonlySet<QuestionField> {
  const wrong = new Set<QuestionField>();
  if (!fitsParameter('context-probability', form.contextProbability.trim())) wrong.add('contextProbability');
  if (form.counts.trim() !== '' && listOf(form.counts).includes('')) wrong.add('counts');
  for (const field of ['maxRows', 'maxSeconds', 'maxMiB'] as const)
    if (form[field].trim() !== '' && !LIMIT.test(form[field].trim())) wrong.add(field);
  return wrong;
}

/** Null while a field is wrong. A table without a chosen quasi-identifier is not asked about its classes. */
export function questionFrom(form: QuestionForm, table: Pick<AnalysisFile, 'columns'>): MeasureQuestion | null {
  if (wrongFields(form).size > 0) return null;
  const limit = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim()));
  const quasi = columnsOf(table, form.roles, 'quasi');
  const marks = form.marks.trim();
  const question: MeasureQuestion = {
    quasi: quasi.length > 0 ? quasi : null,
    confidential: quasi.length > 0 ? columnsOf(table, form.roles, 'confidential') : [],
    contextProbability: form.contextProbability.trim(),
    suppressed: marks === '' ? null : { marks, policy: form.policy },
    counts: form.counts.trim() === '' ? null : listOf(form.counts),
    membership: form.member !== '' && form.score !== '' ? { member: form.member, score: form.score } : null,
    fingerprint: form.fingerprint !== '' && form.key !== '' ? { file: form.fingerprint, key: form.key } : null,
    limits: { maxRows: limit(form.maxRows), maxSeconds: limit(form.maxSeconds), maxMiB: limit(form.maxMiB) },
  };
  return measureQuestionSchema.safeParse(question).data ?? null;
}

/** How many columns were given another role than they were last asked with. */
export const changedRoles = (form: QuestionForm, before: readonly ColumnRole[]): number =>
  form.roles.filter((role, index) => role !== before[index]).length;
