// Names, mailboxes and other texts: described by their characters, the digits masked where no detector asks what the digits are.
import { hash } from "./hash";
import { ALONE, bit, DIGEST, FLAG_BIRTH, FLAG_COORDINATES, FLAG_DAMAGED, FLAG_IMEI, FLAG_LANDLINE, FLAG_MESSENGER, FLAG_SECRET, HAN, keyOf, MAIL, UUID, ZERO } from "./keys";

/** For each character from U+4E00 to U+9FFF: 1 a surname, 2 begins a double surname, 4 ends no given name, 8 asked for by some detector. */
export const hanTraits = memory.data(20992);
/** Local parts of role mailboxes, each preceded by its length, ended by 0. */
export const roles = memory.data(512);

/** The masked text. */
const masked = memory.data(160);

/** Two to four characters of the main block of Han. */
export function han(at: usize, length: i32): u64 {
  let traits: i32 = 0;
  let second: i32 = 0;
  for (let i = 0; i < length; i += 3) {
    const code = character(at + i);
    // 密 may be a mark of secrecy, 某 is one of a name that was taken out.
    if (code < 0 || code === 0x5bc6 - 0x4e00 || code === 0x67d0 - 0x4e00) return ALONE;
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
  const bytes: u32 = load<u32>(at);
  if ((bytes & 0xc0c0f0) !== 0x8080e0) return -1;
  const code = ((bytes & 15) << 12) | ((bytes >> 2) & 0xfc0) | ((bytes >> 16) & 63);
  return code - 0x4e00 <= 0x51ff ? code - 0x4e00 : -1;
}

/** First letters of the local parts in `roles`, a bit for each. */
let roleLetters: u32 = 0;

function isRole(at: usize, length: i32): bool {
  if (roleLetters === 0) for (let r = roles; load<u8>(r) !== 0; r += load<u8>(r) + 1) roleLetters |= 1 << ((load<u8>(r + 1) - 97) & 31);
  if (((roleLetters >> ((load<u8>(at) - 97) & 31)) & 1) === 0) return false;
  for (let r = roles; load<u8>(r) !== 0; r += load<u8>(r) + 1)
    if (load<u8>(r) === length && memory.compare(r + 1, at, length) === 0) return true;
  return false;
}

/** Where a byte stands among the 32 from `at`. */
// @ts-ignore: decorator
@inline
function places(at: usize, byte: i8): u32 {
  const low = i8x16.bitmask(i8x16.eq(v128.load(at), i8x16.splat(byte)));
  return low | (i8x16.bitmask(i8x16.eq(v128.load(at + 16), i8x16.splat(byte))) << 16);
}

/** Where bytes from `first` on, `count` of them, stand among the 32 from `at`. */
// @ts-ignore: decorator
@inline
function placesOf(at: usize, first: i8, count: i8): u32 {
  const low = i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(at), i8x16.splat(first)), i8x16.splat(count)));
  return low | (i8x16.bitmask(i8x16.lt_u(i8x16.sub(v128.load(at + 16), i8x16.splat(first)), i8x16.splat(count))) << 16);
}

