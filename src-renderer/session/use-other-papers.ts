// The other working papers of this desk, for what a new dossier may take over or resemble. Read once when a page opens; the newest come first.
import type { AssessmentDraft } from '@shared/assessment/model';
import { useEffect, useState } from 'react';
import { useDesk } from './session-context';

/** Enough to find every agreement in use; older dossiers have lapsed or were taken over since. */
const READ_AT_MOST = 200;

/** Null while reading. A paper that does not open is left out: its own page says why. */
export function useOtherPapers(self: string): readonly AssessmentDraft[] | null {
  const { store } = useDesk();
  const [papers, setPapers] = useState<readonly AssessmentDraft[] | null>(null);
  useEffect(() => {
    let current = true;
    const read = async () => {
      const { summaries } = await store.list();
      const others = summaries.filter((each) => each.id !== self).slice(0, READ_AT_MOST);
      const read = await Promise.allSettled(others.map((each) => store.get(each.id)));
      return read.flatMap((result) => (result.status === 'fulfilled' && result.value !== undefined ? [result.value] : []));
    };
    read().then(
      (found) => current && setPapers(found),
      () => current && setPapers([]),
    );
    return () => {
      current = false;
    };
  }, [store, self]);
  return papers;
}
