// Which cells are alike: two cells of one column with one key look the same to every detector, whatever their digits. Numbers are described by the
// checks and ranges that detectors test, texts by their characters with the digits masked where no detector asks what the digits are. What is
// neither has no key, and the host looks at each such cell. Keys hold no judgement; tests hold them against the detectors themselves.
import { hash } from "./hash";
import { region } from "./host";

/** No key: the host looks at the cell itself. */
export const ALONE: u64 = 0;
/** The same, of a digest by its form, which the host collects. */
export const DIGEST: u64 = 1;

const DIGITS: u64 = 2;
const CODE18: u64 = 3;
const CODE17: u64 = 4;
const HAN: u64 = 5;
const DAY: u64 = 6;
const OCTETS: u64 = 7;
const MAIL: u64 = 8;

/** The header speaks for something that judges digits by their value: only equal cells are alike then. */
const FLAG_BIRTH: i32 = 1;
const FLAG_COORDINATES: i32 = 2;
const FLAG_LANDLINE: i32 = 4;
const FLAG_IMEI: i32 = 8;
const FLAG_MESSENGER: i32 = 16;
const FLAG_SECRET: i32 = 32;
const FLAG_DAMAGED: i32 = 64;

/** Bits of what the host knows of a region. */
const REGION_ASKED: i32 = 64;
const REGION_BY_YEAR: i32 = 1;

// @ts-ignore: decorator
@inline
function keyOf(form: u64, rest: u64): u64 {
  return (form << 56) | (mix(rest) & 0x00ffffffffffffff);
}

/** Spreads the few bits of a description, one to one, so that tables of keys stay shallow. */
// @ts-ignore: decorator
@inline
function mix(x: u64): u64 {
  let h = x & 0x00ffffffffffffff;
  h = (h * 0x9e3779b97f4a7c15) & 0x00ffffffffffffff;
  h ^= h >> 28;
  h = (h * 0xbf58476d1ce4e5b9) & 0x00ffffffffffffff;
  return h ^ (h >> 28);
}

/** The last day of a review, yyyymmdd; nobody is born after it. */
let today: u32 = 20991231;
export function setToday(yyyymmdd: u32): void {
  today = yyyymmdd;
}

const regions = memory.data(1000000);
/** For each character from U+4E00 to U+9FFF: 1 a surname, 2 begins a double surname, 4 ends no given name. */
export const hanTraits = memory.data(20992);
/** Local parts of role mailboxes, each preceded by its length, ended by 0. */
export const roles = memory.data(512);