/** A mailbox in small letters, with nothing in it that might be a number or Base64. */
export function mail(at: usize, length: i32): u64 {
  if (length > 31) return ALONE;
  const valid: u32 = (1 << length) - 1;
  const count = placesOf(at, 48, 10) & valid;
  const lower = placesOf(at, 97, 26) & valid;
  const signs = places(at, 64) & valid;
  const dots = places(at, 46) & valid;
  const hyphens = places(at, 45) & valid;
  if ((count | lower | signs | dots | hyphens) !== valid || popcnt(signs) !== 1 || popcnt(count) >= 10) return ALONE;
  const joints = signs | dots | hyphens;
  if (((joints | (joints << (32 - length))) & 0x80000001) !== 0) return ALONE;
  // No joint beside another, but a hyphen before the sign.
  if (((dots | hyphens) & (joints << 1)) !== 0 || (signs & (dots << 1)) !== 0) return ALONE;
  let run = valid & ~(signs | dots);
  run &= run >> 1;
  run &= run >> 2;
  run &= run >> 4;
  if ((run & (run >> 4)) !== 0) return ALONE;
  const local = ctz(signs);
  const parts = popcnt(dots >> local);
  if (parts < 1 || parts > 7) return ALONE;
  const last: i32 = 31 - clz(dots);
  const top = valid & ~((2 << last) - 1);
  if ((lower & top) !== top || length - 1 - last < 2) return ALONE;
  // Reserved names for examples belong to nobody: such a mailbox is looked at by itself.
  // So is what pictures of another density are called: icon@2x.png.
  if ((places(at, 120) & valid) >> local !== 0) {
    if (<u32>load<u8>(at + local + 1) - 48 <= 9 && load<u8>(at + local + 2) === 120) return ALONE;
    for (let i: i32 = local; i + 7 <= length; i++) if (load<u64>(at + i) << 8 >> 8 === 0x656c706d617865) return ALONE;
  }
  return keyOf(MAIL, 1 | bit(isRole(at, local), 1));
}

