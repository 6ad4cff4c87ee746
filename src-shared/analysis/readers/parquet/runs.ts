// Numbers as Parquet packs them: runs and bit-packed groups (levels, dictionary indexes) and deltas. Ours, because a library's loops trust the counts
// in the file: a run of two thousand million zeros, or a block that goes backwards, must end here.
import { Refusal } from '../refusal';

const broken = (what: string): Refusal => new Refusal('CONTAINER_BROKEN', what);

export type Cursor = { readonly bytes: Uint8Array; at: number; readonly to: number };

/** Unsigned, at most 32 bits. */
export function varint(cursor: Cursor): number {
  let value = 0;
  for (let i = 0; i < 5; i++) {
    if (cursor.at >= cursor.to) throw broken('varint');
    const byte = cursor.bytes[cursor.at++] as number;
    value += (byte & 0x7f) * 2 ** (7 * i);
    if (byte < 0x80) return value;
  }
  throw broken('varint');
}

function zigZag64(cursor: Cursor): bigint {
  let value = 0n;
  for (let i = 0n; i < 10n; i++) {
    if (cursor.at >= cursor.to) throw broken('varint');
    const byte = cursor.bytes[cursor.at++] as number;
    value |= BigInt(byte & 0x7f) << (7n * i);
    if (byte < 0x80) return BigInt.asIntN(64, (value >> 1n) ^ -(value & 1n));
  }
  throw broken('varint');
}

/** No wider than they must be: a page of a column that repeats itself may hold a million of them. */
export type Packed = Uint8Array | Uint16Array | Uint32Array;
const roomFor = (width: number, count: number): Packed =>
  width <= 8 ? new Uint8Array(count) : width <= 16 ? new Uint16Array(count) : new Uint32Array(count);

/** Run-length and bit-packed hybrid, exactly `count` values. */
export function hybrid(cursor: Cursor, width: number, count: number): Packed {
  if (width > 32) throw broken('width');
  const out = roomFor(width, count);
  const { bytes, to } = cursor;
  let seen = 0;
  while (seen < count) {
    const header = varint(cursor);
    if (header % 2 === 0) {
      const run = Math.min(header / 2, count - seen);
      const size = (width + 7) >> 3;
      if (run === 0 || cursor.at + size > to) throw broken('run');
      let value = 0;
      for (let i = 0; i < size; i++) value += (bytes[cursor.at++] as number) * 2 ** (8 * i);
      if (value >= 2 ** width) throw broken('run');
      out.fill(value, seen, seen + run);
      seen += run;
      continue;
    }
    const groups = (header - 1) / 2;
    if (groups === 0) throw broken('run');
    const values = Math.min(groups * 8, count - seen);
    // Writers may leave out the padding of the last group.
    if (cursor.at + Math.ceil((values * width) / 8) > to) throw broken('packed');
    let held = 0;
    let bits = 0;
    let at = cursor.at;
    for (let i = 0; i < values; i++) {
      while (bits < width) {
        held += (bytes[at++] as number) * 2 ** bits;
        bits += 8;
      }
      const value = held % 2 ** width;
      out[seen++] = value;
      held = (held - value) / 2 ** width;
      bits -= width;
    }
    cursor.at = Math.min(to, cursor.at + groups * width);
  }
  return out;
}

/** DELTA_BINARY_PACKED, whose own count must be `count`. */
export function deltas(cursor: Cursor, count: number): BigInt64Array {
  const block = varint(cursor);
  const minis = varint(cursor);
  if (varint(cursor) !== count) throw broken('delta');
  const out = new BigInt64Array(count);
  let value = zigZag64(cursor);
  if (count === 0) return out;
  const each = block / minis;
  if (block === 0 || block > 1 << 20 || minis === 0 || minis > 1 << 16 || !Number.isInteger(each) || each % 8 !== 0) throw broken('delta');
  let seen = 0;
  out[seen++] = value;
  while (seen < count) {
    const least = zigZag64(cursor);
    const widths = cursor.bytes.subarray(cursor.at, cursor.at + minis);
    if (cursor.at + minis > cursor.to) throw broken('delta');
    cursor.at += minis;
    for (let mini = 0; mini < minis && seen < count; mini++) {
      const width = widths[mini] as number;
      if (width > 64) throw broken('delta');
      const size = (each * width) / 8;
      if (cursor.at + size > cursor.to) throw broken('delta');
      const values = Math.min(each, count - seen);
      const unpacked = width <= 32 ? narrow(cursor.bytes, cursor.at, width, values) : null;
      for (let i = 0; i < values; i++) {
        const add = unpacked ? BigInt(unpacked[i] as number) : wide(cursor.bytes, cursor.at * 8 + i * width, width);
        value = BigInt.asIntN(64, value + least + add);
        out[seen++] = value;
      }
      cursor.at += size;
    }
  }
  return out;
}

function narrow(bytes: Uint8Array, from: number, width: number, values: number): Uint32Array {
  const out = new Uint32Array(values);
  let held = 0;
  let bits = 0;
  let at = from;
  for (let i = 0; i < values; i++) {
    while (bits < width) {
      held += (bytes[at++] as number) * 2 ** bits;
      bits += 8;
    }
    const value = held % 2 ** width;
    out[i] = value;
    held = (held - value) / 2 ** width;
    bits -= width;
  }
  return out;
}

function wide(bytes: Uint8Array, bit: number, width: number): bigint {
  let value = 0n;
  const first = Math.floor(bit / 8);
  const last = Math.floor((bit + width - 1) / 8);
  for (let at = last; at >= first; at--) value = (value << 8n) | BigInt(bytes[at] as number);
  return (value >> BigInt(bit % 8)) & ((1n << BigInt(width)) - 1n);
}
