// The threads that scan a large table beside the command, which scans as well. They may be started before it is known whether they are needed: an idle
// one holds up nothing.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { StripePart } from '@shared/analysis/scan/stripes';
import type { StripeTask } from './stripe-task';

/** With the command's own. */
const THREADS = 3;
/** Bytes. Below this a second thread costs more than it brings. */
export const WORTH_STRIPES = 12 * 1024 * 1024;

let script: URL | null = null;
let idle: Worker[] = [];

function start(): void {
  if (script === null) return;
  for (let i = 1; i < Math.min(THREADS, availableParallelism()); i++) {
    const worker = new Worker(script);
    worker.unref();
    idle.push(worker);
  }
}

/** @param from where the threads' module lies */
export function startThreads(from: URL): void {
  script = from;
  start();
}

function done(worker: Worker, task: StripeTask): Promise<StripePart | null> {
  return new Promise((resolve, reject) => {
    worker.ref();
    worker.once('message', (part: StripePart | null) => {
      void worker.terminate();
      resolve(part);
    });
    worker.once('error', reject);
    worker.postMessage(task);
  });
}

/** Gives all threads one task; each is used for one. None when there are none to be had. */
export function startTask(task: StripeTask): Promise<StripePart | null>[] {
  if (idle.length === 0) start();
  const workers = idle;
  idle = [];
  return workers.map((worker) => done(worker, task));
}
