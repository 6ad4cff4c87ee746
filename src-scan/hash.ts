// A hash of 64 bits over bytes, eight at a time. Not cryptographic: with a seed that nobody knows beforehand it tells values apart, without one it
// spreads them for the estimate of their number, which must come out the same on every machine.

const A: u64 = 0x9e3779b97f4a7c15;
const B: u64 = 0xbf58476d1ce4e5b9;
const C: u64 = 0x94d049bb133111eb;

// @ts-ignore: decorator
@inline
function fold(h: u64, word: u64): u64 {
  return rotl(h ^ (word * B), 29) * C;
}

/** Reads up to seven bytes beyond the end: buffers have room for that. Never 0. */
// @ts-ignore: decorator
@inline
export function hash(at: usize, length: i32, seed: u64): u64 {
  let h = seed ^ ((<u64>length) * A);
  if (length <= 8) {
    // A shift by 64 is one by 0: eight bytes are taken whole.
    h = fold(h, load<u64>(at) & (~(<u64>0) >> ((<u64>64 - (<u64>length << 3)) & 63)));
  } else if (length <= 16) {
    h = fold(fold(h, load<u64>(at)), load<u64>(at + length - 8));
  } else h = long(at, length, h);
  h = (h ^ (h >> 32)) * B;
  h ^= h >> 29;
  return h === 0 ? 1 : h;
}

function long(at: usize, length: i32, start: u64): u64 {
  let h = start;
  const last = at + length - 8;
  for (let p = at; p < last; p += 8) h = fold(h, load<u64>(p));
  return fold(h, load<u64>(last));
}
