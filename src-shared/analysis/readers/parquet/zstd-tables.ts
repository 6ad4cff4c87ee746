// Bits and code tables of Zstandard (RFC 8878, 4.1 and 4.2). Every loop is bounded by the bits there are or by the symbols a table may have: a description
// whose states consume nothing would otherwise never end.

/** Something in the frame contradicts itself or the format. */
export class ZstdBroken extends Error {}

export const highBit = (value: number): number => 31 - Math.clz32(value);

/** Bits from the end of a stream towards its beginning, after the mark that ends it. What lies before the beginning reads as zeros. */
export class BackBits {
  readonly #bytes: Uint8Array;
  readonly #from: number;
  /** Bits that are left; negative: more were read than there are. */
  left: number;

  constructor(bytes: Uint8Array, from: number, to: number) {
    const last = to > from ? (bytes[to - 1] as number) : 0;
    if (last === 0) throw new ZstdBroken('stream');
    this.#bytes = bytes;
    this.#from = from;
    this.left = (to - from - 1) * 8 + highBit(last);
  }

  /** @param count at most 31 */
  read(count: number): number {
    if (count > 16) return this.read(count - 16) * 65_536 + this.read(16);
    if (count === 0) return 0;
    this.left -= count;
    const at = this.left >> 3;
    const shift = this.left & 7;
    const bytes = this.#bytes;
    const i = this.#from + at;
    // What is not there is 0, after the end as before the beginning.
    if (at >= 0)
      return (((bytes[i] as number) | ((bytes[i + 1] as number) << 8) | ((bytes[i + 2] as number) << 16)) >>> shift) & ((1 << count) - 1);
    let word = 0;
    for (let k = 0; k < 3; k++) if (at + k >= 0) word |= (bytes[i + k] ?? 0) << (8 * k);
    return (word >>> shift) & ((1 << count) - 1);
  }
}

/** States of a finite state entropy code: the symbol each stands for, the bits it consumes, and what is added to them. */
export type Fse = { readonly log: number; readonly symbols: Uint8Array; readonly bits: Uint8Array; readonly base: Uint16Array };

/** @param shares of each symbol; -1: less than one */
export function fseOf(shares: readonly number[], log: number): Fse {
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const next = new Uint16Array(shares.length);
  let high = size;
  shares.forEach((share, symbol) => {
    if (share !== -1) return;
    symbols[--high] = symbol;
    next[symbol] = 1;
  });
  let at = 0;
  shares.forEach((share, symbol) => {
    if (share <= 0) return;
    next[symbol] = share;
    for (let i = 0; i < share; i++) {
      symbols[at] = symbol;
      do at = (at + (size >> 1) + (size >> 3) + 3) & (size - 1);
      while (at >= high);
    }
  });
  if (at !== 0) throw new ZstdBroken('table');
  const bits = new Uint8Array(size);
  const base = new Uint16Array(size);
  for (let state = 0; state < size; state++) {
    const symbol = symbols[state] as number;
    const value = next[symbol] as number;
    next[symbol] = value + 1;
    bits[state] = log - highBit(value);
    base[state] = (value << (bits[state] as number)) - size;
  }
  return { log, symbols, bits, base };
}

/** One symbol, whatever comes: no bits are spent. */
export const constantFse = (symbol: number): Fse => ({
  log: 0,
  symbols: Uint8Array.of(symbol),
  bits: new Uint8Array(1),
  base: new Uint16Array(1),
});

