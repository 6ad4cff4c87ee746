// Numbers from a fixed seed, in integer and dyadic arithmetic only: Math.log and Math.cos may differ in the last bit between engines,
// and a sample must have the same bytes on every machine.

/** A source of numbers (mulberry32). The same seed gives the same sequence everywhere. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  /** @returns {number} an unsigned 32-bit integer */
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  /** @param {number} n a whole number below 2^32 */
  const below = (n) => Math.floor((next() / 4294967296) * n);
  /** @param {readonly any[]} list */
  const pick = (list) => list[below(list.length)];
  /** Nearly normal, mean 0, deviation 1: twelve uniform numbers, whose sum is exact in a double. */
  const normal = () => {
    let sum = 0;
    for (let i = 0; i < 12; i++) sum += next();
    return sum / 4294967296 - 6;
  };
  /** @param {any[]} list shuffled in place */
  const shuffle = (list) => {
    for (let i = list.length - 1; i > 0; i--) {
      const j = below(i + 1);
      [list[i], list[j]] = [list[j], list[i]];
    }
    return list;
  };
  /** @param {number} count @param {number} n distinct whole numbers below n, ascending */
  const distinctBelow = (count, n) => {
    const set = new Set();
    while (set.size < count) set.add(below(n));
    return [...set].sort((a, b) => a - b);
  };
  return { next, below, pick, normal, shuffle, distinctBelow };
}
