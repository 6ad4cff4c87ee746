import { NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysedColumn, AnalysisFile } from '@shared/analysis/result';
import type { ColumnRole } from '@shared/analysis/roles';
import type { AnalysisView } from '@shared/contract/views';
import { describe, expect, it } from 'vitest';
import { columnMarks, directColumns, distinctShare, fileLines, hitRows } from '../../../src-renderer/features/evidence/looks';

const hit = (detector: string, direct: boolean) => ({
  detector,
  cells: 3,
  valid: 3,
  invalid: 0,
  certainty: 'certain' as const,
  direct,
  sensitive: false,
  source: '',
  why: '',
  samples: [],
});
const column = (name: string, hits: ReturnType<typeof hit>[], distinct = 10): AnalysedColumn => ({
  name,
  type: 'text',
  distinct,
  empty: 0,
  hits,
});
const look = (part: Partial<AnalysisFile>): AnalysisFile => ({
  name: 'a.csv',
  sha256: 'a'.repeat(64),
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  rows: 100,
  partly: null,
  ...part,
});
const view = (sha256: string, files: AnalysisFile[]): AnalysisView => ({
  dossier: 'd',
  sha256,
  name: 'a.csv',
  state: 'done',
  done: 1,
  total: 1,
  code: null,
  role: 'delivered',
  question: NO_QUESTION,
  asked: 'nobody',
  result: null,
  parameters: {},
  version: '0.1.0',
  files,
  notChecked: [],
});
const file = (digit: string, role: 'delivered' | 'paper') => ({ sha256: digit.repeat(64), name: `${digit}.csv`, bytes: 1, role });

describe('the files of an analysis', () => {
  it('are the delivered ones, looked at or not, each counted with its fields beyond the agreement', () => {
    const seen = look({ columns: [column('备注', [hit('mobile', true)])], scope: { unauthorised: ['余额'], missing: [] } });
    const lines = fileLines([file('a', 'delivered'), file('b', 'delivered'), file('c', 'paper')], [view('a'.repeat(64), [seen])]);
    expect(lines.map((line) => [line.file.name, line.view?.state ?? null, line.hits])).toEqual([
      ['a.csv', 'done', 2],
      ['b.csv', null, 0],
    ]);
  });

  it('are followed by comparison material that was looked at, which counts as no finding of the product', () => {
    const beside = { ...file('d', 'delivered'), role: 'comparison' as const };
    const other = { ...file('e', 'delivered'), role: 'comparison' as const };
    const lines = fileLines([beside, other, file('a', 'delivered')], [view('d'.repeat(64), [look({})])]);
    expect(lines.map((line) => line.file.name)).toEqual(['a.csv', 'd.csv']);
  });

  it('begin with a paper that is locked; main tells of no other', () => {
    const lines = fileLines([file('a', 'delivered'), file('c', 'paper'), file('e', 'paper')], [view('c'.repeat(64), [look({})])]);
    expect(lines.map((line) => line.file.name)).toEqual(['c.csv', 'a.csv']);
  });

  it('tell a file read in part from one that was not opened at all', () => {
    const lineOf = (code: string, rowsRead: number) =>
      fileLines([file('a', 'delivered')], [view('a'.repeat(64), [look({ partly: { code, rowsRead } })])]).map((line) => [
        line.partly,
        line.unread,
      ])[0];
    expect([lineOf('MAX_ROWS', 50), lineOf('FORMAT_NOT_READ', 0)]).toEqual([
      [true, false],
      [true, true],
    ]);
  });
});

describe('a file without a row of data', () => {
  it('is not one in which nothing was found', () => {
    const empty = (rows: readonly (number | null)[]) =>
      fileLines(
        [file('a', 'delivered')],
        [
          view(
            'a'.repeat(64),
            rows.map((each) => look({ rows: each })),
          ),
        ],
      )[0]?.empty;
    expect([empty([0]), empty([0, 3]), empty([null]), empty([])]).toEqual([true, false, false, false]);
  });
});

describe('a column', () => {
  it('is drawn by what it is taken to hold, two things at most, and by its role', () => {
    const sensitive = { ...hit('medical', false), sensitive: true };
    const weak = { ...hit('mobile', true), certainty: 'weak' as const };
    const marks = (hits: ReturnType<typeof hit>[], role: ColumnRole = 'other') => columnMarks(column('x', hits), role);
    expect([
      marks([hit('uscc', false), hit('mobile', true)]),
      marks([hit('mobile', true), sensitive], 'quasi'),
      marks([hit('hashed-identifier', true)]),
      marks([hit('uscc', false)], 'quasi'),
      marks([weak as unknown as ReturnType<typeof hit>]),
      marks([hit('uscc', false)]),
      marks([]),
    ]).toEqual([['direct'], ['direct', 'sensitive'], ['reversible'], ['quasi'], ['weak'], ['other'], ['clean']]);
  });

  it('decides the level where a direct identifier in it is certain or likely', () => {
    const weak = { ...hit('plate', true), certainty: 'weak' as const } as unknown as ReturnType<typeof hit>;
    expect(
      directColumns(
        look({ columns: [column('电话', [hit('mobile', true)]), column('车牌', [weak]), column('单位', [hit('uscc', false)])] }),
      ),
    ).toEqual(['电话']);
  });

  it('has a share of different values only where something is filled', () => {
    expect([
      distinctShare(column('x', [], 100), 100),
      distinctShare(column('x', [], 1), 100_000),
      distinctShare({ ...column('x', []), empty: 100 }, 100),
    ]).toEqual(['100%', '<0.1%', null]);
  });
});

describe('a hit', () => {
  it('is shown with what became of its finding, by place and not by name', () => {
    const twins = look({ columns: [column('号码', [hit('mobile', true)]), column('号码', [hit('mobile', true)])] });
    const [first, second] = hitRows(twins, []);
    expect(first?.id).not.toBe(second?.id);
    const finding = { id: second?.id ?? '' } as never;
    expect(hitRows(twins, [finding]).flatMap((row) => (row.finding === null ? [] : [row.id]))).toEqual([second?.id]);
  });

  it('stands before others when it names a person for certain, after them when it is weak or only informs', () => {
    const weak = { ...hit('plate', true), certainty: 'weak' as const } as unknown as ReturnType<typeof hit>;
    const mixed = look({
      columns: [
        column('单位', [hit('uscc', false)]),
        column('车牌', [weak]),
        column('卡号', [hit('hashed-identifier', true)]),
        column('电话', [hit('mobile', true)]),
      ],
    });
    const proposed = hitRows(mixed, []).filter(({ column: name }) => name !== '单位');
    const findings = proposed.map(({ id }) => ({ id }) as never);
    expect(hitRows(mixed, findings).map((row) => row.column)).toEqual(['电话', '卡号', '车牌', '单位']);
  });
});
