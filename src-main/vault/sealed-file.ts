// One file of the vault: 1 MiB chunks under AES-256-GCM with a key of its own, then that key sealed under the vault's key. A chunk's nonce is
// its index (the key is never used twice) and its associated data says whether it is the last, so chunks can be neither swapped nor cut off.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { fsyncFolder } from '@main/files/durable';
import { open, seal } from '@main/keys/box';

export const CHUNK_BYTES = 1024 * 1024;
const TAG_BYTES = 16;
/** A sealed 32-byte key: cipher id, nonce, tag, key. */
const TRAILER_BYTES = 61;

const nonceOf = (index: number): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(index, 8);
  return nonce;
};
const aadOf = (last: boolean): Buffer => Buffer.from([last ? 1 : 0]);
const keyPurpose = (sha256: string, bytes: number) => `shiqi/vault/${sha256}/${bytes}`;

/** Writes chunks as they come; the digest is known only at the end, so the file's own key is sealed to it last. */
export class SealedFileWriter {
  readonly #handle: number;
  readonly #key = randomBytes(32);
  #held = Buffer.alloc(0);
  #index = 0;
  #closed = false;
  constructor(file: string) {
    this.#handle = openSync(file, 'wx', 0o600);
  }
  push(bytes: Uint8Array): void {
    this.#held = Buffer.concat([this.#held, bytes]);
    while (this.#held.length > CHUNK_BYTES) {
      this.#write(this.#held.subarray(0, CHUNK_BYTES), false);
      this.#held = this.#held.subarray(CHUNK_BYTES);
    }
  }
  finish(vaultKey: Uint8Array, sha256: string, bytes: number): void {
    this.#write(this.#held, true);
    writeAll(this.#handle, seal(vaultKey, keyPurpose(sha256, bytes), this.#key));
    this.#key.fill(0);
    fsyncSync(this.#handle);
    this.#close();
  }
  abort(): void {
    this.#key.fill(0);
    this.#close();
  }
  #close(): void {
    if (!this.#closed) closeSync(this.#handle);
    this.#closed = true;
  }
  #write(plain: Uint8Array, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonceOf(this.#index++));
    cipher.setAAD(aadOf(last));
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    writeAll(this.#handle, Buffer.concat([body, cipher.getAuthTag()]));
  }
}

function writeAll(handle: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) offset += writeSync(handle, bytes, offset);
}

/** The file's own key. Throws when the file is not there, cut off, or sealed for another name or size. */
export function openFileKey(file: string, vaultKey: Uint8Array, sha256: string, bytes: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const trailer = Buffer.alloc(TRAILER_BYTES);
    readExactly(handle, trailer, bytes + chunksOf(bytes) * TAG_BYTES);
    const key = open(vaultKey, keyPurpose(sha256, bytes), trailer);
    if (!key) throw new Error('vault file: key does not open');
    return key;
  } finally {
    closeSync(handle);
  }
}

const chunksOf = (bytes: number): number => Math.max(1, Math.ceil(bytes / CHUNK_BYTES));

/** Yields the plain chunks in order. Throws when anything does not open: a damaged file is never read in part as if it were whole. */
export function* readChunks(file: string, key: Uint8Array, bytes: number): Generator<Buffer> {
  const handle = openSync(file, 'r');
  try {
    const chunks = chunksOf(bytes);
    for (let index = 0; index < chunks; index++) {
      const plainBytes = index === chunks - 1 ? bytes - index * CHUNK_BYTES : CHUNK_BYTES;
      const sealed = Buffer.alloc(plainBytes + TAG_BYTES);
      readExactly(handle, sealed, index * (CHUNK_BYTES + TAG_BYTES));
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index));
      decipher.setAAD(aadOf(index === chunks - 1));
      decipher.setAuthTag(sealed.subarray(plainBytes));
      yield Buffer.concat([decipher.update(sealed.subarray(0, plainBytes)), decipher.final()]);
    }
  } finally {
    closeSync(handle);
  }
}

/** The same for whoever holds the vault's key; the file's own key is gone when the reading ends, however it ends. */
export function* readSealedFile(file: string, vaultKey: Uint8Array, sha256: string, bytes: number): Generator<Buffer> {
  const key = openFileKey(file, vaultKey, sha256, bytes);
  try {
    yield* readChunks(file, key, bytes);
  } finally {
    key.fill(0);
  }
}

function readExactly(handle: number, target: Buffer, position: number): void {
  let offset = 0;
  while (offset < target.length) {
    const count = readSync(handle, target, offset, target.length - offset, position + offset);
    if (count === 0) throw new Error('vault file: too short');
    offset += count;
  }
}

/**
 * Overwrites the sealed key where it lies, and only when that is on the disk removes the file: chunks that a disk may keep cannot be opened any more. A
 * disk that never writes in place may keep the old key too, sealed under the vault's key. Nothing happens when the file is gone.
 */
export function eraseSealedFile(file: string): void {
  if (existsSync(file)) {
    const handle = openSync(file, 'r+');
    try {
      const { size } = fstatSync(handle);
      const trailer = Math.min(TRAILER_BYTES, size);
      for (let done = 0; done < trailer; ) done += writeSync(handle, randomBytes(trailer - done), 0, trailer - done, size - trailer + done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    rmSync(file);
  }
  // Also when it is gone: whoever removed it may have been ended before its absence was on the disk.
  fsyncFolder(path.dirname(file));
}
