// Re-identification risk of classes by GB/T 42460-2023, annex D, decided in exact arithmetic: from the sizes of the classes to the level, with
// every step printed. Knows nothing of files or columns. The standard's numbers are parameters: an edition may set others.
import { type Fraction, fraction, isBelow, reduced, sumOfShares, times, toNumber } from './fraction';

export const SHARING_MODES = ['public', 'controlled', 'enclave'] as const;
export type SharingMode = (typeof SHARING_MODES)[number];

/** Least class size that a sharing mode asks for: tau is 1 / 20, 1 / 5, 1 / 3 (D.1.3); small cells follow by analogy. */
export const LEAST_CLASS: Readonly<Record<SharingMode, number>> = { public: 20, controlled: 5, enclave: 3 };
/** Overall threshold that the standard recommends (D.1.5). */
export const OVERALL_THRESHOLD: Fraction = fraction(5, 100);
/** Class sizes below which records are counted. */
export const BELOW = [3, 5, 10, 20] as const;

/** How many classes have a size: the only thing that annex D asks of them. */
export type SizeCounts = ReadonlyMap<number, number>;

export type Context = {
  /** Null while nobody has said how the data is shared: nothing that depends on it is computed. */
  readonly sharingMode: SharingMode | null;
  /** Probability that somebody tries (D.1.4), between 0 and 1; public sharing takes it as 1. */
  readonly probability: Fraction;
  /** No quasi-identifier was named: the evaluation ends with clause 6.2. */
  readonly nothingToMeasure: boolean;
};
export type IdentityRisk = {
  readonly classes: number;
  /** Records in the smallest class; null without records, as all that depends on it. */
  readonly k: number | null;
  readonly uniques: number;
  readonly below: Readonly<Record<string, number>>;
  /** Share of classes riskier than tau (R_a). */
  readonly Ra: number | null;
  /** Greatest risk (R_b, prosecutor). */
  readonly Rb: number | null;
  /** Mean over classes (R_c), which decides. */
  readonly Rc: number | null;
  /** Mean over records (marketer), which other guides use: shown beside, never decides. */
  readonly recordMean: number | null;
  readonly R: number | null;
  /** Tau. */
  readonly threshold: number | null;
  readonly level: 1 | 2 | 3 | 4 | null;
  /** The arithmetic, line by line, in the standard's own signs. */
  readonly steps: readonly string[];
};

/**
 * The risk of a table without direct identifiers; see `withDirect`.
 * @param records number of records that each size stands for; differs from size x classes only where suppressed cells match anything
 */
