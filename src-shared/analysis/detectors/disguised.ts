// Identifiers that were changed and can still be read: Base64 or hexadecimal spelling (tested by decoding), masks that leave both ends, numbers
// that a spreadsheet has rounded to 15 digits or that have lost their check character. Digests are recognised here by form only and tried in hashed.ts.

import { masked } from '../masked';
import { bestOf, type Cell, isDay, type Look, luhn, wordsBefore } from './look';
import { ANONYMOUS } from './people';
import { isProvince, isRegion } from './regions';
import { residentCheckCharacter } from './resident-id';

const TOKEN = /(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{12,64}={0,2}(?![0-9A-Za-z+/_=-])/g;
const HEX_DIGITS = /^(?:3\d){11,19}(?:[57]8)?$/;
const MOBILE = /^(?:\+?86)?1[3-9]\d{9}$/;
const MAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/;

/** A resident number that holds, a mobile number, a card with its check, a mailbox. */
export function isIdentifier(text: string): boolean {
  if (/^\d{17}[\dXx]$/.test(text))
    return (
      isDay(text.slice(6, 14)) && isProvince(text.slice(0, 2)) && residentCheckCharacter(text.slice(0, 17)) === text.slice(17).toUpperCase()
    );
  return MOBILE.test(text) || (/^(?:62|4|5)\d{14,18}$/.test(text) && luhn(text)) || MAIL.test(text);
}

function decoded(token: string): string | null {
  if (HEX_DIGITS.test(token)) return token.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  try {
    return atob(token.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, ''));
  } catch {
    return null;
  }
}

export const encoded = (cell: Cell): Look | null =>
  bestOf(cell, TOKEN, ([token]) => {
    // Plain digits decode to bytes as well, never to an identifier.
    const value = /[A-Za-z]/.test(token) || HEX_DIGITS.test(token) ? decoded(token) : null;
    if (value === null || !isIdentifier(value)) return null;
    return { detector: 'encoded-identifier', valid: true, supported: true, organisation: false, sample: masked(token) };
  });

const MASK = '[*＊●×]';
const RESIDENT = new RegExp(`(?<![0-9A-Za-z])(\\d{1,14})${MASK}{4,16}(\\d{0,6}[\\dXx]?)(?![0-9A-Za-z])`, 'g');
const PHONE = new RegExp(`(?<![0-9A-Za-z])1[3-9]\\d{1,2}${MASK}{4}\\d{3,4}(?![0-9A-Za-z*])`, 'g');
/** In groups, some of them masked: 6222 **** **** 1234, 138 **** 1234. */
const GROUPED = new RegExp(`(?<![0-9A-Za-z])\\d{3,6}([ -])${MASK}{2,8}(?:\\1${MASK}{2,8}){0,3}\\1\\d{3,4}(?![0-9A-Za-z*])`, 'g');
/** Written with the letter x: told by the places kept alone. */
const BY_LETTER = /(?<![0-9A-Za-z])(?:\d{3}(?:x{4}|X{4})\d{4}|\d{3,6}(?:x{8,11}|X{8,11})\d{3}[\dXx])(?![0-9A-Za-z])/g;
const ANY = new RegExp(`^[\\p{L}\\d._-]{0,24}${MASK}{1,24}(?:[ -]${MASK}{1,24}){0,4}(?: ?[\\p{L}\\d._@-]{1,32})?$`, 'u');
const WORD = /身份证|证件|手机|电话|卡号|账号/;

/** Masks of 11 or 18 places with both ends in place are told by form, others only under a header that names an identifier. */
export function maskedIdentifier(cell: Cell): Look | null {
  const look = (value: string, valid: boolean, supported: boolean): Look => ({
    detector: 'masked-identifier',
    valid,
    supported,
    organisation: false,
    // The mask of the sample is ours: what the file leaves open goes too.
    sample: masked(value),
  });
  const named = cell.named('masked-identifier');
  const phone = bestOf(cell, PHONE, ([value], from) => look(value, value.length === 11, named || WORD.test(wordsBefore(cell.text, from))));
  if (phone) return phone;
  const number = bestOf(cell, RESIDENT, ([value, start = '', end = ''], from) => {
    const supported = named || WORD.test(wordsBefore(cell.text, from));
    const resident =
      value.length === 18 &&
      start.length >= 2 &&
      // The last four alone masked: region and birth date stand open.
      (end.length >= 1 || (start.length === 14 && isDay(start.slice(6)))) &&
      isProvince(start.slice(0, 2)) &&
      (start.length < 6 || isRegion(start.slice(0, 6)));
    const card = value.length >= 16 && value.length <= 19 && start.length >= 4 && end.length >= 3;
    if (!resident && !card && !supported) return null;
    return look(value, resident || (supported && start.length + end.length >= 4), supported);
  });
  if (number) return number;
  const grouped = bestOf(cell, GROUPED, ([value], from) => look(value, true, named || WORD.test(wordsBefore(cell.text, from))));
  if (grouped) return grouped;
  const lettered = bestOf(cell, BY_LETTER, ([value]) => (value.length === 11 || value.length === 18 ? look(value, true, named) : null));
  if (lettered) return lettered;
  const value = cell.text.trim();
  if (named && ANONYMOUS.test(value)) return look(value, true, true);
  const kept = value.replace(/[*＊●×]/g, '').length;
  if (!named || kept === 0 || kept === value.length || value.length < 2 || !ANY.test(value)) return null;
  return look(value, true, true);
}

const ROUNDED = /(?<![0-9A-Za-z.])\d{15}(?:0{4}|000|00)(?![0-9A-Za-z.])/g;
const SCIENTIFIC = /^\d\.\d{2,14}E\+?0?1[5-8]$/i;

/** The check character is missing, which anybody can compute. */
const CUT = /^\d{17}$/;
const isBirth = (digits: string, today: string | null): boolean =>
  isDay(digits) && Number(digits.slice(0, 4)) >= 1900 && digits <= (today ?? '20991231');

/** 15 significant digits and zeros, or a resident number without its check character under its header: with region and day of birth, as a card number, or under a header that names an identifier. */
export function damaged(cell: Cell): Look | null {
  const named = cell.named('damaged-identifier');
  const value = cell.text.trim();
  if (named && SCIENTIFIC.test(value))
    return { detector: 'damaged-identifier', valid: true, supported: true, organisation: false, sample: masked(value) };
  if (CUT.test(value) && named && cell.named('resident-id') && isRegion(value.slice(0, 6)) && isBirth(value.slice(6, 14), cell.today)) {
    if (!cell.claims.free(0, cell.text.length)) return null;
    cell.claims.take(0, cell.text.length);
    return { detector: 'damaged-identifier', valid: true, supported: true, organisation: false, sample: masked(value) };
  }
  return bestOf(cell, ROUNDED, ([number], from) => {
    const dated = number.length === 18 && isBirth(number.slice(6, 14), cell.today) && isProvince(number.slice(0, 2));
    const supported = named || WORD.test(wordsBefore(cell.text, from));
    if (!dated && !supported) return null;
    const look: Look = { detector: 'damaged-identifier', valid: true, supported, organisation: false, sample: masked(number) };
    // One in a thousand true numbers ends so.
    return dated ? { ...look, otherwise: 'resident-id' } : look;
  });
}

/** With a letter: sixteen digits alone are a card. */
const DIGEST = /^(?=\d*[a-f])(?:[0-9a-f]{16}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})$/i;

/** A digest by its form; nothing is said of it until a candidate gives the same digest. */
export const digestShaped = (text: string): boolean => DIGEST.test(text);
