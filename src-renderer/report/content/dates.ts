// Days and times as official documents write them, always by the clock of Asia/Shanghai. 2026年11月20日9时2分11秒; in English 2026-11-20 09:02:11.
import { parseInstant, shanghaiWallTime } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import type { Language } from '@shared/texts/language';
import { reportTexts } from '@shared/texts/report';

/** @param day YYYY-MM-DD. */
export function dayInWords(day: string, language: Language): string {
  const [year, month, date] = day.split('-');
  if (language === 'en' || year === undefined || month === undefined || date === undefined) return day;
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const partsOf = (time: string): { day: string; clock: string } => {
  const instant = parseInstant(time);
  if (instant === null) return { day: time, clock: '' };
  const [day = '', clock = ''] = shanghaiWallTime(instant).split(' ');
  return { day, clock };
};

/** The day in Asia/Shanghai of a time in UTC. */
export const dayOf = (time: string, language: Language): string => dayInWords(partsOf(time).day, language);

export function timeInWords(time: string, language: Language): string {
  const { day, clock } = partsOf(time);
  const [hours, minutes, seconds] = clock.split(':');
  if (language === 'en') return `${day} ${clock} (UTC+8)`;
  if (hours === undefined || minutes === undefined || seconds === undefined) return dayInWords(day, language);
  return `${dayInWords(day, language)}${Number(hours)}时${Number(minutes)}分${Number(seconds)}秒`;
}

/** An end of validity: the bare day when it ends with that day, else to the second. */
export function endInWords(time: string, language: Language): string {
  const { day, clock } = partsOf(time);
  return clock === '23:59:59' ? dayInWords(day, language) : timeInWords(time, language);
}

/** How far apart two times are, in words; null when one is missing or they are the wrong way round. */
export function spanInWords(from: string | null, to: string | null, language: Language): string | null {
  const [start, end] = [from, to].map((time): Instant | null => (time === null ? null : parseInstant(time)));
  if (start === null || end === null || start === undefined || end === undefined || end < start) return null;
  const total = Math.floor((end - start) / 1000);
  return reportTexts[language].spanLength(
    Math.floor(total / 86_400),
    Math.floor((total % 86_400) / 3_600),
    Math.floor((total % 3_600) / 60),
    total % 60,
  );
}
