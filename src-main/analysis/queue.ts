// Drives the analysis window: one file at a time, in the order they were added, unattended. Keeps each result, sealed, with its digest: the
// result that signing will cite is main's own record, never the desk's word.
import path from 'node:path';
import { sealedJson } from '@main/files/sealed-json';
import type { Logger } from '@main/logging/logger';
import type { EvidenceRecord, Vault } from '@main/vault/vault';
import { analysisFileSchema } from '@shared/analysis/result';
import { utf8 } from '@shared/basics/bytes';
import { sha256Hex } from '@shared/basics/digest';
import { type Milliseconds, minutes } from '@shared/basics/units';
import type { AnalysisView } from '@shared/contract/views';
import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import { runJob } from './job';

const recordSchema = z.strictObject({
  dossier: z.string(),
  sha256: z.string(),
  name: z.string(),
  state: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  code: z.string().nullable(),
  result: z.string().nullable(),
  parameters: z.record(z.string(), z.string()),
  version: z.string(),
  files: z.array(analysisFileSchema),
  notChecked: z.array(z.string()),
});
export type AnalysisRecord = z.infer<typeof recordSchema>;

export type QueueParts = {
  readonly recordsFolder: string;
  readonly key: () => Uint8Array;
  readonly vault: () => Vault | null;
  /** Resolves when the page is ready for jobs. */
  readonly openWindow: () => Promise<BrowserWindow>;
  readonly appVersion: string;
  readonly changed: (view: AnalysisView) => void;
  readonly logger: Logger;
};

export const ANALYSIS_TOOL = 'shiqi-analyse';
const LIMIT: Milliseconds = minutes(30);
/** Progress of one file reaches the desk in steps of this share. */
const PROGRESS_STEP = 0.02;

export function createAnalysisQueue(parts: QueueParts) {
  const recordsOf = (dossier: string) =>
    sealedJson(
      path.join(parts.recordsFolder, `analysis-${dossier}.box`),
      parts.key,
      `shiqi/records/analysis/${dossier}`,
      z.array(recordSchema),
    );
  const waiting: { dossier: string; record: EvidenceRecord; agreement: unknown }[] = [];
  let window: BrowserWindow | null = null;
  let busy = false;
  let current: { dossier: string; abort: AbortController } | null = null;

  const view = ({ parameters: _parameters, version: _version, ...record }: AnalysisRecord): AnalysisView => record;

  function save(record: AnalysisRecord, live: Partial<AnalysisRecord> = {}): void {
    const store = recordsOf(record.dossier);
    store.write([...(store.read() ?? []).filter(({ sha256 }) => sha256 !== record.sha256), record]);
    parts.changed(view({ ...record, ...live }));
  }

  const blank = (dossier: string, { sha256, name, bytes }: EvidenceRecord): AnalysisRecord => ({
    dossier,
    sha256,
    name,
    state: 'queued',
    done: 0,
    total: bytes,
    code: null,
    result: null,
    parameters: {},
    version: parts.appVersion,
    files: [],
    notChecked: [],
  });

  async function windowForJobs(): Promise<BrowserWindow> {
    if (window && !window.isDestroyed() && !window.webContents.isCrashed()) return window;
    window?.destroy();
    window = await parts.openWindow();
    return window;
  }

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let job = waiting.shift(); job; job = waiting.shift()) await runOne(job);
    } finally {
      busy = false;
    }
  }

  async function runOne({ dossier, record, agreement }: (typeof waiting)[number]): Promise<void> {
    const vault = parts.vault();
    if (!vault) return;
    const running: AnalysisRecord = { ...blank(dossier, record), state: 'running' };
    save(running);
    const abort = new AbortController();
    current = { dossier, abort };
    let shown = 0;
    const progress = (done: number) => {
      if (done - shown < record.bytes * PROGRESS_STEP) return;
      shown = done;
      parts.changed(view({ ...running, done }));
    };
    const options = { agreement, maxSeconds: LIMIT / 1000 };
    const target = await windowForJobs();
    const outcome = await runJob(target, { ...record, options, chunks: vault.chunks(record) }, LIMIT, progress, abort.signal);
    current = null;
    if (!outcome.ok) {
      parts.logger.info('analysis.failed', { code: outcome.code });
      // A window that hung or was told to stop may still hold the file: it goes, and the next job gets a new one.
      window?.destroy();
      window = null;
      const cancelled = outcome.code === 'ANALYSIS_CANCELLED';
      save({ ...running, state: cancelled ? 'cancelled' : 'failed', code: outcome.detail ?? outcome.code });
      return;
    }
    const { files, notChecked } = outcome.value;
    const parameters: Record<string, string> =
      agreement === null || agreement === undefined ? {} : { agreement: sha256Hex(utf8(JSON.stringify(agreement))) };
    const result = sha256Hex(
      utf8(JSON.stringify({ v: 1, tool: { name: ANALYSIS_TOOL, version: parts.appVersion }, parameters, notChecked, files })),
    );
    save({ ...running, state: 'done', done: record.bytes, result, parameters, files: [...files], notChecked: [...notChecked] });
  }

  return {
    records: (dossier: string): readonly AnalysisRecord[] => recordsOf(dossier).read() ?? [],
    views: (dossier: string): readonly AnalysisView[] => (recordsOf(dossier).read() ?? []).map(view),

    start(dossier: string, evidence: readonly EvidenceRecord[], agreement: unknown): void {
      for (const record of evidence) {
        if (waiting.some((job) => job.dossier === dossier && job.record.sha256 === record.sha256)) continue;
        save(blank(dossier, record));
        waiting.push({ dossier, record, agreement });
      }
      void work().catch((error: unknown) => parts.logger.error('analysis.queue', error));
    },

    cancel(dossier: string): void {
      for (let i = waiting.length - 1; i >= 0; i--) {
        const job = waiting[i];
        if (job?.dossier !== dossier) continue;
        waiting.splice(i, 1);
        save({ ...blank(dossier, job.record), state: 'cancelled', code: 'ANALYSIS_CANCELLED' });
      }
      if (current?.dossier === dossier) current.abort.abort();
    },

    /** At lock and at quit: nothing of a file stays in a window. */
    close(): void {
      waiting.length = 0;
      current?.abort.abort();
      window?.destroy();
      window = null;
    },
  };
}
export type AnalysisQueue = ReturnType<typeof createAnalysisQueue>;
