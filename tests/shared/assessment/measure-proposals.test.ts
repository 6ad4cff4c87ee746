// What measures propose: a finding where a number does not keep the edition's reference, none where it does or was not measured.
import { looksHeld } from '@shared/analysis/looks-held';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { findingSchema } from '@shared/assessment/model';
import { proposals } from '@shared/assessment/proposals';
import { spokenFinding } from '@shared/texts/finding-spoken';
import { describe, expect, it } from 'vitest';
import { edition } from '../../support/shipped-edition';

const base: AnalysisFile = {
  name: 'x.csv',
  sha256: 'ab'.repeat(32),
  bytes: 1,
  format: 'csv',
  encoding: 'utf-8',
  rows: 100,
  partly: null,
  columns: [{ name: '诊断', type: 'text', distinct: 9, empty: 0, hits: [] }],
};
const risk = (part: Partial<NonNullable<AnalysisFile['risk']>>): AnalysisFile => ({
  ...base,
  risk: {
    quasi: ['性别', '年龄'],
    sharingMode: 'controlled',
    rows: 100,
    classes: 20,
    k: 2,
    uniques: 0,
    below: { '5': 6 },
    Ra: 0.1,
    Rb: 0.5,
    Rc: 0.2,
    recordMean: 0.2,
    contextProbability: '1',
    R: 1,
    threshold: 0.2,
    level: 2,
    steps: [],
    classSizes: [],
    rowsBelow: { least: 5, rows: 6, ranges: [[1, 6]], unlisted: 0 },
    l: {},
    t: {},
    suppressed: null,
    ...part,
  },
});
const interval = (low: number, high: number): [number, number] => [low, high];
const membership = (
  auc: number,
  upper: { auc: number; one: number; tenth: number; lowest?: number },
  nonMembers = 5_000,
): AnalysisFile => ({
  ...base,
  membership: {
    members: 5_000,
    nonMembers,
    auc,
    advantage: 0.1,
    tprAtFpr: { '0.01': 0.02, '0.001': 0.005 },
    interval95: {
      auc: interval(upper.lowest ?? 0.4, upper.auc),
      advantage: interval(0, 0.2),
      tprAtFpr: { '0.01': interval(0, upper.one), '0.001': interval(0, upper.tenth) },
      method: '',
    },
    ties: 0,
    curve: [],
  },
});
const overlap = (equal: number): AnalysisFile => ({
  ...base,
  overlap: { fingerprintRows: 10_000, rows: 120_000, equal, share: equal / 10_000, rowsEqual: equal },
});
const cells = (small: number): AnalysisFile => ({
  ...base,
  smallCells: { threshold: 5, cells: small, zeros: 0, counted: 90, columns: ['人数'] },
});
const items = (file: AnalysisFile) => proposals([file], edition).map(({ item }) => item);

