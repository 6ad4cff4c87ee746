// Everything that crosses to and from the bureau over HTTP, as schemas that both sides parse with. The log records, it does not judge: only
// malformed lines, a broken chain, or a missing or wrong workstation checkpoint are refused. Whoever reads ignores fields it does not know.
import { z } from 'zod';
import { envelopeSchema } from '../attestation/dsse';
import { fromBase64, toBase64 } from '../basics/bytes';
import type { Sha256Hex } from '../basics/units';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const base64 = z.string().refine((text) => fromBase64(text) !== null, 'standard padded base64');

/** A workstation's ledger as the bureau has it. `seq`: number of lines stored; `hash`: of the last, 64 zeros when none. */
export const headSchema = z.object({ seq: z.int().min(0), hash });
export type BureauHead = z.infer<typeof headSchema>;

/** Said of a statement that is stored all the same. */
export const SIGNER_CODES = ['SIGNER_UNKNOWN', 'SIGNER_EXPIRED', 'SIGNER_REVOKED', 'SIGNATURE_BAD'] as const;
export type SignerCode = (typeof SIGNER_CODES)[number];

/** Refusals, each with its HTTP status. */
export const REFUSALS = {
  REQUEST_MALFORMED: 400,
  CHECKPOINT_MISSING: 400,
  CHECKPOINT_WRONG: 422,
  REQUEST_UNSIGNED: 401,
  REQUEST_STALE: 401,
  REQUEST_OTHER: 401,
  WORKSTATION_UNKNOWN: 403,
  ENROLMENT_REFUSED: 403,
  NOT_FOUND: 404,
  ENTRY_CONFLICT: 409,
  ENTRY_GAP: 409,
  BODY_TOO_LARGE: 413,
  ENTRY_MALFORMED: 422,
  CHAIN_BROKEN: 422,
  BUSY: 503,
  INTERNAL: 500,
} as const;
export type RefusalCode = keyof typeof REFUSALS;

/**
 * Every reply that is not 2xx. `head` where the request was about a workstation, null when it is unknown.
 * ENTRY_CONFLICT carries `seq` and both hashes, ENTRY_GAP `seq`, ENTRY_MALFORMED and CHAIN_BROKEN `line` (from 1, of this request).
 */
export const refusalSchema = z.object({
  code: z.string(),
  detail: z.string().optional(),
  head: headSchema.nullable().optional(),
  seq: z.int().min(0).optional(),
  stored: hash.optional(),
  received: hash.optional(),
  line: z.int().min(1).optional(),
});
export type Refusal = z.infer<typeof refusalSchema>;

/** POST /v1/enrolments: body an `enrolment-request` envelope; 200 with the `enrolment` envelope, or 202 with this. */
export const enrolmentPendingSchema = z.object({ status: z.literal('pending') });
export const enrolmentReplySchema = z.union([envelopeSchema, enrolmentPendingSchema]);

/** POST /v1/workstations/{keyid}/entries. `proof`: tlog-proof text, at least for every statement. */
export const entriesReplySchema = z.object({
  head: headSchema,
  entries: z.array(z.object({ seq: z.int().min(0), accepted: z.boolean(), code: z.string().optional(), proof: z.string().optional() })),
});
export type EntriesReply = z.infer<typeof entriesReplySchema>;

/** GET /v1/workstations/{keyid}/head. `/entries?from=` answers application/x-ndjson: the lines, byte for byte. */
export const headReplySchema = z.object({ head: headSchema });

/** GET /v1/workstations/{keyid}/inbox: envelopes for this workstation (objections, terminations). `sha256`: of the payload. */
export const inboxReplySchema = z.object({ items: z.array(z.object({ sha256: hash, envelope: envelopeSchema })) });
export type InboxReply = z.infer<typeof inboxReplySchema>;

/** GET /v1/editions. `edition`: base64 of edition.json, byte for byte as shipped; `envelope`: the bureau's statement over it. */
export const editionsReplySchema = z.object({ editions: z.array(z.object({ id: z.string(), edition: base64, envelope: envelopeSchema })) });
export type EditionsReply = z.infer<typeof editionsReplySchema>;

/** GET /v1/revocations. */
export const revocationsReplySchema = z.object({ revocations: z.array(envelopeSchema) });

// GET /v1/checkpoint answers text/plain: the signed note. GET /v1/inclusion?workstation=<keyid>&seq=<n> or ?leaf=<leaf hash, hex>[&size=<n>]
// answers text/plain: a tlog-proof. GET /v1/consistency?from=&to= answers text/plain: base64 hashes, one a line, perhaps none.
export const formatHashes = (hashes: readonly Uint8Array[]): string => hashes.map((hash) => `${toBase64(hash)}\n`).join('');

/** @returns null for anything but one base64 SHA-256 a line. */
export function parseHashes(text: string): Uint8Array[] | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const hashes = lines.map((line) => fromBase64(line));
  return hashes.every((hash): hash is Uint8Array<ArrayBuffer> => hash?.length === 32) ? hashes : null;
}

export type WorkstationPath = 'entries' | 'head' | 'inbox';
export const workstationPath = (keyid: Sha256Hex, what: WorkstationPath): string => `/v1/workstations/${keyid}/${what}`;
