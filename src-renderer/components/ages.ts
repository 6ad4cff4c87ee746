// How old an answer is, in whole days of Asia/Shanghai.
import { daysBetween, parseInstant, shanghaiDay } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';

/** @param at RFC 3339; anything else counts as given today. */
export function ageInDays(at: string, today: CalendarDay): number {
  const instant = parseInstant(at);
  return instant === null ? 0 : Math.max(0, daysBetween(shanghaiDay(instant), today));
}

/** The day of an instant in Asia/Shanghai, or an empty text. */
export function dayOf(at: string | null): string {
  const instant = at === null ? null : parseInstant(at);
  return instant === null ? '' : shanghaiDay(instant);
}
