// The cells of one column as codes: equal text, equal code, for as many values as there are. Knows nothing of what they mean. The table of
// values in ../value-table counts and stops at a limit; a class needs every value.
import type { Codes } from './classes';

/** What a Map of V8 spends on an entry and a string's head, rounded up. */
const ENTRY_BYTES = 80;

export class CodeColumn {
  readonly #numbers = new Map<string, number>();
  #codes = new Uint32Array(1_024);
  #text = 0;
  rows = 0;

  /** Bytes held now, about. */
  get held(): number {
    return 4 * this.#codes.length + this.#numbers.size * ENTRY_BYTES + 2 * this.#text;
  }

  add(cell: string): void {
    let code = this.#numbers.get(cell);
    if (code === undefined) {
      code = this.#numbers.size;
      this.#numbers.set(cell, code);
      this.#text += cell.length;
    }
    this.#push(code, 1);
  }

  /** Rows read before the column was known: empty cells. */
  addEmpty(count: number): void {
    if (count === 0) return;
    this.add('');
    this.#push(this.#numbers.get('') as number, count - 1);
  }

  #push(code: number, count: number): void {
    const rows = this.rows + count;
    if (rows > this.#codes.length) {
      const more = new Uint32Array(Math.max(rows, 2 * this.#codes.length));
      more.set(this.#codes);
      this.#codes = more;
    }
    this.#codes.fill(code, this.rows, rows);
    this.rows = rows;
  }

  /** Code of a value, undefined when no cell has it. */
  codeOf(cell: string): number | undefined {
    return this.#numbers.get(cell);
  }

  codes(): Codes {
    return { codes: this.#codes.subarray(0, this.rows), size: this.#numbers.size };
  }
}
