// Numbers with their check characters, made from the standards' words and from nothing of the detectors: a fault there must not hide here. Each
// maker has a twin whose check is wrong on purpose.
import type { Chance } from './chance';

/** Divisions that existed under these codes from 1984 to 2010 at least. */
// biome-ignore format: a table
const COUNTIES = [
  '110101', '110108', '120101', '130102', '140105', '150102', '210102', '220102', '230102', '230103', '230202', '230203', '230204', '230205',
  '230206', '230207', '230208', '230221', '310101', '310104', '320102', '330102', '340102', '350102', '370102', '410102', '420102', '430102',
  '440103', '440104', '450102', '530102', '610102', '620102',
];
const UNKNOWN_COUNTIES = ['990426', '770101', '170202', '290301', '230299', '475601', '880888'];
const two = (n: number): string => String(n).padStart(2, '0');

/** yyyymmdd of a day that exists. */
export const dayBetween = (chance: Chance, from: number, to: number): string =>
  `${from + chance.upTo(to - from + 1)}${two(1 + chance.upTo(12))}${two(1 + chance.upTo(28))}`;
const NO_DAYS = ['0230', '0431', '1301', '0000', '0631', '0100', '1240', '0931'];

/** GB 11643-1999, ISO 7064 MOD 11-2: the sum of the places times 2^(17 - i) and the check is 1 modulo 11. */
export function residentCheck(first17: string): string {
  let remainder = 0;
  for (const digit of first17) remainder = ((remainder + Number(digit)) * 2) % 11;
  const check = (12 - remainder) % 11;
  return check === 10 ? 'X' : String(check);
}
const resident = (chance: Chance, county: string, from: number, to: number): string => {
  const first17 = `${county}${dayBetween(chance, from, to)}${chance.digits(3)}`;
  const whole = first17 + residentCheck(first17);
  // One number in a thousand ends in zeros and is read as a number that a spreadsheet cut: not what is asked here.
  return whole.endsWith('000') ? resident(chance, county, from, to) : whole;
};
const otherCheck = (chance: Chance, whole: string): string => {
  const right = whole.slice(-1);
  const wrong = chance.pick([...'123456789X'].filter((check) => check !== right));
  return whole.slice(0, -1) + wrong;
};

export const residentId = (chance: Chance): string => resident(chance, chance.pick(COUNTIES), 1985, 2009);
export const residentWrongCheck = (chance: Chance): string => otherCheck(chance, residentId(chance));
export const residentWrongRegion = (chance: Chance): string => resident(chance, chance.pick(UNKNOWN_COUNTIES), 1985, 2009);
export function residentWrongDay(chance: Chance): string {
  const first17 = `${chance.pick(COUNTIES)}${1950 + chance.upTo(60)}${chance.pick(NO_DAYS)}${chance.digits(3)}`;
  const whole = first17 + residentCheck(first17);
  return whole.endsWith('000') ? residentWrongDay(chance) : whole;
}
export const resident15 = (chance: Chance): string =>
  `${chance.pick(COUNTIES)}${dayBetween(chance, 1940, 1998).slice(2)}${chance.digits(3)}`;
export const permitId = (chance: Chance): string => resident(chance, chance.pick(['810000', '820000', '830000']), 1950, 2012);
/** Since December 2023: 9, province, nationality, birth date, order, check. */
export const foreignId = (chance: Chance): string =>
  resident(chance, `9${chance.pick(['11', '23', '31', '44'])}${chance.digits(3)}`, 1950, 2004);

const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** GB 32100-2015: places times 3^(i - 1), modulo 31. */
export function creditCheck(first17: string): string {
  const sum = [...first17].reduce((total, place, i) => total + CREDIT.indexOf(place) * Number(3n ** BigInt(i) % 31n), 0);
  return CREDIT.charAt((31 - (sum % 31)) % 31);
}
export function creditCode(chance: Chance, begins = '91'): string {
  const first17 = `${begins}${chance.pick(COUNTIES)}${chance.of('0123456789', 3)}${chance.of(CREDIT.slice(10), 2)}${chance.of(CREDIT, 3)}${chance.digits(1)}`;
  return first17 + creditCheck(first17);
}
export const creditWrongCheck = (chance: Chance): string => {
  const code = creditCode(chance);
  const wrong = chance.pick([...CREDIT].filter((check) => check !== code.slice(17)));
  return code.slice(0, 17) + wrong;
};

