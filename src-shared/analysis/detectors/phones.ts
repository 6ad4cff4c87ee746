// Mobile numbers and fixed lines. Neither has a check character: shape alone proves little (order numbers, station codes), so numbering segments
// and words nearby only raise confidence; the column decides. A fixed line belongs to an organisation unless a word names a home or a person.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, type Look, wordsAround } from './look';

/** 3-4-4 or 3-3-5 places. An amount with decimals is no number to call. */
const MOBILE = new RegExp(
  `(?<!\\d\\.)${BEFORE}(?:(?:\\+?86|0086)\\)?[ -]?)?(1[3-9]\\d(?:[ -]?\\d{4}[ -]?\\d{4}|[ -]\\d{3}[ -]\\d{5}))${AFTER}(?!\\.\\d)`,
  'gu',
);
/** Segments in use by a table of 2020; newer ones are unknown to it, so a number outside is not refused. */
const SEGMENT = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;
const LANDLINE = new RegExp(
  `${BEFORE}(?:(?:(?:\\+|00)86[ -]?\\(?0?|86-\\(?0?)(?=[1-9])|(?:(?:\\+?86|0086)[ -]?)?\\(?0)(10|2\\d|[3-9]\\d{2})\\)?([ -]?)([2-8]\\d{6,7})(?:[ -]\\d{1,6})?${AFTER}`,
  'gu',
);
const NAMED = /手机|电话|联系|致电|来电|回电|拨打|短信|微信|mobile|phone|tel/i;
const HOME = /家庭|住宅|家里|家中|个人|本人|住户|家属|联系人|失主/;

/** One number of the cell, rather one that has a word beside it. */
export function mobile(cell: Cell): Look | null {
  return bestOf(cell, MOBILE, (match, from, to) => {
    // A cell of a sign and digits is a negative number.
    if (from === 1 && to === cell.text.length && cell.text.startsWith('-')) return null;
    const digits = (match[1] ?? '').replace(/[ -]/g, '');
    const supported = NAMED.test(wordsAround(cell.text, from, to)) && SEGMENT.test(digits);
    return { detector: 'mobile', valid: true, supported, organisation: false, sample: masked(digits) };
  });
}

export function landline(cell: Cell): Look | null {
  const named = cell.named('landline');
  return bestOf(cell, LANDLINE, (match, from, to) => {
    const around = wordsAround(cell.text, from, to);
    const supported = NAMED.test(around) || /热线|传真|座机|fax/i.test(around);
    // Written in one piece it is any number that begins with 0.
    if (match[2] === '' && !/[(+]/.test(match[0]) && !named && !supported) return null;
    return { detector: 'landline', valid: true, supported, organisation: !HOME.test(around), sample: masked(match[0]) };
  });
}
