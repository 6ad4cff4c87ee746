// Which cells are alike: two cells of one column with one key look the same to every detector, whatever their digits. Numbers are described by the
// checks and ranges that detectors test, texts by their characters with the digits masked where no detector asks what the digits are. What is
// neither has no key, and the host looks at each such cell. Keys hold no judgement; tests hold them against the detectors themselves.
import { ALONE, FLAG_MESSENGER, FLAG_SECRET, ZERO } from "./keys";
import { code17, code18, day, digits, maskedNumber, octets } from "./numbers";
import { han, mail, text, uuid } from "./texts";

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
    if (first - 48 <= 9 && (i8x16.bitmask(i8x16.eq(v, i8x16.splat(42))) & valid) !== 0) return maskedNumber(flags, at, length);
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
  if (length === 36 && load<u8>(at + 8) === 45) {
    const key = uuid(flags, at);
    if (key !== ALONE) return key;
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
