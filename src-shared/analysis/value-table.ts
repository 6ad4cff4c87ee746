// The distinct values of a column, as bytes: exact while they fit, an estimate afterwards. A value that comes again costs one look-up and no
// decoding, which is what makes a table with many repeated cells fast. Values are kept only as long as the column is read.

/** As the format promises: exact up to here. */
export const EXACT_VALUES = 65_536;
/** Bytes of values kept per column; long texts reach this before they reach the count. */
const MAX_BYTES = 32 * 1024 * 1024;
const REGISTERS = 4_096;
const REGISTER_BITS = 12;

/** FNV-1a, then the finaliser of MurmurHash3: good enough to spread, never to prove equality. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ (bytes[i] as number), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

export class ValueTable {
  /** How often each value came, by its index. */
  counts = new Float64Array(64);
  size = 0;
  /** Values counted after the table was full, that are not in it. */
  beyond = 0;
  #slots = new Int32Array(256);
  #hashes = new Uint32Array(64);
  #ends = new Int32Array(64);
  #bytes = new Uint8Array(1_024);
  #used = 0;
  #registers: Uint8Array | null = null;

  get exact(): boolean {
    return this.#registers === null;
  }

  /** Counts the value. Returns its index, negative (-1 - index) when it is new, or null when the table is full and the value is not in it. */
  add(bytes: Uint8Array, from: number, to: number): number | null {
    const hash = hashOf(bytes, from, to);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let held = this.#slots[slot] as number; held !== 0; slot = (slot + 1) & mask, held = this.#slots[slot] as number) {
      const index = held - 1;
      if (this.#hashes[index] !== hash || !this.#equals(index, bytes, from, to)) continue;
      this.counts[index] = (this.counts[index] as number) + 1;
      return index;
    }
    if (this.#registers || this.size >= EXACT_VALUES || this.#used + to - from > MAX_BYTES) {
      this.#estimate(hash);
      this.beyond++;
      return null;
    }
    return this.#insert(slot, hash, bytes, from, to);
  }

  #equals(index: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = index === 0 ? 0 : (this.#ends[index - 1] as number);
    if ((this.#ends[index] as number) - start !== to - from) return false;
    for (let i = from; i < to; i++) if (bytes[i] !== this.#bytes[start + i - from]) return false;
    return true;
  }

  /** A value that is ASCII, as text. */
  textAt(index: number): string {
    const start = index === 0 ? 0 : (this.#ends[index - 1] as number);
    return String.fromCharCode(...this.#bytes.subarray(start, this.#ends[index] as number));
  }

  #insert(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const index = this.size++;
    if (index === this.counts.length) this.#growValues();
    while (this.#used + to - from > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), this.#used);
    this.#used += to - from;
    this.#ends[index] = this.#used;
    this.#hashes[index] = hash;
    this.counts[index] = 1;
    this.#slots[slot] = index + 1;
    if (this.size * 2 > this.#slots.length) this.#growSlots();
    return -1 - index;
  }

  #growValues(): void {
    const counts = new Float64Array(this.counts.length * 2);
    counts.set(this.counts);
    this.counts = counts;
    const hashes = new Uint32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    const ends = new Int32Array(this.#ends.length * 2);
    ends.set(this.#ends);
    this.#ends = ends;
  }

  #growSlots(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let index = 0; index < this.size; index++) {
      let slot = (this.#hashes[index] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = index + 1;
    }
  }

  /** HyperLogLog over the hashes, begun when the first value does not fit. */
  #estimate(hash: number): void {
    if (!this.#registers) {
      this.#registers = new Uint8Array(REGISTERS);
      for (let index = 0; index < this.size; index++) this.#register(this.#hashes[index] as number);
    }
    this.#register(hash);
  }

  #register(hash: number): void {
    const registers = this.#registers as Uint8Array;
    const at = hash >>> (32 - REGISTER_BITS);
    const rank = Math.min(Math.clz32(hash << REGISTER_BITS), 32 - REGISTER_BITS) + 1;
    if (rank > (registers[at] as number)) registers[at] = rank;
  }

  /** Number of distinct values; an estimate within about 2 per cent when not `exact`. */
  distinct(): number {
    return this.#registers ? Math.max(this.size, estimateOf(this.#registers)) : this.size;
  }
}

/** HyperLogLog's estimate from its registers. */
export function estimateOf(registers: Uint8Array): number {
  let sum = 0;
  for (const rank of registers) sum += 2 ** -rank;
  return Math.round(((0.7213 / (1 + 1.079 / REGISTERS)) * REGISTERS * REGISTERS) / sum);
}
