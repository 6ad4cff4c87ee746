// The curve of membership inference as a picture needs it: places on a logarithmic or a straight scale, the band beside the curve, what it shows at
// a false-positive rate. Rates are shares between 0 and 1. Pure.
import { proportionInterval } from '@shared/analysis/membership/intervals';
import type { AnalysisFile } from '@shared/analysis/result';

export type Membership = NonNullable<AnalysisFile['membership']>;
export type Scale = 'log' | 'linear';
export type Point = readonly [fpr: number, tpr: number];

/** Left and lower end of the logarithmic picture: half of the lowest rate that is read. */
export const LOG_FLOOR = 0.0005;
export const LOG_TICKS = [0.001, 0.01, 0.1, 1] as const;
export const LINEAR_TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** Place of a rate on an axis, 0 to 1. What lies below the floor stands at it. */
export const placeOn = (scale: Scale, rate: number): number =>
  scale === 'linear' ? rate : 1 - Math.log10(Math.max(rate, LOG_FLOOR)) / Math.log10(LOG_FLOOR);

export type BandPoint = { readonly point: Point; readonly low: number; readonly high: number };
/** The curve with its band, point by point. */
export const withBand = ({ curve, members }: Membership): readonly BandPoint[] =>
  curve.map((point) => {
    const [low, high] = proportionInterval(Math.round(point[1] * members), members);
    return { point, low, high };
  });

/** What a scale can show: on the logarithmic one the curve begins at the floor, with what was found below it. */
export function drawn(points: readonly BandPoint[], scale: Scale): readonly BandPoint[] {
  if (scale === 'linear') return points;
  const below = points.filter(({ point }) => point[0] <= LOG_FLOOR);
  return [...below.slice(-1), ...points.slice(below.length)].filter(({ point }) => point[1] > 0);
}

/** Largest rate found at or below a rate of false alarms. */
export const foundAt = (curve: readonly Point[], fpr: number): number =>
  curve.reduce((most, [at, found]) => (at <= fpr ? Math.max(most, found) : most), 0);

const TABLE = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] as const;
/** The curve as a table; rates that too few non-members carry are left out. */
export const tableOf = ({ curve, members, nonMembers }: Membership): { fpr: number; tpr: number; low: number; high: number }[] =>
  TABLE.filter((fpr) => fpr * nonMembers >= 1).map((fpr) => {
    const tpr = foundAt(curve, fpr);
    const [low, high] = proportionInterval(Math.round(tpr * members), members);
    return { fpr, tpr, low, high };
  });

/** 0.001 -> 0.1%, 0.1712 -> 17.1%. */
export function percent(share: number): string {
  const value = share * 100;
  if (value === 0 || value === 100) return `${value}%`;
  return `${Number(value >= 10 ? value.toFixed(1) : value.toPrecision(2))}%`;
}
