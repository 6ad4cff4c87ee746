// What keys of cells are made of, and the digits and days that descriptions share.

/** No key: the host looks at the cell itself. */
export const ALONE: u64 = 0;
/** The same, of a digest by its form, which the host collects. */
export const DIGEST: u64 = 1;

export const DIGITS: u64 = 2;
export const CODE18: u64 = 3;
export const CODE17: u64 = 4;
export const HAN: u64 = 5;
export const DAY: u64 = 6;
export const OCTETS: u64 = 7;
export const MAIL: u64 = 8;
export const UUID: u64 = 9;
export const MASKED: u64 = 10;

/** The header speaks for something that judges digits by their value: only equal cells are alike then. */
export const FLAG_BIRTH: i32 = 1;
export const FLAG_COORDINATES: i32 = 2;
export const FLAG_LANDLINE: i32 = 4;
export const FLAG_IMEI: i32 = 8;
export const FLAG_MESSENGER: i32 = 16;
export const FLAG_SECRET: i32 = 32;
export const FLAG_DAMAGED: i32 = 64;

export const ZERO = i8x16.splat(48);

// @ts-ignore: decorator
@inline
export function keyOf(form: u64, rest: u64): u64 {
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

// @ts-ignore: decorator
@inline
export function bit(holds: bool, place: i32): u64 {
  return <u64>(holds ? 1 : 0) << place;
}

// @ts-ignore: decorator
@inline
export function digit(at: usize, i: i32): u32 {
  return <u32>load<u8>(at + i) - 48;
}

export function number(at: usize, from: i32, to: i32): u32 {
  let value: u32 = 0;
  for (let i = from; i < to; i++) value = value * 10 + digit(at, i);
  return value;
}

const monthDays = memory.data<u8>([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);

export function isDay(year: u32, month: u32, day: u32): bool {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last: u32 = month === 2 && leap ? 29 : load<u8>(monthDays + month - 1);
  return day <= last;
}
