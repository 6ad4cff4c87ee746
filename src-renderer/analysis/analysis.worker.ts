// One worker, one job: takes the port, serves it, says that it is done and is ended by the page. Has neither network nor storage by its policy.
import './no-code-generation.worker';
import { type JobPort, serveJob } from '@shared/analysis/job';
import { shanghaiDay } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (!port) return;
    const jobPort: JobPort = {
      post: (message) => port.postMessage(message),
      listen: (listener) => {
        port.onmessage = listener;
      },
    };
    const clock = { today: () => shanghaiDay(Date.now() as Instant), seconds: () => performance.now() / 1000 };
    void serveJob(jobPort, clock).then(() => self.postMessage('done'));
  },
  { once: true },
);