const idWeights = memory.data<u8>([7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]);
const creditWeights = memory.data<u8>([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]);
const vinWeights = memory.data<u8>([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]);
/** Values of 0-9 A-Z in a credit code; 255 is outside its alphabet. */
const creditValues = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255, 255, 10, 11, 12, 13, 14, 15, 16, 17, 255, 18, 19, 20, 21, 22, 255, 23, 24, 25,
  255, 26, 27, 255, 28, 29, 30, 255,
]);
/** Values of 0-9 A-Z in a vehicle's number; 255 is outside its alphabet. */
const vinValues = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4, 5, 6, 7, 8, 255, 1, 2, 3, 4, 5, 255, 7, 255, 9, 2, 3, 4, 5, 6, 7,
  8, 9,
]);
const monthDays = memory.data<u8>([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
/** The masked text. */
const masked = memory.data(160);

// @ts-ignore: decorator
@inline
function digit(at: usize, i: i32): u32 {
  return <u32>load<u8>(at + i) - 48;
}

function number(at: usize, from: i32, to: i32): u32 {
  let value: u32 = 0;
  for (let i = from; i < to; i++) value = value * 10 + digit(at, i);
  return value;
}

function isDay(year: u32, month: u32, day: u32): bool {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last: u32 = month === 2 && leap ? 29 : load<u8>(monthDays + month - 1);
  return day <= last;
}

function luhn(at: usize, length: i32): bool {
  let sum: u32 = 0;
  let twice = false;
  for (let i = length - 1; i >= 0; i--) {
    let d = digit(at, i);
    if (twice) {
      d <<= 1;
      if (d > 9) d -= 9;
    }
    sum += d;
    twice = !twice;
  }
  return sum % 10 === 0;
}

/** Known beginnings of cards with the lengths they have; the list is the detector's. */
function isIssued(at: usize, length: i32): bool {
  const first4 = number(at, 0, 4);
  const first2 = first4 / 100;
  if (first2 === 62) return length >= 16 && length <= 19;
  if (first4 / 1000 === 4) return length === 13 || length === 16 || length === 19;
  if (length === 16)
    return (first2 >= 51 && first2 <= 55) || (first4 >= 2221 && first4 <= 2720) || (first4 >= 3528 && first4 <= 3589);
  return length === 15 && (first2 === 34 || first2 === 37);
}

function regionOf(code: i32): i32 {
  const at = regions + code;
  const known: i32 = load<u8>(at);
  if (known !== 0) return known;
  const asked = region(code) | REGION_ASKED;
  store<u8>(at, <u8>asked);
  return asked;
}

function zeros(at: usize, from: i32, to: i32): bool {
  for (let i = from; i < to; i++) if (load<u8>(at + i) !== 48) return false;
  return true;
}

// @ts-ignore: decorator
@inline
function bit(holds: bool, place: i32): u64 {
  return <u64>(holds ? 1 : 0) << place;
}

function creditCheck(at: usize): i32 {
  let sum: u32 = 0;
  for (let i = 0; i < 17; i++) {
    const value: u32 = load<u8>(creditValues + load<u8>(at + i) - 48);
    if (value === 255) return -1;
    sum += value * load<u8>(creditWeights + i);
  }
  return <i32>((31 - (sum % 31)) % 31);
}

/** 17 digits, then a digit or X; `last` is the value of the last place. */
function eighteen(at: usize, last: u32): u64 {
  const known = regionOf(number(at, 0, 6));
  if (known & REGION_BY_YEAR) return ALONE;
  const birth = number(at, 6, 14);
  const year = birth / 10000;
  let sum: u32 = 0;
  for (let i = 0; i < 17; i++) sum += digit(at, i) * load<u8>(idWeights + i);
  const check = (12 - (sum % 11)) % 11;
  return (
    <u64>known |
    bit(isDay(year, (birth / 100) % 100, birth % 100), 8) |
    bit(year >= 1800, 9) |
    bit(year >= 1900, 10) |
    bit(birth <= today, 11) |
    bit(check === last, 12) |
    bit(digit(at, 0) === 0, 13) |
    bit(digit(at, 0) === 9, 14) |
    bit(digit(at, 1) === 2, 15)
  );
}

function digits(flags: i32, at: usize, length: i32): u64 {
  if (flags & (FLAG_BIRTH | FLAG_MESSENGER)) return ALONE;
  if (length < 10) return keyOf(DIGITS, length);
  if (flags & FLAG_LANDLINE) return ALONE;
  if (length < 11 || length === 12 || length === 21) return keyOf(DIGITS, length);
  if (length > 21) return ALONE;
  let d: u64 = length;
  if (length === 11) return keyOf(DIGITS, d | bit(digit(at, 0) === 1 && digit(at, 1) >= 3, 5));
  const holds = bit(luhn(at, length), 6);
  if (length === 20) return keyOf(DIGITS, d | holds | bit(number(at, 0, 4) === 8986, 7));
  d |= holds | bit(isIssued(at, length), 5);
  if (length === 13) return keyOf(DIGITS, d | bit(number(at, 0, 2) === 86 && digit(at, 2) === 1 && digit(at, 3) >= 3, 8));
  if (length === 14) return flags & FLAG_IMEI ? ALONE : keyOf(DIGITS, d);
  if (length === 15 || length === 16) {
    const first2 = number(at, 0, 2);
    d |= bit(first2 === 1 || first2 === 35 || first2 === 86 || first2 === 99, 8);
    if (length === 16) return keyOf(DIGITS, d);
    d |= bit(number(at, 0, 4) === 86 && digit(at, 4) === 1 && digit(at, 5) >= 3, 9);
    const known = regionOf(number(at, 0, 6));
    if (known & REGION_BY_YEAR) return ALONE;
    const birth = number(at, 6, 12);
    return keyOf(DIGITS, d | (<u64>known << 16) | bit(isDay(1900 + birth / 10000, (birth / 100) % 100, birth % 100), 10));
  }
  if (length === 17) return keyOf(DIGITS, d | bit(zeros(at, 15, 17), 8));
  if (length === 19) return keyOf(DIGITS, d | bit(zeros(at, 15, 19), 8) | bit(number(at, 0, 4) === 8986, 9));
  const described = eighteen(at, digit(at, 17));
  if (described === ALONE) return ALONE;
  return keyOf(DIGITS, d | bit(zeros(at, 15, 18), 8) | bit(creditCheck(at) === <i32>digit(at, 17), 9) | (described << 16));
}

/** Capitals and digits, 18 of them. */
function code18(at: usize): u64 {
  const last: u32 = load<u8>(at + 17);
  let letters = 0;
  for (let i = 0; i < 17; i++) if (load<u8>(at + i) > 57) letters++;
  if (letters === 0) {
    if (last !== 88) return ALONE;
    const described = eighteen(at, 10);
    if (described === ALONE) return ALONE;
    return keyOf(CODE18, 1 | bit(creditCheck(at) === load<u8>(creditValues + 40), 2) | (described << 16));
  }
  // A code that begins with a letter might be Base64 of something; one that begins with a digit cannot be.
  const first: u32 = load<u8>(at);
  if (first < 49 || first > 57) return ALONE;
  let formed = true;
  for (let i = 0; i < 18; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte === 73) return ALONE;
    if (i >= 2 && i < 8 && byte > 57) formed = false;
    if (load<u8>(creditValues + byte - 48) === 255) formed = false;
  }
  // Runs of digits long enough for something else inside.
  let run = 0;
  for (let i = 0; i < 18; i++) {
    run = load<u8>(at + i) <= 57 ? run + 1 : 0;
    if (run >= 14) return ALONE;
  }
  const valid = formed && creditCheck(at) === <i32>load<u8>(creditValues + last - 48);
  return keyOf(CODE18, 2 | bit(formed, 2) | bit(valid, 3) | bit(load<u16>(at) === 0x3239, 4) | bit(letters > 0, 5) | bit(letters + (last > 57 ? 1 : 0) >= 6, 6));
}

/** Capitals and digits, 17 of them, with two capitals at least: too long by one for Base64. */
function code17(at: usize): u64 {
  let sum: u32 = 0;
  let letters = 0;
  let run = 0;
  let formed = true;
  for (let i = 0; i < 17; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte === 73) return ALONE;
    if (byte > 57) {
      letters++;
      run = 0;
      if (i >= 15) formed = false;
    } else if (++run >= 11) return ALONE;
    const value: u32 = load<u8>(vinValues + byte - 48);
    if (value === 255) formed = false;
    else sum += value * load<u8>(vinWeights + i);
  }
  if (letters < 2) return ALONE;
  const check = sum % 11;
  const ninth: u32 = load<u8>(at + 8);
  return keyOf(CODE17, 1 | bit(formed, 1) | bit(formed && ninth === (check === 10 ? 88 : 48 + check), 2) | (<u64>letters << 3));
}

