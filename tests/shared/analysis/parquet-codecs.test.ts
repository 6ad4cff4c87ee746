// Packed pages: what other packers made is unpacked byte for byte, and what a hostile page says ends soon, with a refusal, and never beyond the size that
// its header states.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unpack } from '@shared/analysis/readers/parquet/codecs';
import { Refusal } from '@shared/analysis/readers/refusal';
import fc from 'fast-check';
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { outcome } from './readers-support';

type Vector = { readonly origin: string; readonly codec: string; readonly packed: string; readonly size: number; readonly sha256: string };
const vectors: Vector[] = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../vectors/parquet/codecs.json'), 'utf8'));
const packedOf = ({ packed }: Vector) => new Uint8Array(Buffer.from(packed, 'base64'));

describe('a packed page', () => {
  it.each(vectors.map((vector) => [vector.codec, vector.origin, vector] as const))('of %s is unpacked: %s', (codec, _, vector) => {
    const plain = unpack(codec, packedOf(vector), vector.size);
    expect([plain.length, createHash('sha256').update(plain).digest('hex')]).toEqual([vector.size, vector.sha256]);
  });
  it.each(vectors.filter(({ size }) => size > 1).map((vector) => [vector.codec, vector.origin, vector] as const))(
    'of %s is refused when its header states another size: %s',
    (codec, _, vector) => {
      for (const size of [vector.size - 1, vector.size + 1]) expect(() => unpack(codec, packedOf(vector), size)).toThrow(Refusal);
    },
  );
  it('that is damaged ends with its bytes or with a refusal', () => {
    const small = vectors.filter(({ size }) => size > 0 && size < 20_000);
    const damage = fc.array(fc.record({ at: fc.nat(), byte: fc.nat(255) }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.constantFrom(...small), damage, fc.nat(), (vector, changes, cut) => {
        let packed = packedOf(vector);
        for (const { at, byte } of changes) packed[at % packed.length] = byte;
        if (cut % 3 === 0) packed = packed.subarray(0, cut % packed.length);
        try {
          expect(unpack(vector.codec, packed, vector.size).length).toBe(vector.size);
        } catch (cause) {
          expect(cause).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

/** One frame of one packed block, for a page of `size` bytes below 256. */
const frame = (size: number, block: readonly number[]): Uint8Array => {
  const head = 1 | (2 << 1) | (block.length << 3);
  return Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, size, head & 255, (head >> 8) & 255, head >> 16, ...block);
};
/** Weights by a table in which one symbol has every state: reading it consumes nothing, so that it has no end of its own. */
const ENDLESS_WEIGHTS = frame(100, [0x42, 0x06, 0x02, 0x05, 0xf0, 0x03, 0xff, 0xff, 0x01, 0x01, 0x00]);
/** Sequences of 65,539 and more bytes each, by three tables of one symbol: 98,047 of them cost five bytes. */
const ENDLESS_COPIES = frame(200, [0x08, 0x61, 0xff, 0xff, 0xff, 0b01010100, 0, 0, 52, ...new Array<number>(90).fill(255), 1]);
/** Runs of 255 for each byte. */
const LONG_MATCH = Uint8Array.from({ length: 200_000 }, (_, i) => [0x1f, 0x61, 0x01, 0x00][i] ?? 255);

describe('a crafted page', () => {
  it.each([
    ['ZSTD', 'weights without end', ENDLESS_WEIGHTS, 100],
    ['ZSTD', 'copies without end', ENDLESS_COPIES, 200],
    ['ZSTD', 'a repeated byte beyond its size', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, 100, 0x43, 0x06, 0, 7), 100],
    ['ZSTD', 'a dictionary', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x21, 7, 5, 1, 0, 0), 5],
    ['LZ4_RAW', 'a match beyond its size', LONG_MATCH, 100],
    ['LZ4', 'a match beyond its size', LONG_MATCH, 100],
    ['SNAPPY', 'a size that is not stated', Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f, 0), 100],
  ])('of %s with %s is refused', (codec, _, packed, size) => {
    expect(() => unpack(codec, packed, size)).toThrow(Refusal);
  });
  it('makes its file unreadable, with a code', async () => {
    const column = { name: 'a', data: Array.from({ length: 20 }, (_, i) => `v${i}`), type: 'STRING' as BasicType };
    const bytes = parquetWriteBuffer({
      columnData: [column],
      codec: 'ZSTD',
      compressors: { ZSTD: () => ENDLESS_WEIGHTS },
    } as Parameters<typeof parquetWriteBuffer>[0]);
    expect(await outcome(new Uint8Array(bytes))).toBe('CONTAINER_BROKEN');
  });
});
