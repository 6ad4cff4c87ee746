// The cells of one column as codes: equal cell, equal code, for as many values as there are. Values are told apart by their bytes in UTF-8, so that a
// cell that comes again costs no decoding. Knows nothing of what they mean. The table of values in ../value-table counts and stops at a limit; a
// class needs every value.
import { hashOf } from '../value-table';
import type { Codes } from './classes';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const EMPTY = new Uint8Array();

export class CodeColumn {
  #codes = new Uint32Array(1_024);
  /** Code and one by hash; 0 is free. */
  #slots = new Uint32Array(64);
  #hashes = new Uint32Array(32);
  /** Where the bytes of each value end. */
  #ends = new Float64Array(32);
  #bytes = new Uint8Array(1_024);
  #used = 0;
  #size = 0;
  #scratch = new Uint8Array(256);
  rows = 0;

  /** Bytes held now, about. */
  get held(): number {
    return 4 * (this.#codes.length + this.#slots.length + this.#hashes.length) + 8 * this.#ends.length + this.#bytes.length;
  }

  add(cell: string): void {
    this.#push(this.#codeFor(this.#encoded(cell), 0, this.#written), 1);
  }

  /** @param bytes UTF-8, the cell from `from` to `to` */
  addBytes(bytes: Uint8Array, from: number, to: number): void {
    this.#push(this.#codeFor(bytes, from, to), 1);
  }

  /** Rows read before the column was known: empty cells. */
  addEmpty(count: number): void {
    if (count > 0) this.#push(this.#codeFor(EMPTY, 0, 0), count);
  }

  #written = 0;
  #encoded(cell: string): Uint8Array {
    if (this.#scratch.length < cell.length * 3) this.#scratch = new Uint8Array(cell.length * 3);
    this.#written = encoder.encodeInto(cell, this.#scratch).written;
    return this.#scratch;
  }

  /** Slot of the value, or the free slot where it belongs. */
  #slotOf(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let held = this.#slots[slot] as number; held !== 0; slot = (slot + 1) & mask, held = this.#slots[slot] as number)
      if (this.#hashes[held - 1] === hash && this.#equals(held - 1, bytes, from, to)) return slot;
    return slot;
  }

  #equals(code: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = code === 0 ? 0 : (this.#ends[code - 1] as number);
    if ((this.#ends[code] as number) - start !== to - from) return false;
    for (let i = from, at = start; i < to; i++, at++) if (bytes[i] !== this.#bytes[at]) return false;
    return true;
  }

  #codeFor(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to);
    const slot = this.#slotOf(hash, bytes, from, to);
    const held = this.#slots[slot] as number;
    if (held !== 0) return held - 1;
    const code = this.#size++;
    this.#slots[slot] = code + 1;
    if (code === this.#hashes.length) {
      const hashes = new Uint32Array(2 * code);
      hashes.set(this.#hashes);
      this.#hashes = hashes;
      const ends = new Float64Array(2 * code);
      ends.set(this.#ends);
      this.#ends = ends;
    }
    while (this.#used + to - from > this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#bytes.length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(bytes.subarray(from, to), this.#used);
    this.#used += to - from;
    this.#ends[code] = this.#used;
    this.#hashes[code] = hash;
    if (2 * this.#size > this.#slots.length) this.#growSlots();
    return code;
  }

  #growSlots(): void {
    this.#slots = new Uint32Array(4 * this.#slots.length);
    const mask = this.#slots.length - 1;
    for (let code = 0; code < this.#size; code++) {
      let slot = (this.#hashes[code] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = code + 1;
    }
  }

  #push(code: number, count: number): void {
    const rows = this.rows + count;
    if (rows > this.#codes.length) {
      const more = new Uint32Array(Math.max(rows, 2 * this.#codes.length));
      more.set(this.#codes);
      this.#codes = more;
    }
    if (count === 1) this.#codes[this.rows] = code;
    else this.#codes.fill(code, this.rows, rows);
    this.rows = rows;
  }

  /** Code of a value, undefined when no cell has it. */
  codeOf(cell: string): number | undefined {
    const bytes = this.#encoded(cell);
    const held = this.#slots[this.#slotOf(hashOf(bytes, 0, this.#written), bytes, 0, this.#written)] as number;
    return held === 0 ? undefined : held - 1;
  }

  /** The cell that a code stands for. */
  textOf(code: number): string {
    return decoder.decode(this.#bytes.subarray(code === 0 ? 0 : this.#ends[code - 1], this.#ends[code]));
  }

  codes(): Codes {
    return { codes: this.#codes.subarray(0, this.rows), size: this.#size };
  }
}
