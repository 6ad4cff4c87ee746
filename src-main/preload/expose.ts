// Derives a window's bridge from its own group of the contract: one function per call, `on` for its events, nothing else. The page never
// sees ipcRenderer, an IPC event, a channel name of its choosing or a path: File objects are turned into paths here.
import type { AnyCalls } from '@shared/contract/call';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

export function exposeBridge(group: string, calls: AnyCalls, events: readonly string[]): void {
  const functions = Object.entries(calls).map(([name, spec]) => [
    name,
    (input: unknown, files: readonly File[] = []) =>
      ipcRenderer.invoke(`${group}:${name}`, input, spec.files ? files.map((file) => webUtils.getPathForFile(file)) : []),
  ]);
  const on = (event: string, listener: (payload: unknown) => void) => {
    if (!events.includes(event)) throw new Error('no such event');
    const relay = (_: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(`${group}:${event}`, relay);
    return () => {
      ipcRenderer.off(`${group}:${event}`, relay);
    };
  };
  contextBridge.exposeInMainWorld('shiqi', Object.freeze({ ...Object.fromEntries(functions), on }));
}
