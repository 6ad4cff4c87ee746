// All detectors over one cell, each at most once, a candidate given to the most specific only. A look at the characters comes first: most cells
// cannot hold most identifiers, and only what they can hold is searched for.

import { masked } from '../masked';
import { birthSaid } from './birth-said';
import { bankCard, iccid, imei } from './cards';
import { damaged, digestShaped, encoded, maskedIdentifier } from './disguised';
import { passport, travelPermit } from './documents';
import { email } from './email';
import { type Header, headerOf } from './header';
import { type Cell, Claims, type DetectorName, type Look, plain } from './look';
import { ipv4, ipv6, mac } from './network';
import { address, personName } from './people';
import { landline, mobile } from './phones';
import { birthDate, coordinates, records, recordsSaid } from './records';
import { oldForeignCard, oldResidentId, residentIds } from './resident-id';
import { secret } from './secret';
import { uscc } from './uscc';
import { plate, vin } from './vehicles';

export type InspectContext = {
  /** Name of the column, or empty. */
  readonly name: string;
  /** yyyymmdd in Asia/Shanghai; null: births are not compared with any day. */
  readonly today: string | null;
};

const NOTHING: readonly Look[] = [];
/** One for all cells: a cell is looked at to its end before the next. */
const claims = new Claims();
/** Nothing is a secret without one of these. */
const SECRET_SIGN = /[:=]|eyJ|LTAI|A[KS]I|gh[pousr]_|glpat-|sk-|AIza|xox|-----/;

/** What characters a text is made of, as far as it decides which detectors may find anything. */
type Traits = {
  /** Longest run of digits, spaces and hyphens within not counted. */
  readonly run: number;
  readonly digits: number;
  readonly upper: number;
  readonly letters: number;
  readonly han: boolean;
  readonly at: boolean;
  readonly dots: number;
  readonly colons: number;
  readonly hyphens: number;
  readonly mask: boolean;
};

function traitsOf(text: string): Traits {
  let run = 0;
  let longest = 0;
  let digits = 0;
  let upper = 0;
  let letters = 0;
  let dots = 0;
  let colons = 0;
  let hyphens = 0;
  let han = false;
  let at = false;
  let mask = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      digits++;
      if (++run > longest) longest = run;
    } else if (code === 45 || code === 32) {
      if (code === 45) hyphens++;
    } else {
      run = 0;
      // Masks are written with the letter as well.
      if ((code | 32) === 120 && i > 0 && (text.charCodeAt(i - 1) | 32) === 120) mask = true;
      if (code >= 65 && code <= 90) {
        upper++;
        letters++;
      } else if (code >= 97 && code <= 122) letters++;
      else if (code === 46) dots++;
      else if (code === 58) colons++;
      else if (code === 64) at = true;
      else if (code === 42 || code === 0x25cf || code === 0xd7) mask = true;
      else if (code >= 0x2e80) han = true;
    }
  }
  return { run: longest, digits, upper, letters, han, at, dots, colons, hyphens, mask };
}

/** @param cell as read, any script and width */
export function inspect(cell: string, { name, today }: InspectContext): readonly Look[] {
  // The shortest thing any detector knows is a name of two characters.
  if (cell.length < 2) return NOTHING;
  const text = plain(cell);
  const traits = traitsOf(text);
  const header = headerOf(name);
  if (!traits.han && traits.digits === 0 && traits.letters < 6 && !traits.mask && !traits.at) return NOTHING;
  claims.clear();
  return detect({ text, named: header.named, today, claims }, traits, header);
}

function detect(cell: Cell, traits: Traits, header: Header): readonly Look[] {
  const { text } = cell;
  const { run, digits, letters, upper, han, colons, dots, hyphens, mask } = traits;
  const looks: Look[] = [];
  const add = (look: Look | null) => {
    if (look) looks.push(look);
  };
  if (text.length >= 6 && (header.named('secret') ? letters >= 1 || han : (letters >= 4 || han) && SECRET_SIGN.test(text)))
    add(secret(cell));
  if (letters === text.length || digits + letters === text.length) {
    if (digestShaped(text)) {
      cell.claims.take(0, text.length);
      add({ detector: 'hashed-identifier', valid: false, supported: false, organisation: false, sample: masked(text) });
      return looks;
    }
  }
  if (traits.at) add(email(cell));
  if (mask || (han && text.includes('某'))) add(maskedIdentifier(cell));
  if (run >= 17) looks.push(...residentIds(cell));
  if (run >= 12 && upper >= 3) add(oldForeignCard(cell));
  if (run >= 6 && digits + letters >= 18) add(uscc(cell));
  if ((digits + upper >= 17 && upper >= 2) || (header.named('vin') && digits + letters >= 17)) add(vin(cell));
  if (run >= 17 || dots === 1) add(damaged(cell));
  if (run >= 19) add(iccid(cell));
  if (run >= 14 || (header.named('imei') && digits + letters >= 14)) {
    // Fifteen digits may be three things: the header says which, a card's beginning next.
    if (header.named('resident-id-15') || !header.named('imei')) add(oldResidentId(cell));
    if (!header.named('imei')) add(bankCard(cell));
    add(imei(cell));
  } else if (run >= 13) add(bankCard(cell));
  if (letters >= 6 && text.length >= 12) add(encoded(cell));
  else if (digits >= 22) add(encoded(cell));
  if (colons >= 2 || hyphens >= 5 || dots === 2 || header.named('mac')) {
    if (digits + letters >= 12) add(mac(cell));
  }
  if (colons >= 2 && hyphens === 0) add(ipv6(cell));
  if (dots >= 3 && digits >= 4) add(ipv4(cell));
  if (dots >= 2 && digits >= 12) add(coordinates(cell));
  else if (dots === 1 && header.named('coordinates')) add(coordinates(cell));
  if (run >= 11) add(mobile(cell));
  if (digits >= 10 && run >= 7) add(landline(cell));
  if (han && digits >= 3 && (letters >= 1 || text.includes('使'))) add(plate(cell));
  if (digits >= 7 && (header.named('passport') || upper >= 1 || letters >= 8)) add(passport(cell));
  if (digits >= 7 && (header.named('hmt-travel-permit') || han)) add(travelPermit(cell));
  const born = header.named('birth-date') && digits >= 4 ? birthDate(cell) : null;
  add(born ?? ((han || letters >= 3) && digits >= 4 ? birthSaid(cell) : null));
  if (header.records) looks.push(...records(cell));
  else if ((han || letters >= 2) && digits >= 1 && text.length >= 6) looks.push(...recordsSaid(cell));
  if (han) {
    if (text.length >= 6) add(address(cell));
    add(personName(cell, header));
  }
  return looks;
}

/** What is believed without a column around it: a check holds, or the form is nobody else's. */
const ALONE: ReadonlySet<DetectorName> = new Set([
  'resident-id',
  'hmt-residence-permit',
  'foreign-permanent-resident',
  'uscc',
  'mobile',
  'email',
  'secret',
]);

/**
 * The same over a text that stands alone (a text about to be signed, a cell that may be a header): only what its own form or check shows, and
 * cards that a word calls so. Masked.
 */
export const inspectText = (text: string, today: string | null = null): readonly Look[] =>
  inspect(text, { name: '', today }).filter(
    ({ detector, valid, supported }) => ALONE.has(detector) || (detector === 'bank-card' && valid && supported),
  );
