// Subjects of statements, with the digests that the signer's suite asks for: sha256 always, sm3 beside it for an SM2 signer.
import { toHex, utf8 } from '../../basics/bytes';
import { sha256Hex } from '../../basics/digest';
import type { PublicKey } from '../suites/public-key';
import { sm3 } from '../suites/sm3';
import type { Subject } from './authority';

export const bytesSubject = (name: string, bytes: Uint8Array): Subject => ({
  name,
  digest: { sha256: sha256Hex(bytes), sm3: toHex(sm3(bytes)) },
});

/** A key as a subject: digests of its DER, so sha256 is the keyid. */
export const keySubject = (name: string, key: PublicKey): Subject => bytesSubject(name, key.der);

/** A text as a subject (the number of an authorisation): digests of its UTF-8. */
export const textSubject = (name: string, text: string): Subject => bytesSubject(name, utf8(text));

/** Both digests of a file, each computed once and only when asked: product files are large. */
export type FileDigests = { sha256(): string; sm3(): string };
export function digestsOf(bytes: Uint8Array): FileDigests {
  let [ofSha256, ofSm3]: [string | null, string | null] = [null, null];
  return {
    sha256: () => {
      ofSha256 ??= sha256Hex(bytes);
      return ofSha256;
    },
    sm3: () => {
      ofSm3 ??= toHex(sm3(bytes));
      return ofSm3;
    },
  };
}

/** Whether a file is what a subject names: every digest present and known must fit. */
export const isSubject = ({ digest }: Subject, file: Uint8Array | FileDigests): boolean => {
  const digests = file instanceof Uint8Array ? digestsOf(file) : file;
  return digest.sha256 === digests.sha256() && (digest.sm3 === undefined || digest.sm3 === digests.sm3());
};
