// Bytes on their way to a reader: cut into blocks of one size, transcoded, counted, kept whole where a format can only be read from its end.
// Knows nothing of formats.
import { Refusal } from './refusal';

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Everything is decided on blocks of this size, so that chunks may end anywhere. */
export const BLOCK = 256 * 1024;
/** A container is held in memory as it came, packed; everything in it flows. */
export const MAX_CONTAINER = 256 * 1024 * 1024;

/** Cuts a stream into blocks of one size, the last one shorter. The block is reused: it is valid until the next is asked for. */
export async function* blocks(input: ByteSource): AsyncGenerator<Uint8Array> {
  const block = new Uint8Array(BLOCK);
  let length = 0;
  for await (const chunk of input) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + BLOCK - length);
      block.set(part, length);
      length += part.length;
      at += part.length;
      if (length === BLOCK) {
        yield block;
        length = 0;
      }
    }
  }
  if (length > 0) yield block.subarray(0, length);
}

/** Replacement characters among the units of a piece that begins with a whole one. */
function replacements(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): number {
  const [first, second] = encoding === 'utf-16le' ? [0xfd, 0xff] : [0xff, 0xfd];
  let count = 0;
  for (let i = 0; i + 1 < bytes.length; i += 2) if (bytes[i] === first && bytes[i + 1] === second) count++;
  return count;
}

/**
 * UTF-16 becomes UTF-8 before anything else sees it.
 * @param input blocks of an even number of bytes, but for the last
 * @param onDamage something in it is no UTF-16: half a pair, or half a unit at the end
 */
export async function* transcoded(
  input: ByteSource,
  encoding: 'utf-16le' | 'utf-16be',
  skip: number,
  onDamage: () => void,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  let toSkip = skip;
  for await (const block of input) {
    const units = block.subarray(toSkip);
    const text = decoder.decode(units, { stream: true });
    if (text.includes('\uFFFD') && text.split('\uFFFD').length - 1 > replacements(units, encoding)) onDamage();
    yield encoder.encode(text);
    toSkip = 0;
  }
  const end = decoder.decode();
  if (end !== '') onDamage();
  yield encoder.encode(end);
}

export async function* prepend(first: Uint8Array, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}

export async function* counted(input: ByteSource, progress?: (bytesRead: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of input) {
    yield chunk;
    read += chunk.length;
    progress?.(read);
  }
}

/**
 * @param expected bytes that are announced, 0 when nobody knows: what is known to be too long is not read, and what is known takes its room once
 * @throws Refusal when it is longer than `limit`
 */
export async function wholeOf(input: ByteSource, limit: number, expected = 0): Promise<Uint8Array> {
  let whole = new Uint8Array(expected > limit ? 0 : Math.max(BLOCK, expected));
  let length = 0;
  for await (const chunk of input) {
    if (expected > limit || length + chunk.length > limit) throw new Refusal('CONTAINER_TOO_LARGE');
    if (length + chunk.length > whole.length) {
      const larger = new Uint8Array(Math.min(limit, Math.max(whole.length * 2, length + chunk.length)));
      larger.set(whole.subarray(0, length));
      whole = larger;
    }
    whole.set(chunk, length);
    length += chunk.length;
  }
  return whole.subarray(0, length);
}
