// Re-identification risk against an independent computation: string keys, plain loops and floating sums here; codes, hashing and fractions there.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CodeColumn } from '@shared/analysis/risk/dictionary';
import { decimalFraction, fraction, isBelow, sumOfShares, toNumber } from '@shared/analysis/risk/fraction';
import { LEAST_CLASS, type SharingMode } from '@shared/analysis/risk/identity';
import { type MeasuredRisk, measuredWithDirect, measureRisk } from '@shared/analysis/risk/measure';
import type { SuppressedPolicy } from '@shared/analysis/risk/suppressed';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Rows = readonly (readonly string[])[];
type Asked = {
  readonly mode?: SharingMode | null;
  readonly pr?: string;
  readonly direct?: boolean;
  readonly confidential?: readonly string[];
  readonly policy?: SuppressedPolicy;
  readonly marks?: readonly string[];
  readonly none?: boolean;
};

function measured(
  rows: Rows,
  { mode = 'public', pr = '1', direct = false, confidential, policy, marks = ['*'], none = false }: Asked = {},
): MeasuredRisk {
  const column = (cells: readonly string[], name: string) => {
    const codes = new CodeColumn();
    for (const cell of cells) codes.add(cell);
    const marked = policy ? marks.flatMap((mark) => codes.codeOf(mark) ?? []) : [];
    const shown = (code: number) => codes.textOf(code);
    return { ...codes.codes(), name, shown, marks: new Set(marked) };
  };
  const width = none ? 0 : (rows[0]?.length ?? 0);
  const risk = measureRisk(
    {
      rows: rows.length,
      quasi: Array.from({ length: width }, (_, c) =>
        column(
          rows.map((row) => row[c] as string),
          `q${c}`,
        ),
      ),
      confidential: confidential ? [column(confidential, 'secret')] : [],
    },
    policy ? { marks: ['*'], policy } : null,
    { sharingMode: mode, probability: decimalFraction(pr) ?? fraction(1), nothingToMeasure: none },
  );
  return direct ? measuredWithDirect(risk) : risk;
}

/** Classes of the given sizes over one column. */
const ofSizes = (...sizes: number[]): Rows => sizes.flatMap((size, i) => Array.from({ length: size }, () => [`c${i}`]));
const repeat = (size: number, times: number): number[] => Array.from({ length: times }, () => size);

function naive(rows: Rows, wildcard = false) {
  const matches = (a: readonly string[], b: readonly string[]) =>
    a.every((cell, c) => cell === b[c] || (wildcard && (cell === '*' || b[c] === '*')));
  const patterns = new Map<string, readonly string[]>();
  for (const row of rows) patterns.set(JSON.stringify(row), row);
  const f = [...patterns.values()].map((pattern) => rows.filter((row) => matches(pattern, row)).length);
  const ofRecord = rows.map((row) => rows.filter((other) => matches(row, other)).length);
  return {
    classes: patterns.size,
    k: Math.min(...f),
    uniques: ofRecord.filter((size) => size === 1).length,
    below: Object.fromEntries([3, 5, 10, 20].map((limit) => [limit, ofRecord.filter((size) => size < limit).length])),
    Rb: 1 / Math.min(...f),
    Rc: f.reduce((sum, size) => sum + 1 / size, 0) / f.length,
    recordMean: ofRecord.reduce((sum, size) => sum + 1 / size, 0) / rows.length,
    Ra: (mode: SharingMode) => f.filter((size) => size < LEAST_CLASS[mode]).length / f.length,
  };
}

const cell = fc.constantFrom('a', 'b', 'c', '*');
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 40 }));

