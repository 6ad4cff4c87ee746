// The question as a form holds it: what is asked is what was chosen, and what cannot be asked is said beside its field.
import { measureQuestionSchema, NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysedColumn } from '@shared/analysis/result';
import { describe, expect, it } from 'vitest';
import { changedRoles, formOf, questionFrom, rolesOf, wrongFields } from '../../../src-renderer/features/evidence/question-model';

const column = (name: string): AnalysedColumn => ({ name, type: 'text', distinct: 9, empty: 0, hits: [] });
const table = { columns: [column('性别'), column('诊断'), column('用热量')] };
const asked = {
  ...NO_QUESTION,
  quasi: ['用热量'],
  confidential: ['性别'],
  contextProbability: '0.14',
  limits: { maxRows: 10, maxSeconds: null, maxMiB: 64 },
};

describe('the form of a question', () => {
  it('shows what is proposed while nothing was asked, and what was asked after that', () => {
    expect(rolesOf(table, NO_QUESTION)).toEqual(['quasi', 'confidential', 'other']);
    expect(rolesOf(table, asked)).toEqual(['confidential', 'other', 'quasi']);
  });
  it('asks again exactly what it was given', () => {
    expect(questionFrom(formOf(table, asked), table)).toEqual(asked);
  });
  it('asks for what was chosen, and counts what was changed', () => {
    const form = formOf(table, NO_QUESTION);
    const changed = {
      ...form,
      roles: ['quasi', 'confidential', 'quasi'] as const,
      marks: ' * ',
      counts: '人数， 户数',
      member: '性别',
      score: '用热量',
    };
    const question = questionFrom(changed, table);
    expect(question).toMatchObject({
      quasi: ['性别', '用热量'],
      confidential: ['诊断'],
      suppressed: { marks: '*', policy: 'own-class' },
      counts: ['人数', '户数'],
      membership: { member: '性别', score: '用热量' },
    });
    expect(measureQuestionSchema.safeParse(question).success).toBe(true);
    expect(changedRoles(changed, form.roles)).toBe(1);
  });
  it('does not ask about classes when no quasi-identifier is chosen', () => {
    expect(questionFrom({ ...formOf(table, NO_QUESTION), roles: ['other', 'confidential', 'other'] }, table)).toEqual(NO_QUESTION);
  });
  it.each([
    [{ contextProbability: '1,4' }, 'contextProbability'],
    [{ contextProbability: '' }, 'contextProbability'],
    [{ counts: '人数,,户数' }, 'counts'],
    [{ maxRows: '0' }, 'maxRows'],
    [{ maxSeconds: '十' }, 'maxSeconds'],
    [{ maxMiB: '1.5' }, 'maxMiB'],
  ])('does not ask with %j', (change, field) => {
    const form = { ...formOf(table, asked), ...change };
    expect([...wrongFields(form)]).toEqual([field]);
    expect(questionFrom(form, table)).toBeNull();
  });
});
