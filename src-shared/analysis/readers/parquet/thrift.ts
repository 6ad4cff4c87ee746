// Walks a structure of Thrift's compact protocol without building it, before a library does: lists longer than the bytes that are left, numbers
// without end and structures nested without end stop here. The library trusts lengths, and would reserve memory for a list that is not there.
import { Refusal } from '../refusal';

const MAX_DEPTH = 32;
const broken = (): Refusal => new Refusal('CONTAINER_BROKEN', 'thrift');

/** @returns the byte after the structure. @throws Refusal */
export function structEnd(bytes: Uint8Array, from: number, to: number): number {
  let at = from;

  function varint(): number {
    let value = 0;
    for (let i = 0; i < 10; i++) {
      if (at >= to) throw broken();
      const byte = bytes[at++] as number;
      value += (byte & 0x7f) * 2 ** (7 * i);
      if (byte < 0x80) return value;
    }
    throw broken();
  }

  function skip(length: number): void {
    if (length > to - at) throw broken();
    at += length;
  }

  function list(depth: number): void {
    if (at >= to || depth >= MAX_DEPTH) throw broken();
    const head = bytes[at++] as number;
    const length = head >> 4 === 15 ? varint() : head >> 4;
    // Every element takes a byte at least.
    if (length > to - at) throw broken();
    const kind = head & 15;
    for (let i = 0; i < length; i++) {
      if (kind === 1 || kind === 2) skip(1);
      else element(kind, depth + 1);
    }
  }

  function element(type: number, depth: number): void {
    // A boolean stands in its type.
    if (type === 1 || type === 2) return;
    if (type === 3) skip(1);
    else if (type === 4 || type === 5 || type === 6) varint();
    else if (type === 7) skip(8);
    else if (type === 8) skip(varint());
    else if (type === 9) list(depth);
    else if (type === 12) struct(depth + 1);
    else throw broken();
  }

  function struct(depth: number): void {
    if (depth > MAX_DEPTH) throw broken();
    for (;;) {
      if (at >= to) throw broken();
      const head = bytes[at++] as number;
      if ((head & 15) === 0) return;
      if (head >> 4 === 0) varint();
      element(head & 15, depth);
    }
  }

  struct(0);
  return at;
}
