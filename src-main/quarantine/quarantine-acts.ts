// What people do about raw data, and about personal data beyond the agreement, that lie in a delivered file: lock it, report it to the bureau, note that
// its parties were told, and delete it on a second person's confirmation, in this order (先报告，后删除; Art. 19 ¶3, 21 ¶1). Each step is refused by code
// until the one before it stands in the ledger. A file with a mark of a state secret takes none of these steps.
import type { AnalysisQueue } from '@main/analysis/queue';
import type { Ledger } from '@main/ledger/ledger';
import type { Logger } from '@main/logging/logger';
import type { Operations } from '@main/operations/operations';
import type { IncidentSigning } from '@main/signing/incidents';
import { privateData } from '@main/signing/private-data';
import { statementsOf } from '@main/sync/outbox';
import type { Trust } from '@main/trust/trust';
import type { LockedData, Quarantine, QuarantineRecord } from '@main/vault/quarantine';
import type { EvidenceRecord, Vault } from '@main/vault/vault';
import { quarantineGrounds } from '@shared/assessment/quarantine-grounds';
import type { Predicate } from '@shared/attestation/statements/statement';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Clock } from '@shared/basics/time';
import type { CodeOf } from '@shared/contract/call';
import type { deskCalls } from '@shared/contract/contract';
import type { CountersignerView, QuarantineSteps } from '@shared/contract/views';
import { deletionPredicate, fileSubject, type ReportWords, reportPredicate } from './statements';
import { quarantineSteps } from './steps';

/** Of the record; a page lists no more. */
const MOST_GROUNDS = 1_000;

type DeskCode<K extends keyof typeof deskCalls> = CodeOf<(typeof deskCalls)[K]>;
type UnknownCode = 'LOCKED' | 'QUARANTINE_UNKNOWN' | 'EVIDENCE_QUARANTINED';

/** Who is at this workstation: the reviewer, and those who may confirm beside him. */
export type PeopleHere = {
  readonly reviewer: { readonly name: string; readonly keyid: string };
  readonly countersigners: readonly CountersignerView[];
};

export type QuarantineParts = {
  readonly quarantine: Quarantine;
  /** The key of the quarantine's records; asked only while the profile is unlocked. */
  readonly key: () => Uint8Array;
  readonly vault: () => Vault | null;
  readonly analyses: Pick<AnalysisQueue, 'records' | 'shut'>;
  readonly ledger: Pick<Ledger, 'lines' | 'health'>;
  readonly operations: Operations;
  readonly trust: Pick<Trust, 'enrolments' | 'enrolmentAt'>;
  readonly incidents: IncidentSigning;
  readonly people: () => PeopleHere | null;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error'>;
};

type Locked = {
  readonly record: QuarantineRecord;
  readonly lock: LockedData;
  readonly evidence: EvidenceRecord;
  readonly vault: Vault;
  readonly people: PeopleHere;
  readonly steps: QuarantineSteps;
};

