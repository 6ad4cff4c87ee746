// The directory of a ZIP and its entries as streams. The central directory alone says what is in it; local headers must agree, entries must not
// overlap, and real bytes are counted, never the headers' word. Sizes and names an attacker chooses end in a code. Never writes a name anywhere.
import { Inflate } from 'fflate';
import { Refusal } from './refusal';

export const MAX_ENTRIES = 10_000;
export const MAX_INFLATED = 2 * 1024 ** 3;
export const MAX_RATIO = 200;
/** Below this size no ratio is dangerous, and short runs of one character are common. */
const RATIO_FROM = 64 * 1024;
const MAX_NAME = 255;
/** DEFLATE makes at most 1,032 bytes of one: a slice grows to 16 MiB before it is counted. */
const SLICE = 16 * 1024;

export type EntryCode = 'ENTRY_NAME_UNSAFE' | 'ENTRY_ENCRYPTED' | 'ENTRY_METHOD';
export type ZipEntry = {
  readonly name: string;
  /** Why it is not opened, or null. */
  readonly code: EntryCode | null;
  /** Inflated bytes; refuses while they flow when they are not what the directory says. */
  readonly open: () => Generator<Uint8Array>;
};
export type Zip = {
  readonly entries: readonly ZipEntry[];
  /** Bytes between and after the entries that belong to none of them. */
  readonly unlisted: number;
  /** Of the whole and of its entries. */
  readonly comments: readonly string[];
};
/** Shared by a container and everything in it. */
export type Budget = { entries: number; inflated: number };
export const newBudget = (): Budget => ({ entries: 0, inflated: 0 });

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});
function crc32(bytes: Uint8Array, before: number): number {
  let c = ~before;
  for (let i = 0; i < bytes.length; i++) c = (CRC[(c ^ (bytes[i] as number)) & 0xff] as number) ^ (c >>> 8);
  return ~c >>> 0;
}

const broken = (what: string): Refusal => new Refusal('CONTAINER_BROKEN', what);

function nameOf(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030', { ignoreBOM: true }).decode(bytes);
  }
}

/** Names that would leave a folder, or hide in one. Nothing is written here, but whoever unpacks the product has to. */
const isUnsafe = (name: string, bytes: number): boolean =>
  name === '' ||
  bytes > MAX_NAME ||
  /[\\\0]/.test(name) ||
  name.startsWith('/') ||
  /^[A-Za-z]:/.test(name) ||
  name.split('/').includes('..');

type Listed = {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly special: boolean;
  readonly comment: Uint8Array;
};

function endRecord(
  bytes: Uint8Array,
  view: DataView,
): { readonly at: number; readonly count: number; readonly size: number; readonly offset: number } {
  // The comment is the last thing in the file, and at most 65,535 bytes long.
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) !== bytes.length) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const offset = view.getUint32(at + 16, true);
    if (count === 0xffff || offset === 0xffffffff) throw new Refusal('CONTAINER_TOO_LARGE', 'zip64');
    if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 8, true) !== count) throw broken('disks');
    if (offset + size !== at) throw broken('directory');
    return { at, count, size, offset };
  }
  throw broken('end');
}

function listEntries(bytes: Uint8Array, view: DataView, from: number, to: number, count: number): Listed[] {
  const listed: Listed[] = [];
  let at = from;
  for (let i = 0; i < count; i++) {
    if (at + 46 > to || view.getUint32(at, true) !== 0x02014b50) throw broken('directory');
    const nameLength = view.getUint16(at + 28, true);
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > to) throw broken('directory');
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    const flags = view.getUint16(at + 8, true);
    const mode = view.getUint16(at + 4, true) >>> 8 === 3 ? view.getUint32(at + 38, true) >>> 28 : 0;
    const [packed, size, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)];
    if (packed === 0xffffffff || size === 0xffffffff || offset === 0xffffffff) throw new Refusal('CONTAINER_TOO_LARGE', 'zip64');
    listed.push({
      name: nameOf(rawName, (flags & 0x800) !== 0),
      rawName,
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed,
      size,
      offset,
      // Regular files and folders only: no links, devices, sockets.
      special: mode !== 0 && mode !== 8 && mode !== 4,
      comment: bytes.subarray(next - view.getUint16(at + 32, true), next),
    });
    at = next;
  }
  if (at !== to) throw broken('directory');
  return listed;
}

