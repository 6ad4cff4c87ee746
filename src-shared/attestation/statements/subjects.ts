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

/** Whether bytes are what a subject names: every digest present and known must fit. */
export const isSubject = (subject: Subject, bytes: Uint8Array): boolean =>
  subject.digest.sha256 === sha256Hex(bytes) && (subject.digest.sm3 === undefined || subject.digest.sm3 === toHex(sm3(bytes)));
