// Column roles and the question that is proposed from a first look: what is an identifier, what others may know, what somebody would want to learn.
import {
  askedOfTable,
  measureQuestionSchema,
  measuresOf,
  NO_QUESTION,
  ofTable,
  parametersOf,
  withTable,
} from '@shared/analysis/measure-question';
import type { AnalysedColumn, AnalysisFile, Hit } from '@shared/analysis/result';
import { readMeasures } from '@shared/analysis/risk/question';
import { canBeAsked, columnsOf, isAggregate, mainTable, proposeQuestion, proposeRoles, roleOf } from '@shared/analysis/roles';
import { describe, expect, it } from 'vitest';

const hit = (part: Partial<Hit>): Hit => ({
  detector: 'mobile',
  cells: 9,
  valid: 9,
  invalid: 0,
  certainty: 'certain',
  direct: false,
  sensitive: false,
  source: 'GB/T 42460-2023',
  why: '',
  samples: [],
  ...part,
});
const column = (name: string, part: Partial<AnalysedColumn> = {}): AnalysedColumn => ({
  name,
  type: 'text',
  distinct: 5,
  empty: 0,
  hits: [],
  ...part,
});
const file = (columns: readonly AnalysedColumn[], rows = 100): AnalysisFile => ({
  name: 'x.csv',
  sha256: 'a'.repeat(64),
  bytes: 9,
  format: 'csv',
  encoding: 'utf-8',
  rows,
  partly: null,
  columns: [...columns],
});

describe('a column', () => {
  it.each([
    '性别',
    '出生年份',
    '乘车日期',
    '刷卡时间',
    '行政区划代码',
    '上车站',
    '线路',
    '民族',
    '籍贯',
    '职业',
    '婚姻状况',
    '学历',
    '年收入',
    '宗教',
    'age',
    'sex',
    'native-country',
    'marital_status',
    'zipcode',
  ])('named %s is what others may know', (name) => expect(roleOf(column(name))).toBe('quasi'));
  it.each(['诊断', '余额', '信用等级', '卡类型', 'diagnosis'])('named %s is what somebody would want to learn', (name) =>
    expect(roleOf(column(name))).toBe('confidential'),
  );
  it.each(['page', '用热量', 'dosage', '站点编号', '周平均气温', 'sexagesimal'])('named %s is neither', (name) =>
    expect(roleOf(column(name))).toBe('other'),
  );
  it('with a direct identifier that the detectors stand by is an identifier, whatever its name', () => {
    expect(roleOf(column('性别', { hits: [hit({ direct: true })] }))).toBe('identifier');
    expect(roleOf(column('性别', { hits: [hit({ direct: true, certainty: 'weak' })] }))).toBe('quasi');
  });
  it('with sensitive values is confidential', () =>
    expect(roleOf(column('备注', { hits: [hit({ sensitive: true })] }))).toBe('confidential'));
  it('with one value tells nobody apart', () => expect(roleOf(column('性别', { distinct: 1 }))).toBe('other'));
});

describe('a table', () => {
  it('of counts has no records of persons', () => {
    const counts = file([column('月份'), column('线路'), column('刷卡次数', { type: 'integer' })]);
    expect([isAggregate(counts), proposeRoles(counts)]).toEqual([true, ['other', 'other', 'other']]);
  });
  it('that counts the members of a household, or names persons, is one of records', () => {
    expect(isAggregate(file([column('性别'), column('家庭人数')]))).toBe(false);
    expect(isAggregate(file([column('电话', { hits: [hit({ direct: true })] }), column('刷卡次数')]))).toBe(false);
  });
  it('is asked about when it has the most rows', () => {
    expect(mainTable([file([column('a')], 3), file([column('b')], 9), file([], 99)])?.columns?.[0]?.name).toBe('b');
    expect(mainTable([file([column('a')], 0)])).toBeNull();
  });
});

