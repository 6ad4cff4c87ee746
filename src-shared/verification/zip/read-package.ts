// Reads a ZIP that a stranger made. Everything is checked in the central directory before a byte is unpacked: names, duplicates, encryption,
// overlaps, sizes and ratios; then every entry must unpack to exactly the size and CRC it promised. Nothing touches a disk here.
import { inflateSync } from 'fflate';
import { areUniqueNames, isSafeName } from '../../attestation/names';
import { fromUtf8, sameBytes } from '../../basics/bytes';
import { failure, ok, type Result } from '../../basics/result';
import { crc32 } from './crc32';

export type ZipCode =
  | 'ZIP_UNREADABLE'
  | 'ZIP_TOO_LARGE'
  | 'ZIP_NAME_UNSAFE'
  | 'ZIP_NAME_DUPLICATE'
  | 'ZIP_DIRECTORY_ENTRY'
  | 'ZIP_ENCRYPTED'
  | 'ZIP_OVERLAP'
  | 'ZIP_SIZE_LIES'
  | 'ZIP_CORRUPT';

export type ZipLimits = { readonly entries: number; readonly bytes: number; readonly ratio: number };
/** Ratio counts above 1 MiB only: a small file of one letter is no bomb. */
export const PACKAGE_LIMITS: ZipLimits = { entries: 10_000, bytes: 512 * 1024 * 1024, ratio: 200 };
const RATIO_COUNTS_FROM = 1024 * 1024;

/** `names`: as far as the directory could be read, also when the package is refused, so that a caller can say what it was meant to be. */
export type PackageReading = {
  readonly names: readonly string[];
  readonly files: Result<ReadonlyMap<string, Uint8Array>, ZipCode>;
};

type Entry = {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
  readonly link: boolean;
};

/** @returns null when the bytes are no ZIP at all. */
export function readPackage(bytes: Uint8Array, limits: ZipLimits = PACKAGE_LIMITS): PackageReading | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(bytes, view);
  if (end === null) return null;
  const entries = readDirectory(bytes, view, end);
  if (!entries.ok) return { names: [], files: entries };
  const names = entries.value.map((entry) => entry.name);
  return { names, files: checkDirectory(entries.value, limits) ?? unpack(bytes, view, entries.value, end.start) };
}

type Directory = { readonly start: number; readonly size: number; readonly count: number; readonly end: number };

function endOfDirectory(bytes: Uint8Array, view: DataView): Directory | null {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) !== 0x06054b50 || at + 22 + view.getUint16(at + 20, true) !== bytes.length) continue;
    const [size, start] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
    const count = view.getUint16(at + 10, true);
    const oneDisk = view.getUint32(at + 4, true) === 0 && view.getUint16(at + 8, true) === count;
    return oneDisk && start + size === at ? { start, size, count, end: at } : null;
  }
  return null;
}

