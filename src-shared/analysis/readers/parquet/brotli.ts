// Brotli (RFC 7932) into as many bytes as a page header states, and not one more. Codes, tables and the dictionary are the library's; the loop that plays
// them is ours, because the library's takes room for whatever a stream announces and counts no literal against it.
/// <reference path="./brotli-parts.d.ts" />
import { BrotliBitReader } from 'hyparquet-compressors/src/brotli.bitreader.js';
import {
  decodeBlockType,
  decodeMetaBlockLength,
  decodeVarLenUint8,
  decodeWindowBits,
  jumpToByteBoundary,
  readBlockLength,
} from 'hyparquet-compressors/src/brotli.blocks.js';
import { lookup, lookupOffsets } from 'hyparquet-compressors/src/brotli.context.js';
import { decodeContextMap } from 'hyparquet-compressors/src/brotli.contextmap.js';
import { HuffmanCode, HuffmanTreeGroup, readHuffmanCode, readSymbol } from 'hyparquet-compressors/src/brotli.huffman.js';
import { kCopyLengthPrefixCode, kCopyRangeLut, kInsertLengthPrefixCode, kInsertRangeLut } from 'hyparquet-compressors/src/brotli.prefix.js';
import { BrotliInput } from 'hyparquet-compressors/src/brotli.streams.js';
import { kNumTransforms, transformDictionaryWord } from 'hyparquet-compressors/src/brotli.transform.js';

export class BrotliBroken extends Error {}

const LITERALS = 0;
const COMMANDS = 1;
const DISTANCES = 2;
/** Of one table of codes, by the library. */
const TABLE = 1_080;
const BLOCK_LENGTHS = 26;
const SHORT_DISTANCES = 16;
const SHORT_INDEX = [3, 2, 1, 0, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2];
const SHORT_SHIFT = [0, 0, 0, 0, -1, 1, -2, 2, -3, 3, -1, 1, -2, 2, -3, 3];
/** Words of the dictionary by their length: where they begin, and bits of their number. */
const WORDS_AT = [
  0, 0, 0, 0, 0, 4096, 9216, 21504, 35840, 44032, 53248, 63488, 74752, 87040, 93696, 100864, 104704, 106752, 108928, 113536, 115968, 118528,
  119872, 121280, 122016,
];
const WORD_BITS = [0, 0, 0, 0, 10, 10, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 7, 7, 8, 7, 7, 6, 6, 5, 5];
/** A word with all that is put around it. */
const LONGEST_WORD = 64;
/** Every part has tables of its own, which cost more to make than a few bytes are worth: so many, or so many for each KiB. */
const FREE_PARTS = 64;

type Kinds = {
  readonly types: number[];
  readonly lengths: number[];
  readonly now: number[];
  readonly last: number[];
  readonly indexes: number[];
};

class Page {
  readonly #bits: BrotliBitReader;
  readonly #size: number;
  readonly out: Uint8Array;
  at = 0;
  readonly #window: number;
  readonly #distances = [16, 15, 11, 4];
  #distanceIndex = 0;
  readonly #typeTrees = Array.from({ length: 3 * TABLE }, () => new HuffmanCode(0, 0));
  readonly #lengthTrees = Array.from({ length: 3 * TABLE }, () => new HuffmanCode(0, 0));

  constructor(input: Uint8Array, size: number) {
    this.#bits = new BrotliBitReader(new BrotliInput(input));
    this.#size = size;
    this.out = new Uint8Array(size + LONGEST_WORD);
    this.#window = 2 ** decodeWindowBits(this.#bits) - 16;
  }