describe('the question that is proposed', () => {
  const trips = file([column('刷卡时间'), column('线路'), column('卡类型'), column('车辆, 号牌')]);
  it('asks for the quasi-identifiers and the confidential columns', () => {
    expect(proposeQuestion([trips], NO_QUESTION, true)).toEqual({ ...NO_QUESTION, quasi: ['刷卡时间', '线路'], confidential: ['卡类型'] });
  });
  it('is none without a sharing mode, for counts, and for a table without such columns', () => {
    expect(proposeQuestion([trips], NO_QUESTION, false)).toBeNull();
    expect(proposeQuestion([file([column('月份'), column('人次')])], NO_QUESTION, true)).toBeNull();
    expect(proposeQuestion([file([column('编号')])], NO_QUESTION, true)).toBeNull();
  });
  it('asks for membership inference where scores stand beside membership, whatever the sharing mode', () => {
    const scores = file([column('member', { type: 'integer', distinct: 2 }), column('score', { type: 'decimal', distinct: 99 })]);
    expect(proposeQuestion([scores], NO_QUESTION, false)?.membership).toEqual({ member: 'member', score: 'score' });
  });
  describe('of a file with several tables', () => {
    const named = (part: string, columns: AnalysedColumn[], rows: number) => ({ ...file(columns, rows), part });
    const people = named('人员', [column('性别'), column('年龄'), column('诊断')], 900);
    it('asks each what its own columns suggest', () => {
      const trip = named('刷卡', [column('刷卡时间'), column('线路')], 50);
      expect(proposeQuestion([trip, people, named('说明', [column('编号')], 3)], NO_QUESTION, true)).toEqual({
        ...NO_QUESTION,
        quasi: ['性别', '年龄'],
        confidential: ['诊断'],
        further: [{ ...ofTable(NO_QUESTION), table: '刷卡', quasi: ['刷卡时间', '线路'] }],
      });
    });
    it('asks those that are alike one question', () => {
      expect(proposeQuestion([people, { ...people, part: '二月', rows: 30 }], NO_QUESTION, true)).toMatchObject({
        table: null,
        further: [],
      });
    });
    it('does not ask an aggregate what its table of records is asked', () => {
      const counts = named('统计', [column('性别'), column('年龄'), column('诊断'), column('人数')], 9);
      expect(proposeQuestion([counts, people], NO_QUESTION, true)).toMatchObject({ table: '人员', quasi: ['性别', '年龄'], further: [] });
      const smaller = named('小', [column('性别'), column('年龄'), column('诊断'), column('民族')], 9);
      expect(proposeQuestion([people, smaller], NO_QUESTION, true)).toMatchObject({
        table: '人员',
        further: [{ table: '小', quasi: ['性别', '年龄', '民族'] }],
      });
    });
    it('asks no more than a question may hold', () => {
      const many = Array.from({ length: 99 }, (_, i) => named(`表${i}`, [column('性别'), column(`年龄${i}`)], 9));
      const asked = proposeQuestion(many, NO_QUESTION, true);
      expect([asked?.further.length, measureQuestionSchema.safeParse(asked).success]).toEqual([63, true]);
    });
  });
  it('keeps what was asked before', () => {
    const before = { ...NO_QUESTION, fingerprint: { file: 'a'.repeat(64), key: 'b'.repeat(64) } };
    expect(proposeQuestion([trips], before, true)?.fingerprint).toEqual(before.fingerprint);
    expect(proposeQuestion([file([column('月份'), column('人次')])], before, true)).toEqual(before);
    expect(proposeQuestion([], before, true)).toBeNull();
  });
  it('names a column whatever its header holds, and none without one', () => {
    expect([canBeAsked('车辆, 号牌'), canBeAsked(' ')]).toEqual([true, false]);
    expect(columnsOf(trips, ['other', 'quasi', 'other', 'quasi'], 'quasi')).toContain('线路');
  });
});

