// The JSON Schemas of everything signed or exchanged, generated from the schemas that the code itself parses with, for docs/schemas. A schema
// says shapes; what a verifier must check beyond them is in docs/formats.md. `vitest run -u` over their test writes the files again.
import { envelopeSchema } from '@shared/attestation/dsse';
import { subjectSchema } from '@shared/attestation/statements/authority';
import { PREDICATES, predicateType, STATEMENT_KINDS, STATEMENT_TYPE } from '@shared/attestation/statements/statement';
import {
  editionsReplySchema,
  enrolmentReplySchema,
  entriesReplySchema,
  headReplySchema,
  inboxReplySchema,
  refusalSchema,
  revocationsReplySchema,
} from '@shared/bureau/http';
import { trustFileSchema } from '@shared/bureau/trust';
import { operationSchema, receiptSchema } from '@shared/ledger/entry';
import { z } from 'zod';

/** Readers ignore fields they do not know, so no schema closes its objects. */
function schemaOf(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`;
}

const at = z.string().meta({ description: 'RFC 3339 in UTC with milliseconds' });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const entryOf = <K extends string, B extends z.ZodType>(kind: K, body: B) =>
  z.object({ v: z.literal(1), seq: z.int().min(0), prev: hash, at, kind: z.literal(kind), body });

/** @returns contents by file name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const statements = STATEMENT_KINDS.map((kind): [string, string] => [
    `${kind}.v1.schema.json`,
    schemaOf(
      z.object({
        _type: z.literal(STATEMENT_TYPE),
        subject: z.array(subjectSchema).min(1),
        predicateType: z.literal(predicateType(kind)),
        predicate: PREDICATES[kind],
      }),
      `${kind} statement`,
    ),
  ]);
  const entry = z.discriminatedUnion('kind', [
    entryOf('operation', operationSchema),
    entryOf('statement', envelopeSchema),
    entryOf('receipt', receiptSchema),
  ]);
  return new Map([
    ...statements,
    ['envelope.v1.schema.json', schemaOf(envelopeSchema, 'DSSE envelope')],
    ['ledger-entry.v1.schema.json', schemaOf(entry, 'ledger line')],
    ['trust-file.v1.schema.json', schemaOf(trustFileSchema, 'trust file')],
    ['bureau-enrolments-reply.v1.schema.json', schemaOf(enrolmentReplySchema, 'reply to POST /v1/enrolments')],
    ['bureau-entries-reply.v1.schema.json', schemaOf(entriesReplySchema, 'reply to POST /v1/workstations/{keyid}/entries')],
    ['bureau-head-reply.v1.schema.json', schemaOf(headReplySchema, 'reply to GET /v1/workstations/{keyid}/head')],
    ['bureau-inbox-reply.v1.schema.json', schemaOf(inboxReplySchema, 'reply to GET /v1/workstations/{keyid}/inbox')],
    ['bureau-editions-reply.v1.schema.json', schemaOf(editionsReplySchema, 'reply to GET /v1/editions')],
    ['bureau-revocations-reply.v1.schema.json', schemaOf(revocationsReplySchema, 'reply to GET /v1/revocations')],
    ['bureau-refusal.v1.schema.json', schemaOf(refusalSchema, 'any reply of the bureau that is not 2xx')],
  ]);
}
