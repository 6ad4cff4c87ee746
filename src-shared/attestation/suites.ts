// Signing and checking bytes in one of three suites. Private keys are arguments and never kept: the keys room of the app, the bureau and
// the tests hold them in their own ways. Knows nothing of envelopes or people; called by the envelope and by notes of the ledger.
import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { assert } from '../basics/assertions';
import { fromBase64, toBase64 } from '../basics/bytes';
import { decodeSignature, encodeSignature, numberFromBytes, numberToBytes } from './suites/der-signature';
import { type PublicKey, publicKeyOfPoint, type Suite } from './suites/public-key';
import { SM2_ORDER, sm2PointOf, sm2Sign, sm2Verify } from './suites/sm2';

/** `secret`: 32 bytes; for the curves a big-endian number in [1, n-2], for ed25519 the seed. The holder wraps, hides and wipes it. */
export type PrivateKey = { readonly suite: Suite; readonly secret: Uint8Array };

/** What an envelope or a note needs of a key, whether it lives in a file or a token. `sign` returns base64 of the suite's encoding. */
export type Signer = { readonly publicKey: PublicKey; sign(bytes: Uint8Array): string };

export const signerOf = (key: PrivateKey): Signer => ({ publicKey: publicKeyOf(key), sign: (bytes) => sign(key, bytes) });

/** @param random32 32 fresh bytes from the runtime's WebCrypto each time it is called. */
export function generatePrivateKey(suite: Suite, random32: () => Uint8Array): PrivateKey {
  for (let attempt = 0; attempt < 100; attempt++) {
    const secret = random32();
    assert(secret.length === 32, 'a private key is made of 32 random bytes');
    if (isSecret(suite, secret)) return { suite, secret };
  }
  throw new Error('the random source never gave a number in range');
}

/** Whether 32 bytes are a private key of the suite (imported key files are asked). */
export function isSecret(suite: Suite, secret: Uint8Array): boolean {
  if (secret.length !== 32) return false;
  const order = { sm2: SM2_ORDER, 'ecdsa-p256': p256.Point.Fn.ORDER, ed25519: null }[suite];
  const value = numberFromBytes(secret);
  return order === null || (value >= 1n && value <= order - 2n);
}

export function publicKeyOf({ suite, secret }: PrivateKey): PublicKey {
  const key = publicKeyOfPoint(suite, pointOf(suite, secret));
  assert(key.ok, 'a private key in range has a public key');
  return key.value;
}

function pointOf(suite: Suite, secret: Uint8Array): Uint8Array {
  switch (suite) {
    case 'sm2':
      return sm2PointOf(secret);
    case 'ed25519':
      return ed25519.getPublicKey(secret);
    case 'ecdsa-p256':
      return p256.getPublicKey(secret, false);
  }
}

/** @returns base64: DER for sm2 and ecdsa-p256, 64 raw bytes for ed25519. */
export function sign({ suite, secret }: PrivateKey, bytes: Uint8Array): string {
  switch (suite) {
    case 'sm2':
      return toBase64(encodeSignature(sm2Sign(secret, bytes)));
    case 'ed25519':
      return toBase64(ed25519.sign(bytes, secret));
    case 'ecdsa-p256': {
      // extraEntropy hedges the nonce of RFC 6979 with WebCrypto's randomness.
      const compact = p256.sign(bytes, secret, { lowS: false, extraEntropy: true });
      return toBase64(encodeSignature({ r: numberFromBytes(compact.subarray(0, 32)), s: numberFromBytes(compact.subarray(32)) }));
    }
  }
}

/** Never throws: a malformed signature is a signature that does not hold. */
export function verify(key: PublicKey, signature: string, bytes: Uint8Array): boolean {
  const raw = fromBase64(signature);
  if (raw === null) return false;
  try {
    if (key.suite === 'ed25519') return raw.length === 64 && ed25519.verify(raw, bytes, key.point, { zip215: false });
    const rs = decodeSignature(raw);
    if (rs === null) return false;
    if (key.suite === 'sm2') return sm2Verify(key.point, rs, bytes);
    const compact = new Uint8Array([...numberToBytes(rs.r, 32), ...numberToBytes(rs.s, 32)]);
    return p256.verify(compact, bytes, key.point, { lowS: false });
  } catch {
    return false;
  }
}