/** Two to four characters of the main block of Han. */
function han(at: usize, length: i32): u64 {
  let traits: i32 = 0;
  let second: i32 = 0;
  for (let i = 0; i < length; i += 3) {
    const code = character(at + i);
    if (code < 0 || code === 0x5bc6 - 0x4e00) return ALONE;
    const trait: i32 = load<u8>(hanTraits + code);
    if (i === 0) traits = trait;
    second = trait;
  }
  if (traits & 2) return ALONE;
  return keyOf(HAN, length | ((traits & 1) << 4) | ((second & 4) << 4));
}

/** A character from U+4E00 to U+9FFF less U+4E00, or -1. */
// @ts-ignore: decorator
@inline
function character(at: usize): i32 {
  const lead: i32 = load<u8>(at);
  const b: i32 = load<u8>(at, 1);
  const c: i32 = load<u8>(at, 2);
  if ((b & 0xc0) !== 0x80 || (c & 0xc0) !== 0x80 || (lead & 0xf0) !== 0xe0) return -1;
  const code = ((lead & 15) << 12) | ((b & 63) << 6) | (c & 63);
  return code >= 0x4e00 && code <= 0x9fff ? code - 0x4e00 : -1;
}

/** 2026-03-01, then perhaps a time of day to the minute or second. */
function day(flags: i32, at: usize, length: i32): u64 {
  if (flags & (FLAG_BIRTH | FLAG_SECRET | FLAG_LANDLINE)) return ALONE;
  const joint = load<u8>(at + 10);
  if (length > 10 && joint !== 32 && joint !== 84) return ALONE;
  for (let i = 0; i < length; i++) {
    const byte = load<u8>(at + i);
    if (i === 4 || i === 7) {
      if (byte !== 45) return ALONE;
    } else if (i === 13 || i === 16) {
      if (byte !== 58) return ALONE;
    } else if (i !== 10 && <u32>byte - 48 > 9) return ALONE;
  }
  if (digit(at, 0) !== 1 && digit(at, 0) !== 2) return ALONE;
  return keyOf(DAY, length | bit(isDay(number(at, 0, 4), number(at, 5, 7), number(at, 8, 10)), 8) | bit(joint === 84, 9));
}