describe('classes and their risks', () => {
  it('equal a naive computation on any table', () => {
    fc.assert(
      fc.property(table, fc.constantFrom('public', 'controlled', 'enclave'), (rows, mode) => {
        const risk = measured(rows, { mode });
        const expected = naive(rows);
        expect(risk).toMatchObject({
          classes: expected.classes,
          k: expected.k,
          uniques: expected.uniques,
          below: expected.below,
          Rb: expected.Rb,
        });
        expect(risk.Rc).toBeCloseTo(expected.Rc, 12);
        expect(risk.recordMean).toBeCloseTo(expected.recordMean, 12);
        expect(risk.Ra).toBeCloseTo(expected.Ra(mode), 12);
        expect(risk.Ra === 0).toBe(expected.Ra(mode) === 0);
      }),
    );
  });

  it('are the same in every order of rows and columns', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const turned = [...rows].reverse().map((row) => [...row].reverse());
        expect(measured(turned)).toEqual(measured(rows));
      }),
    );
  });

  it.each([
    ['in one number', [2_000, 1_999, 2]],
    ['in two', [2_000, 1_999, 2_001, 2]],
    ['in three', [50_000, 49_999, 50_001, 49_998, 49_997, 2]],
  ])('are exact where many values and combinations have to be hashed, %s', (_, sizes) => {
    let state = 7;
    const below = (n: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return String(Math.floor((state / 2 ** 32) * n));
    };
    // Records come again in all columns but the last, so that these alone do not tell them apart.
    const rows = Array.from({ length: 30_000 }, () => sizes.map(below)).flatMap((row) => [row, [...row.slice(0, -1), below(2)]]);
    const keys = new Map<string, number>();
    for (const row of rows) keys.set(row.join('|'), (keys.get(row.join('|')) ?? 0) + 1);
    const risk = measured(rows);
    expect(risk.classes).toBe(keys.size);
    expect(risk.uniques).toBe([...keys.values()].filter((count) => count === 1).length);
    const twice = measured([...rows, ...rows]);
    expect([twice.classes, twice.k, twice.below[3]]).toEqual([keys.size, 2, [...keys.values()].filter((count) => count === 1).length * 2]);
  });
});

