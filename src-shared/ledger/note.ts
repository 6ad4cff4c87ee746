// C2SP signed notes: a text and signature lines, checked against verifier keys that were known before. Two line types: 01, a log's or a
// workstation's Ed25519 signature over the text; 04, a witness's timestamped cosignature/v1. Lines of unknown keys are ignored, a bad line of a
// known key spoils the note. What the text says is the checkpoint's business.

import { sha256 } from '@noble/hashes/sha2.js';
import { type Signer, verify } from '../attestation/suites';
import { type PublicKey, publicKeyOfPoint } from '../attestation/suites/public-key';
import { assert } from '../basics/assertions';
import { concat, fromBase64, sameBytes, toBase64, toHex, utf8 } from '../basics/bytes';
import { failure, ok, type Result } from '../basics/result';
import type { Instant } from '../basics/units';

/** 1: Ed25519 over the note's text. 4: cosignature/v1, with the time at which the witness saw it. */
export type NoteKeyType = 1 | 4;
export type VerifierKey = {
  readonly name: string;
  readonly type: NoteKeyType;
  /** First four bytes of SHA-256(name, 0x0A, type, key). */
  readonly id: Uint8Array;
  readonly key: PublicKey;
};
export type NoteSigner = { readonly name: string; readonly type: NoteKeyType; readonly signer: Signer };

const MAX_NOTE_LINES = 64;
const COSIGNATURE_LENGTH = 4 + 8 + 64;

const isKeyName = (name: string): boolean => name !== '' && !/[\s+\p{Z}\p{Cc}]/u.test(name);

export function verifierKey(name: string, type: NoteKeyType, key: PublicKey): VerifierKey {
  assert(key.suite === 'ed25519' && isKeyName(name), 'notes are signed by a named Ed25519 key');
  const id = sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), key.point)).slice(0, 4);
  return { name, type, id, key };
}

export const formatVerifierKey = ({ name, type, id, key }: VerifierKey): string =>
  `${name}+${toHex(id)}+${toBase64(concat(Uint8Array.of(type), key.point))}`;

/** Split at the first two plus signs only: base64 has them too. */
export function parseVerifierKey(text: string): Result<VerifierKey, 'VERIFIER_KEY_MALFORMED'> {
  const match = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
  const bytes = fromBase64(match?.[3] ?? '!');
  const type = bytes?.[0];
  if (match?.[1] === undefined || !isKeyName(match[1]) || bytes === null || bytes.length !== 33) return failure('VERIFIER_KEY_MALFORMED');
  const key = publicKeyOfPoint('ed25519', bytes.subarray(1));
  if ((type !== 1 && type !== 4) || !key.ok) return failure('VERIFIER_KEY_MALFORMED');
  const parsed = verifierKey(match[1], type, key.value);
  return toHex(parsed.id) === match[2] ? ok(parsed) : failure('VERIFIER_KEY_MALFORMED');
}

const cosigned = (text: string, seconds: number): Uint8Array => utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

function uint64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

/** @param at needed by witnesses (type 4): the time they vouch for, cut to whole seconds. */
export function signNote(text: string, signers: readonly NoteSigner[], at?: Instant): string {
  assert(isNoteText(text), 'a note text ends with a newline and has no control characters');
  return `${text}\n${signers.map((signer) => signatureLine(text, signer, at)).join('')}`;
}

/** Another line for a note that stands already: a witness cosigns a log's checkpoint. */
export const addNoteSignature = (note: string, signer: NoteSigner, at?: Instant): string => {
  const { text } = splitNote(note) ?? {};
  assert(text !== undefined, 'a signed note');
  return note + signatureLine(text, signer, at);
};

function signatureLine(text: string, { name, type, signer }: NoteSigner, at?: Instant): string {
  const { id } = verifierKey(name, type, signer.publicKey);
  const bytes = (base64: string): Uint8Array => fromBase64(base64) ?? new Uint8Array();
  if (type === 1) return `— ${name} ${toBase64(concat(id, bytes(signer.sign(utf8(text)))))}\n`;
  assert(at !== undefined, 'a witness says when');
  const seconds = Math.floor(at / 1000);
  return `— ${name} ${toBase64(concat(id, uint64(seconds), bytes(signer.sign(cosigned(text, seconds)))))}\n`;
}

export type NoteCode = 'NOTE_MALFORMED' | 'NOTE_SIGNATURE_BAD' | 'NOTE_UNSIGNED';
/** `at`: a witness's time; null for plain signatures. */
export type NoteSignature = { readonly key: VerifierKey; readonly at: Instant | null };
export type OpenNote = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** NOTE_UNSIGNED: no line is by a known key. NOTE_SIGNATURE_BAD: a line of a known name and key id does not verify. */
export function openNote(note: string, keys: readonly VerifierKey[]): Result<OpenNote, NoteCode> {
  const split = splitNote(note);
  if (split === null) return failure('NOTE_MALFORMED');
  const signatures: NoteSignature[] = [];
  for (const line of split.lines) {
    const known = keys.find((key) => key.name === line.name && sameBytes(key.id, line.bytes.subarray(0, 4)));
    if (known === undefined) continue;
    const at = checkLine(split.text, known, line.bytes);
    if (at === false) return failure('NOTE_SIGNATURE_BAD', line.name);
    signatures.push({ key: known, at });
  }
  return signatures.length === 0 ? failure('NOTE_UNSIGNED') : ok({ text: split.text, signatures });
}

/** The text of a note whose signatures are of no interest yet. */
export const noteText = (note: string): string | null => splitNote(note)?.text ?? null;

function checkLine(text: string, key: VerifierKey, bytes: Uint8Array): Instant | null | false {
  if (key.type === 1) return verify(key.key, toBase64(bytes.subarray(4)), utf8(text)) ? null : false;
  if (bytes.length !== COSIGNATURE_LENGTH) return false;
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset + 4, 8).getBigUint64(0));
  if (!Number.isSafeInteger(seconds * 1000)) return false;
  return verify(key.key, toBase64(bytes.subarray(12)), cosigned(text, seconds)) ? ((seconds * 1000) as Instant) : false;
}

const isNoteText = (text: string): boolean => text.endsWith('\n') && !/[\p{Cc}\p{Cs}]/u.test(text.replaceAll('\n', ''));

type NoteLines = { text: string; lines: { name: string; bytes: Uint8Array }[] };

/** The text ends at the last empty line; every line after it is a signature line. */
function splitNote(note: string): NoteLines | null {
  const cut = note.lastIndexOf('\n\n');
  if (cut === -1 || !note.endsWith('\n')) return null;
  const text = note.slice(0, cut + 1);
  const raw = note.slice(cut + 2, -1).split('\n');
  if (!isNoteText(text) || raw.length > MAX_NOTE_LINES) return null;
  const lines: NoteLines['lines'] = [];
  for (const line of raw) {
    const match = /^\u2014 (\S+) (\S+)$/.exec(line);
    const bytes = fromBase64(match?.[2] ?? '!');
    if (match?.[1] === undefined || !isKeyName(match[1]) || bytes === null || bytes.length < 5) return null;
    lines.push({ name: match[1], bytes });
  }
  return { text, lines };
}
