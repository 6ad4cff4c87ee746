// One envelope of a package or a given file, opened once: its signatures against keys, its statement from the very bytes that were signed.
import { allSignaturesHold, type EnvelopeCode, type OpenEnvelope, openEnvelope, type SignatureCode } from '../attestation/dsse';
import { type StatementCode, type StatementKind, type StatementOf, statementOf } from '../attestation/statements/statement';
import type { PublicKey } from '../attestation/suites/public-key';
import { failure, ok, type Result } from '../basics/result';
import type { TrustedBureau } from '../bureau/trust';

export type PartCode = EnvelopeCode | StatementCode | 'PART_OTHER_KIND';
export type Part<K extends StatementKind> = { readonly name: string; readonly envelope: OpenEnvelope; readonly statement: StatementOf<K> };
/** A part that is present, whether or not it can be read: what cannot be read never counts as absent. */
export type FoundPart<K extends StatementKind> = { readonly name: string; readonly read: Result<Part<K>, PartCode> };

export function openPart<K extends StatementKind>(name: string, bytes: Uint8Array, ...kinds: readonly K[]): FoundPart<K> {
  return { name, read: readPart(name, bytes, kinds) };
}

function readPart<K extends StatementKind>(name: string, bytes: Uint8Array, kinds: readonly K[]): Result<Part<K>, PartCode> {
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) return failure(envelope.code, name);
  const statement = statementOf(envelope.value);
  if (!statement.ok) return failure(statement.code, statement.detail ?? name);
  if (!kinds.some((kind) => kind === statement.value.kind)) return failure('PART_OTHER_KIND', name);
  return ok({ name, envelope: envelope.value, statement: statement.value as StatementOf<K> });
}

/** Signed by the bureau: every signature holds under one of its statement keys. */
export const isSignedByBureau = (part: Part<StatementKind>, bureau: TrustedBureau): Result<unknown, SignatureCode> =>
  allSignaturesHold(part.envelope, bureau.statementKeys);

export const keyidsOf = (part: Part<StatementKind>): string[] => part.envelope.signatures.map(({ keyid }) => keyid);

/** The parts that can be read, of those found. */
export const readable = <K extends StatementKind>(found: readonly FoundPart<K>[]): Part<K>[] =>
  found.flatMap(({ read }) => (read.ok ? [read.value] : []));

/** Whether a statement is about a key: its first subject's digest is the keyid. */
export const isAboutKey = (part: Part<'enrolment' | 'revocation'>, key: PublicKey | string): boolean =>
  part.statement.subject.some(({ digest }) => digest.sha256 === (typeof key === 'string' ? key : key.keyid));