export function identityRisk(sizes: SizeCounts, records: ReadonlyMap<number, number>, context: Context): IdentityRisk {
  let classes = 0;
  let rows = 0;
  let k = Number.POSITIVE_INFINITY;
  for (const [size, count] of sizes) {
    classes += count;
    k = Math.min(k, size);
  }
  const below: Record<string, number> = Object.fromEntries(BELOW.map((limit) => [String(limit), 0]));
  for (const [size, count] of records) {
    rows += count;
    for (const limit of BELOW) if (size < limit) below[limit] = (below[limit] as number) + count;
  }
  const counts = { classes, uniques: records.get(1) ?? 0, below };
  const mode = context.sharingMode;
  const threshold = mode ? toNumber(fraction(1, LEAST_CLASS[mode])) : null;
  const none = { Ra: null, R: null, threshold, level: null } as const;
  if (rows === 0) {
    return { ...counts, ...none, k: null, Rb: null, Rc: null, recordMean: null, steps: ['|J| = 0'] };
  }
  const Rb = fraction(1, k);
  const Rc = overClasses(sumOfShares(sizes), classes);
  const recordMean = overClasses(sumOfShares(records), rows);
  const measured = { ...counts, k, Rb: toNumber(Rb), Rc: toNumber(Rc), recordMean: toNumber(recordMean) };
  const steps = [
    `|J| = ${classes}, n = ${rows}`,
    `R_b = max(1/f_j) ${equals(Rb)}`,
    `R_c = (1/|J|) × Σ(1/f_j) ${equals(Rc)}`,
    `(1/n) × Σ_i(1/f_i) ${equals(recordMean)}`,
  ];
  if (!mode) return { ...measured, ...none, steps };
  if (context.nothingToMeasure) return { ...measured, ...none, threshold: null, level: 4, steps: [...steps, '6.2', '→ 4'] };
  let risky = 0;
  for (const [size, count] of sizes) if (size < LEAST_CLASS[mode]) risky += count;
  const Ra = fraction(risky, classes);
  const probability = mode === 'public' ? fraction(1) : context.probability;
  const base = mode === 'public' ? Rb : Rc;
  const R = risky > 0 ? fraction(1) : times(base, probability);
  const holds = isBelow(R, OVERALL_THRESHOLD);
  const level = holds ? 3 : 2;
  return {
    ...measured,
    Ra: toNumber(Ra),
    R: toNumber(R),
    threshold,
    level,
    steps: [
      ...steps,
      `τ = 1/${LEAST_CLASS[mode]} (${mode})`,
      `R_a = (1/|J|) × Σ I(1/f_j > τ) = ${risky}/${classes}`,
      risky > 0
        ? 'R_a > 0 → R = 1'
        : `R_a = 0 → R = ${mode === 'public' ? 'R_b' : 'R_c'} × pr = ${operand(base)} × ${operand(probability)} ${equals(R)}`,
      `R ${holds ? '<' : '≥'} ${decimal(OVERALL_THRESHOLD).text}`,
      `→ ${level}`,
    ],
  };
}

/** A column with a direct identifier makes it level 1, whatever the classes say (clause 6.2); the numbers stay as measured. */
export const withDirect = <T extends Pick<IdentityRisk, 'level'> & { readonly steps?: readonly string[] }>(risk: T): T =>
  risk.level === null
    ? risk
    : {
        ...risk,
        level: 1,
        ...(risk.steps ? { steps: [...risk.steps.slice(0, risk.steps.at(-2) === '6.2' ? -2 : -1), '6.2', '→ 1'] } : {}),
      };

const overClasses = ({ n, d }: Fraction, classes: number): Fraction => ({ n, d: d * BigInt(classes) });

/** A denominator that a person can still read. */
const isReadable = ({ d }: Fraction): boolean => String(d).length <= 9;

/** As an operand: the fraction itself, or its decimal form where that would be unreadable. */
function operand(value: Fraction): string {
  const { n, d } = reduced(value);
  return d === 1n ? String(n) : isReadable({ n, d }) ? `${n}/${d}` : decimal({ n, d }).text;
}

/** As a result: an exact form is marked "=", a rounded one "≈". */
function equals(value: Fraction): string {
  const { n, d } = reduced(value);
  if (d === 1n) return `= ${n}`;
  const { text, exact } = decimal({ n, d });
  return `${isReadable({ n, d }) ? `= ${n}/${d} ` : ''}${exact ? '=' : '≈'} ${text}`;
}

function decimal({ n, d }: Fraction): { readonly text: string; readonly exact: boolean } {
  const millionths = n * 10n ** 6n;
  const exact = millionths % d === 0n;
  return { exact, text: exact ? exactDecimal(millionths / d) : rounded({ n, d }) };
}

/** Six digits, and more where these would read as the threshold that the value is not. */
function rounded(value: Fraction): string {
  const number = toNumber(value);
  for (let digits = 6; digits < 17; digits++) {
    const text = Number(number.toPrecision(digits));
    if (text !== toNumber(OVERALL_THRESHOLD) && text !== 1) return String(text);
  }
  return String(number);
}

function exactDecimal(millionths: bigint): string {
  const digits = String(millionths).padStart(7, '0');
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/0+$/, '');
}
