// One ledger line. Members stand in a fixed order without white space, and readers hash the line as it stands, so the bytes are the record.
// This encodes and decodes a line; who appends, and whether a chain of lines holds, is said elsewhere.
import { z } from 'zod';
import { envelopeSchema, parseEnvelope } from '../attestation/dsse';
import { type JsonCode, parseStrictJson } from '../attestation/strict-json';
import { assert } from '../basics/assertions';
import { utf8 } from '../basics/bytes';
import { sha256Hex } from '../basics/digest';
import { failure, ok, type Result } from '../basics/result';
import { isTimestamp } from '../basics/time';
import { asSha256Hex, type EntryIndex, isSha256Hex, type Sha256Hex, type Timestamp } from '../basics/units';
import type { OperationAct } from './operations';

export const MAX_LINE_BYTES = 1024 * 1024;
/** `prev` of the first line, and the head of an empty ledger. */
export const NO_HEAD: Sha256Hex = asSha256Hex('0'.repeat(64));

/** Who did what to which id. `by`: the bureau's id of a person, or "system". `to`: the value that an act set. */
export const operationSchema = z.object({
  act: z.string().regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/),
  by: z.string().min(1),
  id: z.string(),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  to: z.string().optional(),
  reason: z.string().optional(),
});
export const receiptSchema = z.object({ seq: z.int().min(0), proof: z.string().min(1) });

export type Operation = Omit<z.infer<typeof operationSchema>, 'act'> & { act: OperationAct };
export type ReceiptBody = z.infer<typeof receiptSchema>;

const BODIES = { operation: operationSchema, statement: envelopeSchema, receipt: receiptSchema } as const;
export type EntryKind = keyof typeof BODIES;

type Head = { readonly seq: EntryIndex; readonly prev: Sha256Hex; readonly at: Timestamp };
export type LedgerEntry = { readonly [K in EntryKind]: Head & { readonly kind: K; readonly body: z.infer<(typeof BODIES)[K]> } }[EntryKind];
/** What a writer gives: an operation of the closed list, an envelope or a receipt. */
export type NewEntry =
  | { readonly kind: 'operation'; readonly body: Operation }
  | { readonly kind: 'statement'; readonly body: z.infer<typeof envelopeSchema> }
  | { readonly kind: 'receipt'; readonly body: ReceiptBody };

export type EntryCode = JsonCode | 'ENTRY_TOO_LONG' | 'ENTRY_MALFORMED' | 'ENTRY_VERSION_UNSUPPORTED';

/** The line without its newline. @throws when what is given is malformed or too long (refused earlier with a code for people). */
export function encodeEntry(seq: EntryIndex, prev: Sha256Hex, at: Timestamp, entry: NewEntry): Uint8Array<ArrayBuffer> {
  const body = BODIES[entry.kind].parse(entry.body);
  const line = utf8(JSON.stringify({ v: 1, seq, prev, at, kind: entry.kind, body }));
  const back = decodeEntry(line);
  assert(back.ok, `wrote a line that cannot be read: ${back.ok ? '' : back.code}`);
  return line;
}

/** Whether a line with this body would fit, before anything is signed. */
export const fitsLine = (entry: NewEntry): boolean => utf8(JSON.stringify(entry)).length + 256 <= MAX_LINE_BYTES;

/** What the next line calls `prev`. */
export const lineHash = (line: Uint8Array): Sha256Hex => sha256Hex(line);

const HEADER =
  /^\{"v":1,"seq":(?:0|[1-9]\d*),"prev":"[0-9a-f]{64}","at":"[0-9TZ:.-]{24}","kind":"(?:operation|statement|receipt)","body":\{/;

/** @param line bytes without the newline. */
export function decodeEntry(line: Uint8Array): Result<LedgerEntry, EntryCode> {
  if (line.length > MAX_LINE_BYTES) return failure('ENTRY_TOO_LONG');
  const parsed = parseStrictJson(line);
  if (!parsed.ok) return parsed;
  if (line.at(-1) === 0x0a) return failure('ENTRY_MALFORMED');
  const value = parsed.value as Record<string, unknown> | null;
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return failure('ENTRY_MALFORMED');
  if (typeof value.v === 'number' && Number.isInteger(value.v) && value.v > 1) return failure('ENTRY_VERSION_UNSUPPORTED', String(value.v));
  // The header is ASCII and shorter than this; a character of the body may be cut in half here.
  if (!HEADER.test(String.fromCharCode(...line.subarray(0, 256)))) return failure('ENTRY_MALFORMED', 'header');
  return entryOf(value);
}

function entryOf(value: Record<string, unknown>): Result<LedgerEntry, EntryCode> {
  const { seq, prev, at, kind } = value;
  if (!Number.isSafeInteger(seq) || typeof prev !== 'string' || !isSha256Hex(prev)) return failure('ENTRY_MALFORMED', 'seq');
  if (typeof at !== 'string' || !isTimestamp(at)) return failure('ENTRY_MALFORMED', 'at');
  if (kind !== 'operation' && kind !== 'statement' && kind !== 'receipt') return failure('ENTRY_MALFORMED', 'kind');
  if (kind === 'statement') {
    const envelope = parseEnvelope(value.body);
    return envelope.ok ? ok({ seq: seq as EntryIndex, prev, at, kind, body: envelope.value }) : failure('ENTRY_MALFORMED', 'body');
  }
  const body = BODIES[kind].safeParse(value.body);
  if (!body.success) return failure('ENTRY_MALFORMED', `body.${body.error.issues[0]?.path.join('.') ?? ''}`);
  return ok({ seq: seq as EntryIndex, prev, at, kind, body: body.data } as LedgerEntry);
}
