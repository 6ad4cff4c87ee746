// Hands each job's MessagePort on to the page, which hands it to a worker. The analysis page has no calls at all.
import { ipcRenderer } from 'electron';

ipcRenderer.on('analysis:job', (event) => {
  const [port] = event.ports;
  // The target origin is the page's own; only its one document can be here.
  if (port) window.postMessage('shiqi-job', location.origin, [port]);
});