/** First byte of an entry's data; the local header must say what the directory says. */
function dataStart(bytes: Uint8Array, view: DataView, { offset, rawName, method }: Listed): number {
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== 0x04034b50) throw broken('local header');
  const nameLength = view.getUint16(offset + 26, true);
  const start = offset + 30 + nameLength + view.getUint16(offset + 28, true);
  const same = nameLength === rawName.length && rawName.every((byte, i) => byte === bytes[offset + 30 + i]);
  if (!same || view.getUint16(offset + 8, true) !== method) throw broken('local header');
  return start;
}

function* inflated(data: Uint8Array, { method, size, crc }: Listed, budget: Budget): Generator<Uint8Array> {
  let total = 0;
  let sum = 0;
  const counted = (piece: Uint8Array): Uint8Array => {
    total += piece.length;
    budget.inflated += piece.length;
    if (total > size) throw broken('size');
    // The directory's sizes are within the ratio, and no entry may pass its own.
    if (budget.inflated > MAX_INFLATED) throw new Refusal('CONTAINER_BOMB');
    sum = crc32(piece, sum);
    return piece;
  };
  if (method === 0) {
    for (let at = 0; at < data.length; at += 1 << 20) yield counted(data.subarray(at, at + (1 << 20)));
  } else {
    const ready: Uint8Array[] = [];
    let finished = false;
    const stream = new Inflate((piece, final) => {
      if (piece.length > 0) ready.push(piece);
      finished = final;
    });
    for (let at = 0; at < data.length; at += SLICE) {
      try {
        stream.push(data.subarray(at, at + SLICE), at + SLICE >= data.length);
      } catch {
        throw broken('deflate');
      }
      for (let piece = ready.shift(); piece; piece = ready.shift()) yield counted(piece);
    }
    if (!finished) throw broken('deflate');
  }
  if (total !== size || sum !== crc) throw broken('checksum');
}

/** @throws Refusal */
export function openZip(bytes: Uint8Array, budget: Budget): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, size, offset, at: directoryEnd } = endRecord(bytes, view);
  budget.entries += count;
  if (budget.entries > MAX_ENTRIES) throw new Refusal('CONTAINER_BOMB', 'entries');
  const listed = listEntries(bytes, view, offset, directoryEnd, count);
  if (offset + size !== directoryEnd) throw broken('directory');
  const spans: { from: number; to: number; descriptor: boolean }[] = [];
  const folded = new Map<string, number>();
  let announced = 0;
  const entries: ZipEntry[] = [];
  for (const each of listed) {
    const start = dataStart(bytes, view, each);
    const end = start + each.packed;
    spans.push({ from: each.offset, to: end, descriptor: (each.flags & 8) !== 0 });
    announced += each.size;
    if (each.size > RATIO_FROM && each.size > each.packed * MAX_RATIO) throw new Refusal('CONTAINER_BOMB', 'ratio');
    if (each.name.endsWith('/') && each.size === 0) continue;
    const key = each.name.normalize('NFC').toLowerCase();
    const twin = folded.has(key);
    folded.set(key, 1);
    const unsafe = each.special || twin || isUnsafe(each.name, each.rawName.length);
    const code = unsafe
      ? 'ENTRY_NAME_UNSAFE'
      : each.flags & 0x41
        ? 'ENTRY_ENCRYPTED'
        : each.method === 0 || each.method === 8
          ? null
          : 'ENTRY_METHOD';
    entries.push({ name: each.name, code, open: () => inflated(bytes.subarray(start, end), each, budget) });
  }
  if (budget.inflated + announced > MAX_INFLATED) throw new Refusal('CONTAINER_BOMB', 'size');
  let unlisted = 0;
  let reached = 0;
  for (const { from, to, descriptor } of spans.sort((a, b) => a.from - b.from)) {
    // Overlapping entries make petabytes of kilobytes.
    if (from < reached || to > offset) throw new Refusal('CONTAINER_BOMB', 'overlap');
    unlisted += from - reached;
    reached = descriptor ? Math.min(to + descriptorLength(view, to, offset), offset) : to;
  }
  const comments = [bytes.subarray(directoryEnd + 22), ...listed.map(({ comment }) => comment)]
    .filter(({ length }) => length > 0)
    .map((comment) => nameOf(comment, false));
  return { entries, unlisted: unlisted + offset - reached, comments };
}

/** With or without its signature, sizes of 32 bits. */
function descriptorLength(view: DataView, at: number, limit: number): number {
  return at + 4 <= limit && view.getUint32(at, true) === 0x08074b50 ? 16 : 12;
}
