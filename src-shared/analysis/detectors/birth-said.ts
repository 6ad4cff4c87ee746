// Days of birth in sentences: 出生于1988年3月5日, 1988年3月生, born on March 5, 1988. A word must say so; what firms, works and events were born on is none. The
// scanner looks at cells with 生, "born", "birth" or "dob" and four digits one by one, because their digits decide (src-scan/texts.ts).

import { masked } from '../masked';
import { bestOf, type Cell, isDay, type Look } from './look';

const OLDEST = 120;
/** Year, month and day in three groups; the day may be missing, and after a word of birth the month too. */
const MONTHLY = '(\\d{4})(?:\\s?年\\s?(\\d{1,2})\\s?月(?:\\s?(\\d{1,2})\\s?[日号])?|[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)(?!\\d)';
const YEARLY = '(?<!\\d)(\\d{4})(?=年(?!\\s?\\d)|\\s?[,，。;；、)）]|\\s|$)';
const EIGHT = '(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)';
const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
/** 发生于, 再生于, 产生于 are no births; 诞生 is what firms and works do. */
const WORD =
  '(?:(?<!新)出生(?:日期|年月日?|时间)?|(?<![发学产师])生日|(?<![发产诞寄派衍新萌再滋共野陌出])生于|\\bdate of birth|\\bbirth\\s?da(?:te|y)|\\bd\\.?o\\.?b\\b\\.?|\\bborn)';
const JOINT = '\\s?(?:[:：]|为|是|于|在|is|on|in)?\\s?';
/** 1988年3月5日出生, 1988年3月生。 */
const AFTER =
  '\\s?(?:出生(?!人口|人数|率|缺陷|医学|登记|证|数|婴|队列|性别|体重|的?(?:人口|婴儿|新生儿|孩子))|生(?=$|[\\s,，.。;；、)）]))';

type Read = (match: RegExpExecArray) => readonly [year: string, month: string, day: string];
const monthly: Read = ([, year = '', m, d, month = m, day = d]) => [year, month ?? '1', day ?? '1'];
const monthOf = (name: string): string => String(NAMES.indexOf(name.slice(0, 3).toLowerCase() as (typeof NAMES)[number]) + 1);
const FORMS: readonly (readonly [RegExp, Read])[] = [
  [new RegExp(`${WORD}${JOINT}(?<!\\d)${MONTHLY}`, 'giu'), monthly],
  [new RegExp(`${WORD}${JOINT}${EIGHT}`, 'giu'), ([, year = '', month = '', day = '']) => [year, month, day]],
  [new RegExp(`${WORD}${JOINT}${YEARLY}`, 'giu'), ([, year = '']) => [year, '1', '1']],
  [
    new RegExp(`${WORD}${JOINT}${MONTH}\\s(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s)?(\\d{4})(?!\\d)`, 'giu'),
    ([, month = '', day = '1', year = '']) => [year, monthOf(month), day],
  ],
  [
    new RegExp(`${WORD}${JOINT}(\\d{1,2})(?:st|nd|rd|th)?\\s(?:of\\s)?${MONTH},?\\s(\\d{4})(?!\\d)`, 'giu'),
    ([, day = '', month = '', year = '']) => [year, monthOf(month), day],
  ],
  [new RegExp(`(?<!\\d)${MONTHLY}${AFTER}`, 'gu'), monthly],
];
const SIGN = /生|born|birth|dob|d\.o\.b/i;
/** Not a person's birth, shortly before the word. */
const THING =
  /(?:公司|品牌|企业|项目|平台|系统|集团|栏目|组织|协会|工程|制度|政策|理念|概念|技术|产品|店|(?:company|brand|project|platform|firm|startup|product|idea|concept|network)\b)[^，。；;,]{0,14}$/iu;

/** The first that holds, else the first. */
export function birthSaid(cell: Cell): Look | null {
  if (!SIGN.test(cell.text)) return null;
  const today = cell.today ?? '20991231';
  let failed: Look | null = null;
  for (const [form, read] of FORMS) {
    const look = bestOf(cell, form, (match, from) => {
      if (THING.test(cell.text.slice(Math.max(0, from - 24), from))) return null;
      const [year, month, day] = read(match);
      const digits = `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`;
      const valid = isDay(digits) && digits <= today && Number(year) >= Number(today.slice(0, 4)) - OLDEST;
      return { detector: 'birth-date', valid, supported: true, organisation: false, sample: masked(digits) };
    });
    if (look?.valid) return look;
    failed ??= look;
  }
  return failed;
}