function readDirectory(bytes: Uint8Array, view: DataView, directory: Directory): Result<Entry[], ZipCode> {
  const entries: Entry[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > directory.end || view.getUint32(at, true) !== 0x02014b50) return failure('ZIP_UNREADABLE');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const rawName = bytes.subarray(at + 46, at + 46 + nameLength);
    // A name that cannot be read is kept as the empty one, which is never safe: the others still say what the package was meant to be.
    const name = decodeName(rawName, view.getUint16(at + 8, true)) ?? '';
    entries.push({
      name,
      rawName,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      link: view.getUint16(at + 4, true) >> 8 === 3 && (view.getUint16(at + 40, true) & 0xf000) === 0xa000,
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return at === directory.end ? ok(entries) : failure('ZIP_UNREADABLE');
}

/** Without the UTF-8 flag only ASCII has one meaning. */
function decodeName(raw: Uint8Array, flags: number): string | null {
  if ((flags & 0x0800) === 0 && raw.some((byte) => byte >= 0x80)) return null;
  try {
    return fromUtf8(raw);
  } catch {
    return null;
  }
}

function checkDirectory(entries: readonly Entry[], limits: ZipLimits): Result<never, ZipCode> | null {
  const names = entries.map((entry) => entry.name);
  if (entries.length > limits.entries) return failure('ZIP_TOO_LARGE');
  if (names.some((name) => name.endsWith('/'))) return failure('ZIP_DIRECTORY_ENTRY');
  const unsafe = entries.find((entry) => !isSafeName(entry.name) || entry.link);
  if (unsafe !== undefined) return failure('ZIP_NAME_UNSAFE');
  if (!areUniqueNames(names)) return failure('ZIP_NAME_DUPLICATE');
  // Bit 0: encrypted; bit 6: strong encryption; bit 13: masked directory.
  if (entries.some(({ flags }) => (flags & 0x2041) !== 0)) return failure('ZIP_ENCRYPTED');
  if (entries.reduce((sum, { size }) => sum + size, 0) > limits.bytes) return failure('ZIP_TOO_LARGE');
  if (entries.some(({ size, packed }) => size > RATIO_COUNTS_FROM && size > packed * limits.ratio)) return failure('ZIP_TOO_LARGE');
  if (entries.some(({ method, size, packed }) => method === 0 && size !== packed)) return failure('ZIP_SIZE_LIES');
  return entries.every(({ method }) => method === 0 || method === 8) ? null : failure('ZIP_UNREADABLE');
}

type Span = { readonly entry: Entry; readonly start: number; readonly data: Uint8Array; readonly end: number };

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entries: readonly Entry[],
  directoryStart: number,
): Result<ReadonlyMap<string, Uint8Array>, ZipCode> {
  const spans: Span[] = [];
  for (const entry of entries) {
    const span = locate(bytes, view, entry, directoryStart);
    if (!span.ok) return span;
    spans.push(span.value);
  }
  // Overlapping entries let few bytes unpack into many, and let two readers see two files.
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  if (inOrder.some((span, i) => span.start < (inOrder[i - 1]?.end ?? 0))) return failure('ZIP_OVERLAP');
  const files = new Map<string, Uint8Array>();
  for (const { entry, data } of spans) {
    const content = inflate(entry, data);
    if (!content.ok) return content;
    files.set(entry.name, content.value);
  }
  return ok(files);
}

function locate(bytes: Uint8Array, view: DataView, entry: Entry, limit: number): Result<Span, ZipCode> {
  const { offset: start } = entry;
  if (start + 30 > limit || view.getUint32(start, true) !== 0x04034b50) return failure('ZIP_SIZE_LIES', entry.name);
  const nameLength = view.getUint16(start + 26, true);
  const dataStart = start + 30 + nameLength + view.getUint16(start + 28, true);
  const end = dataStart + entry.packed;
  if (end > limit || !sameBytes(bytes.subarray(start + 30, start + 30 + nameLength), entry.rawName))
    return failure('ZIP_SIZE_LIES', entry.name);
  const promised = [14, 18, 22].map((offset) => view.getUint32(start + offset, true));
  const actual = [entry.crc, entry.packed, entry.size];
  // With a data descriptor (bit 3) the local header may leave the three at zero.
  const deferred = (view.getUint16(start + 6, true) & 0x0008) !== 0;
  const agrees = promised.every((value, i) => value === actual[i] || (deferred && value === 0));
  if (!agrees || view.getUint16(start + 8, true) !== entry.method) return failure('ZIP_SIZE_LIES', entry.name);
  return ok({ entry, start, data: bytes.subarray(dataStart, end), end });
}

function inflate(entry: Entry, data: Uint8Array): Result<Uint8Array, ZipCode> {
  let content: Uint8Array;
  try {
    // One byte of room more than promised: an entry that unpacks to more fills it, and nothing ever grows beyond it.
    content = entry.method === 0 ? data : inflateSync(data, { out: new Uint8Array(entry.size + 1) });
  } catch {
    return failure('ZIP_CORRUPT', entry.name);
  }
  if (content.length !== entry.size) return failure('ZIP_SIZE_LIES', entry.name);
  return crc32(content) === entry.crc ? ok(content) : failure('ZIP_CORRUPT', entry.name);
}
