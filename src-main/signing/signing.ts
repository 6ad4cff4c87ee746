// Complete assessment in, ledger entry out. Judges the working paper against main's own facts, builds the statement, has it shown in its own
// window, signs exactly the bytes shown, and acknowledges only when the line is on the disk. Owns the signing window; keeps no key.
import path from 'node:path';
import type { AnalysisQueue } from '@main/analysis/queue';
import { writeDurably } from '@main/files/durable';
import type { Keyring } from '@main/keys/keyring';
import type { Ledger } from '@main/ledger/ledger';
import type { Logger } from '@main/logging/logger';
import type { Operations } from '@main/operations/operations';
import type { Trust } from '@main/trust/trust';
import type { Vault } from '@main/vault/vault';
import { completeAssessment } from '@shared/assessment/completeness';
import type { AssessmentDraft } from '@shared/assessment/model';
import { signaturesRequired } from '@shared/assessment/signatures';
import { encodeEnvelope, IN_TOTO_PAYLOAD_TYPE, signEnvelope } from '@shared/attestation/dsse';
import { numberYear, seriesOf } from '@shared/attestation/number';
import { buildStatement } from '@shared/attestation/statements/statement';
import { signerOf } from '@shared/attestation/suites';
import { sha256Hex } from '@shared/basics/digest';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Clock } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import type { CodeOf } from '@shared/contract/call';
import type { deskCalls, signingCalls } from '@shared/contract/contract';
import type { SignOutcome } from '@shared/contract/views';
import { fitsLine } from '@shared/ledger/entry';
import { type StatedBasis, statedBasis } from '@shared/regulation/basis';
import type { Approvals, Shown } from './approval';
import { basisStands } from './basis-stands';
import { type Facts, type FactsParts, gatherFacts, lockedFilesOf, successorsIn } from './facts';
import { nextNumber } from './numbers';
import { privateData } from './private-data';
import { verdictPredicate, verdictSubjects } from './statement';
import { findVerdict, verdictsOf, verdictView } from './verdicts';

type SignCode = CodeOf<(typeof deskCalls)['sign']>;
type ApproveCode = CodeOf<(typeof signingCalls)['approve']>;

export type SigningParts = {
  readonly keyring: Keyring;
  readonly ledger: Ledger;
  readonly operations: Operations;
  readonly trust: Trust;
  readonly vault: () => Vault | null;
  readonly lockOf: FactsParts['lockOf'];
  readonly analyses: AnalysisQueue;
  readonly approvals: Approvals;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly pendingFolder: string;
  readonly lastNote: () => string | null;
  readonly lastReceiptAt: () => Instant | null;
  readonly appearance: () => Pick<Shown, 'language' | 'theme'>;
  readonly workstationCheckpoint: () => void;
  readonly sendSoon: () => void;
};

type Prepared = {
  readonly facts: Facts;
  readonly payload: Uint8Array;
  readonly payloadSha256: string;
  readonly number: string;
  readonly basis: StatedBasis;
  readonly signatures: number;
};