function isTold(first: i32): bool {
  return first === 100 || first === 169 || first === 172 || first === 192 || first === 198 || first === 203;
}

/** Four numbers parted by dots, none written with a zero before it. */
function octets(at: usize, length: i32): u64 {
  let value: u32 = 0;
  let places = 0;
  let parts = 0;
  let fit = true;
  let large = false;
  let described: u64 = 0;
  for (let i = 0; i <= length; i++) {
    const byte: u32 = i === length ? 46 : load<u8>(at + i);
    if (byte === 46) {
      if (places === 0 || places > 3 || parts === 4) return ALONE;
      if (value > 255) fit = false;
      if (value >= 64) large = true;
      // The ranges that mean nobody are told by one place, some by two or three.
      if (parts === 0 || (parts < 3 && isTold(<i32>(described & 0xfff)))) described |= <u64>value << (parts * 12);
      parts++;
      value = 0;
      places = 0;
    } else {
      if (places === 1 && value === 0) return ALONE;
      value = value * 10 + (byte - 48);
      places++;
    }
  }
  return parts === 4 && fit ? keyOf(OCTETS, 1 | bit(large, 1) | (described << 8)) : ALONE;
}

/** A mailbox in small letters, with nothing in it that might be a number or Base64. */
function mail(at: usize, length: i32): u64 {
  if (length > 64) return ALONE;
  let local = -1;
  let token = 0;
  let count = 0;
  let dots = 0;
  let joint: u32 = 64;
  for (let i = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i);
    const isDigit = byte - 48 <= 9;
    if (isDigit || byte - 97 <= 25) {
      if (isDigit) count++;
      token++;
      if (token >= 12) return ALONE;
    } else if (byte === 64) {
      if (local >= 0 || i === 0 || i > 60 || joint === 46) return ALONE;
      local = i;
      token = 0;
    } else if (byte === 46) {
      if (joint === 46 || joint === 64 || joint === 45 || i === 0) return ALONE;
      if (local >= 0) dots++;
      token = 0;
    } else if (byte === 45) {
      // The beginning of a published form of tokens ends in t-.
      if (joint === 45 || joint === 46 || joint === 64 || i === 0 || load<u8>(at + i - 1) === 116) return ALONE;
      token++;
    } else return ALONE;
    joint = byte === 46 || byte === 64 || byte === 45 ? byte : 0;
  }
  if (local < 1 || count >= 10 || dots < 1 || dots > 7 || joint !== 0) return ALONE;
  let last = length - 1;
  for (; load<u8>(at + last) !== 46; last--) if (<u32>load<u8>(at + last) - 97 > 25) return ALONE;
  if (length - 1 - last < 2) return ALONE;
  // Reserved names for examples belong to nobody: such a mailbox is looked at by itself.
  for (let i = local; i + 7 <= length; i++) if (load<u64>(at + i) << 8 >> 8 === 0x656c706d617865) return ALONE;
  let role = false;
  for (let r = roles; load<u8>(r) !== 0; r += load<u8>(r) + 1) {
    if (load<u8>(r) !== local) continue;
    role = memory.compare(r + 1, at, local) === 0;
    if (role) break;
  }
  return keyOf(MAIL, 1 | bit(role, 1));
}

const ZERO = i8x16.splat(48);

