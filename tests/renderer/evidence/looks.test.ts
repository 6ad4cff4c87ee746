import type { AnalysedColumn } from '@shared/analysis/result';
import type { ColumnRole } from '@shared/analysis/roles';
import { describe, expect, it } from 'vitest';
import { columnMarks, directColumns, distinctShare, fileLines, hitRows } from '../../../src-renderer/features/evidence/looks';
import { edition } from '../../support/shipped-edition';
import { look, view } from './looks-support';

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
const file = (digit: string, role: 'delivered' | 'paper') => ({ sha256: digit.repeat(64), name: `${digit}.csv`, bytes: 1, role });

describe('the files of an analysis', () => {
  it('are the delivered ones, looked at or not, each counted with its fields beyond the agreement', () => {
    const seen = look({ columns: [column('备注', [hit('mobile', true)])], scope: { unauthorised: ['余额'], missing: [] } });
    const lines = fileLines([file('a', 'delivered'), file('b', 'delivered'), file('c', 'paper')], [view('a'.repeat(64), [seen])], null);
    expect(lines.map((line) => [line.file.name, line.view?.state ?? null, line.hits])).toEqual([
      ['a.csv', 'done', 2],
      ['b.csv', null, 0],
    ]);
  });

  it('are counted with what was measured and does not keep the reference, which the page lists too', () => {
    const risk = {
      quasi: ['性别'],
      sharingMode: 'controlled' as const,
      rows: 100,
      classes: 20,
      k: 1,
      uniques: 3,
      below: { '5': 6 },
      Ra: 0.1,
      Rb: 1,
      Rc: 0.2,
      recordMean: 0.2,
      contextProbability: '1',
      R: 1,
      threshold: 0.2,
      level: 2,
      steps: [],
      classSizes: [],
      l: { 诊断: { distinct: 1, entropy: 1, recursive: null, recordsBelow2: 9 } },
      t: {},
      suppressed: null,
    };
    const [line] = fileLines([file('a', 'delivered')], [view('a'.repeat(64), [look({ columns: [column('诊断', [])], risk })])], edition);
    expect(line?.hits).toBe(2);
  });

  it('are followed by comparison material that was looked at, which counts as no finding of the product', () => {
    const beside = { ...file('d', 'delivered'), role: 'comparison' as const };
    const other = { ...file('e', 'delivered'), role: 'comparison' as const };
    const lines = fileLines([beside, other, file('a', 'delivered')], [view('d'.repeat(64), [look({})])], null);
    expect(lines.map((line) => line.file.name)).toEqual(['a.csv', 'd.csv']);
  });

  it('begin with a paper that is locked; main tells of no other', () => {
    const lines = fileLines([file('a', 'delivered'), file('c', 'paper'), file('e', 'paper')], [view('c'.repeat(64), [look({})])], null);
    expect(lines.map((line) => line.file.name)).toEqual(['c.csv', 'a.csv']);
  });

  it('tell a file read in part from one that was not opened at all', () => {
    const lineOf = (code: string, rowsRead: number) =>
      fileLines([file('a', 'delivered')], [view('a'.repeat(64), [look({ partly: { code, rowsRead } })])], null).map((line) => [
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
        null,
      )[0]?.empty;
    expect([empty([0]), empty([0, 3]), empty([null]), empty([])]).toEqual([true, false, false, false]);
  });

  it('nor is one without a byte, which is taken for text', () => {
    const nothing = { ...file('a', 'delivered'), bytes: 0 };
    expect(fileLines([nothing], [view('a'.repeat(64), [look({ rows: null, format: 'text' })])], null)[0]?.empty).toBe(true);
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
