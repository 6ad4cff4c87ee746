// Looks at one file after the other, in the order they were added, unattended: also while the profile is locked, and again after the program was
// ended. Keeps each result with its digest, because what signing cites is main's own record, never the desk's word. One bad file never stops it.
import { Secret } from '@main/keys/secret';
import type { Logger } from '@main/logging/logger';
import type { Quarantine } from '@main/vault/quarantine';
import type { EvidenceRecord, Vault } from '@main/vault/vault';
import { type MeasureQuestion, NO_QUESTION } from '@shared/analysis/measure-question';
import type { AnalysisFile } from '@shared/analysis/result';
import { failure, type Result } from '@shared/basics/result';
import type { AnalysisView } from '@shared/contract/views';
import { fingerprintOf, isFingerprintFile } from './fingerprint-files';
import { holdJob, isJob, type Job, letGo } from './held-job';
import type { JobCode, JobResult } from './job';
import { askedByItself, limitOf, optionsOf, withResult } from './looking';
import { isPaper, papersNotSeen, seenPaper } from './papers';
import { type AnalysisRecord, analysisView, bearsMark, blankRecord, openAnalysisRecords, quarantinedRecord, resultsKey } from './records';
import type { Runner } from './runner';

export type QueueParts = {
  readonly recordsFolder: string;
  /** The vault's key; null while the profile is locked. */
  readonly key: () => Uint8Array | null;
  /** Null while the profile is locked. */
  readonly vault: () => Vault | null;
  readonly quarantine: Quarantine;
  readonly runner: Runner;
  readonly appVersion: string;
  /** Ids of the findings that results propose. */
  readonly proposed: (files: readonly AnalysisFile[]) => readonly string[];
  readonly changed: (view: AnalysisView) => void;
  readonly logger: Pick<Logger, 'info' | 'error'>;
};

/** Progress of one file reaches the desk in steps of this share. */
const PROGRESS_STEP = 0.02;
/** A file during which the program ended this often is left to a person: it must not hold up the others. */
const MAX_INTERRUPTED = 2;

