// What every check of one verdict or certificate may look at: the statement, what stands behind it, and how that stands under a bureau.

import { parseInstant } from '../basics/time';
import type { Instant, Timestamp } from '../basics/units';
import { type Check, type CheckName, open } from './check';
import type { Attested, Dossier } from './dossier';
import type { VerificationInput } from './input';
import { isAboutKey, keyidsOf, type Part } from './signed-part';
import type { Standing } from './standing';
import { type Enrolment, isWithinTerm } from './term';

export type Context = {
  readonly input: VerificationInput;
  readonly dossier: Dossier;
  readonly main: Attested;
  /** null: nothing here holds under any trusted bureau. */
  readonly standing: Standing | null;
};

/** Times in statements were checked by their schema. */
export const instantOf = (time: Timestamp): Instant => parseInstant(time) ?? (Number.NaN as Instant);

export const decidedAt = ({ main }: Context): Instant => instantOf(main.statement.predicate.decidedAt);

/** The verdict's payload digest, which withdrawals, batches and reports name. */
export const verdictDigest = ({ main }: Context): string =>
  main.statement.kind === 'verdict' ? main.envelope.payloadSha256 : main.statement.predicate.verdict.sha256;

/** Judged only under a bureau: otherwise said to be open, with the reason. */
export const underBureau = (context: Context, check: CheckName, judge: (standing: Standing) => Check): Check => {
  if (context.standing !== null) return judge(context.standing);
  return open(check, context.input.bureaus.length === 0 ? 'TRUST_NONE' : 'TRUST_OTHER');
};

/** The enrolment that says who a key is at an instant: one that covers it, else any of the role, so that the term check can say why not. */
export function enrolmentAt(
  standing: Standing,
  keyid: string,
  at: Instant,
  role: Enrolment['role'] = 'reviewer',
): Part<'enrolment'> | null {
  const about = standing.enrolments.holding.filter((part) => isAboutKey(part, keyid));
  const ofRole = about.filter(({ statement }) => statement.predicate.role === role);
  return ofRole.find(({ statement }) => isWithinTerm(statement.predicate, at)) ?? ofRole[0] ?? about[0] ?? null;
}

/** The signers of the verdict or certificate in the order of their signatures. */
export const signersOf = (context: Context, standing: Standing): { keyid: string; enrolment: Part<'enrolment'> | null }[] =>
  keyidsOf(context.main).map((keyid) => ({ keyid, enrolment: enrolmentAt(standing, keyid, decidedAt(context)) }));

/** The operator for whom the author signed; null when the author is not enrolled. */
export function operatorOf(context: Context, standing: Standing): string | null {
  const author = context.main.statement.predicate.reviewers[0]?.person;
  const enrolments = signersOf(context, standing).flatMap(({ enrolment }) => (enrolment === null ? [] : [enrolment.statement.predicate]));
  return enrolments.find(({ person }) => person === author)?.operator ?? enrolments[0]?.operator ?? null;
}
