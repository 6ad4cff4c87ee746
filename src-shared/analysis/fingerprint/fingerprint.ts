// The fingerprint of raw data: keyed digests of rows, so that a reviewer can count which product rows are source rows without ever holding the
// source (原始数据不得进行交易). Owns the bytes of the file and of a digest; knows nothing of how rows are read. Without the key the digests
// say nothing; with it, whoever can guess a row can test the guess, so the key is to be kept as the source is.
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { z } from 'zod';
import { concat, fromHex, fromUtf8, toHex, utf8 } from '../../basics/bytes';
import { failure, ok, type Result } from '../../basics/result';

export const DIGEST_BYTES = 16;
const MAX_HEADER_BYTES = 1024 * 1024;
const LF = 0x0a;

const headerSchema = z.strictObject({
  v: z.literal(1),
  algorithm: z.literal('hmac-sha256-128'),
  columns: z.array(z.string().max(40_000)).min(1).max(16_384),
  rows: z.number().int().nonnegative(),
  keyCheck: z.string().regex(/^[0-9a-f]{16}$/),
});
export type Fingerprint = {
  readonly columns: readonly string[];
  readonly rows: number;
  readonly keyCheck: string;
  /** `rows` digests of 16 bytes, in byte order. */
  readonly digests: Uint8Array;
};
export type FingerprintCode = 'FINGERPRINT_INVALID' | 'FINGERPRINT_NEWER' | 'FINGERPRINT_KEY_INVALID' | 'FINGERPRINT_KEY_OTHER';

export type RowKey = {
  /** First 8 bytes of HMAC(key, "shiqi-fingerprint") in hex: tells a wrong key from rows that do not match. */
  readonly keyCheck: string;
  /** Digest of the cells in the order of the fingerprint's columns. */
  readonly digest: (cells: readonly string[]) => Uint8Array;
};

/** A key file: 32 random bytes in hex, white space around them allowed. */
export function readKey(text: string): Result<RowKey, 'FINGERPRINT_KEY_INVALID'> {
  const key = fromHex(text.trim().toLowerCase());
  if (key?.length !== 32) return failure('FINGERPRINT_KEY_INVALID');
  // The two halves of HMAC that depend on the key alone are computed once.
  const start = hmac.create(sha256, key);
  const length = new DataView(new ArrayBuffer(4));
  return ok({
    keyCheck: toHex(hmac(sha256, key, utf8('shiqi-fingerprint')).subarray(0, 8)),
    digest(cells) {
      const parts = cells.flatMap((cell) => {
        const bytes = utf8(cell.normalize('NFC').trim());
        length.setUint32(0, bytes.length);
        return [new Uint8Array(length.buffer.slice(0)), bytes];
      });
      return start
        .clone()
        .update(concat(...parts))
        .digest()
        .subarray(0, DIGEST_BYTES);
    },
  });
}

/** Digests as they are collected, without an object for each. */
export class DigestList {
  #bytes = new Uint8Array(DIGEST_BYTES * 1_024);
  rows = 0;

  add(digest: Uint8Array): void {
    const at = this.rows * DIGEST_BYTES;
    if (at === this.#bytes.length) {
      const more = new Uint8Array(2 * at);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes.set(digest, at);
    this.rows++;
  }

  sorted(): Uint8Array {
    const view = new DataView(this.#bytes.buffer);
    const word = (row: number, w: number): number => view.getUint32(row * DIGEST_BYTES + 4 * w);
    const order = Uint32Array.from({ length: this.rows }, (_, row) => row).sort((a, b) => {
      for (let w = 0; w < DIGEST_BYTES / 4; w++) {
        const difference = word(a, w) - word(b, w);
        if (difference !== 0) return difference;
      }
      return 0;
    });
    const sorted = new Uint8Array(this.rows * DIGEST_BYTES);
    for (const [at, row] of order.entries()) {
      sorted.set(this.#bytes.subarray(row * DIGEST_BYTES, (row + 1) * DIGEST_BYTES), at * DIGEST_BYTES);
    }
    return sorted;
  }
}

export function writeFingerprint(columns: readonly string[], key: RowKey, digests: DigestList): Uint8Array<ArrayBuffer> {
  const header = { v: 1, algorithm: 'hmac-sha256-128', columns, rows: digests.rows, keyCheck: key.keyCheck };
  return concat(utf8(`${JSON.stringify(header)}\n`), digests.sorted());
}

/** Refuses what is longer or shorter than its header says, and digests out of order: a cut file must not look like less overlap. */
export function readFingerprint(bytes: Uint8Array): Result<Fingerprint, 'FINGERPRINT_INVALID' | 'FINGERPRINT_NEWER'> {
  const end = bytes.subarray(0, MAX_HEADER_BYTES).indexOf(LF);
  if (end < 0) return failure('FINGERPRINT_INVALID', 'header');
  const json = parsed(bytes.subarray(0, end));
  const version = z.looseObject({ v: z.number() }).safeParse(json);
  if (version.success && version.data.v > 1) return failure('FINGERPRINT_NEWER');
  const header = headerSchema.safeParse(json);
  if (!header.success) return failure('FINGERPRINT_INVALID', header.error.issues[0]?.path.join('.'));
  const digests = bytes.subarray(end + 1);
  const { columns, rows, keyCheck } = header.data;
  if (digests.length !== rows * DIGEST_BYTES) return failure('FINGERPRINT_INVALID', 'length');
  if (new Set(columns).size !== columns.length) return failure('FINGERPRINT_INVALID', 'columns');
  for (let row = 1; row < rows; row++) if (compareDigests(digests, row - 1, row) > 0) return failure('FINGERPRINT_INVALID', 'order');
  return ok({ columns, rows, keyCheck, digests });
}

/** Undefined, which no header is, when it is not JSON. */
function parsed(line: Uint8Array): unknown {
  try {
    return JSON.parse(fromUtf8(line));
  } catch {
    return undefined;
  }
}

/** Order of two digests of one list. */
function compareDigests(digests: Uint8Array, a: number, b: number): number {
  for (let i = 0; i < DIGEST_BYTES; i++) {
    const difference = (digests[a * DIGEST_BYTES + i] as number) - (digests[b * DIGEST_BYTES + i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