export function createAnalysisQueue(parts: QueueParts) {
  const { runner, logger } = parts;
  const waiting: Job[] = [];
  let busy = false;
  let closed = false;
  let current: { readonly job: Job; readonly abort: AbortController; replaced: boolean } | null = null;
  /** The key of the results, from the first job to the last, so that they can be kept while the profile is locked. */
  let sealing: Secret | null = null;

  const recordsKey = (): Uint8Array => {
    if (sealing) return sealing.reveal();
    const key = parts.key();
    if (!key) throw new Error('asked for analyses while locked');
    return resultsKey(key);
  };
  const records = openAnalysisRecords(parts.recordsFolder, recordsKey);

  const viewOf = (record: AnalysisRecord): AnalysisView => {
    const quarantine = parts.quarantine.of(record.sha256, recordsKey);
    return { ...analysisView(record), ...(quarantine ? { quarantine } : {}) };
  };
  /** Papers are for main alone, unless one of them is locked. */
  const isShown = (record: AnalysisRecord): boolean => !isPaper(record) || parts.quarantine.holds(record.sha256, recordsKey);
  function keep(record: AnalysisRecord): AnalysisRecord {
    records.write(record);
    if (isShown(record)) parts.changed(viewOf(record));
    return record;
  }

  /** A look that did not come to its end leaves the result of the one before as it was. */
  const ended = (record: AnalysisRecord, state: 'failed' | 'cancelled', code: string): AnalysisRecord =>
    keep({ ...record, ...(record.result === null ? { state, done: 0 } : { state: 'done', done: record.total }), code, interrupted: 0 });

  /** Of a marked file nothing of a result is left; of locked data the result stands as it was before the lock, because a verdict says what was seen. */
  function keepLocked(record: AnalysisRecord): void {
    if (parts.quarantine.kind(record.sha256, recordsKey) === 'mark') keep(quarantinedRecord(record, []));
    else ended(record, 'failed', 'EVIDENCE_LOCKED');
  }

  function enqueue(record: AnalysisRecord, vault: Vault): void {
    if (vault.isLocked(record.sha256)) {
      keepLocked(record);
      return;
    }
    const queued = holdJob({ ...record, state: 'queued', done: 0, code: null }, vault);
    if (!queued) {
      ended(record, 'failed', 'EVIDENCE_UNKNOWN');
      return;
    }
    const key = parts.key();
    if (!sealing && key) sealing = new Secret(resultsKey(key));
    keep(queued.record);
    waiting.push(queued);
  }

  const begin = (): void => void work().catch((error: unknown) => logger.error('analysis.queue', error));

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let job = waiting.shift(); job; job = waiting.shift()) {
        try {
          await lookAt(job);
        } catch (error) {
          logger.error('analysis.job', error);
        } finally {
          letGo(job);
          current = null;
        }
      }
    } finally {
      busy = false;
      sealing?.wipe();
      sealing = null;
      // Nobody will ask for the window while the profile is locked.
      if (!parts.key()) runner.discard();
    }
  }

  /** The first look, and where it shows something to measure and nobody has asked yet, the second with the question that is proposed. */
  async function lookAt(job: Job): Promise<void> {
    for (let again = true; again; ) {
      // The same bytes may have been waiting in another dossier.
      if (parts.quarantine.holds(job.record.sha256, recordsKey)) {
        keepLocked(job.record);
        return;
      }
      const outcome = await runOnce(job);
      if (outcome === null) return;
      if (!outcome.ok) {
        logger.info('analysis.failed', { code: outcome.code });
        ended(job.record, outcome.code === 'ANALYSIS_CANCELLED' ? 'cancelled' : 'failed', outcome.detail ?? outcome.code);
        return;
      }
      if (outcome.value.files.some(bearsMark)) {
        // The lock first: whatever happens to this record, nobody reads the file again. The window had it open, so the window goes.
        parts.quarantine.hold(job.record.sha256, recordsKey);
        runner.discard();
        logger.info('analysis.quarantined');
        keep(quarantinedRecord(job.record, outcome.value.files));
        return;
      }
      if (isPaper(job.record)) {
        keep(seenPaper(job.record, outcome.value.files));
        return;
      }
      const seen = withResult(job, outcome.value, parts.appVersion, parts.proposed(job.record.files));
      const next = askedByItself(seen);
      job.record = keep(next ?? seen);
      again = next !== null;
    }
  }

  /** Null when the program ends, or when the same file was asked about anew: then somebody else has the last word. */
  async function runOnce(job: Job): Promise<Result<JobResult, JobCode> | null> {
    const running = { job, abort: new AbortController(), replaced: false };
    current = running;
    job.record = keep({ ...job.record, state: 'running', done: 0, code: null });
    const { record, file } = job;
    let shown = 0;
    const progress = (done: number) => {
      if (done - shown < record.total * PROGRESS_STEP) return;
      shown = done;
      if (!isPaper(record)) parts.changed(analysisView({ ...record, done }));
    };
    let outcome: Result<JobResult, JobCode>;
    try {
      const { name, sha256, bytes } = file.record;
      const input = { name, sha256, bytes, options: optionsOf(job), chunks: file.chunks() };
      outcome = await runner.run(input, limitOf(record), progress, running.abort.signal);
    } catch (error) {
      // The window did not open, or a file beside it did not: this file has failed, and the next has its turn.
      logger.error('analysis.job', error);
      outcome = failure('ANALYSIS_FAILED');
    }
    return closed || running.replaced ? null : outcome;
  }

  /** Whatever is under way for this file gives place to what is asked now. */
  function forget(dossier: string, sha256: string): void {
    for (let i = waiting.length - 1; i >= 0; i--) {
      const job = waiting[i];
      if (job && isJob(job, dossier, sha256)) for (const gone of waiting.splice(i, 1)) letGo(gone);
    }
    if (current && isJob(current.job, dossier, sha256)) {
      current.replaced = true;
      current.abort.abort();
    }
  }

  return {
    /** Of what is reviewed and what it is compared with; papers have no results. */
    records: (dossier: string): readonly AnalysisRecord[] => records.read(dossier).filter((record) => !isPaper(record)),
    views: (dossier: string): readonly AnalysisView[] => records.read(dossier).filter(isShown).map(viewOf),
    /** A line for each paper whose words were not all looked at. */
    papersNotSeen: (dossier: string, evidence: readonly EvidenceRecord[]): readonly string[] =>
      papersNotSeen(evidence.filter(isPaper), records.read(dossier)),
    /** Files that have not been looked at to the end. */
    left: (): number => waiting.length + (current ? 1 : 0),

    /**
     * @param evidence all files of the dossier; papers come last, and once
     * @param questions by digest: only these files are looked at, with what a person asks; without it all are, each with its own question
     */
    start(
      dossier: string,
      evidence: readonly EvidenceRecord[],
      agreement: unknown,
      questions?: ReadonlyMap<string, MeasureQuestion>,
    ): void {
      const vault = parts.vault();
      if (!vault) return;
      const known = new Map(records.read(dossier).map((record) => [record.sha256, record]));
      const fingerprint = fingerprintOf(evidence);
      for (const file of evidence.toSorted((a, b) => Number(isPaper(a)) - Number(isPaper(b)))) {
        if (file.role === 'comparison' && isFingerprintFile(file.name)) continue;
        // The same bytes may also be delivered: then they are looked at as that.
        const asOther = isPaper(file) && evidence.some((other) => other.sha256 === file.sha256 && !isPaper(other));
        const again = isPaper(file) && known.get(file.sha256)?.state === 'done' && known.get(file.sha256)?.version === parts.appVersion;
        if (asOther || again) continue;
        const given = questions?.get(file.sha256);
        if (questions && !given) continue;
        const before = known.get(file.sha256) ?? blankRecord(dossier, file, parts.appVersion);
        const own = before.asked === 'person' ? before.question : null;
        const compared = isPaper(file) ? null : agreement;
        const first = { ...NO_QUESTION, fingerprint: file.role === 'delivered' ? fingerprint : null };
        forget(dossier, file.sha256);
        enqueue({ ...before, agreement: compared, question: given ?? own ?? first, asked: given || own ? 'person' : 'nobody' }, vault);
      }
      begin();
    },

    /** Takes up what was under way when the program ended. Called when the profile has been unlocked. */
    resume(): void {
      const vault = parts.vault();
      if (!vault) return;
      const underWay = (record: AnalysisRecord) =>
        [...waiting, ...(current ? [current.job] : [])].some((job) => isJob(job, record.dossier, record.sha256));
      parts.quarantine.catchUp(recordsKey);
      for (const record of records.dossiers().flatMap((dossier) => [...records.read(dossier)])) {
        if ((record.state !== 'queued' && record.state !== 'running') || underWay(record)) continue;
        const interrupted = record.interrupted + (record.state === 'running' ? 1 : 0);
        if (interrupted >= MAX_INTERRUPTED) ended(record, 'failed', 'ANALYSIS_INTERRUPTED');
        else enqueue({ ...record, interrupted }, vault);
      }
      begin();
    },

    /** A file was locked, or its content deleted: no look at it goes on or begins in any dossier, and every page hears of it. */
    shut(sha256: string): void {
      for (const record of records.dossiers().flatMap((dossier) => [...records.read(dossier)])) {
        if (record.sha256 !== sha256) continue;
        const underWay = record.state === 'queued' || record.state === 'running';
        if (underWay) {
          const open = current !== null && isJob(current.job, record.dossier, sha256);
          forget(record.dossier, sha256);
          // The window had it open, so the window goes.
          if (open) runner.discard();
          keepLocked(record);
        } else if (isShown(record)) parts.changed(viewOf(record));
      }
    },

    cancel(dossier: string): void {
      for (let i = waiting.length - 1; i >= 0; i--) {
        const job = waiting[i];
        if (job?.record.dossier !== dossier) continue;
        waiting.splice(i, 1);
        letGo(job);
        ended(job.record, 'cancelled', 'ANALYSIS_CANCELLED');
      }
      if (current?.job.record.dossier === dossier) current.abort.abort();
    },

    /** The profile is locked: what is queued goes on with the keys it holds, and without any, nothing of a file stays in a window. */
    locked(): void {
      if (!busy) runner.discard();
    },

    /** The program ends; what was under way is taken up the next time. */
    close(): void {
      closed = true;
      for (const job of waiting.splice(0)) letGo(job);
      // An end that was asked for is not the file's fault.
      if (current) records.write({ ...current.job.record, state: 'queued' });
      current?.abort.abort();
      runner.discard();
    },
  };
}
export type AnalysisQueue = ReturnType<typeof createAnalysisQueue>;
