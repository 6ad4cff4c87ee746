// Reading a request for enrolment: that the key itself asks, for itself, at this bureau. Whether it is granted is somebody else's decision.
import { allSignaturesHold, openEnvelope } from '@shared/attestation/dsse';
import type { EnrolmentRequest } from '@shared/attestation/statements/authority';
import { statementOf } from '@shared/attestation/statements/statement';
import { isSubject } from '@shared/attestation/statements/subjects';
import { type PublicKey, parsePublicKeyPem } from '@shared/attestation/suites/public-key';
import type { Sha256Hex } from '@shared/basics/units';
import { Refused } from '../refused';

/** `digest`: of the payload, by which the request is known from then on. */
export type ReadRequest = { readonly digest: Sha256Hex; readonly key: PublicKey; readonly request: EnrolmentRequest };

/** @throws Refused REQUEST_MALFORMED; ENROLMENT_REFUSED when it is meant for another bureau. */
export function readEnrolmentRequest(bytes: Uint8Array, origin: string): ReadRequest {
  const envelope = openEnvelope(bytes);
  if (!envelope.ok) throw malformed(envelope.code);
  const statement = statementOf(envelope.value);
  if (!statement.ok) throw malformed(statement.code);
  if (statement.value.kind !== 'enrolment-request') throw malformed(statement.value.kind);
  const { predicate, subject } = statement.value;
  const key = parsePublicKeyPem(predicate.publicKey);
  if (!key.ok) throw malformed(key.code);
  const signed = allSignaturesHold(envelope.value, [key.value]);
  if (!signed.ok) throw malformed(signed.code);
  const [own, ...others] = subject;
  if (own === undefined || others.length > 0 || !isSubject(own, key.value.der)) throw malformed('subject');
  // A workstation's checkpoints are notes, and notes are Ed25519.
  if (predicate.role === 'workstation' && key.value.suite !== 'ed25519') throw malformed('suite');
  if (predicate.name.trim() === '' || predicate.operator.trim() === '') throw malformed('name');
  // A request that another bureau's applicant signed is no application here.
  if (predicate.bureau !== origin) throw new Refused('ENROLMENT_REFUSED', { detail: 'another bureau' });
  return { digest: envelope.value.payloadSha256, key: key.value, request: predicate };
}

const malformed = (detail: string): Refused => new Refused('REQUEST_MALFORMED', { detail });