/** Digits become 0 where no detector asks for their value. */
function text(flags: i32, at: usize, length: i32, seed: u64): u64 {
  if (length > 144) return ALONE;
  let count = 0;
  let upper = 0;
  let lower = 0;
  let high = 0;
  let dots = 0;
  let colons = 0;
  let hyphens = 0;
  let slashes = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 16) {
    const v = v128.load(at + i);
    const left = length - i;
    const valid: i32 = left >= 16 ? 0xffff : (1 << left) - 1;
    const isDigit = i8x16.lt_u(i8x16.sub(v, ZERO), i8x16.splat(10));
    v128.store(masked + i, v128.bitselect(ZERO, v, isDigit));
    count += popcnt(i8x16.bitmask(isDigit) & valid);
    upper += popcnt(i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, i8x16.splat(65)), i8x16.splat(26))) & valid);
    lower += popcnt(i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, i8x16.splat(97)), i8x16.splat(26))) & valid);
    high += popcnt(i8x16.bitmask(v) & valid);
    dots += popcnt(i8x16.bitmask(i8x16.eq(v, i8x16.splat(46))) & valid);
    colons += popcnt(i8x16.bitmask(i8x16.eq(v, i8x16.splat(58))) & valid);
    hyphens += popcnt(i8x16.bitmask(i8x16.eq(v, i8x16.splat(45))) & valid);
    slashes += popcnt(i8x16.bitmask(v128.or(i8x16.eq(v, i8x16.splat(47)), i8x16.eq(v, i8x16.splat(92)))) & valid);
    // Marks of masks, mailboxes and assignments, and whatever is not printed.
    const bad = v128.or(
      v128.or(i8x16.eq(v, i8x16.splat(42)), i8x16.eq(v, i8x16.splat(64))),
      v128.or(i8x16.eq(v, i8x16.splat(61)), v128.or(i8x16.lt_u(v, i8x16.splat(32)), i8x16.eq(v, i8x16.splat(127)))),
    );
    odd |= i8x16.bitmask(bad) & valid;
  }
  const letters = upper + lower;
  if (odd !== 0) return ALONE;
  // What may be an address to go to, or a formula.
  if (slashes > 1 || (dots > 0 && colons > 0) || (letters >= 3 && dots > 0 && hasWww(at, length))) return ALONE;
  if (letters > 0 && mayBeginFormula(load<u8>(at))) return ALONE;
  // A digest, a number in hexadecimal, an equipment number: looked at one by one.
  if (high === 0 && count + letters === length && (length === 16 || length === 32 || length === 40 || length === 64) && isHex(at, length))
    return DIGEST;
  if (count >= 22 || count + upper >= 17) return ALONE;
  if (colons > 0 && (letters >= 4 || high > 0)) return ALONE;
  if (colons >= 2 || hyphens >= 5) return ALONE;
  if (dots >= 3 && count >= 4) return ALONE;
  if (dots >= 2 && count + letters >= 12) return ALONE;
  if (dots >= 1 && flags & (FLAG_COORDINATES | FLAG_DAMAGED)) return ALONE;
  if (flags & FLAG_SECRET) return ALONE;
  if (flags & FLAG_BIRTH && count >= 4) return ALONE;
  if (flags & FLAG_MESSENGER) return ALONE;
  if (flags & FLAG_IMEI && count + letters >= 14) return ALONE;
  if (flags & FLAG_LANDLINE && count >= 10) return ALONE;
  if (count >= 10) return ALONE;
  if (count >= 7 && longestRun(at, length) >= 7) return ALONE;
  if (letters >= 6 && length >= 12 && longestToken(at, length) >= 12) return ALONE;
  // Perhaps a day, a month, a quarter: what it is depends on its digits.
  if (count >= 4 && startsWithYear(at, length)) return ALONE;
  if (high > 0 && !isPlainChinese(at, length)) return ALONE;
  // The forms above have small keys; a hash of a text has its highest bit set.
  return hash(masked, length, seed) | (<u64>1 << 63);
}

function hasWww(at: usize, length: i32): bool {
  for (let i = 0; i + 3 <= length; i++) if ((load<u32>(at + i) & 0xdfdfdf) === 0x575757) return true;
  return false;
}

/** A sign, or what spreadsheet programs drop before one. */
function mayBeginFormula(byte: u32): bool {
  return byte === 43 || byte === 45 || byte === 32 || byte === 39 || byte === 34;
}

function isHex(at: usize, length: i32): bool {
  let letter = false;
  for (let i = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte - 48 <= 9) continue;
    if ((byte | 32) - 97 > 5) return false;
    letter = true;
  }
  return letter;
}

/** Of digits, blanks and hyphens within not counted. */
function longestRun(at: usize, length: i32): i32 {
  let run = 0;
  let longest = 0;
  for (let i = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte - 48 <= 9) {
      if (++run > longest) longest = run;
    } else if (byte !== 45 && byte !== 32) run = 0;
  }
  return longest;
}

