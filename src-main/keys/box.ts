// Authenticated encryption of small secrets at rest: AES-256-GCM, random nonce, the purpose as associated data so that no box can stand in
// another's place. Layout: cipher id (1 byte) ‖ nonce (12) ‖ tag (16) ‖ ciphertext. The cipher id leaves room for SM4-GCM.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const AES_256_GCM = 1;

export function seal(key: Uint8Array, purpose: string, plain: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([AES_256_GCM]), nonce, cipher.getAuthTag(), body]);
}

/** The plain bytes, or null when key, purpose or a byte of the box is wrong. */
export function open(key: Uint8Array, purpose: string, box: Uint8Array): Buffer | null {
  if (box.length < 29 || box[0] !== AES_256_GCM) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 13));
    decipher.setAAD(Buffer.from(purpose));
    decipher.setAuthTag(box.subarray(13, 29));
    return Buffer.concat([decipher.update(box.subarray(29)), decipher.final()]);
  } catch {
    return null;
  }
}
