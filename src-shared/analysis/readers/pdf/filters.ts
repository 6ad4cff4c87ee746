// Takes a PDF stream out of its filters piece by piece, with a count (ISO 32000-2, 7.4). Pictures' filters are left: what they hold is not looked at.
import { Unzlib } from 'fflate';
import { Refusal } from '../refusal';

/** Kept of one stream for looking at; page contents, maps and object streams are far shorter. */
export const MAX_LOOKED_AT = 8 * 1024 * 1024;
const SLICE = 16 * 1024;

/** @throws Refusal when too much has come out */
export type Spend = (bytes: number) => void;
type Filter = (data: Uint8Array, spend: Spend) => Uint8Array | null;

/** Grows to what is looked at and counts the rest. */
class Kept {
  #bytes = new Uint8Array(4_096);
  length = 0;
  readonly #spend: Spend;
  #unspent = 0;

  constructor(spend: Spend) {
    this.#spend = spend;
  }

  add(piece: Uint8Array): void {
    this.#spend(piece.length);
    const taken = piece.subarray(0, Math.max(0, MAX_LOOKED_AT - this.length));
    this.#room(taken.length);
    this.#bytes.set(taken, this.length);
    this.length += taken.length;
  }

  byte(value: number): void {
    if (++this.#unspent === SLICE) {
      this.#spend(SLICE);
      this.#unspent = 0;
    }
    if (this.length >= MAX_LOOKED_AT) return;
    this.#room(1);
    this.#bytes[this.length++] = value;
  }

  run(value: number, times: number): void {
    this.#spend(times);
    const taken = Math.min(times, Math.max(0, MAX_LOOKED_AT - this.length));
    this.#room(taken);
    this.#bytes.fill(value, this.length, this.length + taken);
    this.length += taken;
  }

  #room(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  bytes(): Uint8Array {
    this.#spend(this.#unspent);
    return this.#bytes.subarray(0, this.length);
  }
}

function flate(data: Uint8Array, spend: Spend): Uint8Array | null {
  const kept = new Kept(spend);
  const stream = new Unzlib((piece) => kept.add(piece));
  try {
    for (let at = 0; at < data.length; at += SLICE) stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    // Encrypted, cut or damaged: what came out before counts, as it does for readers that mend.
    if (kept.length === 0) return null;
  }
  return kept.bytes();
}

function asciiHex(data: Uint8Array, spend: Spend): Uint8Array {
  const kept = new Kept(spend);
  let high = -1;
  for (const byte of data) {
    if (byte === 0x3e) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high >= 0) kept.byte(high * 16 + digit);
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0) kept.byte(high * 16);
  return kept.bytes();
}

function ascii85(data: Uint8Array, spend: Spend): Uint8Array {
  const kept = new Kept(spend);
  let group: number[] = [];
  const out = (digits: readonly number[], bytes: number): void => {
    let value = digits.reduce((sum, digit) => sum * 85 + digit, 0) % 2 ** 32;
    const word = [0, 0, 0, 0];
    for (let i = 3; i >= 0; i--) {
      word[i] = value % 256;
      value = Math.floor(value / 256);
    }
    for (let i = 0; i < bytes; i++) kept.byte(word[i] as number);
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && group.length === 0) out([0, 0, 0, 0, 0], 4);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) {
      out(group, 4);
      group = [];
    }
  }
  if (group.length > 1) out([...group, 84, 84, 84, 84].slice(0, 5), group.length - 1);
  return kept.bytes();
}

function runLength(data: Uint8Array, spend: Spend): Uint8Array {
  const kept = new Kept(spend);
  for (let at = 0; at < data.length; ) {
    const length = data[at++] as number;
    if (length === 128) break;
    if (length < 128) {
      kept.add(data.subarray(at, at + length + 1));
      at += length + 1;
    } else if (at < data.length) kept.run(data[at++] as number, 257 - length);
  }
  return kept.bytes();
}

/** As TIFF has it, codes one bit early. */
function lzw(data: Uint8Array, spend: Spend): Uint8Array {
  const kept = new Kept(spend);
  const fresh = (): Uint8Array[] => Array.from({ length: 258 }, (_, i) => Uint8Array.of(i));
  let table = fresh();
  let before = new Uint8Array();
  let held = 0;
  let bits = 0;
  let width = 9;
  for (const byte of data) {
    held = (held << 8) | byte;
    bits += 8;
    if (bits < width) continue;
    const code = (held >> (bits - width)) & ((1 << width) - 1);
    bits -= width;
    held &= (1 << bits) - 1;
    if (code === 257) break;
    if (code === 256) {
      table = fresh();
      before = new Uint8Array();
      width = 9;
      continue;
    }
    const word = table[code] ?? (before.length > 0 ? joined(before, before[0] as number) : null);
    if (!word) break;
    kept.add(word);
    if (before.length > 0 && table.length < 4_096) table.push(joined(before, word[0] as number));
    before = word as Uint8Array<ArrayBuffer>;
    width = table.length >= 2_047 ? 12 : table.length >= 1_023 ? 11 : table.length >= 511 ? 10 : 9;
  }
  return kept.bytes();
}

function joined(bytes: Uint8Array, last: number): Uint8Array {
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  longer[bytes.length] = last;
  return longer;
}

const FILTERS: Readonly<Record<string, Filter>> = {
  FlateDecode: flate,
  Fl: flate,
  ASCIIHexDecode: asciiHex,
  AHx: asciiHex,
  ASCII85Decode: ascii85,
  A85: ascii85,
  RunLengthDecode: runLength,
  RL: runLength,
  LZWDecode: lzw,
  LZW: lzw,
};

/** @returns null where a filter is a picture's, or the bytes are not what it says. @throws Refusal by `spend` */
export function unfiltered(filters: readonly string[], data: Uint8Array, spend: Spend): Uint8Array | null {
  let plain: Uint8Array | null = data;
  for (const name of filters) {
    const filter = Object.hasOwn(FILTERS, name) ? FILTERS[name] : undefined;
    if (!filter || plain === null) return null;
    plain = filter(plain, spend);
  }
  return plain;
}
