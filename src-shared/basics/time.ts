// Time as the formats write it (RFC 3339 UTC with milliseconds) and as the law counts it (days in Asia/Shanghai, which has been UTC+8
// without daylight saving since 1991, so a fixed offset is exact for every date this product handles). The machine's own zone is never used.
import type { CalendarDay, Instant, Timestamp } from './units';

/** Whoever needs the time is given one of these; only the composition root knows where it comes from. */
export type Clock = () => Instant;

const SHANGHAI_OFFSET = 8 * 3_600_000;

export const timestamp = (instant: Instant): Timestamp => new Date(instant).toISOString() as Timestamp;

/** RFC 3339 with any offset, seconds required. Returns null for anything else, also for days that do not exist. */
export function parseInstant(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.exec(text);
  if (!match?.[1] || !isCalendarDay(match[1])) return null;
  const value = Date.parse(text);
  return Number.isNaN(value) ? null : (value as Instant);
}

/** The form the formats ask for: UTC with exactly three decimals. */
export const isTimestamp = (text: string): text is Timestamp =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && parseInstant(text) !== null;

export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day in Asia/Shanghai at an instant. */
export const shanghaiDay = (instant: Instant): CalendarDay => new Date(instant + SHANGHAI_OFFSET).toISOString().slice(0, 10) as CalendarDay;

/** First instant of a calendar day in Asia/Shanghai. */
export const startOfShanghaiDay = (day: CalendarDay): Instant => (Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET) as Instant;

/** First instant after a calendar day in Asia/Shanghai (days in the formats are inclusive). */
export const endOfShanghaiDay = (day: CalendarDay): Instant => (startOfShanghaiDay(day) + 86_400_000) as Instant;

/** Wall time in Asia/Shanghai as "2026-11-23 18:04:05". */
export const shanghaiWallTime = (instant: Instant): string =>
  new Date(instant + SHANGHAI_OFFSET).toISOString().slice(0, 19).replace('T', ' ');

export const addDays = (day: CalendarDay, count: number): CalendarDay =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as CalendarDay;

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
