// Mainland mobile numbers: eleven digits, no check character. Shape alone proves little (order numbers, station codes), so numbering segments
// and words nearby only raise confidence; the column decides.
import { AFTER, BEFORE, type Look, masked } from './look';

const CANDIDATE = new RegExp(`${BEFORE}(?:(?:\\+?86|0086)[ -]?)?(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})${AFTER}`, 'gu');
/** Segments in use by a table of 2020; newer ones are unknown to it, so a number outside is not refused. */
const SEGMENT = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;
/** Characters looked at on either side. */
const WORDS_BEFORE = 12;
const WORDS_AFTER = 8;
const NAMED = /手机|电话|联系|致电|来电|回电|拨打|短信|mobile|phone|tel/i;

/** One number of the cell, rather one that has a word beside it. @param text in NFKC */
export function mobile(text: string): Look | null {
  let first: Look | null = null;
  for (const match of text.matchAll(CANDIDATE)) {
    const digits = (match[1] ?? '').replace(/[ -]/g, '');
    const end = match.index + match[0].length;
    const around = text.slice(Math.max(0, match.index - WORDS_BEFORE), match.index) + text.slice(end, end + WORDS_AFTER);
    const supported = NAMED.test(around) && SEGMENT.test(digits);
    const look: Look = { detector: 'mobile', valid: true, supported, organisation: false, sample: masked(digits) };
    if (supported) return look;
    first ??= look;
  }
  return first;
}
