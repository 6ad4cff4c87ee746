// What came after the verdict, and what its reader holds in hand: withdrawals, product files, later batches, the end of validity.
import { allSignaturesHold } from '../../attestation/dsse';
import { visibleName } from '../../attestation/names';
import { digestsOf, isSubject } from '../../attestation/statements/subjects';
import { failure, ok, type Result } from '../../basics/result';
import { parseInstant } from '../../basics/time';
import { type Check, firstFailure, holds, open } from '../check';
import { type Context, operatorOf, underBureau, verdictDigest } from '../context';
import { type FoundPart, keyidsOf, openPart, type Part } from '../signed-part';
import { laterSignerFault } from './people';

/** Withdrawals that count: of this number and verdict, signed by a reviewer of the same operator enrolled at the time. */
export const judgeWithdrawal = (context: Context, found: FoundPart<'withdrawal'>): Result<Part<'withdrawal'>, string> => {
  if (!found.read.ok) return found.read;
  const { envelope, statement } = found.read.value;
  const signed = allSignaturesHold(envelope, context.dossier.keys);
  if (!signed.ok) return failure(signed.code, found.name);
  const ofThis = statement.subject.some(
    ({ name, digest }) => name === context.main.statement.predicate.number && digest.sha256 === verdictDigest(context),
  );
  if (!ofThis) return failure('WITHDRAWAL_OTHER', found.name);
  const operator = context.standing === null ? null : operatorOf(context, context.standing);
  const fault = laterSignerFault(context, keyidsOf(found.read.value), statement.predicate.at, operator);
  return fault === null ? found.read : failure(fault, found.name);
};

export const checkWithdrawal = (context: Context): Check => {
  const found = context.dossier.withdrawals;
  const judged = firstFailure(
    'withdrawal',
    found.map((part) => judgeWithdrawal(context, part)),
  );
  if (judged.ok === false || found.length === 0) return found.length === 0 ? holds('withdrawal', '0') : judged;
  // Present and in order: the verdict is ended, which the result says; the check itself holds.
  return underBureau(context, 'withdrawal', () => ({ check: 'withdrawal', ok: true, code: 'WITHDRAWN', detail: String(found.length) }));
};

const judgeBatch = (context: Context, found: FoundPart<'batch'>): Result<Part<'batch'>, string> => {
  if (!found.read.ok) return found.read;
  const { envelope, statement } = found.read.value;
  const signed = allSignaturesHold(envelope, context.dossier.keys);
  if (!signed.ok) return failure(signed.code, found.name);
  if (statement.predicate.verdict.sha256 !== verdictDigest(context)) return failure('BATCH_OTHER', found.name);
  if (context.standing === null) return found.read;
  const fault = laterSignerFault(context, keyidsOf(found.read.value), null, operatorOf(context, context.standing));
  return fault === null ? found.read : failure(fault, found.name);
};

const batchesOf = ({ input }: Context): FoundPart<'batch'>[] => input.batches.map(({ name, bytes }) => openPart(name, bytes, 'batch'));

export const checkBatch = (context: Context): Check | null => {
  const batches = batchesOf(context);
  if (batches.length === 0) return null;
  const judged = firstFailure(
    'batch',
    batches.map((batch) => judgeBatch(context, batch)),
  );
  return judged.ok === false ? judged : underBureau(context, 'batch', () => judged);
};

/** Every given file is one of the reviewed files, or a batch covers it. Names do not matter, digests do. */
export const checkProduct = (context: Context): Check => {
  const { products } = context.input;
  if (products.length === 0) return open('product', 'NOT_GIVEN');
  const batches = batchesOf(context).flatMap((batch) => {
    const judged = judgeBatch(context, batch);
    return judged.ok ? [judged.value.statement.subject] : [];
  });
  const results = products.map(({ name, bytes }): Result<'subject' | 'covered', string> => {
    const digests = digestsOf(bytes);
    if (context.main.statement.subject.some((subject) => isSubject(subject, digests))) return ok('subject');
    if (batches.flat().some((subject) => isSubject(subject, digests))) return ok('covered');
    return failure('PRODUCT_OUTSIDE_COVERAGE', visibleName(name));
  });
  const judged = firstFailure('product', results);
  if (judged.ok === false) return judged;
  const covered = results.some((result) => result.ok && result.value === 'covered');
  return { check: 'product', ok: true, ...(covered ? { code: 'COVERED' } : {}), detail: String(products.length) };
};

/** Past its end a verdict is still genuine: it is said, and it does not fail. */
export const checkValidity = ({ main, input }: Context): Check => {
  const { validUntil } = main.statement.predicate;
  const end = validUntil ? parseInstant(validUntil) : null;
  if (end === null) return open('validity', 'NO_END');
  return input.now > end ? { check: 'validity', ok: true, code: 'EXPIRED' } : holds('validity');
};

export const isExpired = (context: Context): boolean => checkValidity(context).code === 'EXPIRED';
