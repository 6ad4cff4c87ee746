// Passports and travel permits. Their shapes are those of any product code, so nothing is a candidate without a header, a word before it or the
// machine readable zone of a passport.

import { masked } from '../masked';
import { AFTER, BEFORE, bestOf, type Cell, type Look, wordsBefore } from './look';

const PASSPORT = new RegExp(`${BEFORE}(?:E[0-9A-HJ-NP-Z]\\d{7}|[DGHKPS]\\d{8}|(?:DE|SE|PE)\\d{7}|(?:KJ|MA)\\d{7})${AFTER}`, 'giu');
const ZONE = /P[A-Z<]CHN[A-Z<]{8,39}/;
const PASSPORT_WORD = /护照|passport/i;
const PERMIT = new RegExp(`${BEFORE}(?:[HM]\\d{8}(?:\\d{2})?|C[0-9A-Z]\\d{7}|[WTL]\\d{8}|\\d{8}(?:\\d{2})?)${AFTER}`, 'giu');
const PERMIT_WORD = /通行证|回乡证|台胞证|travel\s?permit/i;

export function passport(cell: Cell): Look | null {
  const named = cell.named('passport') || ZONE.test(cell.text);
  return bestOf(cell, PASSPORT, ([number], from) => {
    if (!named && !PASSPORT_WORD.test(wordsBefore(cell.text, from))) return null;
    return { detector: 'passport', valid: true, supported: true, organisation: false, sample: masked(number) };
  });
}

export function travelPermit(cell: Cell): Look | null {
  const named = cell.named('hmt-travel-permit');
  return bestOf(cell, PERMIT, ([number], from) => {
    if (!named && !PERMIT_WORD.test(wordsBefore(cell.text, from))) return null;
    return { detector: 'hmt-travel-permit', valid: true, supported: true, organisation: false, sample: masked(number) };
  });
}