describe('a measure', () => {
  it.each([
    ['a level of 2', risk({}), ['r2-05']],
    ['a level of 3', risk({ level: 3, R: 0.01 }), []],
    ['a level of 4', risk({ level: 4, R: null, Ra: null }), []],
    ['no level', risk({ level: null, R: null, sharingMode: null }), []],
    ['a direct identifier, and classes that would not hold without it', risk({ level: 1 }), ['r2-05']],
    ['a direct identifier, and classes that would hold without it', risk({ level: 1, R: 0.01 }), []],
    ['a class of one diagnosis', risk({ level: 3, R: 0.01, l: { 诊断: { distinct: 1, entropy: 0, recordsBelow2: 8 } } }), ['r3-01']],
    ['two diagnoses in each class', risk({ level: 3, R: 0.01, l: { 诊断: { distinct: 2, entropy: 0.6, recordsBelow2: 0 } } }), []],
    ['a small cell', cells(1), ['r2-06']],
    ['no small cell', cells(0), []],
    ['a raw row', overlap(1), ['raw-01']],
    ['no raw row', overlap(0), []],
    ['an interval above the reference', membership(0.83, { auc: 0.84, one: 0.02, tenth: 0.005 }), ['r3-02']],
    ['an estimate below, an upper end above', membership(0.59, { auc: 0.61, one: 0.02, tenth: 0.005 }), ['r3-02']],
    ['a low rate above the reference alone', membership(0.52, { auc: 0.54, one: 0.02, tenth: 0.011 }), ['r3-02']],
    ['the same from too few non-members', membership(0.52, { auc: 0.54, one: 0.02, tenth: 0.011 }, 999), []],
    ['intervals within the references', membership(0.52, { auc: 0.54, one: 0.03, tenth: 0.01 }), []],
    ['scores that are low for members', membership(0.07, { auc: 0.08, one: 0, tenth: 0, lowest: 0.06 }), ['r3-02']],
    [
      'an estimate above the mirrored reference, a lower end below it',
      membership(0.41, { auc: 0.43, one: 0, tenth: 0, lowest: 0.39 }),
      ['r3-02'],
    ],
    ['the lower end upon the mirrored reference', membership(0.42, { auc: 0.44, one: 0, tenth: 0, lowest: 0.4 }), []],
    ['nothing measured', base, []],
  ])('of %s proposes what it should', (_, file, expected) => {
    expect(items(file)).toEqual(expected);
    for (const finding of proposals([file], edition)) {
      expect(findingSchema.safeParse(finding).success).toBe(true);
      expect([finding.disposition, finding.origin]).toEqual([null, 'machine']);
    }
  });

  it('says what scores that are low for members give away when they are turned round', () => {
    const [finding] = proposals([membership(0.07, { auc: 0.08, one: 0, tenth: 0, lowest: 0.06 })], edition);
    expect(finding?.text).toContain('AUC 0.070（得分反过来用就是0.930）');
    expect(spokenFinding(finding?.text ?? '', 'en')).toContain('AUC 0.070 (0.930 with the score turned round)');
  });

  it('tells the risk in six digits, never as the limit that it is above', () => {
    const said = (R: number) => /R = (?<value>[\d.]+)/.exec(proposals([risk({ R })], edition)[0]?.text ?? '')?.groups?.value;
    expect([1 / 18, 0.05, 0.050_000_000_1, 1].map(said)).toEqual(['0.0555556', '0.05', '0.0500000001', '1']);
  });

  it('keeps its id from look to look, and another table of the file has its own', () => {
    const [first] = proposals([risk({})], edition);
    const [again] = proposals([risk({ k: 1 })], edition);
    const [sheet] = proposals([{ ...risk({}), part: '表2' }], edition);
    expect(again?.id).toBe(first?.id);
    expect(sheet?.id).not.toBe(first?.id);
  });

  it('stands in the shapes of a result', () =>
    expect(
      [risk({}), membership(0.5, { auc: 0.5, one: 0, tenth: 0 }), overlap(1), cells(1)].every(
        (file) => analysisFileSchema.safeParse(file).success,
      ),
    ).toBe(true));
});

describe('the looks that were held', () => {
  it('are those of every reading, and of the measures only those that came to a number', () => {
    expect([...looksHeld([])]).toContain('identifiers');
    const measured = ['reidentification', 'small-cells', 'membership', 'overlap', 'inference'] as const;
    const held = (file: AnalysisFile) => measured.filter((look) => looksHeld([file]).has(look));
    expect(held(base)).toEqual([]);
    expect(held(risk({ level: null }))).toEqual([]);
    expect(held(risk({ l: { 诊断: { distinct: 2, entropy: 0.6, recordsBelow2: 0 } } }))).toEqual(['reidentification', 'inference']);
    expect([held(cells(0)), held(overlap(0)), held(membership(0.5, { auc: 0.5, one: 0, tenth: 0 }))]).toEqual([
      ['small-cells'],
      ['overlap'],
      ['membership'],
    ]);
  });
});
