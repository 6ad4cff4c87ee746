// What only a header can name: record numbers, accounts, messenger ids, days of birth, and coordinates in columns of their own. No national form
// exists for the numbers; a header, a plausible value and how different the values are is all there is.

import { masked } from '../masked';
import { RECORDS } from './header';
import { bestOf, type Cell, isDay, type Look } from './look';

/** A code: letters, digits and joints, a digit among them. */
const RECORD = /^(?=.*\d)[0-9A-Za-z][0-9A-Za-z_./-]{3,31}$/;
/** As certificates of property are numbered: 黑(2024)齐齐哈尔市不动产权第0012345号. */
const CERTIFICATE = /^[\p{Script=Han}\d()〔〕[\] ]{2,40}第 ?[0-9A-Za-z-]{4,20} ?号$/u;
const MESSENGER = /^(?:[A-Za-z][-_0-9A-Za-z]{5,19}|[1-9]\d{4,10})$/;

/** The whole value, when nothing more specific has taken it: an account of a messenger (微博账号) is no other account. */
export function records(cell: Cell): Look[] {
  if (!cell.claims.free(0, cell.text.length)) return [];
  const value = cell.text.trim();
  const holds = (each: (typeof RECORDS)[number]): boolean =>
    (each === 'messenger-id' ? MESSENGER : RECORD).test(value) || (each === 'account-number' && CERTIFICATE.test(value));
  const detector = RECORDS.find((each) => cell.named(each) && holds(each));
  return detector ? [{ detector, valid: true, supported: true, organisation: false, sample: masked(value) }] : [];
}

/** In sentences the word must stand right before it; letters right behind QQ are a code of another kind. Forms do not ask which digits they are. */
const SAID: readonly (readonly [(typeof RECORDS)[number], RegExp])[] = [
  [
    'medical-record',
    /(?:病历号|病案号|住院号|门诊号|就诊号|就诊卡号?|医保号|健康卡号)(?:码)?\s?[:：为是]?\s?([0-9A-Za-z][0-9A-Za-z_-]{3,31})(?![0-9A-Za-z])/g,
  ],
  [
    'social-security',
    /(?:社保卡号?|社保编号|社会保障卡号|社保账号)(?:码)?\s?[:：为是]?\s?([0-9A-Za-z][0-9A-Za-z_-]{3,31})(?![0-9A-Za-z])/g,
  ],
  [
    'account-number',
    /(?:户号|学号|学籍号|工号|准考证号?|(?:用户|客户|会员)(?:编号|号)|[水电气热]表号|公积金账号|账号|帐号)(?:码)?\s?[:：为是]?\s?([0-9A-Za-z][0-9A-Za-z_-]{3,31})(?![0-9A-Za-z])/g,
  ],
  [
    'messenger-id',
    /(?:微信号?|(?<![0-9A-Za-z])(?:QQ|wechat)(?=[\d\s:：为是号])号?)(?:码)?\s?[:：为是]?\s?([A-Za-z][-_0-9A-Za-z]{5,19}|\d{5,11})(?![0-9A-Za-z])/gi,
  ],
];

/** Record numbers in a sentence that names them: at most one look of each kind. */
const SAID_SIGN = /号|卡|社保|微信|QQ|wechat/i;
export const recordsSaid = (cell: Cell): Look[] =>
  !SAID_SIGN.test(cell.text)
    ? []
    : SAID.flatMap(([detector, pattern]) => {
        const look = bestOf(cell, pattern, ([, value = '']) =>
          /\d/.test(value) ? { detector, valid: true, supported: true, organisation: false, sample: masked(value) } : null,
        );
        return look ? [look] : [];
      });

const BIRTH =
  /^(\d{4})(?:[-/.年]?(\d{1,2})(?:[-/.月]?(\d{1,2})日?)?月?)?(?:000000|[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
/** The year last, or of two places: the order of the others and the century are whatever gives a day. */
const BIRTH_SHORT = /^(?:(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})|(\d{2})[-/.](\d{1,2})[-/.](\d{1,2}))$/;
const OLDEST = 120;

/** yyyymmdd in every reading. */
function shortReadings([, a = '', b = '', last = '', yy = '', c = '', d = '']: RegExpExecArray): readonly string[] {
  const day = (year: string, month: string, date: string): string => `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`;
  return last === '' ? [day(`19${yy}`, c, d), day(`20${yy}`, c, d)] : [day(last, a, b), day(last, b, a)];
}

export function birthDate(cell: Cell): Look | null {
  if (!cell.named('birth-date')) return null;
  const value = cell.text.trim();
  const match = BIRTH.exec(value);
  const short = match ? null : BIRTH_SHORT.exec(value);
  if (!match && !short) return null;
  const [, year = '', month = '1', day = '1'] = match ?? [];
  const readings = short ? shortReadings(short) : [`${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`];
  const today = cell.today ?? '20991231';
  const oldest = Number(today.slice(0, 4)) - OLDEST;
  const valid = readings.some((digits) => isDay(digits) && digits <= today && Number(digits.slice(0, 4)) >= oldest);
  return { detector: 'birth-date', valid, supported: true, organisation: false, sample: masked(value) };
}

const NUMBER = '-?\\d{1,3}\\.\\d{4,}';
/** Between the two: degrees, a cardinal point, a joint, the second's name in JSON or a query. */
const POINT = '(?:\\s?°)?\\s?(?:[EWNS]|东经|北纬)?';
const PAIR = new RegExp(
  `(?<![\\d.])(${NUMBER})${POINT}\\s?[,，;&\\s]\\s?(?:["']?(?:lat|lng|lon|latitude|longitude|经度|纬度)["']?\\s?[:：=]\\s?|[EN]|东经|北纬)?(${NUMBER})(?![\\d.])`,
  'gi',
);
const SINGLE = new RegExp(`^${NUMBER}$`);
const isLatitude = (x: number): boolean => x >= 3.8 && x <= 53.6;
const isLongitude = (x: number): boolean => x >= 73.6 && x <= 135.1;

/** A pair inside the country's bounds in either order, four decimals (about 10 m) or more; one number only under a header that names it. */
export function coordinates(cell: Cell): Look | null {
  const named = cell.named('coordinates');
  const value = cell.text.trim();
  if (SINGLE.test(value)) {
    if (!named) return null;
    const valid = isLatitude(Number(value)) || isLongitude(Number(value));
    return { detector: 'coordinates', valid, supported: true, organisation: false, sample: masked(value) };
  }
  return bestOf(cell, PAIR, ([found, a, b]) => {
    const [x, y] = [Number(a), Number(b)];
    if (!(isLongitude(x) && isLatitude(y)) && !(isLatitude(x) && isLongitude(y))) return null;
    return { detector: 'coordinates', valid: true, supported: named, organisation: false, sample: masked(found) };
  });
}
