// The question as a form holds it: what is asked is what was chosen, and what cannot be asked is said beside its field.
import { measureQuestionSchema, measuresOf, NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysedColumn } from '@shared/analysis/result';
import { describe, expect, it } from 'vitest';
import {
  askedBeside,
  bytesOf,
  changedRoles,
  formOf,
  ownPart,
  questionFrom,
  rolesOf,
  withoutTable,
  wrongFields,
} from '../../../src-renderer/features/evidence/question-model';

const column = (name: string): AnalysedColumn => ({ name, type: 'text', distinct: 9, empty: 0, hits: [] });
const table = { columns: [column('性别'), column('诊断'), column('用热量')] };
const asked = {
  ...NO_QUESTION,
  quasi: ['用热量'],
  confidential: ['性别'],
  contextProbability: '0.14',
  limits: { maxRows: 10, maxSeconds: null, maxMiB: 64, maxBytes: 250_000_000 },
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
      counts: ['人数', '户数,合计'],
      member: '性别',
      score: '用热量',
    };
    const question = questionFrom(changed, table);
    expect(question).toMatchObject({
      quasi: ['性别', '用热量'],
      confidential: ['诊断'],
      suppressed: { marks: '*', policy: 'own-class' },
      counts: ['人数', '户数,合计'],
      membership: { member: '性别', score: '用热量' },
    });
    expect(measureQuestionSchema.safeParse(question).success).toBe(true);
    expect(changedRoles(changed, form.roles)).toBe(1);
  });
  it('asks who makes up a cell once all three columns are chosen, and of which table', () => {
    const form = { ...formOf(table, NO_QUESTION), cell: ['性别'], contributor: '诊断', value: '用热量', largest: '2', share: '0.9' };
    const question = questionFrom(form, table, '二月');
    expect(question).toMatchObject({
      table: '二月',
      dominance: { cell: ['性别'], contributor: '诊断', value: '用热量', n: 2, share: '0.9', p: '0.1' },
    });
    expect(question && measuresOf(question, null)).toMatchObject({
      dominance: 'cell=性别,contributor=诊断,value=用热量,n=2,k=0.9,p=0.1',
      table: '二月',
    });
    expect(formOf({ ...table, part: '二月' }, question ?? NO_QUESTION)).toMatchObject({
      cell: ['性别'],
      largest: '2',
      share: '0.9',
      percent: '0.1',
    });
  });
  it('begins with what is proposed where the question was about another table', () => {
    const other = { ...asked, quasi: ['卡号'], confidential: [] };
    expect(rolesOf(table, other)).toEqual(['quasi', 'confidential', 'other']);
    expect(formOf(table, other)).toMatchObject({ contextProbability: '0.14', maxRows: '10', counts: [], member: '' });
  });
  describe('of one of several tables', () => {
    const counts = { columns: [column('月份'), column('人数')], part: '统计' };
    const people = { ...table, part: '人员' };
    const both = questionFrom({ ...formOf(counts, asked), counts: ['人数'] }, counts, '统计', asked);
    it('puts its question beside those of the others', () => {
      expect(both).toMatchObject({
        table: null,
        quasi: ['用热量'],
        further: [{ table: '统计', quasi: null, counts: ['人数'] }],
        limits: asked.limits,
      });
      expect(formOf(counts, both ?? NO_QUESTION)).toMatchObject({ counts: ['人数'], maxRows: '10' });
      expect(rolesOf(people, both ?? NO_QUESTION)).toEqual(['confidential', 'other', 'quasi']);
      expect([ownPart(counts, both ?? NO_QUESTION), ownPart(people, both ?? NO_QUESTION)]).toEqual(['统计', null]);
      expect([askedBeside(people, both ?? NO_QUESTION), askedBeside(counts, both ?? NO_QUESTION)]).toEqual([['统计'], []]);
    });
    it('is asked again as it was, and the others with it', () => {
      expect(both && questionFrom(formOf(counts, both), counts, '统计', both)).toEqual(both);
      expect(both && questionFrom(formOf(people, both), people, null, both)).toEqual(both);
    });
    it('is taken away, or given up for what every table is asked', () => {
      expect(both && withoutTable(both, '统计')).toEqual(asked);
      expect(both && questionFrom({ ...formOf(counts, both), counts: ['人数'] }, counts, null, both)).toMatchObject({
        table: null,
        quasi: null,
        counts: ['人数'],
        further: [],
      });
    });
  });
  it('takes sizes as people write them', () => {
    expect(['1024', '250 MB', '4g', '1.5 KB', '0', '', 'MB', '1,5 MB', '9999999 TB'].map(bytesOf)).toEqual([
      1_024,
      250_000_000,
      4_000_000_000,
      1_500,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('does not ask about classes when no quasi-identifier is chosen', () => {
    expect(questionFrom({ ...formOf(table, NO_QUESTION), roles: ['other', 'confidential', 'other'] }, table)).toEqual(NO_QUESTION);
  });
  it.each([
    [{ contextProbability: '1,4' }, 'contextProbability'],
    [{ contextProbability: '' }, 'contextProbability'],
    [{ cell: ['性别'], contributor: '诊断' }, 'dominance'],
    [{ cell: ['性别'], contributor: '诊断', value: '性别' }, 'dominance'],
    [{ cell: ['性别'], contributor: '诊断', value: '用热量', largest: '6' }, 'largest'],
    [{ cell: ['性别'], contributor: '诊断', value: '用热量', share: '85' }, 'share'],
    [{ cell: ['性别'], contributor: '诊断', value: '用热量', percent: '0' }, 'percent'],
    [{ maxBytes: '250 箱' }, 'maxBytes'],
    [{ maxBytes: '0' }, 'maxBytes'],
    [{ maxRows: '0' }, 'maxRows'],
    [{ maxSeconds: '十' }, 'maxSeconds'],
    [{ maxMiB: '1.5' }, 'maxMiB'],
  ])('does not ask with %j', (change, field) => {
    const form = { ...formOf(table, asked), ...change };
    expect([...wrongFields(form)]).toEqual([field]);
    expect(questionFrom(form, table)).toBeNull();
  });
});
