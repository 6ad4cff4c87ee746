// All dossiers of this desk as lists show them, kept current.
import { useEffect, useState } from 'react';
import type { SummaryList } from '../database/desk-store';
import { useDesk } from './session-context';

export type SummariesLoad =
  | ({ readonly state: 'ready' } & SummaryList)
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string };

export function useSummaries(): SummariesLoad {
  const { store } = useDesk();
  const [load, setLoad] = useState<SummariesLoad>({ state: 'loading' });
  useEffect(() => {
    const subscription = store.watch().subscribe({
      next: (list) => setLoad({ state: 'ready', ...list }),
      error: (error: { name?: string }) => setLoad({ state: 'failed', code: error.name ?? 'UNKNOWN' }),
    });
    return () => subscription.unsubscribe();
  }, [store]);
  return load;
}
