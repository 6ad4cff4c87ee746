// The numbers of a risk as the page prints them, against the analysis' own for the same classes.
import { CodeColumn } from '@shared/analysis/risk/dictionary';
import { decimalFraction, fraction } from '@shared/analysis/risk/fraction';
import type { SharingMode } from '@shared/analysis/risk/identity';
import { measureRisk } from '@shared/analysis/risk/measure';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arithmeticOf,
  belowOf,
  decimalText,
  levelWithoutDirect,
  otherModes,
  type Risk,
  shareText,
  sizeText,
  ticksTo,
} from '../../../src-renderer/features/evidence/arithmetic';

const MODES = ['public', 'controlled', 'enclave'] as const;
const LIMIT = 0.05;

function riskOf(sizes: readonly number[], mode: SharingMode | null, pr = '1'): Risk {
  const codes = new CodeColumn();
  for (const [i, size] of sizes.entries()) for (let n = 0; n < size; n++) codes.add(`c${i}`);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const context = { sharingMode: mode, probability: decimalFraction(pr) ?? fraction(1), nothingToMeasure: false };
  const table = { rows, quasi: [{ ...codes.codes(), name: 'q', shown: String, marks: new Set<number>() }], confidential: [] };
  return { quasi: ['q'], sharingMode: mode, contextProbability: pr, ...measureRisk(table, null, context) } as Risk;
}

describe('the arithmetic of annex D', () => {
  it('is printed line by line, with what makes the risk not hold in amber', () => {
    expect(
      arithmeticOf(riskOf([3, 4, 5, 20], 'controlled', '0.14')).map(({ id, formula, value, amber }) => [id, formula, value, amber]),
    ).toEqual([
      ['theta', 'θ_j = 1 / f_j', '1/3', false],
      ['Ra', '2 / 4', '0.5000', true],
      ['Rb', 'max θ_j', '0.3333', false],
      ['Rc', 'Σθ_j / 4', '0.2083', false],
      ['recordMean', '4 / 32', '0.1250', false],
      ['pr', 'pr', '0.14', false],
      ['R', 'R = 1', '1', true],
    ]);
    expect(arithmeticOf(riskOf([5, 20], 'controlled', '0.14')).at(-1)).toMatchObject({
      formula: 'R_c × pr',
      value: '0.0175',
      amber: false,
    });
    expect(arithmeticOf(riskOf([40, 20], 'public')).at(-1)).toMatchObject({ formula: 'R_b × pr', value: '0.0500' });
  });

  it('does not call the mean over records classes over records where suppressed cells match anything', () => {
    const risk = riskOf([3, 4], 'controlled');
    const read = (policy: 'wildcard' | 'own-class', rows: number) =>
      arithmeticOf({ ...risk, suppressed: { marks: ['*'], policy, rows, other: {} } }).find(({ id }) => id === 'recordMean')?.formula;
    expect([read('wildcard', 2), read('wildcard', 0), read('own-class', 2)]).toEqual(['Σ_i θ_i / 7', '2 / 7', '2 / 7']);
  });

  it('is empty without a sharing mode, and without records', () => {
    expect([arithmeticOf(riskOf([3], null)), arithmeticOf(riskOf([], 'public'))]).toEqual([[], []]);
  });

  it('counts below the threshold what the analysis counts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }), fc.constantFrom(...MODES), (sizes, mode) => {
        const risk = riskOf(sizes, mode);
        const below = belowOf(risk);
        expect(below?.records).toBe(risk.rowsBelow?.rows);
        expect(below?.classes).toBe(Math.round((risk.Ra ?? 0) * risk.classes));
      }),
    );
    expect(belowOf(riskOf([3], null))).toBeNull();
  });

  it('tells for other sharing modes what the analysis would tell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...MODES),
        fc.constantFrom('1', '0.3', '0.01'),
        (sizes, mode, pr) => {
          for (const other of otherModes(riskOf(sizes, mode, pr), LIMIT)) {
            const measured = riskOf(sizes, other.mode, pr);
            expect(other.mode).not.toBe(mode);
            expect(other.R).toBeCloseTo(measured.R ?? -1, 12);
            // At the threshold itself only exact arithmetic decides, which is why this is a comparison and no decision.
            if (Math.abs(other.R - LIMIT) > 1e-9) expect(other.level).toBe(measured.level);
          }
        },
      ),
    );
  });

  it('says what is left without the direct identifiers', () => {
    expect([levelWithoutDirect(riskOf([3], 'controlled'), LIMIT), levelWithoutDirect(riskOf([30], 'public'), LIMIT)]).toEqual([2, 3]);
  });
});

describe('numbers', () => {
  it('never read as nought when they are not', () => {
    expect([
      decimalText(null),
      decimalText(1),
      decimalText(0.05221),
      decimalText(0.0000123),
      shareText(1, 1_000_000),
      shareText(0, 5),
    ]).toEqual(['—', '1', '0.0522', '0.000012', '<0.01%', '0%']);
  });
  it('never read as the threshold or as a whole number that they are not', () => {
    expect([0.05, 0.049_99, 0.049_999_6, 0.050_000_001, 0.999_98, 1.999_999, 0.5].map(decimalText)).toEqual([
      '0.0500',
      '0.04999',
      '0.0499996',
      '0.050000001',
      '0.99998',
      '1.999999',
      '0.5000',
    ]);
  });
  it('name the bars', () =>
    expect([sizeText({ from: 1, to: 1 }), sizeText({ from: 3, to: 4 }), sizeText({ from: 1_000, to: null })]).toEqual([
      '1',
      '3–4',
      '1,000+',
    ]));
  it('of an axis begin at 0 and reach the greatest value in a few round steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (greatest) => {
        const ticks = ticksTo(greatest);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(greatest);
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