export function createQuarantineActs(parts: QuarantineParts) {
  const { quarantine, ledger, operations, trust } = parts;

  const personOf = (keyid: string) => trust.enrolments(keyid)[0]?.predicate ?? null;
  /** As the ledger names the person at work. */
  const actorOf = ({ reviewer }: PeopleHere): string => personOf(reviewer.keyid)?.person ?? reviewer.keyid;
  /** Lines name people as the bureau does; the screen says the names that it knows. */
  const nameOf = (by: string): string => {
    const people = parts.people();
    if (!people) return by;
    if (by === actorOf(people)) return people.reviewer.name;
    return people.countersigners.find(({ person }) => person === by)?.name ?? by;
  };
  const stepsOf = ({ id }: QuarantineRecord): QuarantineSteps => quarantineSteps(ledger.lines(), id, personOf, nameOf);

  function lockedData(sha256: string): Result<Locked, UnknownCode> {
    const vault = parts.vault();
    const people = parts.people();
    if (!vault || !people) return failure('LOCKED');
    const record = quarantine.record(sha256, parts.key);
    if (!record) return failure('QUARANTINE_UNKNOWN');
    // A marked file is nobody's to report from here, and nobody's to delete.
    if (!record.data) return failure('EVIDENCE_QUARANTINED');
    const evidence = vault.find(record.data.dossier, sha256);
    if (!evidence) return failure('QUARANTINE_UNKNOWN');
    return ok({ record, lock: record.data, evidence, vault, people, steps: stepsOf(record) });
  }

  /** What was reported: deletion follows a report, and says which. */
  function reported(payloadSha256: string): { sha256: string; predicate: Predicate<'incident'> } | null {
    const held = statementsOf(ledger.lines()).find((each) => each.payloadSha256 === payloadSha256)?.statement;
    return held?.kind === 'incident' ? { sha256: payloadSha256, predicate: held.predicate } : null;
  }

  /**
   * What the second person signed is carried out: the line, then the key and the bytes, then the record. Ended anywhere between, it goes on here at the
   * next start and does nothing twice.
   */
  function carryOut(record: QuarantineRecord, vault: Vault): void {
    const { confirmation, deletion } = stepsOf(record);
    if (!record.data || !confirmation || record.data.erasedAt !== null) return;
    const by = confirmation.person ?? 'system';
    // Without its line nothing is deleted: what is gone must be on record.
    if (!deletion && !operations.record('evidence.delete', record.id, { digest: record.sha256, reason: 'QUARANTINE' }, by)) return;
    try {
      vault.erase(record.sha256);
      quarantine.erased(record.sha256, parts.key);
    } catch (error) {
      // The word is given and on record; the disk gets another chance at the next start.
      parts.logger.error('evidence.delete', error);
    }
  }

  return {
    /** Locks a delivered file of the dossier. Main's own results must give a ground; whether it holds is for the person who locks. */
    lock(dossier: string, sha256: string): Result<null, DeskCode<'quarantine'>> {
      const vault = parts.vault();
      const people = parts.people();
      if (!vault || !people) return failure('LOCKED');
      if (ledger.health().readOnly) return failure('LEDGER_READ_ONLY');
      if (vault.find(dossier, sha256)?.role !== 'delivered') return failure('EVIDENCE_UNKNOWN');
      const locked = vault.lockOf(sha256);
      if (locked) return failure(locked === 'mark' ? 'EVIDENCE_QUARANTINED' : 'EVIDENCE_LOCKED');
      const seen = parts.analyses.records(dossier).find((record) => record.sha256 === sha256 && record.result !== null);
      const grounds = quarantineGrounds(seen?.files ?? []).slice(0, MOST_GROUNDS);
      if (grounds.length === 0) return failure('QUARANTINE_NO_GROUND');
      quarantine.lock(sha256, { dossier, by: actorOf(people), name: people.reviewer.name, grounds }, parts.key);
      parts.analyses.shut(sha256);
      return ok(null);
    },

    steps(sha256: string): Result<QuarantineSteps, UnknownCode> {
      const locked = lockedData(sha256);
      return locked.ok ? ok(locked.value.steps) : locked;
    },

    async report(sha256: string, words: ReportWords): Promise<Result<{ state: 'signed' | 'cancelled' }, DeskCode<'reportProblem'>>> {
      const locked = lockedData(sha256);
      if (!locked.ok) return locked;
      const { record, lock, steps, evidence, people } = locked.value;
      if (steps.report) return failure('ALREADY_REPORTED');
      const { keyid } = people.reviewer;
      if (!trust.enrolmentAt(keyid, parts.clock()))
        return failure(trust.enrolments(keyid).length > 0 ? 'ENROLMENT_EXPIRED' : 'NOT_ENROLLED');
      const subject = fileSubject(evidence);
      const found = privateData({ what: words.what, measures: words.measures }, [subject]);
      if (found.length > 0) return failure('PRIVATE_DATA_IN_TEXT', found.join(', '));
      const signed = await parts.incidents.sign({
        act: 'incident.report',
        id: record.id,
        subject,
        predicate: reportPredicate(words, lock, record.at),
        countersigner: null,
        deletes: false,
        signed: () => undefined,
      });
      return signed.ok ? ok({ state: signed.value }) : signed;
    },

    noteNotices(sha256: string): Result<null, DeskCode<'noteNotices'>> {
      const locked = lockedData(sha256);
      if (!locked.ok) return locked;
      const { record, steps } = locked.value;
      if (!steps.report) return failure('REPORT_MISSING');
      if (steps.notices) return ok(null);
      return operations.record('incident.notify', record.id) ? ok(null) : failure('LEDGER_READ_ONLY');
    },

    /** @param keyid whose confirmation is asked: a person whom the bureau knows as another than the one who locked and reported */
    async confirmDeletion(
      sha256: string,
      keyid: string,
    ): Promise<Result<{ state: 'deleted' | 'confirmed' | 'cancelled' }, DeskCode<'confirmDeletion'>>> {
      const locked = lockedData(sha256);
      if (!locked.ok) return locked;
      const { lock, steps, record, vault, people, evidence } = locked.value;
      if (lock.erasedAt !== null || steps.confirmation) return failure('ALREADY_DELETED');
      const report = steps.report && reported(steps.report.sha256);
      if (!steps.report || !report) return failure('REPORT_MISSING');
      if (steps.report.receivedAt === null) return failure('REPORT_NOT_RECEIVED');
      if (keyid === people.reviewer.keyid) return failure('SAME_PERSON');
      const second = people.countersigners.find((each) => each.keyid === keyid);
      if (!second) return failure('COUNTERSIGNER_UNKNOWN');
      if (!second.mayConfirm) return failure('COUNTERSIGNER_NOT_ENROLLED');
      // Another key of the same person is the same person.
      if (second.person === steps.report.person || second.person === lock.by) return failure('SAME_PERSON');
      const signed = await parts.incidents.sign({
        act: 'incident.close',
        id: record.id,
        subject: fileSubject(evidence),
        predicate: deletionPredicate(report),
        countersigner: keyid,
        deletes: true,
        signed: () => carryOut(record, vault),
      });
      if (!signed.ok) return signed;
      parts.analyses.shut(sha256);
      if (signed.value === 'cancelled') return ok({ state: 'cancelled' });
      return ok({ state: quarantine.record(sha256, parts.key)?.data?.erasedAt ? 'deleted' : 'confirmed' });
    },

    /** Deletions that were confirmed and not carried out to their end. Called when the profile has been unlocked. */
    resume(): void {
      const vault = parts.vault();
      if (!vault) return;
      for (const record of quarantine.records(parts.key)) carryOut(record, vault);
    },
  };
}
export type QuarantineActs = ReturnType<typeof createQuarantineActs>;
