// The profile file: who works at this workstation and which keys there are, all of them wrapped. Losing it loses signing keys, so it is
// written durably; reading it gives nothing that a thief could use without a passphrase. docs/security.md draws what wraps what.
import path from 'node:path';
import { readIfPresent, writeDurably } from '@main/files/durable';
import { failure, ok, type Result } from '@shared/basics/result';
import { z } from 'zod';
import { kdfSchema } from './passphrase';

const box = z.base64();

const personSchema = z.strictObject({
  name: z.string(),
  suite: z.enum(['sm2', 'ed25519', 'ecdsa-p256']),
  keyid: z.string(),
  publicKey: z.string(),
  /** The private key under this slot's passphrase alone: not recoverable, not openable by the profile key. */
  signingKey: box,
});

const slotSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('passphrase'),
  kdf: kdfSchema,
  /** The profile key under this slot's passphrase. */
  profileKey: box,
  reviewer: personSchema,
});

/** A second person: signs with a key of his own what needs two, and opens nothing else. */
const countersignerSchema = z.strictObject({ id: z.string(), kdf: kdfSchema, person: personSchema });

const profileSchema = z.strictObject({
  v: z.literal(1),
  practice: z.boolean(),
  createdAt: z.string(),
  operator: z.strictObject({ name: z.string(), uscc: z.string() }),
  /** Under the profile key: the desk's data key, the vault's key, the workstation's private key and the signing window's phrase. */
  sealed: z.strictObject({ dataKey: box, vaultKey: box, workstationKey: box, phrase: box }),
  workstation: z.strictObject({ keyid: z.string(), publicKey: z.string() }),
  slots: z.array(slotSchema).min(1),
  countersigners: z.array(countersignerSchema).default([]),
});

export type ProfileFile = z.infer<typeof profileSchema>;
export type Slot = z.infer<typeof slotSchema>;
export type Countersigner = z.infer<typeof countersignerSchema>;

const profilePath = (folder: string) => path.join(folder, 'profile.json');

export function readProfile(folder: string): Result<ProfileFile | null, 'KEY_FILE_DAMAGED'> {
  const bytes = readIfPresent(profilePath(folder));
  if (!bytes) return ok(null);
  try {
    const parsed = profileSchema.safeParse(JSON.parse(bytes.toString('utf8')));
    return parsed.success ? ok(parsed.data) : failure('KEY_FILE_DAMAGED');
  } catch {
    return failure('KEY_FILE_DAMAGED');
  }
}

export const writeProfile = (folder: string, profile: ProfileFile): void =>
  writeDurably(profilePath(folder), `${JSON.stringify(profile, null, 2)}\n`);
