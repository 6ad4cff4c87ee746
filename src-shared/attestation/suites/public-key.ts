// Public keys as they travel: DER SubjectPublicKeyInfo in PEM. The suite follows from the key alone. One encoding per key is accepted
// (named curve, uncompressed point, valid point), because the keyid is the hash of these bytes: a second spelling would be a second identity.
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { concat, fromBase64, fromHex, sameBytes, toBase64 } from '../../basics/bytes';
import { sha256Hex } from '../../basics/digest';
import { failure, ok, type Result } from '../../basics/result';
import type { Sha256Hex } from '../../basics/units';
import { isSm2Point } from './sm2';

export const SUITES = ['sm2', 'ed25519', 'ecdsa-p256'] as const;
export type Suite = (typeof SUITES)[number];

/** `point`: 65 bytes (04, x, y), for ed25519 the 32 bytes of RFC 8032. `keyid`: SHA-256 of `der`. `pem` ends with a newline. */
export type PublicKey = {
  readonly suite: Suite;
  readonly keyid: Sha256Hex;
  readonly der: Uint8Array<ArrayBuffer>;
  readonly pem: string;
  readonly point: Uint8Array<ArrayBuffer>;
};

export type PublicKeyCode = 'KEY_PEM_MALFORMED' | 'KEY_UNSUPPORTED' | 'KEY_POINT_INVALID';

const prefix = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** Everything of the SubjectPublicKeyInfo before the point: fixed for each suite, so parsing is comparing. */
const PREFIXES: Record<Suite, Uint8Array> = {
  sm2: prefix('3059301306072a8648ce3d020106082a811ccf5501822d034200'),
  ed25519: prefix('302a300506032b6570032100'),
  'ecdsa-p256': prefix('3059301306072a8648ce3d020106082a8648ce3d030107034200'),
};
const POINT_LENGTHS: Record<Suite, number> = { sm2: 65, ed25519: 32, 'ecdsa-p256': 65 };

export const publicKeyOfPoint = (suite: Suite, point: Uint8Array): Result<PublicKey, PublicKeyCode> =>
  publicKeyFromDer(concat(PREFIXES[suite], point));

export function publicKeyFromDer(der: Uint8Array): Result<PublicKey, PublicKeyCode> {
  for (const suite of SUITES) {
    const head = PREFIXES[suite];
    if (der.length !== head.length + POINT_LENGTHS[suite] || !sameBytes(der.subarray(0, head.length), head)) continue;
    const own = concat(der);
    const point = own.slice(head.length);
    if (!isPoint(suite, point)) return failure('KEY_POINT_INVALID');
    return ok({ suite, keyid: sha256Hex(own), der: own, pem: pemOf(own), point });
  }
  return failure('KEY_UNSUPPORTED');
}

/** One PUBLIC KEY block and nothing else but white space around it. */
export function parsePublicKeyPem(pem: string): Result<PublicKey, PublicKeyCode> {
  const match = /^\s*-----BEGIN PUBLIC KEY-----\r?\n([A-Za-z0-9+/=\r\n]+?)\r?\n-----END PUBLIC KEY-----\s*$/.exec(pem);
  const der = match?.[1] === undefined ? null : fromBase64(match[1].replace(/[\r\n]/g, ''));
  return der === null ? failure('KEY_PEM_MALFORMED') : publicKeyFromDer(der);
}

function pemOf(der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
}

function isPoint(suite: Suite, point: Uint8Array): boolean {
  try {
    switch (suite) {
      case 'sm2':
        return isSm2Point(point);
      case 'ed25519':
        // A key of small order verifies signatures that nobody made.
        return !ed25519.Point.fromBytes(point).isSmallOrder();
      case 'ecdsa-p256':
        p256.Point.fromBytes(point).assertValidity();
        return point[0] === 0x04;
    }
  } catch {
    return false;
  }
}
