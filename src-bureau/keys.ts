// The bureau's three key pairs: statements (SM2), the log, its witness. Made once, kept in one file that only
// the service's user may read, never made anew over a log that exists. Nobody else in this room sees a private key: others get signers.
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseStrictJson } from '@shared/attestation/strict-json';
import { generatePrivateKey, isSecret, type PrivateKey, publicKeyOf, type Signer, signerOf } from '@shared/attestation/suites';
import { SUITES } from '@shared/attestation/suites/public-key';
import { fromHex, toHex } from '@shared/basics/bytes';
import { CodedError } from '@shared/basics/coded-error';
import { z } from 'zod';
import { readIfThere, writeWhole } from './files';

export type BureauKeys = {
  /** Names the log; also the prefix of the witness's name. Says *practice* where it is one, since notes carry no other mark. */
  readonly origin: string;
  readonly practice: boolean;
  readonly statement: Signer;
  readonly log: Signer;
  readonly witness: Signer;
};

const secret = z.object({ suite: z.enum(SUITES), secret: z.string() });
const fileSchema = z.object({
  v: z.literal(1),
  origin: z.string(),
  practice: z.boolean(),
  statement: secret,
  log: secret,
  witness: secret,
});
type KeyFile = z.infer<typeof fileSchema>;

const pathOf = (folder: string): string => join(folder, 'keys', 'keys.json');

/** @returns null when the folder has no keys yet. @throws CodedError KEY_FILE_DAMAGED */
export async function loadKeys(folder: string): Promise<BureauKeys | null> {
  const bytes = await readIfThere(pathOf(folder));
  if (bytes === null) return null;
  const json = parseStrictJson(bytes);
  const file = json.ok ? fileSchema.safeParse(json.value) : null;
  if (!file?.success) throw new CodedError('KEY_FILE_DAMAGED', folder);
  const { origin, practice, statement, log, witness } = file.data;
  return {
    origin,
    practice,
    statement: signerOf(privateKeyOf(statement, folder)),
    log: signerOf(privateKeyOf(log, folder)),
    witness: signerOf(privateKeyOf(witness, folder)),
  };
}

function privateKeyOf({ suite, secret: hex }: z.infer<typeof secret>, folder: string): PrivateKey {
  const bytes = fromHex(hex);
  if (bytes === null || !isSecret(suite, bytes)) throw new CodedError('KEY_FILE_DAMAGED', folder);
  return { suite, secret: bytes };
}

/** For a folder without keys. One file, so that a crash leaves all three or none. */
export async function makeKeys(folder: string, practice: boolean): Promise<void> {
  const random32 = (): Uint8Array => new Uint8Array(randomBytes(32));
  const log = generatePrivateKey('ed25519', random32);
  const written = (key: PrivateKey) => ({ suite: key.suite, secret: toHex(key.secret) });
  const file: KeyFile = {
    v: 1,
    origin: `${practice ? 'practice.' : ''}shiqi.bureau/${publicKeyOf(log).keyid.slice(0, 16)}`,
    practice,
    statement: written(generatePrivateKey('sm2', random32)),
    log: written(log),
    witness: written(generatePrivateKey('ed25519', random32)),
  };
  await mkdir(join(folder, 'keys'), { recursive: true, mode: 0o700 });
  await writeWhole(pathOf(folder), `${JSON.stringify(file)}\n`, 0o600);
}
