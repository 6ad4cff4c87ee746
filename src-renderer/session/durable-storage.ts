// Best-effort storage may be evicted when the disk fills. The desk asks for durable storage at each start and says so when it was refused.
import { useSyncExternalStore } from 'react';

let durable: boolean | null = null;
const listeners = new Set<() => void>();

export async function askForDurableStorage(): Promise<void> {
  durable = await navigator.storage.persist();
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** null until the browser has answered. */
export const useDurableStorage = (): boolean | null => useSyncExternalStore(subscribe, () => durable);