export function createSigning(parts: SigningParts) {
  const { keyring, ledger, operations, trust, approvals } = parts;

  /** Everything that can refuse, before a window opens and a number is taken. */
  function prepare(assessment: AssessmentDraft): Result<Prepared, SignCode> {
    const vault = parts.vault();
    const identity = keyring.identity();
    const keys = keyring.open();
    if (!vault || !identity || !keys) return failure('LOCKED');
    if (ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
    if (verdictsOf(ledger.lines()).some(({ payloadSha256 }) => dossierSigned(payloadSha256, assessment.id)))
      return failure('ALREADY_SIGNED');
    const gathered = gatherFacts(assessment, {
      trust,
      vault,
      lockOf: parts.lockOf,
      ledger,
      analyses: parts.analyses,
      clock: parts.clock,
      reviewerKeyid: identity.reviewer.key.keyid,
      lastReceiptAt: parts.lastReceiptAt,
    });
    if (!gathered.ok) return gathered;
    const facts = gathered.value;
    const { edition } = facts.edition;
    const complete = completeAssessment(assessment, edition, facts.context);
    if (!complete.complete) {
      const basisMissing = complete.gaps.some(({ code }) => code.startsWith('BASIS'));
      // A gap closes outcomes too; an outcome is the matter only where nothing else is missing.
      const closed = complete.gaps.every(({ code }) => code === 'OUTCOME_CLOSED');
      return failure(
        basisMissing ? 'BASIS_NOT_CHOSEN' : closed ? 'OUTCOME_CLOSED' : 'ASSESSMENT_INCOMPLETE',
        complete.gaps.map(({ code, item }) => (item ? `${code} ${item}` : code)).join(', '),
      );
    }
    const basis = statedBasis(facts.context.basis, assessment.decision.basis, facts.context.inputs);
    if (!basis.ok) return failure('BASIS_NOT_CHOSEN', basis.code);
    const series = seriesOf({ practice: identity.practice, chosenBasis: basis.value.chosen });
    const head = ledger.head();
    const position = {
      number: nextNumber(ledger.lines(), series, numberYear(facts.at), identity.workstation.keyid),
      practice: identity.practice,
      basis: basis.value,
      workstation: identity.workstation.keyid,
      ledger: { seq: head.seq, head: head.hash },
      checkpoint: parts.lastNote(),
    };
    const predicate = verdictPredicate(complete.assessment, facts, position);
    const found = privateData(predicate, verdictSubjects(facts.evidence));
    if (found.length > 0) return failure('PRIVATE_DATA_IN_TEXT', found.join(', '));
    const payload = buildStatement('verdict', { suite: identity.reviewer.key.suite, subject: verdictSubjects(facts.evidence), predicate });
    const probe = {
      payloadType: IN_TOTO_PAYLOAD_TYPE,
      payload: Buffer.from(payload).toString('base64'),
      signatures: [{ keyid: identity.reviewer.key.keyid, sig: 'A'.repeat(200) }],
    };
    if (!fitsLine({ kind: 'statement', body: probe })) return failure('STATEMENT_TOO_LARGE');
    return ok({
      facts,
      payload,
      payloadSha256: sha256Hex(payload),
      number: position.number,
      basis: basis.value,
      signatures: signaturesRequired(assessment, edition, facts.context.seen).count,
    });
  }

  const dossierSigned = (payloadSha256: string, dossier: string): boolean =>
    ledger
      .lines()
      .some(
        ({ entry }) =>
          entry.kind === 'operation' &&
          entry.body.act === 'assessment.complete' &&
          entry.body.digest === payloadSha256 &&
          entry.body.id === dossier,
      );

  /** With the passphrase: hashes the evidence once more, signs the bytes that were shown, appends, fsyncs, and only then says so. */
  async function approve(
    passphrase: string,
    { facts, payload, payloadSha256, basis, signatures }: Prepared,
  ): Promise<Result<'signed' | 'waiting', ApproveCode>> {
    const vault = parts.vault();
    if (!vault) return failure('REQUEST_GONE');
    const changed = facts.evidence.find((record) => record.role === 'delivered' && !vault.isLocked(record.sha256) && !vault.holds(record));
    if (changed) return failure('EVIDENCE_CHANGED', changed.sha256);
    // The bytes say what was locked and deleted when they were built.
    const lockedNow = JSON.stringify(lockedFilesOf(facts.evidence, parts.lockOf));
    if (lockedNow !== JSON.stringify(facts.locked)) return failure('EVIDENCE_CHANGED');
    if (!basisStands(basis, parts.clock(), successorsIn(trust), facts.context.inputs)) return failure('BASIS_CHANGED');
    const signed = await keyring.withSigningKey(passphrase, (key) => signEnvelope(IN_TOTO_PAYLOAD_TYPE, payload, [signerOf(key)]));
    if (!signed.ok) {
      if (signed.code === 'PASSPHRASE_WRONG') operations.record('key.unlock-failed', keyring.identity()?.reviewer.key.keyid ?? '');
      return signed.code === 'PROFILE_MISSING' ? failure('REQUEST_GONE') : failure(signed.code);
    }
    if (signatures > 1) {
      // Not a signed verdict yet: kept by main until the second person signs the same bytes.
      writeDurably(path.join(parts.pendingFolder, `${payloadSha256}.dsse.json`), encodeEnvelope(signed.value));
      return operations.record('sign.first', payloadSha256, { digest: payloadSha256 }) ? ok('waiting') : failure('LEDGER_WRITE_FAILED');
    }
    const appended = ledger.append({ kind: 'statement', body: signed.value });
    if (!appended.ok) return appended;
    parts.workstationCheckpoint();
    return ok('signed');
  }

  return {
    /** Resolves when the window is done: signed, waiting for a second person, or cancelled. */
    async sign(assessment: AssessmentDraft): Promise<Result<SignOutcome, SignCode>> {
      if (approvals.inProgress()) return failure('SIGNING_IN_PROGRESS');
      const prepared = prepare(assessment);
      if (!prepared.ok) return prepared;
      const { payload, payloadSha256, number } = prepared.value;
      const identity = keyring.identity();
      const keys = keyring.open();
      if (!identity || !keys) return failure('LOCKED');
      // The number is taken here: whatever happens to the window, this line stands.
      if (!operations.record('assessment.complete', assessment.id, { digest: payloadSha256, to: number }))
        return failure('LEDGER_WRITE_FAILED');
      const answer = await approvals.ask(
        {
          phrase: keys.phrase,
          practice: identity.practice,
          reviewer: { name: identity.reviewer.name, keyid: identity.reviewer.key.keyid, suite: identity.reviewer.key.suite },
          payloads: [payload],
          ...parts.appearance(),
        },
        (passphrase) => approve(passphrase, prepared.value),
      );
      if (answer.state === 'cancelled') {
        operations.record('sign.cancel', number, { digest: payloadSha256 });
        return ok({ state: 'cancelled' });
      }
      if (answer.value === 'waiting') return ok({ state: 'waiting', payload: payloadSha256 });
      parts.sendSoon();
      const held = findVerdict(ledger.lines(), payloadSha256);
      if (!held) throw new Error('a signed verdict is not in the ledger');
      return ok({ state: 'signed', verdict: verdictView(held, ledger.lines(), trust.bureau(), false) });
    },
  };
}
export type Signing = ReturnType<typeof createSigning>;
