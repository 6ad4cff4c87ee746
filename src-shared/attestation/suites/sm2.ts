// SM2 digital signature with SM3 (GB/T 32918.2-2016 on the recommended curve of GB/T 32918.5, 1.2.156.10197.1.301), signer id
// 1234567812345678 (GM/T 0009). Written over the curve arithmetic that the other suites use, so that there is one source of
// randomness (WebCrypto) and nothing for Node's crypto, which in Electron has neither SM2 nor SM3. Not constant-time, not a certified module.
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { concat, utf8 } from '../../basics/bytes';
import { numberFromBytes, numberToBytes, type RS } from './der-signature';
import { sm3 } from './sm3';

const P = 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn;
const N = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const A = 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn;
const B = 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n;
const Gx = 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n;
const Gy = 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n;

const Point = weierstrass({ p: P, n: N, h: 1n, a: A, b: B, Gx, Gy });

export const SM2_ORDER = N;
export const SM2_SIGNER_ID = '1234567812345678';

const mod = (x: bigint): bigint => ((x % N) + N) % N;

/** Inverse modulo the prime order, by Fermat. */
function inverse(x: bigint): bigint {
  let result = 1n;
  let base = mod(x);
  for (let exponent = N - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % N;
    base = (base * base) % N;
  }
  return result;
}

/** Uncompressed point (65 bytes) of a secret in [1, n-2]. */
export const sm2PointOf = (secret: Uint8Array): Uint8Array<ArrayBuffer> =>
  Point.BASE.multiply(numberFromBytes(secret)).toBytes(false) as Uint8Array<ArrayBuffer>;

/** Whether 65 bytes are a point of the curve other than infinity. */
export function isSm2Point(point: Uint8Array): boolean {
  try {
    Point.fromBytes(point).assertValidity();
    return point.length === 65 && point[0] === 0x04;
  } catch {
    return false;
  }
}

/** e = SM3(Z || M), Z = SM3(length of id in bits || id || a || b || G || public key). */
function digestOf(point: Uint8Array, message: Uint8Array, id: string): bigint {
  const name = utf8(id);
  const bits = Uint8Array.of((name.length * 8) >> 8, (name.length * 8) & 0xff);
  const parameters = [A, B, Gx, Gy].map((value) => numberToBytes(value, 32));
  const z = sm3(concat(bits, name, ...parameters, point.subarray(1)));
  return numberFromBytes(sm3(concat(z, message)));
}

/** The nonce is hedged: derived from the secret, the digest and fresh randomness, so neither a weak generator nor a repeated one gives the key away. */
function* nonces(secret: Uint8Array, e: bigint): Generator<bigint> {
  const fresh = randomBytes(32);
  for (let attempt = 0; ; attempt++) {
    const wide = hmac(sha512, secret, concat(numberToBytes(e, 32), fresh, Uint8Array.of(attempt & 0xff)));
    yield (numberFromBytes(wide) % (N - 1n)) + 1n;
  }
}

export function sm2Sign(secret: Uint8Array, message: Uint8Array, id = SM2_SIGNER_ID): RS {
  const e = digestOf(sm2PointOf(secret), message, id);
  for (const k of nonces(secret, e)) {
    const signature = sm2SignWithNonce(secret, e, k);
    if (signature !== null) return signature;
  }
  throw new Error('a generator without an end ended');
}

/** One round of GB/T 32918.2 6.1 (A4 to A6); null when the standard asks for another nonce. Exported for the standard's own vector only. */
export function sm2SignWithNonce(secret: Uint8Array, e: bigint, k: bigint): RS | null {
  const d = numberFromBytes(secret);
  const r = mod(e + Point.BASE.multiply(k).toAffine().x);
  if (r === 0n || r + k === N) return null;
  const s = mod(inverse(1n + d) * (k - r * d));
  return s === 0n ? null : { r, s };
}

export function sm2Verify(point: Uint8Array, { r, s }: RS, message: Uint8Array, id = SM2_SIGNER_ID): boolean {
  const inRange = (x: bigint): boolean => x > 0n && x < N;
  if (!inRange(r) || !inRange(s) || !isSm2Point(point)) return false;
  const t = mod(r + s);
  if (t === 0n) return false;
  const sum = Point.BASE.mulAddUnsafe(s, Point.fromBytes(point), t);
  if (sum.is0()) return false;
  return mod(digestOf(point, message, id) + sum.toAffine().x) === r;
}