describe('the level of GB/T 42460', () => {
  it.each<[string, Rows, Asked, Partial<MeasuredRisk>]>([
    ['public, all classes of 20: 0.05 is not below 0.05', ofSizes(...repeat(20, 30)), {}, { Ra: 0, R: 0.05, level: 2 }],
    ['public, all classes of 21', ofSizes(...repeat(21, 30)), {}, { Ra: 0, R: 1 / 21, level: 3 }],
    ['public, one class of 19 among large ones', ofSizes(19, ...repeat(500, 9)), {}, { Ra: 0.1, R: 1, level: 2 }],
    ['public takes no probability', ofSizes(...repeat(20, 3)), { pr: '0.01' }, { R: 0.05, level: 2 }],
    ['controlled, all of 5, 0.25', ofSizes(...repeat(5, 7)), { mode: 'controlled', pr: '0.25' }, { Ra: 0, R: 0.05, level: 2 }],
    [
      'controlled, all of 5, just under 0.25',
      ofSizes(...repeat(5, 7)),
      { mode: 'controlled', pr: '0.2499999999999999999999' },
      { level: 3 },
    ],
    ['controlled, a class of 4', ofSizes(4, ...repeat(500, 9)), { mode: 'controlled', pr: '0.05' }, { R: 1, level: 2 }],
    ['enclave, all of 3, 0.15', ofSizes(...repeat(3, 11)), { mode: 'enclave', pr: '0.15' }, { R: 0.05, level: 2 }],
    ['enclave, all of 3, 0.1', ofSizes(...repeat(3, 11)), { mode: 'enclave', pr: '0.1' }, { level: 3 }],
    ['a direct identifier outweighs all', ofSizes(...repeat(500, 3)), { direct: true }, { level: 1 }],
    ['no sharing mode', ofSizes(5), { mode: null, direct: true }, { level: null, R: null, Ra: null, threshold: null, k: 5, Rb: 0.2 }],
    ['no quasi-identifier', ofSizes(1, 2), { none: true }, { level: 4, R: null, classes: 1, k: 3 }],
    ['no quasi-identifier, but a direct one', ofSizes(1, 2), { none: true, direct: true }, { level: 1 }],
    ['a single record', ofSizes(1), {}, { k: 1, uniques: 1, classes: 1, R: 1, level: 2 }],
    ['no record', [], {}, { k: null, classes: 0, R: null, Rc: null, level: null }],
    ['no record without columns', [], { none: true }, { k: null, classes: 0, level: null }],
  ])('%s', (_name, rows, asked, expected) => {
    expect(measured(rows, asked)).toMatchObject(expected);
  });

  it('decides on the mean over classes and shows the mean over records beside it', () => {
    const risk = measured(ofSizes(5, 5, 5, 5, 200), { mode: 'controlled', pr: '0.3' });
    expect([risk.Rc, risk.recordMean, risk.R, risk.level]).toEqual([0.161, 5 / 220, 0.0483, 3]);
    expect(measured(ofSizes(5, 5, 5, 5, 200), { mode: 'controlled', pr: '0.4' }).level).toBe(2);
  });

  it('of a direct identifier holds for every reading, and the arithmetic ends with the clause', () => {
    const risk = measured([['a'], ['*']], { direct: true, policy: 'wildcard' });
    expect([risk.level, risk.suppressed?.other.exclude?.level, risk.suppressed?.other['own-class']?.level]).toEqual([1, 1, 1]);
    expect(risk.steps.slice(-2)).toEqual(['6.2', '→ 1']);
  });

  it('of a table without quasi-identifiers holds no threshold, and names the clause that ends it once', () => {
    expect(measured([['a']], { none: true })).toMatchObject({ level: 4, R: null, Ra: null, threshold: null });
    expect(measured([['a']], { none: true, direct: true }).steps.slice(-3)).toEqual(['(1/n) × Σ_i(1/f_i) = 1', '6.2', '→ 1']);
  });

  it('comes with bars that hold every class and record once', () => {
    const { classSizes } = measured(ofSizes(1, 2, 4, 9, 19, 20, 49, 99, 999, 1_000, 1_001));
    expect(classSizes.map(({ classes }) => classes)).toEqual([1, 1, 1, 1, 1, 2, 1, 1, 2]);
    expect(classSizes.reduce((sum, { records }) => sum + records, 0)).toBe(3_203);
  });

  it('rounds nothing onto the threshold that it is compared with', () => {
    const { steps, level } = measured(ofSizes(7, 7, 7), { mode: 'controlled', pr: '0.34999999' });
    expect([level, steps.at(-3), steps.at(-2)]).toEqual([
      3,
      'R_a = 0 → R = R_c × pr = 1/7 × 34999999/100000000 = 34999999/700000000 ≈ 0.049999999',
      'R < 0.05',
    ]);
  });

  it('prints its arithmetic', () => {
    expect(measured(ofSizes(5, 5, 5, 5, 200), { mode: 'controlled', pr: '0.3' }).steps).toEqual([
      '|J| = 5, n = 220',
      'R_b = max(1/f_j) = 1/5 = 0.2',
      'R_c = (1/|J|) × Σ(1/f_j) = 161/1000 = 0.161',
      '(1/n) × Σ_i(1/f_i) = 1/44 ≈ 0.0227273',
      'τ = 1/5 (controlled)',
      'R_a = (1/|J|) × Σ I(1/f_j > τ) = 0/5',
      'R_a = 0 → R = R_c × pr = 161/1000 × 3/10 = 483/10000 = 0.0483',
      'R < 0.05',
      '→ 3',
    ]);
    const { steps } = measured(ofSizes(7, 11, 13, 17, 19, 23, 29, 31), { mode: 'controlled', pr: '0.2' });
    expect(steps).toContain('R_c = (1/|J|) × Σ(1/f_j) ≈ 0.0665454');
    expect(steps).toContain('R_a = 0 → R = R_c × pr = 0.0665454 × 1/5 ≈ 0.0133091');
    expect(measured(ofSizes(20, 20)).steps).toContain('R ≥ 0.05');
  });
});

