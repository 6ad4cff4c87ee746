// Numbers and codes, described by the checks and ranges that detectors test: length, check characters, region, day, known beginnings.
import { region } from "./host";
import { ALONE, bit, CODE17, CODE18, DAY, digit, DIGITS, FLAG_BIRTH, FLAG_DAMAGED, FLAG_IMEI, FLAG_LANDLINE, FLAG_MESSENGER, FLAG_SECRET, isDay, keyOf, MASKED, number, OCTETS, ZERO } from "./keys";

/** Bits of what the host knows of a region. */
const REGION_ASKED: i32 = 64;
const REGION_BY_YEAR: i32 = 1;

/** The last day of a review, yyyymmdd; nobody is born after it. */
let today: u32 = 20991231;
export function setToday(yyyymmdd: u32): void {
  today = yyyymmdd;
}

const regions = memory.data(1000000);
const vinWeights = memory.data<u8>([8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]);
/** Values of 0-9 A-Z in a vehicle's number; 255 is outside its alphabet. */
const vinValues = memory.data<u8>([
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 255, 255, 255, 255, 255, 255, 1, 2, 3, 4, 5, 6, 7, 8, 255, 1, 2, 3, 4, 5, 255, 7, 255, 9, 2, 3, 4, 5, 6, 7,
  8, 9,
]);
/** The sum of 16 bytes. */
// @ts-ignore: decorator
@inline
function sumOf(v: v128): u32 {
  const fours = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(v));
  const both = i64x2.extract_lane(fours, 0) + i64x2.extract_lane(fours, 1);
  return <u32>(both + (both >> 32));
}

/** 255 in the first `count` bytes, of at most 16. */
// @ts-ignore: decorator
@inline
function first(count: i32): v128 {
  return i8x16.lt_u(i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), i8x16.splat(<i8>count));
}