  read(): void {
    const most = FREE_PARTS + this.#size / 1_024;
    for (let parts = 0; ; parts++) {
      this.#bits.readMoreInput();
      const {
        meta_block_length: length,
        input_end: last,
        is_uncompressed: plain,
        is_metadata: metadata,
      } = decodeMetaBlockLength(this.#bits);
      if (!metadata && length > this.#size - this.at) throw new BrotliBroken('size');
      if (parts > most) throw new BrotliBroken('parts');
      if (metadata) this.#skip(length);
      else if (plain) this.#copyPlain(length);
      else if (length > 0) this.#part(length);
      if (last) return;
    }
  }

  #skip(length: number): void {
    jumpToByteBoundary(this.#bits);
    for (let i = 0; i < length; i++) {
      this.#bits.readMoreInput();
      this.#bits.readBits(8);
    }
  }

  #copyPlain(length: number): void {
    this.#bits.bit_pos_ = (this.#bits.bit_pos_ + 7) & ~7;
    for (let i = 0; i < length; i++) {
      this.#bits.readMoreInput();
      this.out[this.at++] = this.#bits.readBits(8);
    }
  }

  #kinds(): Kinds {
    const kinds: Kinds = {
      types: [1, 1, 1],
      lengths: [2 ** 28, 2 ** 28, 2 ** 28],
      now: [0, 0, 0],
      last: [0, 1, 0, 1, 0, 1],
      indexes: [0, 0, 0],
    };
    for (let kind = 0; kind < 3; kind++) {
      const types = decodeVarLenUint8(this.#bits) + 1;
      kinds.types[kind] = types;
      if (types < 2) continue;
      readHuffmanCode(types + 2, this.#typeTrees, kind * TABLE, this.#bits);
      readHuffmanCode(BLOCK_LENGTHS, this.#lengthTrees, kind * TABLE, this.#bits);
      kinds.lengths[kind] = readBlockLength(this.#lengthTrees, kind * TABLE, this.#bits);
      kinds.indexes[kind] = 1;
    }
    return kinds;
  }

  /** One more symbol of this kind. @returns the type of its block */
  #take(kind: number, { types, lengths, now, last, indexes }: Kinds): number {
    if (lengths[kind] === 0) {
      decodeBlockType(types[kind] as number, this.#typeTrees, kind, now, last, indexes, this.#bits);
      lengths[kind] = readBlockLength(this.#lengthTrees, kind * TABLE, this.#bits);
    }
    lengths[kind] = (lengths[kind] as number) - 1;
    return now[kind] as number;
  }

  #group(alphabet: number, trees: number): HuffmanTreeGroup {
    const group = new HuffmanTreeGroup(alphabet, trees);
    group.decode(this.#bits);
    return group;
  }

  #part(length: number): void {
    const bits = this.#bits;
    const end = this.at + length;
    const kinds = this.#kinds();
    bits.readMoreInput();
    const postfix = bits.readBits(2);
    const direct = SHORT_DISTANCES + (bits.readBits(4) << postfix);
    const modes = Array.from({ length: kinds.types[LITERALS] as number }, () => {
      bits.readMoreInput();
      return bits.readBits(2) << 1;
    });
    const [literalTrees, literalMap] = decodeContextMap((kinds.types[LITERALS] as number) << 6, bits);
    const [distanceTrees, distanceMap] = decodeContextMap((kinds.types[DISTANCES] as number) << 2, bits);
    const literals = this.#group(256, literalTrees);
    const commands = this.#group(704, kinds.types[COMMANDS] as number);
    const distances = this.#group(direct + (48 << postfix), distanceTrees);

    const literal = (): void => {
      bits.readMoreInput();
      const type = this.#take(LITERALS, kinds);
      const mode = modes[type] as number;
      const [one, two] = [this.out[this.at - 1] ?? 0, this.out[this.at - 2] ?? 0];
      const context =
        (lookup[(lookupOffsets[mode] as number) + one] as number) | (lookup[(lookupOffsets[mode + 1] as number) + two] as number);
      const tree = literalMap[(type << 6) + context] as number;
      this.out[this.at++] = readSymbol(literals.codes, literals.htrees[tree] as number, bits);
    };
    const distanceCode = (copy: number): number => {
      bits.readMoreInput();
      const type = this.#take(DISTANCES, kinds);
      const tree = distanceMap[(type << 2) + (copy > 4 ? 3 : copy - 2)] as number;
      const code = readSymbol(distances.codes, distances.htrees[tree] as number, bits);
      if (code < direct) return code;
      const rest = code - direct;
      const width = (rest >> (postfix + 1)) + 1;
      const base = ((2 + ((rest >> postfix) & 1)) << width) - 4;
      return direct + ((base + bits.readBits(width)) << postfix) + (rest & ((1 << postfix) - 1));
    };

    while (this.at < end) {
      bits.readMoreInput();
      const code = readSymbol(commands.codes, commands.htrees[this.#take(COMMANDS, kinds)] as number, bits);
      const range = (code >> 6) - (code >> 6 >= 2 ? 2 : 0);
      const insert = kInsertLengthPrefixCode[(kInsertRangeLut[range] as number) + ((code >> 3) & 7)];
      const copy = kCopyLengthPrefixCode[(kCopyRangeLut[range] as number) + (code & 7)];
      if (!insert || !copy) throw new BrotliBroken('command');
      const run = insert.offset + bits.readBits(insert.nbits);
      const count = copy.offset + bits.readBits(copy.nbits);
      if (run > end - this.at) throw new BrotliBroken('run');
      for (let i = 0; i < run; i++) literal();
      if (this.at === end) return;
      this.#copy(code >> 6 >= 2 ? distanceCode(count) : 0, count, end);
    }
  }

  #copy(code: number, count: number, end: number): void {
    const short = code < SHORT_DISTANCES;
    const distance = short
      ? (this.#distances[(this.#distanceIndex + (SHORT_INDEX[code] as number)) & 3] as number) + (SHORT_SHIFT[code] as number)
      : code - SHORT_DISTANCES + 1;
    const furthest = Math.min(this.at, this.#window);
    if (distance < 1) throw new BrotliBroken('distance');
    if (distance > furthest) {
      this.#word(distance - furthest - 1, count, end);
      return;
    }
    if (code > 0) this.#distances[this.#distanceIndex++ & 3] = distance;
    if (count > end - this.at) throw new BrotliBroken('copy');
    for (let i = 0; i < count; i++, this.at++) this.out[this.at] = this.out[this.at - distance] as number;
  }

  #word(number: number, length: number, end: number): void {
    const width = WORD_BITS[length];
    const transform = width === undefined ? -1 : Math.floor(number / 2 ** width);
    if (!width || transform >= kNumTransforms) throw new BrotliBroken('word');
    const word = (WORDS_AT[length] as number) + (number % 2 ** width) * length;
    this.at += transformDictionaryWord(this.out, this.at, word, length, transform);
    if (this.at > end) throw new BrotliBroken('word');
  }
}

/** @throws Error when the stream does not unpack to exactly so many bytes */
export function unbrotli(input: Uint8Array, size: number): Uint8Array {
  const page = new Page(input, size);
  page.read();
  if (page.at !== size) throw new BrotliBroken('size');
  return page.out.slice(0, size);
}