describe('suppressed cells', () => {
  it('are read three ways, each equal to a naive computation', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const kept = rows.filter((row) => !row.includes('*'));
        const own = measured(rows, { policy: 'own-class' });
        const wild = measured(rows, { policy: 'wildcard' });
        const without = measured(rows, { policy: 'exclude' });
        const expected = naive(rows, true);
        expect(wild).toMatchObject({ classes: expected.classes, k: expected.k, uniques: expected.uniques, below: expected.below });
        expect(wild.Rc).toBeCloseTo(expected.Rc, 12);
        expect({ ...own, suppressed: null }).toEqual(measured(rows));
        // Rows keep the number that they have in the file, whatever is left out.
        const { rowsBelow: _numbers, ...left } = measured(kept);
        expect({ ...without, suppressed: null }).toMatchObject(left);
        expect(own.suppressed).toEqual({
          marks: ['*'],
          policy: 'own-class',
          rows: rows.length - kept.length,
          other: {
            exclude: { k: without.k, classes: without.classes, R: without.R, level: without.level },
            wildcard: { k: wild.k, classes: wild.classes, R: wild.R, level: wild.level },
          },
        });
      }),
    );
  });

  it('match each other where two marks stand for what was taken out', () => {
    const rows = [
      ['*', 'a'],
      ['?', 'a'],
      ['?', 'a'],
      ['x', 'a'],
      ['*', 'b'],
    ];
    const wild = measured(rows, { policy: 'wildcard', marks: ['*', '?'] });
    // Of the patterns *a, ?a and xa each matches the four records with a, whatever their marks; *b is alone.
    expect(wild).toMatchObject({ classes: 4, k: 1, uniques: 1, below: { '3': 1, '5': 5 } });
    expect(wild.Rc).toBe((3 / 4 + 1) / 4);
    expect(measured(rows.slice(0, 2), { policy: 'wildcard', marks: ['*', '?'] }).k).toBe(2);
  });

  it('without a mark named, nothing is special', () => {
    expect(measured([['*'], ['*'], ['a']]).suppressed).toBeNull();
  });
});

describe('l-diversity and t-closeness', () => {
  const withSecret = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')), { minLength: 1, maxLength: 40 });

  it('equal a naive computation', () => {
    fc.assert(
      fc.property(withSecret, (rows) => {
        const risk = measured(
          rows.map(([q]) => [q]),
          { confidential: rows.map(([, secret]) => secret) },
        );
        const share = (of: readonly (readonly [string, string])[], value: string) =>
          of.filter(([, secret]) => secret === value).length / of.length;
        const classes = [...new Set(rows.map(([q]) => q))].map((q) => rows.filter((row) => row[0] === q));
        const values = ['x', 'y', 'z'];
        const distances = classes.map((of) => values.reduce((sum, value) => sum + Math.abs(share(of, value) - share(rows, value)), 0) / 2);
        const entropies = classes.map((of) => values.map((v) => share(of, v)).reduce((sum, p) => sum - (p > 0 ? p * Math.log(p) : 0), 0));
        const distinct = classes.map((of) => new Set(of.map(([, secret]) => secret)).size);
        expect(risk.l.secret?.distinct).toBe(Math.min(...distinct));
        expect(risk.l.secret?.entropy).toBeCloseTo(Math.exp(Math.min(...entropies)), 10);
        expect(risk.l.secret?.recordsBelow2).toBe(classes.filter((_, i) => distinct[i] === 1).reduce((sum, of) => sum + of.length, 0));
        expect(risk.l.secret?.classesBelow2).toBe(distinct.filter((values) => values === 1).length);
        const telling = classes.flatMap((of, i) => (distinct[i] === 1 ? [of] : []));
        const [q, secret] = [telling[0]?.[0]?.[0], telling[0]?.[0]?.[1]];
        const listed = risk.l.secret?.homogeneous.classes ?? [];
        expect(listed.map(({ records }) => records)).toEqual(telling.map(({ length }) => length).sort((a, b) => b - a));
        if (q)
          expect(listed).toContainEqual({
            row: rows.findIndex((row) => row[0] === q) + 1,
            records: telling[0]?.length,
            quasi: [q],
            value: secret,
          });
        const numbers = (risk.l.secret?.homogeneous.rows.ranges ?? []).flatMap(([from, to]) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        expect(numbers).toEqual(rows.flatMap((row, i) => (telling.some((of) => of.includes(row)) ? [i + 1] : [])));
        expect(risk.t.secret?.equal).toBeCloseTo(Math.max(...distances), 12);
        expect(risk.t.secret?.mean).toBeCloseTo(distances.reduce((sum, d) => sum + d, 0) / classes.length, 12);
      }),
    );
  });

  it('lists the twenty largest classes with one value, the first rows first where they are as large', () => {
    const sizes = [...repeat(2, 30), 5, ...repeat(1, 4)];
    const rows = ofSizes(...sizes);
    const { classes, rows: numbers } = measured(rows, { confidential: rows.map(() => 'x') }).l.secret?.homogeneous ?? {};
    expect(classes?.map(({ records }) => records)).toEqual([5, ...repeat(2, 19)]);
    expect(classes?.map(({ row }) => row)).toEqual([61, ...Array.from({ length: 19 }, (_, i) => 2 * i + 1)]);
    expect(numbers).toEqual({ rows: rows.length, ranges: [[1, rows.length]], unlisted: 0 });
  });

  it('keeps the numbers that rows have in the file when marked ones are excluded', () => {
    const rows = [['*'], ['a'], ['*'], ['b'], ['a'], ['b']];
    const l = measured(rows, { policy: 'exclude', confidential: ['x', 'x', 'x', 'y', 'z', 'y'] }).l.secret;
    expect(l?.homogeneous).toEqual({
      classes: [{ row: 4, records: 2, quasi: ['b'], value: 'y' }],
      rows: {
        rows: 2,
        ranges: [
          [4, 4],
          [6, 6],
        ],
        unlisted: 0,
      },
    });
  });

  it('of the records that are left when marked ones are excluded', () => {
    const rows = [['a'], ['a'], ['*'], ['*']];
    expect(measured(rows, { policy: 'exclude', confidential: ['x', 'y', 'z', 'z'] }).l.secret).toMatchObject({
      distinct: 2,
      recordsBelow2: 0,
    });
    expect(measured(rows, { policy: 'own-class', confidential: ['x', 'y', 'z', 'z'] }).l.secret).toMatchObject({
      distinct: 1,
      recordsBelow2: 2,
    });
  });
});

describe('fractions', () => {
  it('are read from decimals exactly and become the nearest number', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (n, d) => {
        expect(toNumber(fraction(n, d))).toBe(n / d);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        expect(toNumber(decimalFraction(`0.${String(n).padStart(6, '0')}`) ?? fraction(2))).toBe(n / 1e6);
      }),
    );
    expect(['', '.5', '5.', '-1', '1e-3', '0,5', ' 1', '0x1', '１'].map(decimalFraction)).toEqual(Array(9).fill(null));
    expect(isBelow(decimalFraction('0.0499999999999999999999999') ?? fraction(1), fraction(1, 20))).toBe(true);
    expect(
      toNumber(
        sumOfShares([
          [3, 2],
          [7, 1],
        ]),
      ),
    ).toBe(17 / 21);
  });
});

