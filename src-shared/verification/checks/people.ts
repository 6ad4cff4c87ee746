// Who signed, and whether they might: enrolment, practice, authority, the named reviewers, the term, revocation.
import { isSubject } from '../../attestation/statements/subjects';
import { type Check, fails, fromResult, holds, open } from '../check';
import { type Context, decidedAt, enrolmentAt, instantOf, signersOf, underBureau } from '../context';
import { keyidsOf, readable } from '../signed-part';
import { isWithinTerm } from '../term';

/** Every enrolment at hand is the bureau's, and every signer has one as a reviewer. */
export const checkEnrolment = (context: Context): Check =>
  underBureau(context, 'enrolment', (standing) => {
    const [bad] = standing.enrolments.failing;
    if (bad !== undefined) return fromResult('enrolment', bad);
    for (const { keyid, enrolment } of signersOf(context, standing)) {
      if (enrolment === null) return fails('enrolment', 'ENROLMENT_MISSING', keyid);
      if (enrolment.statement.predicate.role !== 'reviewer') return fails('enrolment', 'ENROLMENT_ROLE', keyid);
      const key = context.dossier.keys.find((known) => known.keyid === keyid);
      if (key !== undefined && !enrolment.statement.subject.some((subject) => isSubject(subject, key.der))) {
        return fails('enrolment', 'ENROLMENT_DIGEST', keyid);
      }
    }
    return holds('enrolment', String(keyidsOf(context.main).length));
  });

/** Practice is all or nothing: verdict, enrolments and bureau agree. */
export const checkPractice = (context: Context): Check =>
  underBureau(context, 'practice', (standing) => {
    const { practice } = context.main.statement.predicate;
    if (practice !== standing.bureau.practice) return fails('practice', 'PRACTICE_DIFFERS');
    const others = signersOf(context, standing).some(
      ({ enrolment }) => enrolment !== null && enrolment.statement.predicate.practice !== practice,
    );
    return others ? fails('practice', 'PRACTICE_DIFFERS') : holds('practice');
  });

/** The author may sign, the others may sign or countersign, who approves may approve. */
export const checkAuthority = (context: Context): Check =>
  underBureau(context, 'authority', (standing) => {
    const enrolled = signersOf(context, standing).flatMap(({ enrolment }) => (enrolment === null ? [] : [enrolment.statement.predicate]));
    for (const [i, { person, act }] of context.main.statement.predicate.reviewers.entries()) {
      const enrolment = enrolled.find((candidate) => candidate.person === person);
      if (enrolment === undefined) continue;
      const { maySign, mayCountersign, mayApprove } = enrolment;
      const may = i === 0 ? maySign : act === 'approve' ? mayApprove : maySign || mayCountersign;
      if (!may) return fails('authority', 'AUTHORITY_MISSING', person);
    }
    return holds('authority');
  });

/** The persons of the signatures are exactly the reviewers that the statement names, each once. */
export const checkReviewers = (context: Context): Check =>
  underBureau(context, 'reviewers', (standing) => {
    const named = context.main.statement.predicate.reviewers.map(({ person }) => person);
    const signers = signersOf(context, standing);
    if (signers.some(({ enrolment }) => enrolment === null)) return open('reviewers', 'ENROLMENT_MISSING');
    const signed = signers.flatMap(({ enrolment }) => enrolment?.statement.predicate.person ?? []);
    if (new Set(named).size !== named.length || new Set(signed).size !== signed.length) return fails('reviewers', 'REVIEWERS_NOT_DISTINCT');
    const same = named.length === signed.length && named.every((person) => signed.includes(person));
    return same ? holds('reviewers', String(named.length)) : fails('reviewers', 'REVIEWERS_DIFFER');
  });

export const checkTerm = (context: Context): Check =>
  underBureau(context, 'term', (standing) => {
    const outside = signersOf(context, standing).find(
      ({ enrolment }) => enrolment !== null && !isWithinTerm(enrolment.statement.predicate, decidedAt(context)),
    );
    return outside === undefined ? holds('term') : fails('term', 'ENROLMENT_EXPIRED', outside.keyid);
  });

/**
 * A revocation counts from a size of the bureau's log: what the log held before stands. Without a receipt nobody knows what it held, so it
 * counts always. A withdrawal has no receipt in the package; the verdict's place in the log decides for it too.
 */
export const checkRevocation = (context: Context): Check => {
  const { dossier, main } = context;
  if (dossier.entry === null && dossier.revocations.length === 0) return open('revocation', 'REVOCATIONS_NOT_GIVEN');
  return underBureau(context, 'revocation', (standing) => {
    const [bad] = standing.revocations.failing;
    if (bad !== undefined) return fromResult('revocation', bad);
    const index = standing.receipt?.ok ? standing.receipt.value.index : null;
    const revoked = standing.revocations.holding
      .filter(({ statement }) => index === null || statement.predicate.fromSize <= index)
      .flatMap(({ statement }) => statement.subject.map(({ digest }) => digest.sha256 as string));
    const parts = [main, ...readable(dossier.report === null ? [] : [dossier.report]), ...readable(dossier.withdrawals)];
    const signer = parts.flatMap(keyidsOf).find((keyid) => revoked.includes(keyid));
    return signer === undefined
      ? holds('revocation', String(standing.revocations.holding.length))
      : fails('revocation', 'KEY_REVOKED', signer);
  });
};

/** Whoever signed something later (a withdrawal, a batch) is an enrolled reviewer of the same operator at that time. @returns a code or null. */
export function laterSignerFault(
  context: Context,
  keyids: readonly string[],
  at: Parameters<typeof instantOf>[0] | null,
  operator: string | null,
): string | null {
  const { standing } = context;
  if (standing === null) return null;
  const instant = at === null ? decidedAt(context) : instantOf(at);
  for (const keyid of keyids) {
    const enrolment = enrolmentAt(standing, keyid, instant)?.statement.predicate;
    if (enrolment === undefined) return 'ENROLMENT_MISSING';
    if (enrolment.role !== 'reviewer') return 'ENROLMENT_ROLE';
    if (enrolment.operator !== operator) return 'OPERATOR_DIFFERS';
    if (enrolment.practice !== context.main.statement.predicate.practice) return 'PRACTICE_DIFFERS';
    if (at !== null && !isWithinTerm(enrolment, instant)) return 'ENROLMENT_EXPIRED';
  }
  return null;
}
