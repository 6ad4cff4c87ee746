// DSSE v1 envelopes in their JSON form: bytes signed over PAE(payloadType, payload). It says which signature fits which key and nothing
// about whose key that is (verification room). Whoever opens an envelope gets the very bytes that were signed and parses those.
import { z } from 'zod';
import { concat, fromBase64, toBase64, utf8 } from '../basics/bytes';
import { sha256Hex } from '../basics/digest';
import { failure, ok, type Result } from '../basics/result';
import { isSha256Hex, type Sha256Hex } from '../basics/units';
import { type JsonCode, parseStrictJson } from './strict-json';
import { type Signer, verify } from './suites';
import type { PublicKey } from './suites/public-key';

export const IN_TOTO_PAYLOAD_TYPE = 'application/vnd.in-toto+json';
/** More signatures than any edition asks for; a bound on work for a hostile file. */
const MAX_SIGNATURES = 16;

/**
 * Standard padded base64 with zero spare bits, judged by its form: a ledger of many lines is read without decoding every payload.
 * The end apart from the rest, because one expression over both would exhaust its stack on a large payload.
 */
const isBase64 = (text: string): boolean =>
  text.length % 4 === 0 &&
  /^[A-Za-z0-9+/]*$/.test(text.slice(0, -4)) &&
  /^(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|)$/.test(text.slice(-4));
const base64 = z.string().refine(isBase64, 'standard padded base64').meta({ contentEncoding: 'base64' });
const keyid = z.string().refine((text): text is Sha256Hex => isSha256Hex(text), 'SHA-256 in hex');

export const envelopeSchema = z.object({
  payloadType: z.string().min(1),
  payload: base64,
  signatures: z
    .array(z.object({ keyid, sig: base64 }))
    .min(1)
    .max(MAX_SIGNATURES),
});
export type Envelope = z.infer<typeof envelopeSchema>;

export type OpenEnvelope = {
  readonly payloadType: string;
  /** The signed bytes. */
  readonly payload: Uint8Array<ArrayBuffer>;
  /** What other statements call the digest of this one. */
  readonly payloadSha256: Sha256Hex;
  readonly signatures: readonly { readonly keyid: Sha256Hex; readonly sig: string }[];
};

export type EnvelopeCode = JsonCode | 'ENVELOPE_MALFORMED' | 'ENVELOPE_SAME_KEY_TWICE';

/** DSSE pre-authentication encoding: what a signature is made over. */
export function pae(payloadType: string, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const type = utf8(payloadType);
  return concat(utf8(`DSSEv1 ${type.length} `), type, utf8(` ${payload.length} `), payload);
}

export const signEnvelope = (payloadType: string, payload: Uint8Array, signers: readonly Signer[]): Envelope =>
  signers.reduce<Envelope>(addSignature, { payloadType, payload: toBase64(payload), signatures: [] });

/** A second or third person signs the same bytes (countersignature, approval). Replaces nothing. */
export function addSignature(envelope: Envelope, signer: Signer): Envelope {
  const sig = signer.sign(pae(envelope.payloadType, fromBase64(envelope.payload) ?? new Uint8Array()));
  const { payloadType, payload, signatures } = envelope;
  return { payloadType, payload, signatures: [...signatures, { keyid: signer.publicKey.keyid, sig }] };
}

/** The bytes of an envelope file: one line of JSON without a newline. */
export const encodeEnvelope = ({ payloadType, payload, signatures }: Envelope): Uint8Array<ArrayBuffer> =>
  utf8(JSON.stringify({ payloadType, payload, signatures: signatures.map(({ keyid, sig }) => ({ keyid, sig })) }));

/** Whether a value is an envelope, without decoding its payload. */
export function parseEnvelope(value: unknown): Result<Envelope, 'ENVELOPE_MALFORMED' | 'ENVELOPE_SAME_KEY_TWICE'> {
  const parsed = envelopeSchema.safeParse(value);
  if (!parsed.success) return failure('ENVELOPE_MALFORMED', parsed.error.issues[0]?.path.join('.'));
  const { signatures } = parsed.data;
  // Thresholds count people; one key twice is never two, and never needed.
  if (new Set(signatures.map((signature) => signature.keyid)).size !== signatures.length) return failure('ENVELOPE_SAME_KEY_TWICE');
  return ok(parsed.data);
}

/** @param input bytes of a file or a value that came through the strict parser (the body of a ledger line). */
export function openEnvelope(input: Uint8Array | unknown): Result<OpenEnvelope, EnvelopeCode> {
  const value = input instanceof Uint8Array ? parseStrictJson(input) : ok(input);
  if (!value.ok) return value;
  const parsed = parseEnvelope(value.value);
  if (!parsed.ok) return parsed;
  const { payloadType, payload, signatures } = parsed.value;
  const bytes = fromBase64(payload);
  if (bytes === null) return failure('ENVELOPE_MALFORMED', 'payload');
  return ok({ payloadType, payload: bytes, payloadSha256: sha256Hex(bytes), signatures });
}

export type SignatureCode = 'KEY_MISSING' | 'SIGNATURE_BAD' | 'KEYID_MISMATCH';
export type CheckedSignature = { readonly keyid: Sha256Hex; readonly result: Result<PublicKey, SignatureCode> };

/**
 * Which of the envelope's signatures hold, in order, each with the key that verifies it.
 * KEYID_MISMATCH: another of the keys verifies it, so the keyid is a lie and the envelope malformed.
 */
export function checkSignatures(envelope: OpenEnvelope, keys: readonly PublicKey[]): CheckedSignature[] {
  const signed = pae(envelope.payloadType, envelope.payload);
  return envelope.signatures.map(({ keyid, sig }) => {
    const named = keys.find((key) => key.keyid === keyid);
    if (named !== undefined && verify(named, sig, signed)) return { keyid, result: ok(named) };
    if (keys.some((key) => key !== named && verify(key, sig, signed))) return { keyid, result: failure('KEYID_MISMATCH') };
    return { keyid, result: failure(named === undefined ? 'KEY_MISSING' : 'SIGNATURE_BAD') };
  });
}

/** Every signature holds under one of the keys; else the worst code, a lying keyid first. */
export function allSignaturesHold(envelope: OpenEnvelope, keys: readonly PublicKey[]): Result<readonly PublicKey[], SignatureCode> {
  const holding: PublicKey[] = [];
  const codes: SignatureCode[] = [];
  for (const { result } of checkSignatures(envelope, keys)) {
    if (result.ok) holding.push(result.value);
    else codes.push(result.code);
  }
  const worst = (['KEYID_MISMATCH', 'SIGNATURE_BAD', 'KEY_MISSING'] as const).find((code) => codes.includes(code));
  return worst === undefined ? ok(holding) : failure(worst);
}