describe('a census table', () => {
  const folder = resolve(import.meta.dirname, '../../vectors/analysis-risk');
  const vector = JSON.parse(readFileSync(resolve(folder, 'adult.json'), 'utf8'));

  it('has the risks of its class sizes that a rational computation elsewhere found', () => {
    for (const { histogram, mode, probability, expected } of vector.whole) {
      const { l: _l, t: _t, ...numbers } = expected;
      const rows = (histogram as [number, number][]).flatMap(([size, count]) => repeat(size, count));
      expect(measured(ofSizes(...rows), { mode, pr: probability })).toMatchObject(numbers);
    }
  });

  it('has the classes, the diversity and the closeness found there', () => {
    const [header = [], ...rows] = readFileSync(resolve(folder, 'adult-302.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(';'));
    for (const { quasi, mode, probability, confidential, expected } of vector.slice) {
      const pick = (name: string) => header.indexOf(name);
      const risk = measured(
        rows.map((row) => quasi.map((name: string) => row[pick(name)])),
        { mode, pr: probability, confidential: rows.map((row) => row[pick(confidential)] as string) },
      );
      const { l, t, homogeneous, ...numbers } = expected;
      expect(risk).toMatchObject(numbers);
      const told = risk.l.secret?.homogeneous;
      expect(told?.classes.map((each) => [each.row, each.records, each.quasi, each.value])).toEqual(homogeneous.classes);
      const rowsTold = (told?.rows.ranges ?? []).flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
      expect(rowsTold).toEqual(homogeneous.rows);
      expect(risk.l.secret).toMatchObject({ distinct: l.distinct, recordsBelow2: l.recordsBelow2 });
      expect(risk.l.secret?.entropy).toBeCloseTo(l.entropy, 12);
      expect(risk.t.secret?.equal).toBeCloseTo(t.equal, 12);
      expect(risk.t.secret?.mean).toBeCloseTo(t.mean, 12);
    }
  });
});