/** Of characters that Base64 knows. */
function longestToken(at: usize, length: i32): i32 {
  let run = 0;
  let longest = 0;
  for (let i = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte - 48 <= 9 || (byte | 32) - 97 <= 25 || byte === 43 || byte === 47 || byte === 95 || byte === 45) {
      if (++run > longest) longest = run;
    } else run = 0;
  }
  return longest;
}

function startsWithYear(at: usize, length: i32): bool {
  let i = 0;
  while (i < length && load<u8>(at + i) === 32) i++;
  if (i + 5 > length) return false;
  for (let k = 0; k < 4; k++) if (<u32>load<u8>(at + i + k) - 48 > 9) return false;
  const next: u32 = load<u8>(at + i + 4);
  return next === 45 || next === 47 || next === 81 || next === 0xe5;
}

/** Han characters of the main block and the marks that are common between them: nothing that becomes a digit or a sign by normalisation. */
function isPlainChinese(at: usize, length: i32): bool {
  for (let i = 0; i < length; ) {
    const byte: u32 = load<u8>(at + i);
    if (byte < 0x80) {
      i++;
      continue;
    }
    if (i + 3 > length) return false;
    const code = character(at + i);
    // 密 may belong to a mark of secrecy.
    if (code === 0x5bc6 - 0x4e00) return false;
    if (code < 0) {
      const three = (byte << 16) | (<u32>load<u8>(at + i, 1) << 8) | load<u8>(at + i, 2);
      // 、 。 （ ） ， ； and the brackets 《 》 “ ”
      if (
        three !== 0xe38081 &&
        three !== 0xe38082 &&
        three !== 0xefbc88 &&
        three !== 0xefbc89 &&
        three !== 0xefbc8c &&
        three !== 0xefbc9b &&
        three !== 0xe3808a &&
        three !== 0xe3808b &&
        three !== 0xe2809c &&
        three !== 0xe2809d
      )
        return false;
    }
    i += 3;
  }
  return true;
}

/** ALONE, DIGEST, or a key. @param at followed by 16 bytes that may be read */
export function classify(flags: i32, at: usize, length: i32, seed: u64): u64 {
  const first: u32 = load<u8>(at);
  if (length <= 21) {
    const v = v128.load(at);
    const valid: i32 = length >= 16 ? 0xffff : (1 << length) - 1;
    const isDigit = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, ZERO), i8x16.splat(10)));
    if ((isDigit & valid) === valid) {
      let all = true;
      for (let i = 16; i < length; i++) if (<u32>load<u8>(at + i) - 48 > 9) all = false;
      if (all) return digits(flags, at, length);
    }
    if (length === 17 || length === 18) {
      const plain = v128.or(i8x16.lt_u(i8x16.sub(v, ZERO), i8x16.splat(10)), i8x16.lt_u(i8x16.sub(v, i8x16.splat(65)), i8x16.splat(26)));
      let all = i8x16.bitmask(plain) === 0xffff;
      for (let i = 16; i < length; i++) {
        const byte: u32 = load<u8>(at + i);
        if (byte - 48 > 9 && byte - 65 > 25) all = false;
      }
      if (all) return flags & (FLAG_SECRET | FLAG_MESSENGER) ? ALONE : length === 18 ? code18(at) : code17(at);
    }
    if ((length === 10 || length === 16 || length === 19) && load<u8>(at + 4) === 45 && first - 48 <= 9) return day(flags, at, length);
    if (length >= 7 && length <= 15) {
      const dotted = i8x16.bitmask(i8x16.eq(v, i8x16.splat(46))) & valid;
      if (popcnt(dotted) === 3 && ((isDigit | dotted) & valid) === valid) return octets(at, length);
    }
    if (first >= 0xe4 && (length === 6 || length === 9 || length === 12) && (i8x16.bitmask(v) & valid) === valid) {
      const key = han(at, length);
      if (key !== ALONE) return key;
    }
  }
  if (first < 0x80 && hasAt(at, length)) return flags & FLAG_SECRET ? ALONE : mail(at, length);
  return text(flags, at, length, seed);
}

function hasAt(at: usize, length: i32): bool {
  for (let i = 0; i < length; i += 16) {
    const left = length - i;
    const valid: i32 = left >= 16 ? 0xffff : (1 << left) - 1;
    if ((i8x16.bitmask(i8x16.eq(v128.load(at + i), i8x16.splat(64))) & valid) !== 0) return true;
  }
  return false;
}
