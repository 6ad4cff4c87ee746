// Resident numbers of 18 places: region, birth date, order, check (GB 11643-1999, MOD 11-2). Permits of people from Hong Kong, Macao and Taiwan
// follow the same rule and are told apart by their region. Numbers of 15 places and foreigners' cards have detectors of their own.
import { AFTER, BEFORE, type Look, masked } from './look';
import { isRegion, PERMIT_REGIONS } from './regions';
import { usccCheckCharacter } from './uscc';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECKS = '10X98765432';
const CANDIDATE = new RegExp(`${BEFORE}(\\d{6})[ -]?(\\d{8})[ -]?(\\d{3}[\\dXx])${AFTER}`, 'gu');
const NAMED = /身份证|证件|公民身份|社会保障号|id\s?card|resident/i;

/** The check character of the first 17 digits. */
export function residentCheckCharacter(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] as number);
  return CHECKS.charAt(sum % 11);
}

/** A day that exists, from 1800 (the standard's own example was born in 1880) to `today` (yyyymmdd); without `today` to the end of the century. */
function isBirthDate(digits: string, today: string | null): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  if (year < 1800 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= length && digits <= (today ?? '20991231');
}

type Reading = { readonly dated: boolean; readonly valid: boolean; readonly permit: boolean };

/** @param number 18 places without separators */
function read(number: string, today: string | null): Reading {
  const region = number.slice(0, 6);
  const permit = PERMIT_REGIONS.has(region);
  const dated = isBirthDate(number.slice(6, 14), today);
  const holds = residentCheckCharacter(number.slice(0, 17)) === number.slice(17).toUpperCase();
  return { dated, permit, valid: dated && holds && (permit || isRegion(region)) };
}

/** More a resident number than anything else: it has a birth date, and no other check holds where its own does not. */
export function claimsResident(number: string, today: string | null): boolean {
  if (!/^\d{17}[\dXx]$/.test(number)) return false;
  const { dated, valid } = read(number, today);
  return valid || (dated && usccCheckCharacter(number.slice(0, 17)) !== number.slice(17));
}

/** Both kinds at most once. A candidate has a birth date that exists, or a word that calls it an identity number. @param text in NFKC */
export function residentIds(text: string, name: string, today: string | null): Look[] {
  let resident: Look | null = null;
  let permit: Look | null = null;
  for (const match of text.matchAll(CANDIDATE)) {
    const [, region = '', birth = '', tail = ''] = match;
    const named = NAMED.test(name) || NAMED.test(text.slice(Math.max(0, match.index - 12), match.index));
    const number = region + birth + tail;
    const { permit: isPermit, valid } = read(number, today);
    if (!named && !claimsResident(number, today)) continue;
    const look: Look = {
      detector: isPermit ? 'hmt-residence-permit' : 'resident-id',
      valid,
      supported: named,
      organisation: false,
      sample: masked(number),
    };
    const held: Look | null = isPermit ? permit : resident;
    if (held?.valid) continue;
    if (isPermit) permit = look;
    else resident = look;
  }
  return [resident, permit].filter((look) => look !== null);
}
