// What main knows by itself about an assessment that asks to be signed: evidence hashed again now, the analyses it ran, the edition, the legal
// basis at this instant. Nothing here is taken from the desk but the working paper it judges, and every refusal has its code.

import type { AnalysisQueue } from '@main/analysis/queue';
import type { AnalysisRecord } from '@main/analysis/records';
import type { Ledger } from '@main/ledger/ledger';
import type { HeldEdition, HeldEnrolment, Trust } from '@main/trust/trust';
import type { Quarantine } from '@main/vault/quarantine';
import type { EvidenceRecord, Vault } from '@main/vault/vault';
import { type LockedFile, lockedNotes } from '@shared/assessment/locked-files';
import type { AssessmentDraft } from '@shared/assessment/model';
import type { Context } from '@shared/assessment/outcomes';
import { machineSignals, proposals } from '@shared/assessment/proposals';
import { isScopeStepFinding, scopeStepProposals } from '@shared/assessment/scope-proposals';
import { basisInputs } from '@shared/assessment/subject';
import { visibleName } from '@shared/attestation/names';
import { failure, ok, type Result } from '@shared/basics/result';
import { type Clock, parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import { seenFeatures } from '@shared/checklist/applicability';
import { successorEdition } from '@shared/checklist/successor';
import { basisAt, checkBackDating } from '@shared/regulation/validity';

export type FactsCode =
  | 'EDITION_UNKNOWN'
  | 'EDITION_NOT_ISSUED'
  | 'NOT_ENROLLED'
  | 'ENROLMENT_EXPIRED'
  | 'EVIDENCE_UNKNOWN'
  | 'EVIDENCE_CHANGED'
  | 'EVIDENCE_QUARANTINED'
  | 'ANALYSIS_UNKNOWN'
  | 'CLOCK_BEHIND_LEDGER';

export type Facts = {
  readonly at: Instant;
  readonly edition: HeldEdition;
  readonly enrolment: HeldEnrolment;
  readonly evidence: readonly EvidenceRecord[];
  readonly analyses: readonly AnalysisRecord[];
  readonly context: Context;
  /** Delivered files whose content is locked, as the context says: their bytes are not hashed again. */
  readonly locked: readonly LockedFile[];
};

export type FactsParts = {
  readonly trust: Trust;
  readonly vault: Vault;
  readonly lockOf: (sha256: string) => ReturnType<Quarantine['of']>;
  readonly analyses: AnalysisQueue;
  readonly ledger: Ledger;
  readonly clock: Clock;
  readonly reviewerKeyid: string;
  readonly lastReceiptAt: () => Instant | null;
};

export function gatherFacts(assessment: AssessmentDraft, parts: FactsParts): Result<Facts, FactsCode> {
  const at = parts.clock();
  const edition = parts.trust.editions().find(({ sha256 }) => sha256 === assessment.edition.sha256);
  if (!edition) return failure('EDITION_UNKNOWN');
  if (!edition.envelope) return failure('EDITION_NOT_ISSUED');
  const enrolment = parts.trust.enrolmentAt(parts.reviewerKeyid, at);
  if (!enrolment) return failure(parts.trust.enrolments(parts.reviewerKeyid).length > 0 ? 'ENROLMENT_EXPIRED' : 'NOT_ENROLLED');
  const [lastLine] = parts.ledger.lines().slice(-1);
  const inOrder = checkBackDating(at, {
    lastEntryAt: lastLine ? parseInstant(lastLine.entry.at) : null,
    lastReceiptAt: parts.lastReceiptAt(),
  });
  if (!inOrder.ok) return failure('CLOCK_BEHIND_LEDGER');
  const evidence = evidenceOf(assessment, parts.vault);
  if (!evidence.ok) return evidence;
  const analyses = analysesOf(assessment, evidence.value, parts.analyses, edition);
  if (!analyses.ok) return analyses;
  const locked = lockedFilesOf(evidence.value, parts.lockOf);
  return ok({
    at,
    edition,
    enrolment,
    evidence: evidence.value,
    analyses: analyses.value,
    context: contextOf(
      assessment,
      edition,
      analyses.value,
      parts.analyses.papersNotSeen(assessment.id, evidence.value),
      locked,
      at,
      parts.trust,
    ),
    locked,
  });
}

/** Files that a verdict may speak of although nobody reads them: what was seen in them stands in the results from before the lock. */
export const lockedFilesOf = (evidence: readonly EvidenceRecord[], lockOf: FactsParts['lockOf']): LockedFile[] =>
  evidence.flatMap(({ name, sha256, role }) => {
    const lock = role === 'delivered' ? lockOf(sha256) : null;
    return lock?.data ? [{ name: visibleName(name), at: lock.at, erasedAt: lock.data.erasedAt }] : [];
  });

/** Every file of the dossier must be one that main took in for it, and its stored bytes must hash to the same digests now. */
function evidenceOf(
  assessment: AssessmentDraft,
  vault: Vault,
): Result<EvidenceRecord[], 'EVIDENCE_UNKNOWN' | 'EVIDENCE_CHANGED' | 'EVIDENCE_QUARANTINED'> {
  // Whatever the working paper leaves out: a dossier that holds a marked file comes to no verdict.
  if (vault.list(assessment.id).some(({ sha256 }) => vault.lockOf(sha256) === 'mark')) return failure('EVIDENCE_QUARANTINED');
  const records: EvidenceRecord[] = [];
  for (const file of assessment.registration.files) {
    const record = vault.list(assessment.id).find((held) => held.sha256 === file.sha256 && held.name === file.name);
    if (!record || record.role !== file.role) return failure('EVIDENCE_UNKNOWN', file.sha256);
    records.push(record);
  }
  const known = new Set(records.map(({ sha256 }) => sha256));
  const cited = [
    ...Object.values(assessment.answers).flatMap(({ evidence }) => evidence),
    ...assessment.findings.flatMap(({ evidence }) => evidence),
  ];
  const stranger = cited.find((sha256) => !known.has(sha256));
  if (stranger) return failure('EVIDENCE_UNKNOWN', stranger);
  const changed = records.find((record) => record.role === 'delivered' && !vault.isLocked(record.sha256) && !vault.holds(record));
  return changed ? failure('EVIDENCE_CHANGED', changed.sha256) : ok(records);
}

/**
 * A machine's finding must be one that main's own results or the registration propose: the desk can judge it, not invent it. A breach that was judged
 * before the registration was corrected stays judged.
 */
function analysesOf(
  assessment: AssessmentDraft,
  evidence: readonly EvidenceRecord[],
  queue: AnalysisQueue,
  edition: HeldEdition,
): Result<AnalysisRecord[], 'ANALYSIS_UNKNOWN'> {
  const held = new Set(evidence.map(({ sha256 }) => sha256));
  const done = queue.records(assessment.id).filter(({ state, sha256 }) => state === 'done' && held.has(sha256));
  const found = [
    ...done.flatMap(({ files }) => proposals([...files], edition.edition)),
    ...scopeStepProposals(assessment.registration, edition.edition),
  ];
  const proposed = new Set(found.map(({ id }) => id));
  // What an earlier look proposed may have been judged, and stays judged.
  const known = new Set([...proposed, ...done.flatMap(({ proposedBefore }) => proposedBefore)]);
  const invented = assessment.findings.find(({ id, origin }) => origin === 'machine' && !known.has(id) && !isScopeStepFinding(id));
  if (invented) return failure('ANALYSIS_UNKNOWN', invented.id);
  // A proposal left out of the working paper would be a finding nobody judged.
  const present = new Set(assessment.findings.map(({ id }) => id));
  const dropped = [...proposed].find((id) => !present.has(id));
  return dropped ? failure('ANALYSIS_UNKNOWN', dropped) : ok([...done]);
}

/** Editions that extend or replace the measures, as far as the bureau signed them. */
export const successorsIn = (trust: Trust) =>
  trust.editions().flatMap((held) => successorEdition(held.edition, held.envelope !== null) ?? []);

function contextOf(
  assessment: AssessmentDraft,
  edition: HeldEdition,
  analyses: readonly AnalysisRecord[],
  papers: readonly string[],
  locked: readonly LockedFile[],
  at: Instant,
  trust: Trust,
): Context {
  const files = analyses.flatMap((record) => [...record.files]);
  return {
    basis: basisAt(at, successorsIn(trust)),
    inputs: basisInputs(assessment.registration),
    at,
    seen: seenFeatures(edition.edition, machineSignals(files, assessment.findings)),
    operatorTerminated: false,
    developer: 'active',
    notChecked: [...new Set([...lockedNotes(locked), ...analyses.flatMap(({ notChecked }) => notChecked), ...papers])],
    locked: locked.map(({ name }) => name),
  };
}
