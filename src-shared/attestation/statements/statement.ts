// in-toto Statement v1 of every kind that Shiqi knows: building the exact bytes that will be signed, and reading bytes whose signature
// held. A reader ignores fields it does not know; the builder and `unknownFields` (for the signing window) do not. It signs nothing.
import { z } from 'zod';
import { assert } from '../../basics/assertions';
import { utf8 } from '../../basics/bytes';
import { failure, ok, type Result } from '../../basics/result';
import { IN_TOTO_PAYLOAD_TYPE, type OpenEnvelope } from '../dsse';
import { areUniqueNames, isSafeName } from '../names';
import { type JsonCode, parseStrictJson } from '../strict-json';
import type { Suite } from '../suites/public-key';
import {
  editionSchema,
  enrolmentRequestSchema,
  enrolmentSchema,
  objectionSchema,
  revocationSchema,
  type Subject,
  subjectSchema,
  terminationSchema,
} from './authority';
import { batchSchema, filingSchema, incidentSchema, withdrawalSchema } from './later';
import { certificateSchema, reportSchema, verdictSchema } from './verdict';

export const STATEMENT_TYPE = 'https://in-toto.io/Statement/v1';

export const PREDICATES = {
  verdict: verdictSchema,
  certificate: certificateSchema,
  report: reportSchema,
  batch: batchSchema,
  withdrawal: withdrawalSchema,
  incident: incidentSchema,
  filing: filingSchema,
  'enrolment-request': enrolmentRequestSchema,
  enrolment: enrolmentSchema,
  revocation: revocationSchema,
  edition: editionSchema,
  objection: objectionSchema,
  termination: terminationSchema,
} as const;

export type StatementKind = keyof typeof PREDICATES;
export const STATEMENT_KINDS = Object.keys(PREDICATES) as StatementKind[];
export type Predicate<K extends StatementKind> = z.infer<(typeof PREDICATES)[K]>;
/** What a builder must give: `default`ed fields may be left out. */
export type PredicateInput<K extends StatementKind> = z.input<(typeof PREDICATES)[K]>;

/** `raw`: the predicate as it stands, with the fields that this version does not know. */
export type StatementOf<K extends StatementKind> = K extends StatementKind
  ? { readonly kind: K; readonly subject: readonly Subject[]; readonly predicate: Predicate<K>; readonly raw: unknown }
  : never;
export type Statement = StatementOf<StatementKind>;

export type StatementCode =
  | JsonCode
  | 'PAYLOAD_TYPE_UNKNOWN'
  | 'STATEMENT_MALFORMED'
  | 'STATEMENT_KIND_UNKNOWN'
  | 'STATEMENT_VERSION_UNSUPPORTED'
  | 'STATEMENT_NAME_UNSAFE';

const statementSchema = z.object({
  _type: z.literal(STATEMENT_TYPE),
  subject: z.array(subjectSchema).min(1),
  predicateType: z.string(),
  predicate: z.unknown(),
});

export const predicateType = (kind: StatementKind): string => `urn:shiqi:${kind}:v1`;

/** Kinds whose subjects are files; other subjects are people, numbers and organisations. */
const NAMES_FILES: readonly StatementKind[] = ['verdict', 'certificate', 'report', 'batch', 'edition'];

/**
 * The exact bytes to sign. With suite `sm2` every subject must carry sm3, with any other suite it is left out.
 * @throws when a field is missing, malformed or unknown: what is built here is ours, so that is a bug.
 */
