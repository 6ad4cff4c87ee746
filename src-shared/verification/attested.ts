// One verdict or certificate with all that stands behind it, judged in the order a lawyer would ask: what was said, by whom, whether they
// might, under which edition, where it is recorded, when, and what came after. The outcome is taken from the signed statement, never from a PDF.
import { allSignaturesHold } from '../attestation/dsse';
import { type Check, fails, fromResult, holds, open } from './check';
import { checkBatch, checkProduct, checkValidity, checkWithdrawal, isExpired, judgeWithdrawal } from './checks/after';
import { checkEdition, checkThreshold } from './checks/edition';
import { checkAuthority, checkEnrolment, checkPractice, checkReviewers, checkRevocation, checkTerm } from './checks/people';
import { checkEntry, checkLedgerHead, checkNote, checkReceipt, checkTime } from './checks/record';
import { checkCertificate, checkReport, checkWorkstation } from './checks/report';
import { plainResult, resultWord, timeOrNull } from './conclude';
import { type Context, operatorOf, signersOf } from './context';
import type { Dossier } from './dossier';
import type { VerificationInput } from './input';
import type { NotChecked, VerificationResult, VerifiedFacts, VerifiedKind, VerifiedSigner } from './result';
import { bestStanding } from './standing';

type AttestedKind = Exclude<VerifiedKind, 'courier-package' | 'ledger'>;

/** @param packageCheck what the package itself is worth; null for an envelope alone. */
export function verifyAttested(
  kind: AttestedKind,
  dossier: Dossier,
  packageCheck: Check | null,
  input: VerificationInput,
): VerificationResult {
  const outer = packageCheck === null ? [] : [packageCheck];
  const { read } = dossier.main;
  if (!read.ok) return plainResult(kind, 'invalid', [...outer, fromResult('statement', read)], ['judgement']);
  const context: Context = { input, dossier, main: read.value, standing: bestStanding(input.bureaus, dossier) };
  const signatures = checkSignatures(context, kind);
  const checks = [...outer, holds('statement'), signatures, ...judge(context)];
  const received = context.standing?.receipt?.ok === true;
  const word = resultWord(checks, { known: context.standing !== null, withdrawn: dossier.withdrawals.length > 0 });
  return {
    v: 1,
    kind,
    result: word,
    received,
    practice: context.main.statement.predicate.practice,
    notBefore: timeOrNull(context.standing?.note?.ok ? context.standing.note.value.cosigned?.latest : null),
    notAfter: timeOrNull(context.standing?.receipt?.ok ? context.standing.receipt.value.cosignedAt : null),
    signers: describeSigners(context),
    checks,
    notChecked: notChecked(context, checks),
    // What a broken signature covers is nobody's word.
    facts: signatures.ok === true ? factsOf(context) : null,
  };
}

const judge = (context: Context): Check[] =>
  [
    checkEnrolment,
    checkPractice,
    checkAuthority,
    checkReviewers,
    checkTerm,
    checkRevocation,
    checkEdition,
    checkThreshold,
    checkEntry,
    checkLedgerHead,
    checkReceipt,
    checkNote,
    checkTime,
    checkReport,
    checkWorkstation,
    checkCertificate,
    checkWithdrawal,
    checkProduct,
    checkBatch,
    checkValidity,
  ].flatMap((check) => check(context) ?? []);

/** Every signature of the statement holds under a key at hand. */
function checkSignatures({ main, dossier }: Context, kind: AttestedKind): Check {
  const held = allSignaturesHold(main.envelope, dossier.keys);
  if (held.ok) return holds('signatures', String(held.value.length));
  if (kind === 'envelope' && held.code === 'KEY_MISSING') return open('signatures', 'KEY_MISSING');
  return fails('signatures', held.code);
}

function describeSigners(context: Context): VerifiedSigner[] {
  const acts = new Map(context.main.statement.predicate.reviewers.map(({ person, act }) => [person, act]));
  const signers = context.standing === null ? [] : signersOf(context, context.standing);
  return context.main.envelope.signatures.map(({ keyid }) => {
    const enrolment = signers.find((signer) => signer.keyid === keyid)?.enrolment?.statement.predicate;
    const act = enrolment === undefined ? null : (acts.get(enrolment.person) ?? null);
    return { keyid, person: enrolment?.person ?? null, name: enrolment?.name ?? null, operator: enrolment?.operator ?? null, act };
  });
}

/** Checks that were not judged, as things not checked; and what no verifier can tell. */
const OPEN_TO_NOT_CHECKED: Partial<Record<Check['check'], NotChecked>> = {
  edition: 'edition',
  threshold: 'threshold',
  'ledger-head': 'ledger-head',
  note: 'note',
  entry: 'entry',
  receipt: 'receipt',
  report: 'report',
  revocation: 'revocation',
  product: 'product-files',
  certificate: 'certificate-verdict',
  signatures: 'statement-signatures',
};

function notChecked({ standing, dossier }: Context, checks: readonly Check[]): NotChecked[] {
  const trustless = (code?: string): boolean => code === 'TRUST_NONE' || code === 'TRUST_OTHER';
  const left = checks.flatMap(({ check, ok, code }) => (ok === null && !trustless(code) ? (OPEN_TO_NOT_CHECKED[check] ?? []) : []));
  const words: NotChecked[] = dossier.pdf === null ? [] : ['pdf-words'];
  const proof: NotChecked[] = standing?.receipt?.ok && standing.note?.ok ? ['log-consistency'] : [];
  const place: NotChecked[] = dossier.withdrawals.length > 0 ? ['withdrawal-place'] : [];
  const trust: NotChecked[] = standing === null ? ['trust'] : [];
  return [...words, 'later-withdrawals', ...left, ...proof, ...place, ...trust, 'judgement'];
}

function factsOf(context: Context): VerifiedFacts {
  const { main, dossier, standing } = context;
  const { predicate } = main.statement;
  const withdrawal = dossier.withdrawals.map((found) => judgeWithdrawal(context, found)).find((judged) => judged.ok);
  return {
    number: predicate.number,
    outcome: predicate.outcome,
    product: predicate.product.name,
    version: predicate.product.version,
    developer: predicate.developer.name,
    operator: standing === null ? null : operatorOf(context, standing),
    bureau: standing?.bureau.name ?? null,
    decidedAt: predicate.decidedAt,
    validUntil: predicate.validUntil ?? null,
    expired: isExpired(context),
    conditions: predicate.conditions?.length ?? 0,
    edition: predicate.edition.id,
    entry: dossier.entry?.read.ok ? dossier.entry.read.value.entry.seq : null,
    logIndex: standing?.receipt?.ok ? standing.receipt.value.index : null,
    effectiveFrom: withdrawal?.ok ? withdrawal.value.statement.predicate.effectiveFrom : null,
    predicate: main.statement.raw,
  };
}
