// Numbers of 18 places with birth date and check by GB 11643-1999 (MOD 11-2): residents, permits of people from Hong Kong, Macao and Taiwan (told
// apart by their region), and foreigners' permanent residence cards since December 2023, which begin with 9, province and nationality. The
// older numbers of 15 places and older cards have no check, or another one; only a word or a header makes them a candidate.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, isDay, type Look, wordsBefore } from './look';
import { isProvince, isRegion, PERMIT_REGIONS } from './regions';
import { usccCheckCharacter } from './uscc';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const CANDIDATE = new RegExp(`${BEFORE}(\\d{6})[ -]?(\\d{8})[ -]?(\\d{3}[\\dXx])${AFTER}`, 'gu');
const OLD = new RegExp(`${BEFORE}(\\d{6})(\\d{6})\\d{3}${AFTER}`, 'gu');
/** Nationality of three letters, province and county, birth date, order, check by the weights of machine readable documents. */
const OLD_CARD = new RegExp(`${BEFORE}[A-Z]{3}(\\d{4})(\\d{6})\\d(\\d)${AFTER}`, 'gu');
const NAMED = /身份证|证件|公民身份|社会保障号|id\s?card|resident/i;
const CARD = /永久居留|永居|外国人|permanent/i;
/** Equipment has fifteen digits too. */
const EQUIPMENT = /imei|meid|串号/i;

/** The check character of the first 17 digits. */
export function residentCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECKS.charAt(sum % 11);
}

/** A day that exists, from 1800 (the standard's own example was born in 1880) to `today` (yyyymmdd); without `today` to the end of the century. */
const isBirthDate = (digits: string, today: string | null): boolean =>
  Number(digits.slice(0, 4)) >= 1800 && isDay(digits) && digits <= (today ?? '20991231');

type Kind = 'resident-id' | 'hmt-residence-permit' | 'foreign-permanent-resident';
type Reading = { readonly dated: boolean; readonly valid: boolean; readonly close: boolean; readonly kind: Kind };

/**
 * @param number 18 places without separators
 * @param foreigners a word says that cards of foreigners stand here: 9 and the check are enough, whatever was printed as the province
 */
function read(number: string, today: string | null, foreigners: boolean): Reading {
  const region = number.slice(0, 6);
  const birth = number.slice(6, 14);
  const dated = isBirthDate(birth, today);
  const holds = dated && residentCheckCharacter(number.slice(0, 17)) === number.slice(17).toUpperCase();
  if (holds && number.startsWith('9') && (foreigners || isProvince(number.slice(1, 3))))
    return { dated, valid: true, close: false, kind: 'foreign-permanent-resident' };
  if (PERMIT_REGIONS.has(region)) return { dated, valid: holds, close: false, kind: 'hmt-residence-permit' };
  const inForce = isRegion(region, Number(birth.slice(0, 4)));
  return { dated, valid: holds && inForce, close: holds && !inForce, kind: 'resident-id' };
}

/** More a number of a person than anything else: it has a birth date, and no other check holds where its own does not. */
function claims(number: string, reading: Reading): boolean {
  return reading.valid || (reading.dated && usccCheckCharacter(number.slice(0, 17)) !== number.slice(17));
}

/** Each kind at most once. A candidate has a birth date that exists, or a word that calls it an identity number. */
export function residentIds(cell: Cell): Look[] {
  const { text, today } = cell;
  const found = new Map<Kind, Look>();
  for (const match of text.matchAll(CANDIDATE)) {
    const to = match.index + match[0].length;
    if (!cell.claims.free(match.index, to)) continue;
    const number = `${match[1]}${match[2]}${match[3]}`;
    const reading = read(number, today, cell.named('foreign-permanent-resident') || CARD.test(wordsBefore(text, match.index)));
    const { kind, valid, close } = reading;
    // A code of an organisation may look like a foreigner's card: its column says what it is.
    if (kind === 'foreign-permanent-resident' && cell.named('uscc')) continue;
    const supported = cell.named('resident-id') || cell.named(kind) || NAMED.test(wordsBefore(text, match.index));
    if (!supported && !claims(number, reading)) continue;
    // Left to the look for damage: 15 significant digits and zeros, as a spreadsheet leaves them.
    if (!valid && number.endsWith('000')) continue;
    cell.claims.take(match.index, to);
    if (found.get(kind)?.valid || (found.get(kind)?.close && !valid)) continue;
    const damaged = number.endsWith('000') ? { otherwise: 'damaged-identifier' as const } : {};
    found.set(kind, {
      detector: kind,
      valid,
      supported,
      organisation: false,
      sample: masked(number),
      ...(close ? { close } : {}),
      ...damaged,
    });
  }
  return [...found.values()];
}

/** Year of birth by its last two digits: nobody with a number of 15 places was born after 1999. */
const oldBirth = (yymmdd: string): boolean => isDay(`19${yymmdd}`);

export function oldResidentId(cell: Cell): Look | null {
  const named = cell.named('resident-id-15');
  return bestOf(cell, OLD, (match, from) => {
    const [number, region = '', birth = ''] = match;
    const supported = named || NAMED.test(wordsBefore(cell.text, from));
    const valid = isRegion(region, 1900 + Number(birth.slice(0, 2))) && oldBirth(birth);
    if (!supported && (!valid || EQUIPMENT.test(wordsBefore(cell.text, from)))) return null;
    return { detector: 'resident-id-15', valid, supported, organisation: false, sample: masked(number) };
  });
}

/** Weights 7 3 1 over letters (A is 10) and digits, as ICAO 9303 has them. */
function documentCheck(value: string): number {
  let sum = 0;
  for (let i = 0; i < value.length; i++) sum += Number.parseInt(value.charAt(i), 36) * ([7, 3, 1][i % 3] as number);
  return sum % 10;
}

export function oldForeignCard(cell: Cell): Look | null {
  const named = cell.named('foreign-permanent-resident');
  return bestOf(cell, OLD_CARD, (match, from) => {
    const [number, region = '', birth = '', check = ''] = match;
    if (!isProvince(region.slice(0, 2)) || !(oldBirth(birth) || isDay(`20${birth}`))) return null;
    const supported = named || CARD.test(wordsBefore(cell.text, from));
    const valid = documentCheck(number.slice(0, -1)) === Number(check);
    if (!supported && !valid) return null;
    return { detector: 'foreign-permanent-resident', valid, supported, organisation: false, sample: masked(number) };
  });
}
