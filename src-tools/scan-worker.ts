// A thread of `npm run analyse`: takes stripes of a large table one after another and hands over what it counted.
import { openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { prepareScanner } from '@shared/analysis/scan/scanner';
import { StripeReader } from '@shared/analysis/scan/stripes';
import { FAILED, FIRST_STRIPE, NEXT, PUBLISHED, type StripeTask } from './stripe-task';

parentPort?.once('message', ({ path, plan, control }: StripeTask) => {
  const fd = openSync(path, 'r');
  const reader = new StripeReader(plan, (into, at) => readSync(fd, into, 0, into.length, at));
  const stripes = Math.ceil(plan.bytes / plan.stripe);
  for (let k = Atomics.add(control, NEXT, 1); k < stripes && Atomics.load(control, FAILED) === 0; k = Atomics.add(control, NEXT, 1)) {
    for (let known = Atomics.load(control, PUBLISHED); known <= k; known = Atomics.load(control, PUBLISHED))
      Atomics.wait(control, PUBLISHED, known);
    if (!reader.stripe(k, Atomics.load(control, FIRST_STRIPE + k) === 1)) Atomics.store(control, FAILED, 1);
  }
  const part = Atomics.load(control, FAILED) === 0 ? reader.part() : null;
  // Tables of distinct values are megabytes: they are handed over, not copied.
  const tables = part?.columns.flatMap(({ values, registers }) => [registers.buffer, ...(values ? [values.buffer] : [])]) ?? [];
  parentPort?.postMessage(part, tables);
});
prepareScanner();
