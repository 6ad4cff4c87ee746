// What is about to be signed, parsed from the very bytes that main will sign. Anything this window would not show is a refusal: an unknown
// field, a kind it has no page for, a certificate that does not belong to its verdict (security of "what you see is what you sign").
import { readStatement, type StatementOf, unknownFields } from '@shared/attestation/statements/statement';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Sha256Hex } from '@shared/basics/units';

export type RefusalCode =
  | 'NOTHING_TO_SIGN'
  | 'PAYLOAD_UNREADABLE'
  | 'UNKNOWN_FIELD'
  | 'NOT_A_VERDICT'
  | 'NOT_A_CERTIFICATE'
  | 'CERTIFICATE_MISMATCH';

type Kind = 'verdict' | 'certificate' | 'incident';
export type SignedPart<K extends Kind> = {
  readonly statement: StatementOf<K>;
  readonly bytes: number;
  readonly sha256: Sha256Hex;
};
/** A verdict, with its certificate where there is one. */
export type ToSign = { readonly verdict: SignedPart<'verdict'>; readonly certificate: SignedPart<'certificate'> | null };

/** A problem report stands alone; everything else is a verdict, or refused. */
export function readIncident(payloads: readonly Uint8Array[]): Result<SignedPart<'incident'>, RefusalCode> | null {
  const [only, ...more] = payloads;
  if (only === undefined || more.length > 0) return null;
  const statement = readStatement(only);
  return statement.ok && statement.value.kind === 'incident' ? readPart(only, 'incident', 'PAYLOAD_UNREADABLE') : null;
}

export function readToSign(payloads: readonly Uint8Array[]): Result<ToSign, RefusalCode> {
  const [first, second, ...more] = payloads;
  if (first === undefined) return failure('NOTHING_TO_SIGN');
  if (more.length > 0) return failure('NOT_A_CERTIFICATE', `${payloads.length} payloads`);
  const verdict = readPart(first, 'verdict', 'NOT_A_VERDICT');
  if (!verdict.ok) return verdict;
  if (second === undefined) return ok({ verdict: verdict.value, certificate: null });
  const certificate = readPart(second, 'certificate', 'NOT_A_CERTIFICATE');
  if (!certificate.ok) return certificate;
  const difference = differenceOf(verdict.value, certificate.value);
  return difference === null ? ok({ verdict: verdict.value, certificate: certificate.value }) : failure('CERTIFICATE_MISMATCH', difference);
}

function readPart<K extends Kind>(payload: Uint8Array, kind: K, otherwise: RefusalCode): Result<SignedPart<K>, RefusalCode> {
  const unknown = unknownFields(payload);
  if (!unknown.ok) return failure('PAYLOAD_UNREADABLE', [unknown.code, unknown.detail].filter(Boolean).join(' '));
  const statement = readStatement(payload);
  if (!statement.ok) return failure('PAYLOAD_UNREADABLE', statement.code);
  if (statement.value.kind !== kind) return failure(otherwise, statement.value.kind);
  if (unknown.value.length > 0) return failure('UNKNOWN_FIELD', unknown.value.join(', '));
  // The kind was just compared, which the compiler does not carry through the generic.
  return ok({ statement: statement.value as StatementOf<K>, bytes: payload.length, sha256: sha256Hex(payload) });
}

/** What a recipient would be told differently from the verdict; conditions and the list of what was not checked may be fewer, never others. */
function differenceOf(verdict: SignedPart<'verdict'>, certificate: SignedPart<'certificate'>): string | null {
  const v = verdict.statement.predicate;
  const c = certificate.statement.predicate;
  const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  const within = (few: readonly unknown[] | undefined, all: readonly unknown[] | undefined) =>
    (few ?? []).every((one) => (all ?? []).some((other) => same(one, other)));
  const differs: Record<string, boolean> = {
    verdict: c.verdict.sha256 !== verdict.sha256,
    subject: !same(verdict.statement.subject, certificate.statement.subject),
    number: v.number !== c.number,
    outcome: v.outcome !== c.outcome,
    decidedAt: v.decidedAt !== c.decidedAt,
    practice: v.practice !== c.practice,
    product: !same(v.product, c.product),
    developer: v.developer.name !== c.developer.name,
    reviewers: !same(v.reviewers, c.reviewers),
    coverage: !same(v.coverage, c.coverage),
    validUntil: !same(v.validUntil, c.validUntil),
    basis: !same(v.basis, c.basis),
    edition: !same(v.edition, c.edition),
    conditions:
      !within(c.conditions, v.conditions) ||
      (v.conditions ?? []).some((one) => one.binds === 'recipient' && !(c.conditions ?? []).some((other) => same(one, other))),
    notChecked: !within(c.notChecked, v.notChecked),
  };
  return Object.keys(differs).find((field) => differs[field] === true) ?? null;
}
