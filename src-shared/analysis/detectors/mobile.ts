// Mainland mobile numbers: eleven digits, no check character. Shape alone proves little (order numbers, station codes), so numbering segments
// and words nearby only raise confidence; the column decides.
import { AFTER, BEFORE, type Look, masked } from './look';

const CANDIDATE = new RegExp(`${BEFORE}(?:(?:\\+?86|0086)[ -]?)?(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4})${AFTER}`, 'gu');
/** Segments in use by a table of 2020; newer ones are unknown to it, so a number outside is not refused. */
const SEGMENT = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])/;
const NAMED = /手机|电话|联系|致电|来电|回电|拨打|短信|mobile|phone|tel/i;

/** @param text in NFKC */
export function mobile(text: string): Look | null {
  for (const match of text.matchAll(CANDIDATE)) {
    const digits = (match[1] ?? '').replace(/[ -]/g, '');
    const around =
      text.slice(Math.max(0, match.index - 12), match.index) + text.slice(match.index + match[0].length, match.index + match[0].length + 8);
    return {
      detector: 'mobile',
      valid: true,
      supported: NAMED.test(around) && SEGMENT.test(digits),
      organisation: false,
      sample: masked(digits),
    };
  }
  return null;
}
