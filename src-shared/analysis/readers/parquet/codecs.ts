// Unpacks one page to the size its header states, and not a byte further. Snappy, LZ4, Zstandard and Brotli's loop are ours: the libraries' trust lengths
// that a hostile page chooses, go backwards or never end. Gzip streams through the inflater that also reads archives.
import { Gunzip } from 'fflate';
import { Refusal } from '../refusal';
import { unbrotli } from './brotli';
import { unzstd } from './zstd';

const broken = (what: string): Refusal => new Refusal('CONTAINER_BROKEN', what);

/** https://github.com/google/snappy/blob/main/format_description.txt */
function snappy(input: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let at = 0;
  let length = 0;
  const byte = (): number => {
    if (at >= input.length) throw broken('snappy');
    return input[at++] as number;
  };
  const little = (bytes: number): number => {
    let value = 0;
    for (let i = 0, scale = 1; i < bytes; i++, scale *= 256) value += byte() * scale;
    return value;
  };
  let stated = 0;
  for (let i = 0, more = true; more; i++) {
    if (i === 5) throw broken('snappy');
    const next = byte();
    stated += (next & 0x7f) * 2 ** (7 * i);
    more = next >= 0x80;
  }
  if (stated !== size) throw broken('snappy');
  while (at < input.length) {
    const tag = byte();
    const kind = tag & 3;
    if (kind === 0) {
      const run = (tag >> 2 < 60 ? tag >> 2 : little((tag >> 2) - 59)) + 1;
      if (run > input.length - at || run > size - length) throw broken('snappy');
      out.set(input.subarray(at, at + run), length);
      at += run;
      length += run;
      continue;
    }
    const run = kind === 1 ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1;
    const back = kind === 1 ? (tag >> 5) * 256 + byte() : little(kind === 2 ? 2 : 4);
    if (back === 0 || back > length || run > size - length) throw broken('snappy');
    for (let i = 0; i < run; i++, length++) out[length] = out[length - back] as number;
  }
  if (length !== size) throw broken('snappy');
  return out;
}

function gzip(input: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let length = 0;
  const stream = new Gunzip((piece) => {
    if (piece.length > size - length) throw broken('gzip');
    out.set(piece, length);
    length += piece.length;
  });
  const slice = 16 * 1024;
  for (let at = 0; at < input.length; at += slice) stream.push(input.subarray(at, at + slice), at + slice >= input.length);
  if (length !== size) throw broken('gzip');
  return out;
}

/** One block into its place: https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md */
function lz4Block(input: Uint8Array, out: Uint8Array): void {
  let at = 0;
  let length = 0;
  const byte = (): number => {
    if (at >= input.length) throw broken('lz4');
    return input[at++] as number;
  };
  /** Lengths go on as long as their bytes are 255. */
  const count = (short: number): number => {
    let all = short;
    for (let next = short === 15 ? 255 : 0; next === 255; all += next) next = byte();
    return all;
  };
  while (at < input.length) {
    const token = byte();
    const run = count(token >> 4);
    if (run > input.length - at || run > out.length - length) throw broken('lz4');
    out.set(input.subarray(at, at + run), length);
    at += run;
    length += run;
    // The last sequence is its literals alone.
    if (at === input.length) break;
    const back = byte() + byte() * 256;
    const match = count(token & 15) + 4;
    if (back === 0 || back > length || match > out.length - length) throw broken('lz4');
    for (let i = 0; i < match; i++, length++) out[length] = out[length - back] as number;
  }
  if (length !== out.length) throw broken('lz4');
}

function lz4Raw(input: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  lz4Block(input, out);
  return out;
}

/** Blocks with two lengths before each, as Hadoop writes them; else one bare block. */
function lz4(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  const blocks: { from: number; to: number; size: number }[] = [];
  let total = 0;
  let at = 0;
  while (at + 8 < input.length) {
    const [plain, packed] = [view.getUint32(at), view.getUint32(at + 4)];
    if (packed === 0 || packed > input.length - at - 8 || plain > size - total) break;
    blocks.push({ from: at + 8, to: at + 8 + packed, size: plain });
    total += plain;
    at += 8 + packed;
  }
  if (at !== input.length || total !== size) return lz4Raw(input, size);
  const out = new Uint8Array(size);
  let length = 0;
  for (const block of blocks) {
    lz4Block(input.subarray(block.from, block.to), out.subarray(length, length + block.size));
    length += block.size;
  }
  return out;
}

const CODECS: Readonly<Record<string, (input: Uint8Array, size: number) => Uint8Array>> = {
  // A copy: values are viewed where they lie, and must not reach beyond their page.
  UNCOMPRESSED: (input) => input.slice(),
  SNAPPY: snappy,
  GZIP: gzip,
  BROTLI: unbrotli,
  ZSTD: unzstd,
  LZ4: lz4,
  LZ4_RAW: lz4Raw,
};

export const isCodec = (name: string): boolean => Object.hasOwn(CODECS, name);

/** @throws Refusal */
export function unpack(codec: string, input: Uint8Array, size: number): Uint8Array {
  const run = CODECS[codec];
  if (!run) throw broken('codec');
  if (size === 0) return new Uint8Array();
  try {
    const out = run(input, size);
    if (out.length === size) return out;
  } catch {
    // Libraries throw what they like; it is the same to the reader.
  }
  throw broken(codec);
}