/** Digits become 0 where no detector asks for their value, and so do characters that none knows: each then stands for all with its traits. */
export function text(flags: i32, at: usize, length: i32, seed: u64): u64 {
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
  let blanks = 0;
  /** Where digits stand among the first 64 bytes. */
  let digitPlaces: u64 = 0;
  for (let i = 0; i < length; i += 16) {
    const v = v128.load(at + i);
    const left = length - i;
    const valid: i32 = left >= 16 ? 0xffff : (1 << left) - 1;
    const isDigit = i8x16.lt_u(i8x16.sub(v, ZERO), i8x16.splat(10));
    const isBlank = i8x16.eq(v, i8x16.splat(32));
    v128.store(masked + i, v128.bitselect(ZERO, v, isDigit));
    const digits = i8x16.bitmask(isDigit) & valid;
    count += popcnt(digits);
    if (i < 64) digitPlaces |= <u64>(<u32>digits) << i;
    blanks |= i8x16.bitmask(isBlank) & valid;
    high += popcnt(i8x16.bitmask(v) & valid);
    const isUpper = i8x16.lt_u(i8x16.sub(v, i8x16.splat(65)), i8x16.splat(26));
    const isLower = i8x16.lt_u(i8x16.sub(v, i8x16.splat(97)), i8x16.splat(26));
    // What is left of ASCII but the blank: most texts have none.
    const plain = v128.or(v128.or(isDigit, v128.or(isUpper, isLower)), v128.or(i8x16.lt_s(v, i8x16.splat(0)), isBlank));
    upper += popcnt(i8x16.bitmask(isUpper) & valid);
    lower += popcnt(i8x16.bitmask(isLower) & valid);
    if ((~i8x16.bitmask(plain) & valid) === 0) continue;
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
  if (count >= 10) {
    if (letters > 0 || dots > 0 || !keepMobile(at, length)) return ALONE;
  } else if (count >= 7 && (length > 64 || blanks !== 0 || hyphens > 0 ? longestRun(at, length) >= 7 : hasSeven(digitPlaces))) return ALONE;
  if (letters >= 6 && length >= 12 && longestToken(at, length) >= 12) return ALONE;
  // Perhaps a day, a month, a quarter: what it is depends on its digits.
  if (count >= 4 && startsWithYear(at, length)) return ALONE;
  // A day of birth said in a sentence is judged by its digits.
  if (count >= 4 && ((high >= 3 && saysBorn(at, length)) || (letters >= 3 && saysBirth(at, length)))) return ALONE;
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
export function longestRun(at: usize, length: i32): i32 {
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

/** By a mobile's second digit, from 3 on, which third digits are in use: the list is the detector's. */
const segments = memory.data<u16>([0x3ff, 0x3e0, 0x3ef, 0x0e4, 0x1ff, 0x3ff, 0x3ef]);

/** The one long number is a mobile's by its form, and nothing before it can be its prefix: its beginning stays in the masked text. */
function keepMobile(at: usize, length: i32): bool {
  if (longestRun(at, length) !== 11) return false;
  let run = 0;
  for (let i = 0; i < length; i++) {
    const byte: u32 = load<u8>(at + i);
    if (byte - 48 > 9) run = 0;
    else if (++run === 11) {
      const from = i - 10;
      if (load<u8>(at + from) !== 49 || load<u8>(at + from + 1) < 51) return false;
      // A closing bracket, of either width, may end a country's code.
      if (from > 0 && load<u8>(at + from - 1) === 41) return false;
      if (from > 2 && load<u32>(at + from - 3) << 8 === 0x89bcef00) return false;
      const inUse = (<u32>load<u16>(segments + ((load<u8>(at + from + 1) - 51) << 1)) >> (load<u8>(at + from + 2) - 48)) & 1;
      store<u16>(masked + from, inUse ? 0x3331 : 0x3831);
      return true;
    }
  }
  return false;
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

/** Seven digits in a row. @param places a bit for each digit */
// @ts-ignore: decorator
@inline
function hasSeven(places: u64): bool {
  let run = places & (places >> 1);
  run &= run >> 2;
  return (run & (run >> 3)) !== 0;
}

/** 生, whose bytes are e7, 94 and 9f. */
function saysBorn(at: usize, length: i32): bool {
  for (let i = 0; i + 3 <= length; i += 16) {
    const left = length - 2 - i;
    const valid: i32 = left >= 16 ? 0xffff : (1 << left) - 1;
    const ends = v128.and(i8x16.eq(v128.load(at + i, 1), i8x16.splat(<i8>0x94)), i8x16.eq(v128.load(at + i, 2), i8x16.splat(<i8>0x9f)));
    if ((i8x16.bitmask(v128.and(i8x16.eq(v128.load(at + i), i8x16.splat(<i8>0xe7)), ends)) & valid) !== 0) return true;
  }
  return false;
}

/** "born", "birth" or "dob". */
function saysBirth(at: usize, length: i32): bool {
  for (let i = 0; i + 3 <= length; i++) {
    const first: u32 = <u32>load<u8>(at + i) | 32;
    if (first !== 98 && first !== 100) continue;
    const second: u32 = load<u8>(at + i, 1) | 32;
    const third: u32 = load<u8>(at + i, 2) | 32;
    if (first === 98 ? (second === 111 && third === 114) || (second === 105 && third === 114) : (second === 111 && third === 98) || second === 46)
      return true;
  }
  return false;
}

function startsWithYear(at: usize, length: i32): bool {
  let i = 0;
  while (i < length && load<u8>(at + i) === 32) i++;
  if (i + 5 > length) return false;
  for (let k = 0; k < 4; k++) if (<u32>load<u8>(at + i + k) - 48 > 9) return false;
  const next: u32 = load<u8>(at + i + 4);
  return next === 45 || next === 47 || next === 81 || next === 0xe5;
}

/** Han characters of the main block and the marks that are common between them: nothing that becomes a digit or a sign by normalisation. Masks those that no detector knows. */
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
    if (code >= 0) {
      const trait: u32 = load<u8>(hanTraits + code);
      if ((trait & 8) === 0) {
        // No UTF-8 has these bytes.
        store<u16>(masked + i, 0xffff);
        store<u8>(masked + i + 2, <u8>trait);
      }
    } else {
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

/** Small hexadecimal digits in groups of 8, 4, 4, 4 and 12, none of whose runs of digits is long enough for a number. */
export function uuid(flags: i32, at: usize): u64 {
  if (flags & (FLAG_BIRTH | FLAG_LANDLINE | FLAG_IMEI | FLAG_MESSENGER | FLAG_SECRET)) return ALONE;
  let run = 0;
  let letters = 0;
  for (let i = 0; i < 36; i++) {
    const byte: u32 = load<u8>(at + i);
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (byte !== 45) return ALONE;
    } else if (byte - 48 <= 9) {
      if (++run >= 7) return ALONE;
    } else if (byte - 97 <= 5) {
      run = 0;
      letters++;
    } else return ALONE;
  }
  return letters >= 8 ? keyOf(UUID, 1) : ALONE;
}