/** ISO/IEC 7812-1, Luhn. */
export function luhnCheck(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, i) => total + (i % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)] ?? 0) : Number(digit)), 0);
  return String((10 - (sum % 10)) % 10);
}
const withLuhn = (body: string): string => body + luhnCheck(body);
const withoutLuhn = (chance: Chance, body: string): string => {
  const right = luhnCheck(body);
  return body + chance.pick([...'123456789'].filter((digit) => digit !== right));
};

const UNION_PAY = ['622202', '621226', '622848', '621700', '623058', '622588', '621483', '622150'];
const unionPayBody = (chance: Chance): string => chance.pick(UNION_PAY) + chance.digits(chance.once(3) ? 9 : 12);
export const bankCard = (chance: Chance): string =>
  withLuhn(
    chance.pick([unionPayBody, unionPayBody, unionPayBody, (c: Chance) => `4${c.digits(14)}`, (c: Chance) => `52${c.digits(13)}`])(chance),
  );
export const bankWrongCheck = (chance: Chance): string => withoutLuhn(chance, unionPayBody(chance));
/** 3GPP TS 23.003. */
export const imei = (chance: Chance): string => withLuhn(chance.pick(['35', '86', '01']) + chance.digits(12));
/** ITU-T E.118: telecommunications, country, issuer. */
export const iccid = (chance: Chance): string => withLuhn(`8986${chance.pick(['00', '01', '03', '11'])}${chance.digits(13)}`);

// biome-ignore format: a table
const VIN_VALUES: Readonly<Record<string, number>> = {
  A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9, S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9,
};
const VIN_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
/** GB 16735: the ninth place. @param around 17 places, the ninth of no account */
export function vinCheck(around: string): string {
  const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
  const sum = weights.reduce((total, weight, i) => {
    const place = around.charAt(i);
    return total + weight * (VIN_VALUES[place] ?? Number(place));
  }, 0);
  return sum % 11 === 10 ? 'X' : String(sum % 11);
}
const vinOf = (chance: Chance): string =>
  `L${chance.of(VIN_LETTERS, 2)}${chance.of(`${VIN_LETTERS}0123456789`, 5)}0${chance.of(VIN_LETTERS, 2)}${chance.digits(6)}`;
export function vin(chance: Chance): string {
  const around = vinOf(chance);
  return around.slice(0, 8) + vinCheck(around) + around.slice(9);
}
export function vinWrongCheck(chance: Chance): string {
  const around = vinOf(chance);
  return around.slice(0, 8) + chance.pick([...'0123456789X'].filter((check) => check !== vinCheck(around))) + around.slice(9);
}

const SEGMENTS = [
  '130',
  '135',
  '137',
  '138',
  '139',
  '147',
  '150',
  '152',
  '157',
  '158',
  '159',
  '166',
  '173',
  '177',
  '182',
  '186',
  '187',
  '189',
  '191',
  '198',
  '199',
];
export const mobile = (chance: Chance): string => chance.pick(SEGMENTS) + chance.digits(8);
const AREAS = ['0452', '0451', '010', '021', '0755', '0371', '024', '0459'];
export type Line = { readonly area: string; readonly number: string };
export function fixedLine(chance: Chance): Line {
  const area = chance.pick(AREAS);
  const long = area.length === 3 || area === '0451' || area === '0755' || area === '0371';
  return { area, number: chance.of('2345678', 1) + chance.digits(long ? 7 : 6) };
}
/** Card numbers of a city: area code and six digits. */
export const cityCard = (chance: Chance): string => `0452${chance.digits(6)}`;
