// The one window in which files are looked at: opened when the first job comes, thrown away when a job has gone wrong in it. A window that hung or
// was told to stop may still hold a file, so the next job never gets it.
import type { Result } from '@shared/basics/result';
import type { Milliseconds } from '@shared/basics/units';
import type { BrowserWindow } from 'electron';
import { type JobCode, type JobInput, type JobResult, runJob } from './job';

export type Runner = {
  readonly run: (
    input: JobInput,
    limit: Milliseconds,
    progress: (done: number) => void,
    cancelled: AbortSignal,
  ) => Promise<Result<JobResult, JobCode>>;
  /** Nothing of a file stays in a window. */
  readonly discard: () => void;
};

/** @param open resolves when the page is ready for jobs */
export function createRunner(open: () => Promise<BrowserWindow>): Runner {
  let window: BrowserWindow | null = null;
  const discard = () => {
    window?.destroy();
    window = null;
  };
  async function ready(): Promise<BrowserWindow> {
    if (window && !window.isDestroyed() && !window.webContents.isCrashed()) return window;
    discard();
    window = await open();
    return window;
  }
  return {
    async run(input, limit, progress, cancelled) {
      const outcome = await runJob(await ready(), input, limit, progress, cancelled);
      if (!outcome.ok) discard();
      return outcome;
    },
    discard,
  };
}
