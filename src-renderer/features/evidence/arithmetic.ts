// The numbers of a risk as the page prints them: annex D line by line, the same classes under the other sharing modes, and the bars of the picture.
// It computes nothing that the analysis has decided; what it adds is for comparison and says so. Pure.

import type { AnalysisFile } from '@shared/analysis/result';
import { toNumber } from '@shared/analysis/risk/fraction';
import { LEAST_CLASS, OVERALL_THRESHOLD, type SharingMode } from '@shared/analysis/risk/identity';

export type Risk = NonNullable<AnalysisFile['risk']>;
type Bar = Risk['classSizes'][number];

const LIMIT = toNumber(OVERALL_THRESHOLD);

/** Four decimals at least where there are any, more for what would otherwise read as nought, as a whole number or as the threshold that it is not. */
export function decimalText(value: number | null): string {
  if (value === null) return '—';
  if (Number.isInteger(value)) return String(value);
  if (value < 0.0001) return value.toPrecision(2);
  for (let digits = 4; digits < 16; digits++) {
    const text: string = value.toFixed(digits);
    const read: number = Number(text);
    if (read === value || !(Number.isInteger(read) || read === LIMIT)) return text;
  }
  return String(value);
}

export function shareText(part: number, whole: number): string {
  if (whole === 0) return '0%';
  const share = (part / whole) * 100;
  return share === 0 ? '0%' : share < 0.01 ? '<0.01%' : `${Number(share >= 10 ? share.toFixed(1) : share.toFixed(2))}%`;
}

/** Bars begin at every least class that a sharing mode asks for, so no bar is cut by a threshold. */
export const barsBelow = (bars: readonly Bar[], least: number): readonly Bar[] => bars.filter(({ to }) => to !== null && to < least);
const sum = (bars: readonly Bar[], of: 'classes' | 'records'): number => bars.reduce((total, bar) => total + bar[of], 0);

export type Below = { readonly least: number; readonly classes: number; readonly records: number };
/** Null without a sharing mode. */
export function belowOf(risk: Risk): Below | null {
  if (risk.sharingMode === null) return null;
  const least = LEAST_CLASS[risk.sharingMode];
  const bars = barsBelow(risk.classSizes, least);
  return { least, classes: sum(bars, 'classes'), records: sum(bars, 'records') };
}

export const sizeText = ({ from, to }: Pick<Bar, 'from' | 'to'>): string =>
  to === null ? `${from.toLocaleString('en-US')}+` : to === from ? String(from) : `${from}–${to}`;

export type ArithmeticLine = {
  readonly id: 'theta' | 'Ra' | 'Rb' | 'Rc' | 'recordMean' | 'pr' | 'R';
  /** Clause of annex D. */
  readonly clause: string;
  readonly formula: string;
  readonly value: string;
  /** What makes the risk not hold. */
  readonly amber: boolean;
};

/** Empty where nothing was decided: no sharing mode, no records. */
export function arithmeticOf(risk: Risk): ArithmeticLine[] {
  const { sharingMode: mode, k, classes, rows, Ra, Rb, Rc, recordMean, R } = risk;
  if (mode === null || k === null || Ra === null || R === null) return [];
  const risky = Math.round(Ra * classes);
  const count = classes.toLocaleString('en-US');
  const base = mode === 'public' ? 'R_b' : 'R_c';
  // Where marks match anything classes overlap, and their number is no longer the sum of 1/f over the records.
  const overlapping = risk.suppressed?.policy === 'wildcard' && risk.suppressed.rows > 0;
  const perRecord = `${overlapping ? 'Σ_i θ_i' : count} / ${rows.toLocaleString('en-US')}`;
  return [
    { id: 'theta', clause: 'D.1', formula: 'θ_j = 1 / f_j', value: `1/${k.toLocaleString('en-US')}`, amber: false },
    { id: 'Ra', clause: 'R_a', formula: `${risky.toLocaleString('en-US')} / ${count}`, value: decimalText(Ra), amber: risky > 0 },
    { id: 'Rb', clause: 'D.2', formula: 'max θ_j', value: decimalText(Rb), amber: false },
    { id: 'Rc', clause: 'D.3', formula: `Σθ_j / ${count}`, value: decimalText(Rc), amber: false },
    { id: 'recordMean', clause: '', formula: perRecord, value: decimalText(recordMean), amber: false },
    { id: 'pr', clause: 'D.1.4', formula: 'pr', value: risk.contextProbability, amber: false },
    { id: 'R', clause: 'D.1.5', formula: risky > 0 ? 'R = 1' : `${base} × pr`, value: decimalText(R), amber: risky > 0 },
  ];
}

/** What the level would be without the direct identifiers: by R alone. */
export const levelWithoutDirect = (risk: Risk, limit: number): 2 | 3 | null => (risk.R === null ? null : risk.R < limit ? 3 : 2);

export type OtherMode = {
  readonly mode: SharingMode;
  readonly least: number;
  readonly over: number;
  readonly R: number;
  readonly level: 2 | 3;
};

/** The same classes under the modes that were not registered. In floating point: for comparison, never for a decision. */
export function otherModes(risk: Risk, limit: number): OtherMode[] {
  const { sharingMode, Rb, Rc, contextProbability, classSizes } = risk;
  if (sharingMode === null || Rb === null || Rc === null) return [];
  const registered = Number(contextProbability);
  return (['public', 'controlled', 'enclave'] as const)
    .filter((mode) => mode !== sharingMode)
    .map((mode) => {
      const over = sum(barsBelow(classSizes, LEAST_CLASS[mode]), 'classes');
      const R = over > 0 ? 1 : mode === 'public' ? Rb : Rc * registered;
      return { mode, least: LEAST_CLASS[mode], over, R, level: R < limit ? 3 : 2 };
    });
}

/** Round steps for an axis from 0: at most five, the last at or above the greatest value. */
export function ticksTo(greatest: number): number[] {
  const raw = Math.max(1, greatest) / 5;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((times) => times * power).find((each) => each >= raw) ?? raw);
  return Array.from({ length: Math.ceil(Math.max(1, greatest) / step) + 1 }, (_, i) => i * step);
}
