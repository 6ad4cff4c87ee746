// The trust file: which bureaus a person decided to believe, with their keys. The only root of trust there is; nothing in a package adds to it.
// Verifiers ignore `url` and `ca`, which tell the app where to send.
import { z } from 'zod';
import { type JsonCode, parseStrictJson } from '../attestation/strict-json';
import { type PublicKey, parsePublicKeyPem } from '../attestation/suites/public-key';
import { failure, ok, type Result } from '../basics/result';
import { type NoteKeyType, parseVerifierKey, type VerifierKey } from '../ledger/note';

const bureauSchema = z.object({
  name: z.string().min(1),
  practice: z.boolean(),
  origin: z.string().min(1),
  statementKeys: z.array(z.string()),
  logKeys: z.array(z.string()),
  witnessKeys: z.array(z.string()),
  url: z.string().optional(),
  ca: z.array(z.string()).optional(),
});
export const trustFileSchema = z.object({ v: z.literal(1), bureaus: z.array(bureauSchema) });

/** The file as it is written. */
export type TrustFile = z.infer<typeof trustFileSchema>;
/** One bureau with its keys read. `url` and `ca` are left as texts. */
export type TrustedBureau = {
  readonly name: string;
  readonly practice: boolean;
  readonly origin: string;
  readonly statementKeys: readonly PublicKey[];
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
  readonly url: string | null;
  readonly ca: readonly string[];
};
export type TrustCode = JsonCode | 'TRUST_MALFORMED' | 'TRUST_VERSION_UNSUPPORTED' | 'TRUST_KEY_MALFORMED';

export function parseTrustFile(bytes: Uint8Array): Result<readonly TrustedBureau[], TrustCode> {
  const value = parseStrictJson(bytes);
  if (!value.ok) return value;
  const version = (value.value as { v?: unknown } | null)?.v;
  if (typeof version === 'number' && Number.isInteger(version) && version > 1) return failure('TRUST_VERSION_UNSUPPORTED', String(version));
  const file = trustFileSchema.safeParse(value.value);
  if (!file.success) return failure('TRUST_MALFORMED', file.error.issues[0]?.path.join('.'));
  const bureaus: TrustedBureau[] = [];
  for (const bureau of file.data.bureaus) {
    const read = readBureau(bureau);
    if (!read.ok) return read;
    bureaus.push(read.value);
  }
  return ok(bureaus);
}

function readBureau(bureau: z.infer<typeof bureauSchema>): Result<TrustedBureau, 'TRUST_KEY_MALFORMED'> {
  const statementKeys = allOf(bureau.statementKeys.map(parsePublicKeyPem));
  const logKeys = notesKeys(bureau.logKeys, 1);
  const witnessKeys = notesKeys(bureau.witnessKeys, 4);
  // A log signs under its own origin: a key of another name would vouch for another log.
  if (statementKeys === null || logKeys === null || witnessKeys === null || logKeys.some(({ name }) => name !== bureau.origin)) {
    return failure('TRUST_KEY_MALFORMED', bureau.name);
  }
  const { name, practice, origin } = bureau;
  return ok({ name, practice, origin, statementKeys, logKeys, witnessKeys, url: bureau.url ?? null, ca: bureau.ca ?? [] });
}

function notesKeys(texts: readonly string[], type: NoteKeyType): VerifierKey[] | null {
  const keys = allOf(texts.map(parseVerifierKey));
  return keys?.every((key) => key.type === type) ? keys : null;
}

function allOf<T>(results: readonly Result<T, string>[]): T[] | null {
  const values = results.flatMap((result) => (result.ok ? [result.value] : []));
  return values.length === results.length ? values : null;
}
