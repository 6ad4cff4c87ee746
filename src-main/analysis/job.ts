// One file through the analysis window: a port of its own, chunks out, a result or a code back. The window may die, hang or lie; each ends in
// a code, and nothing it sends is used before it has parsed as a result about the very file it was given.

import { exactBytes } from '@main/files/exact-bytes';
import { type AnalysisFile, analysisFileSchema } from '@shared/analysis/result';
import { failure, ok, type Result } from '@shared/basics/result';
import type { Milliseconds } from '@shared/basics/units';
import { type BrowserWindow, MessageChannelMain } from 'electron';
import { z } from 'zod';
import { pump } from './pump';

export type JobInput = {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly options: Readonly<Record<string, unknown>>;
  readonly chunks: Generator<Uint8Array>;
};
export type JobResult = { readonly files: readonly AnalysisFile[]; readonly notChecked: readonly string[] };
export type JobCode =
  | 'ANALYSIS_WINDOW_DIED'
  | 'ANALYSIS_TIMEOUT'
  | 'ANALYSIS_ANSWER_INVALID'
  | 'ANALYSIS_REFUSED'
  | 'ANALYSIS_CANCELLED'
  | 'ANALYSIS_FAILED'
  | 'EVIDENCE_CHANGED';

const messageSchema = z.union([
  z.object({ more: z.literal(true) }),
  z.object({ progress: z.number() }),
  z.object({ result: z.array(analysisFileSchema).max(10_000), notChecked: z.array(z.string()).max(1_000) }),
  z.object({ failed: z.string().max(100) }),
]);

/** Chunks under way: enough to keep the worker busy while the next one is decrypted. */
const OUTSTANDING = 4;

export function runJob(
  window: BrowserWindow,
  input: JobInput,
  limit: Milliseconds,
  progress: (done: number) => void,
  cancelled: AbortSignal,
): Promise<Result<JobResult, JobCode>> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannelMain();
    let finished = false;
    const end = (result: Result<JobResult, JobCode>) => {
      if (finished) return;
      finished = true;
      clearTimeout(timer);
      cancelled.removeEventListener('abort', onCancel);
      input.chunks.return(undefined);
      flow.credit();
      port1.close();
      resolve(result);
    };
    const onCancel = () => end(failure('ANALYSIS_CANCELLED'));
    const timer = setTimeout(() => end(failure('ANALYSIS_TIMEOUT')), limit);
    cancelled.addEventListener('abort', onCancel, { once: true });
    // The renderer's death closes the port within milliseconds.
    port1.on('close', () => end(failure('ANALYSIS_WINDOW_DIED')));
    port1.on('message', ({ data }) => {
      const message = messageSchema.safeParse(data);
      if (!message.success) return end(failure('ANALYSIS_ANSWER_INVALID'));
      if ('more' in message.data) return flow.credit();
      if ('progress' in message.data) return progress(message.data.progress);
      if ('failed' in message.data) return end(failure('ANALYSIS_REFUSED', message.data.failed));
      // A worker that read another file's bytes, or invents a file, has no say about this one.
      if (message.data.result.some((file) => file.sha256 !== input.sha256 && !file.name.startsWith(`${input.name}/`)))
        return end(failure('ANALYSIS_ANSWER_INVALID'));
      return end(ok({ files: message.data.result, notChecked: message.data.notChecked }));
    });
    port1.start();
    window.webContents.postMessage('analysis:job', null, [port2]);
    const { name, sha256, bytes, options } = input;
    port1.postMessage({ job: { name, sha256, bytes, options } });
    const flow = pump(
      OUTSTANDING,
      () => {
        const next = input.chunks.next();
        return next.done ? null : next.value;
      },
      (chunk) => port1.postMessage(exactBytes(chunk)),
      () => !finished,
    );
    flow.done.catch(() => end(failure('EVIDENCE_CHANGED')));
  });
}