export function buildStatement<K extends StatementKind>(
  kind: K,
  parts: { suite: Suite; subject: readonly Subject[]; predicate: PredicateInput<K> },
): Uint8Array<ArrayBuffer> {
  const subject = parts.subject.map(({ name, digest }) => {
    if (parts.suite !== 'sm2') return { name, digest: { sha256: digest.sha256 } };
    assert(digest.sm3 !== undefined, `a statement of an SM2 signer carries sm3: ${name}`);
    return { name, digest: { sha256: digest.sha256, sm3: digest.sm3 } };
  });
  const predicate = PREDICATES[kind].parse(parts.predicate);
  const payload = utf8(JSON.stringify({ _type: STATEMENT_TYPE, subject, predicateType: predicateType(kind), predicate }));
  const lost = lostPaths(parts.predicate, predicate, 'predicate');
  assert(lost.length === 0, `fields that the format does not know: ${lost.join(', ')}`);
  const back = readStatement(payload);
  assert(back.ok, `built a statement that cannot be read: ${back.ok ? '' : `${back.code} ${back.detail}`}`);
  return payload;
}

/** Reads the payload of an envelope whose signatures held: the same bytes, nothing decoded twice. */
export const statementOf = (envelope: OpenEnvelope): Result<Statement, StatementCode> =>
  envelope.payloadType === IN_TOTO_PAYLOAD_TYPE ? readStatement(envelope.payload) : failure('PAYLOAD_TYPE_UNKNOWN', envelope.payloadType);

export function readStatement(payload: Uint8Array): Result<Statement, StatementCode> {
  const value = parseStrictJson(payload);
  if (!value.ok) return value;
  const outer = statementSchema.safeParse(value.value);
  if (!outer.success) return malformed(outer.error);
  const kind = kindOf(outer.data.predicateType);
  if (!kind.ok) return kind;
  const { subject } = outer.data;
  if (!areUniqueNames(subject.map(({ name }) => name))) return failure('STATEMENT_NAME_UNSAFE');
  if (NAMES_FILES.includes(kind.value) && !subject.every(({ name }) => isSafeName(name))) return failure('STATEMENT_NAME_UNSAFE');
  const predicate = PREDICATES[kind.value].safeParse(outer.data.predicate);
  if (!predicate.success) return malformed(predicate.error, 'predicate');
  // The kind chose the schema, which the compiler cannot follow through the table.
  return ok({ kind: kind.value, subject, predicate: predicate.data, raw: outer.data.predicate } as Statement);
}

function kindOf(type: string): Result<StatementKind, 'STATEMENT_KIND_UNKNOWN' | 'STATEMENT_VERSION_UNSUPPORTED'> {
  const match = /^urn:shiqi:([a-z-]+):v([1-9]\d*)$/.exec(type);
  const kind = STATEMENT_KINDS.find((known) => known === match?.[1]);
  if (kind === undefined) return failure('STATEMENT_KIND_UNKNOWN', type);
  return match?.[2] === '1' ? ok(kind) : failure('STATEMENT_VERSION_UNSUPPORTED', type);
}

const malformed = (error: z.ZodError, at?: string) =>
  failure('STATEMENT_MALFORMED', [...(at === undefined ? [] : [at]), ...(error.issues[0]?.path ?? [])].join('.'));

/** Paths of what a statement says beyond this version's words, for the signing window, which refuses them. */
export function unknownFields(payload: Uint8Array): Result<string[], StatementCode> {
  const value = parseStrictJson(payload);
  if (!value.ok) return value;
  const statement = readStatement(payload);
  if (!statement.ok) return statement;
  const { subject, predicate, kind } = statement.value;
  return ok(lostPaths(value.value, { _type: STATEMENT_TYPE, subject, predicateType: predicateType(kind), predicate }, ''));
}

/** Every path of `raw` that `read` does not hold. */
function lostPaths(raw: unknown, read: unknown, path: string): string[] {
  if (raw === null || typeof raw !== 'object') return raw === read ? [] : [path];
  if (read === null || typeof read !== 'object') return raw === undefined ? [] : [path];
  const known = read as Record<string, unknown>;
  return Object.entries(raw).flatMap(([key, value]) => {
    const inner = path === '' ? key : `${path}.${key}`;
    if (value === undefined) return [];
    return Object.hasOwn(known, key) ? lostPaths(value, known[key], inner) : [inner];
  });
}