/** A table's description. @returns the table, and the byte after it */
export function readFse(
  bytes: Uint8Array,
  from: number,
  to: number,
  maxLog: number,
  maxSymbol: number,
): { readonly fse: Fse; readonly at: number } {
  let bit = from * 8;
  const read = (count: number): number => {
    if (bit + count > to * 8) throw new ZstdBroken('table');
    const at = bit >> 3;
    const word = (bytes[at] as number) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    const value = (word >>> (bit & 7)) & ((1 << count) - 1);
    bit += count;
    return value;
  };
  const log = read(4) + 5;
  if (log > maxLog) throw new ZstdBroken('table');
  const shares: number[] = [];
  let left = 1 << log;
  while (left > 0) {
    if (shares.length > maxSymbol) throw new ZstdBroken('table');
    const width = highBit(left + 1) + 1;
    const lower = (1 << (width - 1)) - 1;
    const short = (1 << width) - 1 - (left + 1);
    let value = read(width - 1);
    // The smaller values do with a bit less.
    if (value >= short) {
      value |= read(1) << (width - 1);
      if (value > lower) value -= short;
    }
    const share = value - 1;
    left -= Math.abs(share);
    shares.push(share);
    for (let zeros = share === 0 ? 3 : 0; zeros === 3; ) {
      zeros = read(2);
      for (let i = 0; i < zeros; i++) shares.push(0);
    }
  }
  if (left !== 0 || shares.length > maxSymbol + 1) throw new ZstdBroken('table');
  return { fse: fseOf(shares, log), at: (bit + 7) >> 3 };
}

/** Prefix codes by all the bits that the longest of them has. */
export type Huffman = { readonly log: number; readonly symbols: Uint8Array; readonly bits: Uint8Array };

const MOST_WEIGHTS = 255;
const MOST_BITS = 11;

/** Weights that an entropy code holds, two states taking turns until the bits are used up. */
function codedWeights(bytes: Uint8Array, from: number, to: number): number[] {
  const { fse, at } = readFse(bytes, from, to, 6, 255);
  const stream = new BackBits(bytes, at, to);
  const states = [stream.read(fse.log), stream.read(fse.log)];
  if (stream.left < 0) throw new ZstdBroken('weights');
  const weights: number[] = [];
  for (let turn = 0; ; turn ^= 1) {
    const state = states[turn] as number;
    weights.push(fse.symbols[state] as number);
    states[turn] = (fse.base[state] as number) + stream.read(fse.bits[state] as number);
    if (weights.length >= MOST_WEIGHTS) throw new ZstdBroken('weights');
    if (stream.left >= 0) continue;
    weights.push(fse.symbols[states[turn ^ 1] as number] as number);
    return weights;
  }
}

/** @returns the codes, and the byte after their description */
export function readHuffman(bytes: Uint8Array, from: number, to: number): { readonly huffman: Huffman; readonly at: number } {
  const head = bytes[from];
  if (from >= to || head === undefined) throw new ZstdBroken('weights');
  const coded = head < 128;
  const count = head - 127;
  const at = from + 1 + (coded ? head : (count + 1) >> 1);
  if (at > to) throw new ZstdBroken('weights');
  const weights = coded
    ? codedWeights(bytes, from + 1, at)
    : Array.from({ length: count }, (_, i) => ((bytes[from + 1 + (i >> 1)] as number) >> (i % 2 === 0 ? 4 : 0)) & 15);
  return { huffman: huffmanOf(weights), at };
}

function huffmanOf(weights: readonly number[]): Huffman {
  let sum = 0;
  for (const weight of weights) {
    if (weight > MOST_BITS) throw new ZstdBroken('weights');
    if (weight > 0) sum += 1 << (weight - 1);
  }
  if (sum === 0) throw new ZstdBroken('weights');
  const log = highBit(sum) + 1;
  const rest = (1 << log) - sum;
  if (log > MOST_BITS || (rest & (rest - 1)) !== 0) throw new ZstdBroken('weights');
  const all = [...weights, highBit(rest) + 1];
  const size = 1 << log;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  // The rarest first: theirs are the longest codes, which are the smallest.
  let at = 0;
  for (let weight = 1; weight <= log; weight++) {
    all.forEach((each, symbol) => {
      if (each !== weight) return;
      const end = at + (1 << (weight - 1));
      symbols.fill(symbol, at, end);
      bits.fill(log + 1 - weight, at, end);
      at = end;
    });
  }
  if (at !== size) throw new ZstdBroken('weights');
  return { log, symbols, bits };
}
