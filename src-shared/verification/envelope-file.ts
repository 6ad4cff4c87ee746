// An envelope alone. A verdict or certificate is judged as far as the given keys and enrolments reach; what a bureau signs is judged by its
// statement keys; everything else by the given keys, with who may sign it.
import { allSignaturesHold, type OpenEnvelope } from '../attestation/dsse';
import { type Statement, statementOf } from '../attestation/statements/statement';
import { isSubject } from '../attestation/statements/subjects';
import { type PublicKey, parsePublicKeyPem } from '../attestation/suites/public-key';
import type { TrustedBureau } from '../bureau/trust';
import { verifyAttested } from './attested';
import { type Check, fails, fromResult, holds, open } from './check';
import { plainResult, resultWord } from './conclude';
import { instantOf } from './context';
import { dossierOfEnvelope, givenEnrolments } from './dossier';
import type { VerificationInput } from './input';
import type { VerificationResult, VerifiedSigner } from './result';
import { isAboutKey, openPart } from './signed-part';
import { standings } from './standing';
import { isWithinTerm } from './term';

const BY_BUREAU: readonly Statement['kind'][] = ['enrolment', 'revocation', 'edition', 'objection', 'termination'];

export function verifyEnvelope(envelope: OpenEnvelope, input: VerificationInput): VerificationResult {
  const statement = statementOf(envelope);
  if (!statement.ok) return plainResult('envelope', 'invalid', [fromResult('statement', statement)], ['judgement']);
  const { kind } = statement.value;
  if (kind === 'verdict' || kind === 'certificate') {
    const main = openPart(input.file.name, input.file.bytes, 'verdict', 'certificate');
    return verifyAttested('envelope', dossierOfEnvelope(main, input), null, input);
  }
  return BY_BUREAU.includes(kind) ? byBureau(envelope, statement.value, input) : byEnrolled(envelope, statement.value, input);
}

function byBureau(envelope: OpenEnvelope, statement: Statement, input: VerificationInput): VerificationResult {
  const bureau = input.bureaus.find(({ statementKeys }) => allSignaturesHold(envelope, statementKeys).ok) ?? null;
  const keys = [...input.bureaus.flatMap(({ statementKeys }) => statementKeys), ...input.keys];
  const checks = [holds('statement', statement.kind), checkSignatures(envelope, keys)];
  const said = practiceOf(statement);
  if (bureau !== null && said !== null) {
    checks.push(said === bureau.practice ? holds('practice') : fails('practice', 'PRACTICE_DIFFERS'));
  }
  const word = resultWord(checks, { known: bureau !== null, withdrawn: false });
  const signers = envelope.signatures.map(({ keyid }) => unnamed(keyid, bureau));
  return plainResult('envelope', word, checks, bureau === null ? ['trust'] : [], { signers, practice: bureau?.practice ?? said });
}

function practiceOf({ predicate }: Statement): boolean | null {
  const said = (predicate as { practice?: unknown }).practice;
  return typeof said === 'boolean' ? said : null;
}

const unnamed = (keyid: VerifiedSigner['keyid'], bureau: TrustedBureau | null): VerifiedSigner => ({
  keyid,
  person: null,
  name: bureau?.name ?? null,
  operator: null,
  act: null,
});

/** Requests, reports, batches, withdrawals, incidents, filings: their keys are given, or (a request) stand in the statement itself. */
function byEnrolled(envelope: OpenEnvelope, statement: Statement, input: VerificationInput): VerificationResult {
  const keys = [...input.keys, ...ownKey(statement)];
  const checks = [holds('statement', statement.kind), checkSignatures(envelope, keys)];
  const enrolments = givenEnrolments(input);
  const bureau = input.bureaus.find((candidate) => standings(candidate, enrolments).holding.length > 0) ?? null;
  if (bureau === null) {
    checks.push(open('enrolment', input.bureaus.length === 0 ? 'TRUST_NONE' : 'TRUST_OTHER'));
    const signers = envelope.signatures.map(({ keyid }) => unnamed(keyid, null));
    return plainResult('envelope', resultWord(checks, { known: false, withdrawn: false }), checks, ['trust'], { signers });
  }
  const enrolled = checkSigners(envelope, statement, bureau, input);
  checks.push(enrolled.check);
  const word = resultWord(checks, { known: true, withdrawn: false });
  return plainResult('envelope', word, checks, ['revocation', 'receipt'], { signers: enrolled.signers, practice: bureau.practice });
}

const checkSignatures = (envelope: OpenEnvelope, keys: readonly PublicKey[]): Check => {
  const held = allSignaturesHold(envelope, keys);
  if (held.ok) return holds('signatures', String(held.value.length));
  return held.code === 'KEY_MISSING' ? open('signatures', 'KEY_MISSING') : fails('signatures', held.code);
};

/** An enrolment request is signed by the key it carries, which must be its subject. */
function ownKey(statement: Statement): PublicKey[] {
  if (statement.kind !== 'enrolment-request') return [];
  const key = parsePublicKeyPem(statement.predicate.publicKey);
  return key.ok && statement.subject.some((subject) => isSubject(subject, key.value.der)) ? [key.value] : [];
}

function checkSigners(
  envelope: OpenEnvelope,
  statement: Statement,
  bureau: TrustedBureau,
  input: VerificationInput,
): { check: Check; signers: VerifiedSigner[] } {
  const { holding, failing } = standings(bureau, givenEnrolments(input));
  const role = statement.kind === 'report' ? 'workstation' : 'reviewer';
  const at = statement.kind === 'withdrawal' ? instantOf(statement.predicate.at) : null;
  const signers: VerifiedSigner[] = [];
  const faults: Check[] = failing.map((result) => fromResult('enrolment', result));
  for (const { keyid } of envelope.signatures) {
    const enrolment = holding.find((part) => isAboutKey(part, keyid))?.statement.predicate;
    signers.push({
      keyid,
      person: enrolment?.person ?? null,
      name: enrolment?.name ?? null,
      operator: enrolment?.operator ?? null,
      act: null,
    });
    if (enrolment === undefined) faults.push(fails('enrolment', 'ENROLMENT_MISSING', keyid));
    else if (enrolment.role !== role) faults.push(fails('enrolment', 'ENROLMENT_ROLE', keyid));
    else if (at !== null && !isWithinTerm(enrolment, at)) faults.push(fails('enrolment', 'ENROLMENT_EXPIRED', keyid));
  }
  return { check: faults[0] ?? holds('enrolment'), signers };
}
