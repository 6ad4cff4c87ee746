// Cells as texts for the looks at rows, each distinct one decoded about once: tables repeat their values, and decoding costs more than comparing
// bytes. A direct-mapped cache: whatever falls on a taken place replaces it, so that memory stays the same for every file.
import { hashOf } from './value-table';

const PLACES = 1 << 16;
/** Longer cells are rare and seldom come again. */
const MAX_BYTES = 64;

export class CellTexts {
  readonly #texts: string[] = new Array<string>(PLACES).fill('');
  /** Bytes of the cell at each place; the first of them stands at `place * MAX_BYTES`. */
  readonly #bytes = new Uint8Array(PLACES * MAX_BYTES);
  /** 0: nothing yet. */
  readonly #lengths = new Uint8Array(PLACES);

  constructor(readonly decode: (bytes: Uint8Array, from: number, to: number) => string) {}

  text(bytes: Uint8Array, from: number, to: number): string {
    const length = to - from;
    if (length === 0) return '';
    if (length > MAX_BYTES) return this.decode(bytes, from, to);
    const place = hashOf(bytes, from, to) & (PLACES - 1);
    const start = place * MAX_BYTES;
    if (this.#lengths[place] === length && this.#holds(start, bytes, from, to)) return this.#texts[place] as string;
    const text = this.decode(bytes, from, to);
    this.#texts[place] = text;
    this.#lengths[place] = length;
    for (let i = 0; i < length; i++) this.#bytes[start + i] = bytes[from + i] as number;
    return text;
  }

  #holds(start: number, bytes: Uint8Array, from: number, to: number): boolean {
    for (let i = from, at = start; i < to; i++, at++) if (this.#bytes[at] !== bytes[i]) return false;
    return true;
  }
}
