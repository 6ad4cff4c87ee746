// ECDSA-Sig-Value and the SM2 signature (GM/T 0009): SEQUENCE { INTEGER r, INTEGER s }, in the one DER spelling, for numbers below 2^256.
// Any other spelling (BER lengths, needless zeros, negative numbers, trailing bytes) is refused: one signature, one text.
import { concat } from '../../basics/bytes';

export type RS = { readonly r: bigint; readonly s: bigint };

export function numberFromBytes(bytes: Uint8Array): bigint {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return value;
}

export function numberToBytes(value: bigint, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let i = length - 1; i >= 0; i--) {
    bytes[i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  return bytes;
}

function encodeInteger(value: bigint): Uint8Array {
  const full = concat(Uint8Array.of(0), numberToBytes(value, 32));
  let start = 0;
  while (start < full.length - 1 && full[start] === 0 && (full[start + 1] as number) < 0x80) start += 1;
  const body = full.subarray(start);
  return concat(Uint8Array.of(0x02, body.length), body);
}

export function encodeSignature({ r, s }: RS): Uint8Array<ArrayBuffer> {
  const body = concat(encodeInteger(r), encodeInteger(s));
  return concat(Uint8Array.of(0x30, body.length), body);
}

/** @returns null for anything but the exact DER form. */
export function decodeSignature(der: Uint8Array): RS | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2 || der.length > 72) return null;
  const r = integerAt(der, 2);
  if (r === null) return null;
  const s = integerAt(der, r.end);
  return s === null || s.end !== der.length ? null : { r: r.value, s: s.value };
}

function integerAt(der: Uint8Array, at: number): { value: bigint; end: number } | null {
  const length = der[at + 1];
  if (der[at] !== 0x02 || length === undefined || length < 1 || length > 33) return null;
  const body = der.subarray(at + 2, at + 2 + length);
  const [first = 0, second = 0] = body;
  const minimal = length === 1 || first !== 0 || second >= 0x80;
  // 33 bytes only carry the sign of a number below 2^256: a larger one would be cut to another signature's number.
  if (body.length !== length || first >= 0x80 || !minimal || (length === 33 && first !== 0)) return null;
  return { value: numberFromBytes(body), end: at + 2 + length };
}
