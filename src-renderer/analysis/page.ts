// The analysis window: never shown, no network, no storage, no calls to main. Gives each job's port to a worker of its own and ends the worker
// when the job is over: what a hostile file did to one worker does not outlive it. Opens no file itself.
import workerUrl from './analysis.worker.ts?worker&url';

/** What this page needs of Trusted Types (W3C), which TypeScript's DOM library does not have. */
type TrustedTypes = {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): { createScriptURL(url: string): URL };
};
const { trustedTypes } = window as unknown as { readonly trustedTypes: TrustedTypes };

const policy = trustedTypes.createPolicy('shiqi-worker', {
  createScriptURL: (url) => {
    if (url !== workerUrl) throw new Error('not our worker');
    return url;
  },
});

function startJob(port: MessagePort): void {
  const worker = new Worker(policy.createScriptURL(workerUrl), { type: 'module' });
  // The worker answers over the port. Ending it closes the port, which is how main learns that it died.
  const end = () => worker.terminate();
  // A library inside it greets whoever is there; only our own word ends the job.
  worker.addEventListener('message', ({ data }) => {
    if (data === 'done') end();
  });
  worker.addEventListener('error', end, { once: true });
  worker.postMessage(null, [port]);
}

window.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (event.origin === location.origin && event.data === 'shiqi-job' && port) startJob(port);
});
