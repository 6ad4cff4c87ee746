// What a cell is by its form: a number, a date, or just text. Decides column types, the header rule and the periods that scope compares.

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?$/;
const INTEGER = /^[+-]?\d+$/;
const DAY = /^(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/;
const MONTH = /^(\d{4})(?:-|\/|年)(\d{1,2})月?$/;
const WEEK = /^(\d{4})-W(\d{2})$/;
const QUARTER = /^(\d{4})-?Q([1-4])$/;
const YEAR = /^(\d{4})年?$/;

export type ValueType = 'integer' | 'decimal' | 'date' | 'text';
export type TimeGrain = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** First and last day, as YYYY-MM-DD. */
export type Span = { readonly grain: TimeGrain; readonly from: string; readonly to: string };

const pad = (n: number): string => String(n).padStart(2, '0');
const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Days a value of time stands for, its grain by its form; null when it is not one. */
export function spanOf(text: string): Span | null {
  const value = text.trim();
  let match = DAY.exec(value);
  if (match) {
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    if (month < 1 || month > 12 || day < 1 || day > lastOfMonth(year, month)) return null;
    const only = `${match[1]}-${pad(month)}-${pad(day)}`;
    return { grain: 'day', from: only, to: only };
  }
  match = WEEK.exec(value);
  if (match) {
    const [year, week] = [Number(match[1]), Number(match[2])];
    // ISO 8601: week 1 holds 4 January, and every week lies in the year of its Thursday.
    const fourth = Date.UTC(year, 0, 4);
    const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000;
    const thursday = new Date(monday + 3 * 86_400_000);
    return week < 1 || thursday.getUTCFullYear() !== year ? null : { grain: 'week', from: iso(monday), to: iso(monday + 6 * 86_400_000) };
  }
  match = MONTH.exec(value);
  if (match) {
    const [year, month] = [Number(match[1]), Number(match[2])];
    if (month < 1 || month > 12) return null;
    return { grain: 'month', from: `${match[1]}-${pad(month)}-01`, to: `${match[1]}-${pad(month)}-${lastOfMonth(year, month)}` };
  }
  match = QUARTER.exec(value);
  if (match) {
    const last = Number(match[2]) * 3;
    return {
      grain: 'quarter',
      from: `${match[1]}-${pad(last - 2)}-01`,
      to: `${match[1]}-${pad(last)}-${lastOfMonth(Number(match[1]), last)}`,
    };
  }
  match = YEAR.exec(value);
  return match ? { grain: 'year', from: `${match[1]}-01-01`, to: `${match[1]}-12-31` } : null;
}

/** A bare year is a number here: only a column that an agreement calls a period reads it as time. */
export function valueType(text: string): ValueType {
  const value = text.trim();
  if (INTEGER.test(value)) return 'integer';
  if (NUMBER.test(value)) return 'decimal';
  return spanOf(value) ? 'date' : 'text';
}
