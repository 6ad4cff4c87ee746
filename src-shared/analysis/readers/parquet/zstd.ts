// Zstandard frames (RFC 8878) into as many bytes as a page header states, and not one more: every copy is held against the room that is left before it is
// made. Dictionaries are not read; checksums are not compared, the page is held against its header anyway.
import { BackBits, constantFse, type Fse, fseOf, type Huffman, readFse, readHuffman, ZstdBroken } from './zstd-tables';

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const MAX_BLOCK = 128 * 1024;

const LENGTH_BITS = [...new Array<number>(16).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MATCH_BITS = [...new Array<number>(32).fill(0), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
const MAX_OFFSET_CODE = 31;
const basesOf = (bits: readonly number[], first: number): Uint32Array => {
  let next = first;
  return Uint32Array.from(bits, (width) => {
    const here = next;
    next += 2 ** width;
    return here;
  });
};
const LENGTH_BASE = basesOf(LENGTH_BITS, 0);
const MATCH_BASE = basesOf(MATCH_BITS, 3);

type Kind = { readonly usual: Fse; readonly maxLog: number; readonly maxSymbol: number };
const repeated = (share: number, times: number): number[] => new Array<number>(times).fill(share);
const LENGTHS: Kind = {
  usual: fseOf([4, 3, ...repeated(2, 11), 1, 1, 1, ...repeated(2, 9), 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6),
  maxLog: 9,
  maxSymbol: LENGTH_BITS.length - 1,
};
const OFFSETS: Kind = {
  usual: fseOf([1, 1, 1, 1, 1, 1, 2, 2, 2, ...repeated(1, 15), -1, -1, -1, -1, -1], 5),
  maxLog: 8,
  maxSymbol: MAX_OFFSET_CODE,
};
const MATCHES: Kind = {
  usual: fseOf([1, 4, 3, ...repeated(2, 6), ...repeated(1, 37), ...repeated(-1, 7)], 6),
  maxLog: 9,
  maxSymbol: MATCH_BITS.length - 1,
};

class Frame {
  readonly #input: Uint8Array;
  readonly #out: Uint8Array;
  readonly #start: number;
  /** Of the output, for all frames. */
  at: number;
  #huffman: Huffman | null = null;
  #tables: (Fse | null)[] = [null, null, null];
  #offsets = [1, 4, 8];

  constructor(input: Uint8Array, out: Uint8Array, at: number) {
    this.#input = input;
    this.#out = out;
    this.#start = at;
    this.at = at;
  }

  #byte(at: number, to: number): number {
    if (at >= to) throw new ZstdBroken('end');
    return this.#input[at] as number;
  }

  #room(bytes: number): void {
    if (bytes > this.#out.length - this.at) throw new ZstdBroken('size');
  }

  add(bytes: Uint8Array): void {
    this.#room(bytes.length);
    this.#out.set(bytes, this.at);
    this.at += bytes.length;
  }

  repeat(byte: number, count: number): void {
    this.#room(count);
    this.#out.fill(byte, this.at, this.at + count);
    this.at += count;
  }

  compressed(from: number, to: number): void {
    const { literals, at } = this.#literals(from, to);
    const before = this.at;
    this.#sequences(literals, at, to);
    if (this.at - before > MAX_BLOCK) throw new ZstdBroken('block');
  }

  #literals(from: number, to: number): { readonly literals: Uint8Array; readonly at: number } {
    const head = this.#byte(from, to);
    const [kind, format] = [head & 3, (head >> 2) & 3];
    const number = (bytes: number): number => {
      let value = 0;
      for (let i = 0; i < bytes; i++) value += this.#byte(from + i, to) * 2 ** (8 * i);
      return value;
    };
    if (kind < 2) {
      const width = format === 1 ? 2 : format === 3 ? 3 : 1;
      const size = Math.floor(number(width) / (width === 1 ? 8 : 16));
      const at = from + width;
      if (size > MAX_BLOCK) throw new ZstdBroken('literals');
      if (kind === 1) return { literals: new Uint8Array(size).fill(this.#byte(at, to)), at: at + 1 };
      if (size > to - at) throw new ZstdBroken('literals');
      return { literals: this.#input.subarray(at, at + size), at: at + size };
    }
    const width = format < 2 ? 3 : format + 2;
    const each = format < 2 ? 10 : format === 2 ? 14 : 18;
    const sizes = Math.floor(number(width) / 16);
    const size = sizes % 2 ** each;
    let at = from + width;
    const end = at + Math.floor(sizes / 2 ** each);
    if (size > MAX_BLOCK || end > to) throw new ZstdBroken('literals');
    if (kind === 2) {
      const read = readHuffman(this.#input, at, end);
      this.#huffman = read.huffman;
      at = read.at;
    }
    const literals = new Uint8Array(size);
    if (format === 0) this.#coded(at, end, literals);
    else this.#fourStreams(at, end, literals);
    return { literals, at: end };
  }

  #fourStreams(from: number, to: number, literals: Uint8Array): void {
    const part = (literals.length + 3) >> 2;
    let at = from + 6;
    if (at > to || part * 3 > literals.length) throw new ZstdBroken('streams');
    for (let i = 0; i < 4; i++) {
      const size = i < 3 ? this.#byte(from + 2 * i, to) + this.#byte(from + 2 * i + 1, to) * 256 : to - at;
      if (size > to - at) throw new ZstdBroken('streams');
      this.#coded(at, at + size, literals.subarray(part * i, i < 3 ? part * (i + 1) : literals.length));
      at += size;
    }
  }

  #coded(from: number, to: number, into: Uint8Array): void {
    if (!this.#huffman) throw new ZstdBroken('codes');
    const { log, symbols, bits } = this.#huffman;
    const stream = new BackBits(this.#input, from, to);
    const mask = (1 << log) - 1;
    let state = stream.read(log);
    for (let i = 0; i < into.length; i++) {
      into[i] = symbols[state] as number;
      const width = bits[state] as number;
      state = ((state << width) | stream.read(width)) & mask;
    }
    // The last code leaves behind it as many bits as the longest has, none of which are there.
    if (stream.left !== -log) throw new ZstdBroken('codes');
  }

  #table(
    index: number,
    mode: number,
    { usual, maxLog, maxSymbol }: Kind,
    from: number,
    to: number,
  ): { readonly fse: Fse; readonly at: number } {
    let fse: Fse | null | undefined = usual;
    let at = from;
    if (mode === 1) {
      const symbol = this.#byte(at++, to);
      if (symbol > maxSymbol) throw new ZstdBroken('symbol');
      fse = constantFse(symbol);
    } else if (mode === 2) ({ fse, at } = readFse(this.#input, from, to, maxLog, maxSymbol));
    else if (mode === 3) fse = this.#tables[index];
    if (!fse) throw new ZstdBroken('table');
    this.#tables[index] = fse;
    return { fse, at };
  }

  #sequences(literals: Uint8Array, from: number, to: number): void {
    let at = from;
    const first = this.#byte(at++, to);
    let count = first;
    if (first === 255) {
      count = this.#byte(at, to) + this.#byte(at + 1, to) * 256 + 0x7f00;
      at += 2;
    } else if (first > 127) count = (first - 128) * 256 + this.#byte(at++, to);
    if (count === 0) {
      if (at !== to) throw new ZstdBroken('sequences');
      this.add(literals);
      return;
    }
    const modes = this.#byte(at++, to);
    if ((modes & 3) !== 0) throw new ZstdBroken('modes');
    const tables = [LENGTHS, OFFSETS, MATCHES].map((kind, i) => {
      const read = this.#table(i, (modes >> (6 - 2 * i)) & 3, kind, at, to);
      at = read.at;
      return read.fse;
    }) as [Fse, Fse, Fse];
    this.#play(literals, count, tables, new BackBits(this.#input, at, to));
  }

  #play(literals: Uint8Array, count: number, [lengths, offsets, matches]: readonly [Fse, Fse, Fse], stream: BackBits): void {
    let length = stream.read(lengths.log);
    let offset = stream.read(offsets.log);
    let match = stream.read(matches.log);
    let taken = 0;
    for (let i = 0; i < count; i++) {
      const code = offsets.symbols[offset] as number;
      const distance = 2 ** code + stream.read(code);
      const matchCode = matches.symbols[match] as number;
      const matchLength = (MATCH_BASE[matchCode] as number) + stream.read(MATCH_BITS[matchCode] as number);
      const lengthCode = lengths.symbols[length] as number;
      const run = (LENGTH_BASE[lengthCode] as number) + stream.read(LENGTH_BITS[lengthCode] as number);
      if (i < count - 1) {
        length = (lengths.base[length] as number) + stream.read(lengths.bits[length] as number);
        match = (matches.base[match] as number) + stream.read(matches.bits[match] as number);
        offset = (offsets.base[offset] as number) + stream.read(offsets.bits[offset] as number);
      }
      if (stream.left < 0 || run > literals.length - taken) throw new ZstdBroken('sequence');
      this.#room(run);
      for (const end = taken + run; taken < end; taken++, this.at++) this.#out[this.at] = literals[taken] as number;
      this.#copy(this.#distance(distance, run), matchLength);
    }
    if (stream.left !== 0) throw new ZstdBroken('sequences');
    this.add(literals.subarray(taken));
  }

  /** The last three distances have numbers of their own, which shift where nothing stands before the match. */
  #distance(value: number, run: number): number {
    const [a, b, c] = this.#offsets as [number, number, number];
    if (value > 3) {
      this.#offsets = [value - 3, a, b];
      return value - 3;
    }
    const index = value - (run > 0 ? 1 : 0);
    if (index === 0) return a;
    const distance = index === 1 ? b : index === 2 ? c : a - 1;
    this.#offsets = index === 1 ? [distance, a, c] : [distance, a, b];
    return distance;
  }

  #copy(distance: number, count: number): void {
    if (distance < 1 || distance > this.at - this.#start) throw new ZstdBroken('distance');
    this.#room(count);
    const out = this.#out;
    let to = this.at;
    if (distance >= count) out.copyWithin(to, to - distance, to - distance + count);
    else for (let i = 0; i < count; i++, to++) out[to] = out[to - distance] as number;
    this.at += count;
  }
}

/** @throws ZstdBroken when the frames do not unpack to exactly so many bytes */
export function unzstd(input: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  let at = 0;
  let written = 0;
  const number = (bytes: number): number => {
    if (bytes > input.length - at) throw new ZstdBroken('end');
    let value = 0;
    for (let i = 0; i < bytes; i++) value += (input[at + i] as number) * 2 ** (8 * i);
    at += bytes;
    return value;
  };
  while (at < input.length) {
    if (input.length - at < 5) throw new ZstdBroken('frame');
    const magic = view.getUint32(at, true);
    at += 4;
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
      const skipped = number(4);
      if (skipped > input.length - at) throw new ZstdBroken('frame');
      at += skipped;
      continue;
    }
    if (magic !== MAGIC) throw new ZstdBroken('magic');
    const flags = number(1);
    const single = (flags & 32) !== 0;
    // Bits that no version uses, and dictionaries, which a page has none of.
    if ((flags & 8) !== 0) throw new ZstdBroken('flags');
    if (!single) number(1);
    if (number([0, 1, 2, 4][flags & 3] as number) !== 0) throw new ZstdBroken('dictionary');
    const width = flags >> 6 === 0 ? (single ? 1 : 0) : 2 ** (flags >> 6);
    const stated = width === 0 ? null : number(width) + (width === 2 ? 256 : 0);
    if (stated !== null && stated > size - written) throw new ZstdBroken('size');
    const frame = new Frame(input, out, written);
    for (let last = false; !last; ) {
      const head = number(3);
      last = (head & 1) !== 0;
      const [kind, length] = [(head >> 1) & 3, head >> 3];
      if (kind === 1) {
        frame.repeat(number(1), length);
        continue;
      }
      if (kind === 3 || length > Math.min(MAX_BLOCK, input.length - at)) throw new ZstdBroken('block');
      if (kind === 0) frame.add(input.subarray(at, at + length));
      else frame.compressed(at, at + length);
      at += length;
    }
    if (stated !== null && frame.at - written !== stated) throw new ZstdBroken('size');
    written = frame.at;
    if ((flags & 4) !== 0) number(4);
  }
  if (written !== size) throw new ZstdBroken('size');
  return out;
}
