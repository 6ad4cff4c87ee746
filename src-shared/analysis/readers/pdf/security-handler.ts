// The key of a PDF that opens without a password: the standard security handler (ISO 32000-1 and 32000-2, 7.6) with the empty one. Such a file is readable
// by whoever has it; what its makers forbid binds programs that print. Knows the dictionary's entries, not where they stand.
import { cbc } from '@noble/ciphers/aes.js';
import { md5 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';

export type Encryption = {
  readonly version: number;
  readonly revision: number;
  /** Bytes of the key in versions before 5. */
  readonly keyBytes: number;
  readonly permissions: number;
  readonly owner: Uint8Array;
  readonly user: Uint8Array;
  readonly userKey: Uint8Array;
  readonly id: Uint8Array;
  readonly encryptsMetadata: boolean;
  readonly method: Method;
};
export type Method = 'none' | 'rc4' | 'aes-128' | 'aes-256';

const PADDING = Uint8Array.from(
  [0x28bf4e5e, 0x4e758a41, 0x64004e56, 0xfffa0108, 0x2e2e00b6, 0xd0683e80, 0x2f0ca9fe, 0x6453697a].flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ]),
);
const NO_VECTOR = new Uint8Array(16);

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
const equal = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

export function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    const held = state[i] as number;
    state[i] = state[j] as number;
    state[j] = held;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] as number) + (key[i % key.length] as number)) & 255;
    swap(i, j);
  }
  let [a, b] = [0, 0];
  return data.map((byte) => {
    a = (a + 1) & 255;
    b = (b + (state[a] as number)) & 255;
    swap(a, b);
    return byte ^ (state[((state[a] as number) + (state[b] as number)) & 255] as number);
  });
}

/** Algorithm 2, and 4 or 5 to see that it holds. */
function oldKey({ revision, keyBytes, permissions, owner, user, id, encryptsMetadata }: Encryption): Uint8Array | null {
  const allowed = new Uint8Array(4);
  new DataView(allowed.buffer).setInt32(0, permissions | 0, true);
  const metadata = revision >= 4 && !encryptsMetadata ? new Uint8Array(4).fill(255) : new Uint8Array();
  let key: Uint8Array = md5(joined(PADDING, owner.subarray(0, 32), allowed, id, metadata));
  const length = revision === 2 ? 5 : keyBytes;
  for (let i = 0; revision > 2 && i < 50; i++) key = md5(key.subarray(0, length));
  key = key.subarray(0, length);
  if (revision === 2) return equal(rc4(key, PADDING), user) ? key : null;
  let check: Uint8Array = md5(joined(PADDING, id));
  for (let i = 0; i < 20; i++) {
    check = rc4(
      key.map((byte) => byte ^ i),
      check,
    );
  }
  return equal(check, user.subarray(0, 16)) ? key : null;
}

/** Algorithm 2.B of revision 6; one SHA-256 in revision 5. The password is empty. */
function hash(salt: Uint8Array, revision: number): Uint8Array {
  let key: Uint8Array = sha256(salt);
  if (revision < 6) return key;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round++) {
    const block = joined(...new Array<Uint8Array>(64).fill(key));
    const mixed = cbc(key.subarray(0, 16), key.subarray(16, 32), { disablePadding: true }).encrypt(block);
    const kind = mixed.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = (kind === 0 ? sha256 : kind === 1 ? sha384 : sha512)(mixed);
    last = mixed.at(-1) as number;
  }
  return key.subarray(0, 32);
}

function newKey({ revision, user, userKey }: Encryption): Uint8Array | null {
  if (user.length < 48 || userKey.length < 32 || !equal(hash(user.subarray(32, 40), revision), user.subarray(0, 32))) return null;
  return cbc(hash(user.subarray(40, 48), revision), NO_VECTOR, { disablePadding: true }).decrypt(userKey.subarray(0, 32));
}

/** Null: it takes a password, or is none that is known. */
export function emptyPasswordKey(encryption: Encryption): Uint8Array | null {
  const { version, revision, keyBytes } = encryption;
  if (version === 5) return revision === 5 || revision === 6 ? newKey(encryption) : null;
  if (![1, 2, 4].includes(version) || ![2, 3, 4].includes(revision) || keyBytes < 5 || keyBytes > 16) return null;
  return oldKey(encryption);
}

function aes(key: Uint8Array, data: Uint8Array): Uint8Array {
  // The line end before the closing word is none of it.
  const whole = data.subarray(0, data.length - (data.length % 16));
  if (whole.length < 32) return new Uint8Array();
  const plain = cbc(key, whole.subarray(0, 16), { disablePadding: true }).decrypt(whole.subarray(16));
  const padding = plain.at(-1) as number;
  return padding >= 1 && padding <= 16 ? plain.subarray(0, -padding) : plain;
}

/** One stream, by the number of its object. */
export function decrypted(method: Method, key: Uint8Array, object: number, generation: number, data: Uint8Array): Uint8Array {
  if (method === 'none') return data;
  if (method === 'aes-256') return aes(key, data);
  const place = Uint8Array.of(object, object >> 8, object >> 16, generation, generation >> 8);
  const salt = method === 'aes-128' ? Uint8Array.of(0x73, 0x41, 0x6c, 0x54) : new Uint8Array();
  const own = md5(joined(key, place, salt)).subarray(0, Math.min(16, key.length + 5));
  return method === 'rc4' ? rc4(own, data) : aes(own, data);
}