describe('a question', () => {
  const question = { ...NO_QUESTION, quasi: ['性别', '年龄'], confidential: ['诊断'], contextProbability: '0.14' };
  it('of further tables becomes the parameters of the command with their numbers, which the command reads', () => {
    const ofB = { ...ofTable(NO_QUESTION), table: 'b,"b"', membership: { member: 'm,score=', score: 's' } };
    const ofC = { ...ofTable(NO_QUESTION), table: 'c', counts: ['人数'] };
    const several = { ...question, further: [ofB, ofC] };
    const parameters = parametersOf(several, 'controlled');
    expect(parameters).toMatchObject({
      quasi: '性别,年龄',
      'table-2': 'b,"b"',
      'membership-2': 'member="m,score=",score=s',
      'counts-3': '人数',
    });
    expect(readMeasures(parameters, null, null)).toMatchObject({
      ok: true,
      value: {
        table: null,
        further: [
          { table: 'b,"b"', membership: ofB.membership },
          { table: 'c', cells: { counts: ['人数'] } },
        ],
      },
    });
    // Counts alone say nothing without a sharing mode.
    expect(Object.keys(parametersOf(several, null))).not.toContain('table-3');
    expect(measureQuestionSchema.parse(several)).toEqual(several);
    for (const further of [[ofB, ofB], [{ ...ofB, membership: null }], [{ ...ofB, table: null }]])
      expect(measureQuestionSchema.safeParse({ ...question, further }).success).toBe(false);
    expect(measureQuestionSchema.safeParse({ ...question, table: 'c', further: [ofC] }).success).toBe(false);
  });
  it('takes what one table is asked in the place of what it was asked before, and leaves the others', () => {
    const of = (table: string | null, quasi: string[] | null) => ({ ...ofTable(NO_QUESTION), table, quasi });
    const asked = [of('b', ['x']), of(null, ['y']), of('c', ['z']), of('b', ['w'])].reduce(withTable, NO_QUESTION);
    expect([asked.table, asked.quasi, asked.further.map(({ table, quasi }) => [table, quasi])]).toEqual([
      null,
      ['y'],
      [
        ['b', ['w']],
        ['c', ['z']],
      ],
    ]);
    expect(askedOfTable(asked, 'c')?.quasi).toEqual(['z']);
    expect(askedOfTable(asked, 'd')?.quasi).toEqual(['y']);
    const without = [of(null, null), of('b', null)].reduce(withTable, asked);
    expect([without.table, without.quasi, without.further, askedOfTable(without, 'd')]).toEqual(['c', ['z'], [], null]);
  });
  it('becomes the parameters of the command', () => {
    expect(parametersOf({ ...question, limits: { maxRows: 10, maxSeconds: null, maxMiB: 64, maxBytes: 5_000 } }, 'controlled')).toEqual({
      'sharing-mode': 'controlled',
      quasi: '性别,年龄',
      confidential: '诊断',
      'context-probability': '0.14',
      'max-rows': '10',
      'max-bytes': '5000',
      'max-memory': '64',
    });
  });
  it('without quasi-identifiers asks for nothing that rests on them', () => {
    const none = { ...question, quasi: null, suppressed: { marks: '*', policy: 'exclude' as const } };
    expect(measuresOf(none, null)).toEqual({});
  });
  it.each([
    { table: '' },
    { dominance: { cell: ['a'], contributor: 'b', value: 'c', n: 6, share: '0.9', p: '0.1' } },
    { dominance: { cell: ['a'], contributor: 'b', value: 'c', n: 1, share: '90', p: '0.1' } },
    { quasi: [' '] },
    { contextProbability: '2' },
    { contextProbability: '十' },
    { counts: [] },
    { membership: { member: '', score: 'b' } },
    { fingerprint: { file: 'x', key: 'y' } },
    { limits: { maxRows: 0, maxSeconds: null, maxMiB: null } },
    { colour: 'red' },
  ])('is refused as %j', (change) => expect(measureQuestionSchema.safeParse({ ...question, ...change }).success).toBe(false));
  it('is taken as it should be', () => expect(measureQuestionSchema.parse(question)).toEqual(question));
  it('that a record of an earlier version holds is still read, and asks for no more than it did', () => {
    const { dominance: _dominance, table: _table, limits, ...earlier } = question;
    const { maxBytes: _maxBytes, ...known } = limits;
    expect(measureQuestionSchema.parse({ ...earlier, limits: known })).toEqual(question);
  });
  it('writes names with commas so that they are read again', () =>
    expect(parametersOf({ ...question, quasi: ['区,县', '年龄'] }, null).quasi).toBe('"区,县",年龄'));
});
