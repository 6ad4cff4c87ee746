// Plates (GA 36-2018) and vehicle identification numbers (GB 16735-2019). Buses and lorries with new energy end in the letter, cars carry it in
// front: a column of the former says little about a person.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, type Look, wordsAround, wordsBefore } from './look';

const PROVINCE = '[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新]';
const SERIAL = 'A-HJ-NP-Z0-9';
const PLATE = new RegExp(
  `(?<![0-9A-Za-z\\p{Nd}\\p{Script=Han}])(?:${PROVINCE}[A-HJ-NP-Z][·• -]?(?:(?<small>[DABCEFGHJK][${SERIAL}]\\d{4})|(?<large>\\d{5}[DABCEFGHJK])|(?<service>[${SERIAL}]{4}[挂学警港澳领])|(?<plain>[${SERIAL}]{5}))|使\\d{6}|WJ[·• -]?${PROVINCE}?\\d{4}[${SERIAL}])${AFTER}`,
  'giu',
);
const FREE_PLATE = new RegExp(PLATE.source.replace('\\p{Script=Han}', ''), 'giu');
const PLATE_WORD = /车牌|号牌|车辆|车号|牌照|[租轿货客约交汽卡跑托校停驾]车|违停|司机/;
const VIN = new RegExp(`${BEFORE}[0-9A-HJ-NPR-Z]{9}[0-9A-HJ-NPR-Z]{4}[0-9A-HJ-NPR-Z]{2}\\d{2}${AFTER}`, 'giu');
const VIN_WORD = /vin|车架|车辆识别|底盘/i;

/** Two letters at most among the five, and a digit somewhere. */
const isSerial = (serial: string): boolean => serial.replace(/\d/g, '').length <= 2;

export function plate(cell: Cell): Look | null {
  const named = cell.named('plate');
  const read = (match: RegExpExecArray, from: number): Look | null => {
    const { small, large, service, plain } = match.groups ?? {};
    if (plain !== undefined && !isSerial(plain)) return null;
    if (small !== undefined && !/[A-Z]/i.test(small)) return null;
    const supported = named || PLATE_WORD.test(wordsAround(cell.text, from, from + match[0].length));
    const organisation = large !== undefined || service !== undefined || /^(?:使|WJ)/i.test(match[0]);
    return { detector: 'plate', valid: true, supported, organisation, sample: masked(match[0]) };
  };
  // Inside a sentence a Han character may stand before the plate when a word calls it one.
  return bestOf(cell, PLATE, read) ?? (PLATE_WORD.test(cell.text) ? bestOf(cell, FREE_PLATE, read) : null);
}

const VALUES = 'A1B2C3D4E5F6G7H8J1K2L3M4N5P7R9S2T3U4V5W6X7Y8Z9';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/** The check character of a vehicle, which stands ninth. @param vin 17 places */
export function vinCheckCharacter(vin: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const place = vin.charAt(i);
    const at = VALUES.indexOf(place);
    sum += (/\d/.test(place) ? Number(place) : Number(VALUES.charAt(at + 1))) * (WEIGHTS[i] as number);
  }
  return '0123456789X'.charAt(sum % 11);
}

/** Many vehicles fail the check; without a word only one that holds and has letters is a candidate. */
export function vin(cell: Cell): Look | null {
  const named = cell.named('vin');
  return bestOf(cell, VIN, (match, from) => {
    const number = match[0].toUpperCase();
    const supported = named || VIN_WORD.test(wordsBefore(cell.text, from));
    if (!supported && !/[A-Z].*[A-Z]/.test(match[0])) return null;
    const valid = vinCheckCharacter(number) === number.charAt(8);
    // Of digits alone any number of seventeen places is made: without its check it is one of those.
    if (!valid && /^\d+$/.test(number)) return null;
    return { detector: 'vin', valid, supported, organisation: false, sample: masked(number) };
  });
}
