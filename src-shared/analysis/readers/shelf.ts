// Holds what many cells share, in bytes: a text that is kept as a text keeps the piece of the file alive that it was cut from.
import { Refusal } from './refusal';

const MAX_TEXTS = 5_000_000;
const MAX_CHARACTERS = 128 * 1024 * 1024;
const SHELF = 1024 * 1024;
/** Longer texts are decoded faster as a whole. */
const ASCII_AT_ONCE = 64;

export type Shelf = {
  /** @throws Refusal when it is full */
  readonly add: (text: string) => void;
  readonly size: () => number;
  /** Empty where there is none. */
  readonly text: (index: number) => string;
};

export function createShelf(): Shelf {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const boards: Uint8Array[] = [];
  let boardOf = new Uint16Array(1_024);
  let starts = new Uint32Array(1_024);
  let ends = new Uint32Array(1_024);
  let size = 0;
  let characters = 0;
  let used = SHELF;

  function grow(): void {
    const [boards2, starts2, ends2] = [new Uint16Array(size * 2), new Uint32Array(size * 2), new Uint32Array(size * 2)];
    boards2.set(boardOf);
    starts2.set(starts);
    ends2.set(ends);
    [boardOf, starts, ends] = [boards2, starts2, ends2];
  }

  return {
    add(text) {
      characters += text.length;
      if (size >= MAX_TEXTS || characters > MAX_CHARACTERS) throw new Refusal('CONTAINER_TOO_LARGE', 'strings');
      if (size === starts.length) grow();
      if (used + text.length * 3 > (boards.at(-1)?.length ?? 0)) {
        boards.push(new Uint8Array(Math.max(SHELF, text.length * 3)));
        used = 0;
      }
      const board = boards.at(-1) as Uint8Array;
      boardOf[size] = boards.length - 1;
      starts[size] = used;
      used += encoder.encodeInto(text, board.subarray(used)).written;
      ends[size++] = used;
    },
    size: () => size,
    text(index) {
      if (!(Number.isInteger(index) && index >= 0 && index < size)) return '';
      const board = boards[boardOf[index] as number] as Uint8Array;
      const [from, to] = [starts[index] as number, ends[index] as number];
      let ascii = '';
      for (let i = from; i < to; i++) {
        const byte = board[i] as number;
        if (byte >= 0x80 || i - from > ASCII_AT_ONCE) return decoder.decode(board.subarray(from, to));
        ascii += String.fromCharCode(byte);
      }
      return ascii;
    },
  };
}