function luhn(at: usize, length: i32): bool {
  const v = v128.and(i8x16.sub(v128.load(at), ZERO), first(min(length, 16)));
  const doubled = i8x16.swizzle(i8x16(0, 2, 4, 6, 8, 1, 3, 5, 7, 9, 0, 0, 0, 0, 0, 0), v);
  // Every second digit from the right, the last one not.
  const twice = length & 1 ? i16x8.splat(<i16>0xff00) : i16x8.splat(0x00ff);
  let sum = sumOf(v128.bitselect(doubled, v, twice));
  for (let i = 16; i < length; i++) {
    const d = digit(at, i);
    sum += (length - i) & 1 ? d : d < 5 ? d << 1 : (d << 1) - 9;
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

/** Values of the 16 bytes in a credit code, 255 for what is outside its alphabet. All are capitals or digits. */
// @ts-ignore: decorator
@inline
function creditValues(v: v128): v128 {
  const digits = i8x16.sub(v, ZERO);
  const isDigit = i8x16.lt_u(digits, i8x16.splat(10));
  // A place beyond a table of 16 gives 0.
  const early = i8x16.swizzle(i8x16(10, 11, 12, 13, 14, 15, 16, 17, -1, 18, 19, 20, 21, 22, -1, 23), i8x16.sub(v, i8x16.splat(65)));
  const late = i8x16.swizzle(i8x16(24, 25, -1, 26, 27, -1, 28, 29, 30, -1, 0, 0, 0, 0, 0, 0), i8x16.sub(v, i8x16.splat(81)));
  return v128.bitselect(digits, v128.or(early, late), isDigit);
}

/** The value that the last place of a credit code must have, or -1 when one before it is outside the alphabet. */
function creditCheck(at: usize): i32 {
  const values = creditValues(v128.load(at));
  const last: u32 = i8x16.extract_lane_u(creditValues(v128.load(at + 1)), 15);
  if (i8x16.bitmask(values) !== 0 || last === 255) return -1;
  const weights = i8x16(1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30);
  const products = i32x4.add(
    i32x4.extadd_pairwise_i16x8_u(i16x8.extmul_low_i8x16_u(values, weights)),
    i32x4.extadd_pairwise_i16x8_u(i16x8.extmul_high_i8x16_u(values, weights)),
  );
  const both = i64x2.extract_lane(products, 0) + i64x2.extract_lane(products, 1);
  const sum = <u32>(both + (both >> 32)) + last * 28;
  return <i32>((31 - (sum % 31)) % 31);
}

/** 17 digits, then a digit or X; `last` is the value of the last place. */
function eighteen(at: usize, last: u32): u64 {
  const known = regionOf(number(at, 0, 6));
  if (known & REGION_BY_YEAR) return ALONE;
  const birth = number(at, 6, 14);
  const year = birth / 10000;
  const v = i8x16.sub(v128.load(at), ZERO);
  const low = i16x8.extmul_low_i8x16_u(v, i8x16(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4));
  const high = i16x8.extmul_high_i8x16_u(v, i8x16(7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4));
  const fours = i32x4.extadd_pairwise_i16x8_u(i16x8.add(low, high));
  const both = i64x2.extract_lane(fours, 0) + i64x2.extract_lane(fours, 1);
  const sum = <u32>(both + (both >> 32)) + 2 * digit(at, 16);
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

export function digits(flags: i32, at: usize, length: i32): u64 {
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
  if (length === 17) return flags & FLAG_DAMAGED ? ALONE : keyOf(DIGITS, d | bit(zeros(at, 15, 17), 8) | bit(vehicleHolds(at), 9));
  if (length === 19) return keyOf(DIGITS, d | bit(zeros(at, 15, 19), 8) | bit(number(at, 0, 4) === 8986, 9));
  const described = eighteen(at, digit(at, 17));
  if (described === ALONE) return ALONE;
  return keyOf(DIGITS, d | bit(zeros(at, 15, 18), 8) | bit(creditCheck(at) === <i32>digit(at, 17), 9) | (described << 16));
}

/** Capitals and digits, 18 of them. */
export function code18(at: usize): u64 {
  const v = v128.load(at);
  const w = v128.load(at + 2);
  const nine = i8x16.splat(57);
  const letters: u32 = i8x16.bitmask(i8x16.gt_u(v, nine)) | ((i8x16.bitmask(i8x16.gt_u(w, nine)) >> 14) << 16);
  const last: u32 = load<u8>(at + 17);
  const value: i32 = i8x16.extract_lane_u(creditValues(w), 15);
  const check = creditCheck(at);
  if ((letters & 0x1ffff) === 0) {
    if (last !== 88) return ALONE;
    const described = eighteen(at, 10);
    if (described === ALONE) return ALONE;
    return keyOf(CODE18, 1 | bit(check === value, 2) | (described << 16));
  }
  // A code that begins with a letter might be Base64 of something; one that begins with a digit cannot be.
  const first: u32 = load<u8>(at);
  if (first < 49 || first > 57) return ALONE;
  const i = i8x16.splat(73);
  if (v128.any_true(v128.or(i8x16.eq(v, i), i8x16.eq(w, i)))) return ALONE;
  // Runs of digits long enough for something else inside.
  let run = ~letters & 0x3ffff;
  run &= run >> 1;
  run &= run >> 2;
  run &= run >> 4;
  if ((run & (run >> 6)) !== 0) return ALONE;
  const formed = (letters & 0xfc) === 0 && check >= 0 && value !== 255;
  const count = popcnt(letters);
  return keyOf(CODE18, 2 | bit(formed, 2) | bit(formed && check === value, 3) | bit(load<u16>(at) === 0x3239, 4) | bit(count >= 6, 6));
}

/** Of 17 digits: the ninth is a vehicle's check. */
function vehicleHolds(at: usize): bool {
  let sum: u32 = 0;
  for (let i = 0; i < 17; i++) sum += digit(at, i) * load<u8>(vinWeights + i);
  return sum % 11 === digit(at, 8);
}

/** Capitals and digits, 17 of them, with two capitals at least: too long by one for Base64. */
export function code17(at: usize): u64 {
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

/** 2026-03-01, then perhaps a time of day to the minute or second. */
export function day(flags: i32, at: usize, length: i32): u64 {
  if (flags & (FLAG_BIRTH | FLAG_SECRET | FLAG_LANDLINE)) return ALONE;
  const v = v128.load(at);
  const digits: u32 = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v, ZERO), i8x16.splat(10)));
  const hyphens: u32 = i8x16.bitmask(i8x16.eq(v, i8x16.splat(45)));
  if ((digits & 0x3ff) !== 0x36f || (hyphens & 0x3ff) !== 0x90) return ALONE;
  const joint = load<u8>(at + 10);
  if (length > 10) {
    if ((joint !== 32 && joint !== 84) || digits >> 11 !== 0x1b || load<u8>(at + 13) !== 58) return ALONE;
    if (length === 19 && (load<u8>(at + 16) !== 58 || digit(at, 17) > 9 || digit(at, 18) > 9)) return ALONE;
  }
  if (digit(at, 0) !== 1 && digit(at, 0) !== 2) return ALONE;
  return keyOf(DAY, length | bit(isDay(number(at, 0, 4), number(at, 5, 7), number(at, 8, 10)), 8) | bit(length > 10 && joint === 84, 9));
}

/** What of an address's places tells the ranges that mean nobody. */
function rangeOf(one: i32, two: i32, three: i32): i32 {
  if (one >= 224) return 224;
  if (one === 0 || one === 10 || one === 127) return one;
  if (one === 100) return 100 | ((two >> 6) << 8);
  if (one === 172) return 172 | ((two >> 4) << 8);
  if (one === 169) return 169 | ((two === 254 ? 1 : 0) << 8);
  if (one === 192) return 192 | ((two === 168 ? 1 : two === 0 ? 2 : 0) << 8) | ((two === 0 && three === 2 ? 1 : 0) << 16);
  if (one === 198) return 198 | ((two === 51 && three === 100 ? 1 : 0) << 8);
  if (one === 203) return 203 | ((two === 0 && three === 113 ? 1 : 0) << 8);
  return 1;
}

/** Four numbers parted by dots, none written with a zero before it. */
export function octets(at: usize, length: i32): u64 {
  let value: u32 = 0;
  let places = 0;
  let parts = 0;
  let fit = true;
  let large = false;
  let one = 0;
  let two = 0;
  let three = 0;
  for (let i = 0; i <= length; i++) {
    const byte: u32 = i === length ? 46 : load<u8>(at + i);
    if (byte === 46) {
      if (places === 0 || places > 3 || parts === 4) return ALONE;
      if (value > 255) fit = false;
      if (value >= 64) large = true;
      if (parts === 0) one = value;
      else if (parts === 1) two = value;
      else if (parts === 2) three = value;
      parts++;
      value = 0;
      places = 0;
    } else {
      if (places === 1 && value === 0) return ALONE;
      value = value * 10 + (byte - 48);
      places++;
    }
  }
  if (parts !== 4 || !fit) return ALONE;
  return keyOf(OCTETS, 1 | bit(large, 1) | (<u64>rangeOf(one, two, three) << 8));
}

/** Digits, then asterisks, then digits or an X: how many of each, and what the detector of masks asks of the beginning. */
export function maskedNumber(flags: i32, at: usize, length: i32): u64 {
  if (flags & (FLAG_BIRTH | FLAG_LANDLINE | FLAG_IMEI | FLAG_MESSENGER | FLAG_SECRET)) return ALONE;
  let i = 0;
  while (i < length && digit(at, i) <= 9) i++;
  const before = i;
  while (i < length && load<u8>(at + i) === 42) i++;
  const stars = i - before;
  const from = i;
  while (i < length && digit(at, i) <= 9) i++;
  const after = i - from;
  const ends = i + 1 === length && (load<u8>(at + i) | 32) === 120;
  if (before < 1 || before > 6 || stars < 1 || after > 6 || (i < length && !ends)) return ALONE;
  const place = before === 6 ? regionOf(number(at, 0, 6)) : before >= 2 ? regionOf(number(at, 0, 2) * 10000) : 0;
  const mobile = before >= 2 && digit(at, 0) === 1 && digit(at, 1) >= 3;
  return keyOf(MASKED, <u64>(before | (after << 4) | (stars << 8) | (place << 16)) | bit(mobile, 24) | bit(ends, 25) | bit(after >= 1, 26));
}
