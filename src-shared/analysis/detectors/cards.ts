// Numbers with Luhn's check (ISO/IEC 7812-1): bank cards, mobile equipment (IMEI, 3GPP TS 23.003), SIM cards (ICCID, ITU-T E.118). Luhn holds for
// one number in ten, so known beginnings narrow the candidates and those that fail are counted too: the column decides whether it was chance.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, type Look, luhn, wordsBefore } from './look';

const CARD = new RegExp(`${BEFORE}(?:\\d{4}([ -])\\d{4}\\1\\d{4}\\1\\d{4}\\1\\d{1,3}|\\d{4}(?:[ -]?\\d{4}){2}[ -]?\\d{1,7})${AFTER}`, 'gu');
/** UnionPay, Visa, Mastercard, American Express, JCB, with the lengths they use. */
const ISSUER =
  /^(?:62\d{14,17}|4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12})$/;
const EQUIPMENT = new RegExp(`${BEFORE}(?:\\d{15,16}|\\d{2}([ -])\\d{6}\\1\\d{6}\\1\\d|[0-9A-F]{14})${AFTER}`, 'gu');
/** Bodies that allot type codes: CTIA, BABT, TAF. */
const ALLOTTED = /^(?:01|35|86|99)/;
const SIM = new RegExp(`${BEFORE}8986(?:\\d{15,16}|\\d ?\\d{5} \\d{5} \\d{4,5}|(?: \\d{4}){3} \\d{3,4})${AFTER}`, 'gu');
const SIM_WORD = /iccid|sim\s?卡|物联网卡/i;
const CARD_WORD = /银行|卡号|账号|帐号|借记|信用卡|card/i;
const EQUIPMENT_WORD = /imei|meid|串号/i;

export function bankCard(cell: Cell): Look | null {
  const named = cell.named('bank-card');
  return bestOf(cell, CARD, (match, from) => {
    const digits = match[0].replace(/[ -]/g, '');
    if (digits.length < 13 || digits.length > 19) return null;
    const supported = named || CARD_WORD.test(wordsBefore(cell.text, from));
    if (!ISSUER.test(digits) && !named) return null;
    // Fifteen significant digits and zeros: a number that a spreadsheet has cut.
    if (digits.length > 17 && digits.slice(15) === '0'.repeat(digits.length - 15)) return null;
    const valid = luhn(digits) && ISSUER.test(digits);
    return { detector: 'bank-card', valid, supported, organisation: false, sample: masked(digits) };
  });
}

export function imei(cell: Cell): Look | null {
  const named = cell.named('imei');
  return bestOf(cell, EQUIPMENT, (match, from) => {
    const number = match[0].replace(/[ -]/g, '');
    const supported = named || EQUIPMENT_WORD.test(wordsBefore(cell.text, from));
    // Software versions (16 digits) and CDMA equipment (14 places) have no check here: only a word makes them one.
    if (number.length !== 15 && !supported) return null;
    if (!supported && !ALLOTTED.test(number)) return null;
    const valid = number.length === 15 ? luhn(number) : number.length === 16 || /^(?:A|99)/.test(number);
    return { detector: 'imei', valid, supported, organisation: false, sample: masked(number) };
  });
}

export const iccid = (cell: Cell): Look | null =>
  bestOf(cell, SIM, ([found], from) => {
    const number = found.replaceAll(' ', '');
    const supported = cell.named('iccid') || SIM_WORD.test(wordsBefore(cell.text, from));
    return { detector: 'iccid', valid: luhn(number), supported, organisation: false, sample: masked(number) };
  });
