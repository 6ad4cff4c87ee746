// A passphrase becomes a key by scrypt (RFC 7914): N = 2^17, r = 8, p = 1 when a slot is made. What a key file says about its own cost is
// believed only down to a floor, and its parameters are associated data of what they open, so they cannot be lowered.
import { randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Secret } from './secret';

export const kdfSchema = z.strictObject({
  name: z.literal('scrypt'),
  N: z
    .number()
    .int()
    .min(2 ** 16)
    .max(2 ** 20),
  r: z.literal(8),
  p: z.literal(1),
  salt: z.base64(),
});
export type Kdf = z.infer<typeof kdfSchema>;

export const MIN_PASSPHRASE_LENGTH = 8;
/** Public by design: printed on the console and on the practice lock screen, and refused for a real profile. */
export const PRACTICE_PASSPHRASE = '演练口令-2026';

export const newKdf = (): Kdf => ({ name: 'scrypt', N: 2 ** 17, r: 8, p: 1, salt: randomBytes(16).toString('base64') });

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** Parameters as one text: what a box opened with this key is bound to. */
export const kdfPurpose = (kdf: Kdf): string => `${kdf.name}/${kdf.N}/${kdf.r}/${kdf.p}/${kdf.salt}`;

export async function keyFromPassphrase(passphrase: string, kdf: Kdf): Promise<Secret> {
  // NFC, so that the same characters typed by another input method are the same passphrase.
  return new Secret(
    await derive(passphrase.normalize('NFC'), Buffer.from(kdf.salt, 'base64'), 32, {
      N: kdf.N,
      r: kdf.r,
      p: kdf.p,
      maxmem: 256 * 1024 * 1024,
    }),
  );
}
