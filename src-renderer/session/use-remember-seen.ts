// What the machine saw in a dossier's files switches items on. Lists cannot ask for every analysis, so the page that knows remembers it for them.
import type { Feature } from '@shared/assessment/model';
import { useEffect } from 'react';
import { useDesk } from './session-context';

/** @param features null while the analyses are not settled: what is remembered stays. */
export function useRememberSeen(dossier: string, features: readonly Feature[] | null): void {
  const { store } = useDesk();
  const text = features === null ? null : [...new Set(features)].sort().join(' ');
  useEffect(() => {
    if (text === null) return;
    const remember = async () => {
      const known = (await store.setting('seen')) ?? {};
      if ((known[dossier] ?? []).join(' ') !== text)
        await store.setSetting('seen', { ...known, [dossier]: text.split(' ').filter(Boolean) as Feature[] });
    };
    // A desk that has just been locked cannot remember; it does when the page is next open.
    remember().catch(() => undefined);
  }, [store, dossier, text]);
}
