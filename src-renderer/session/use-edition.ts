// The checklist edition that a paper was opened with: by digest first, so that two editions of one name are never mixed up.
import { type Edition, readEdition } from '@shared/checklist/edition';
import type { EditionView } from '@shared/contract/views';
import { useMemo } from 'react';
import { useSession } from './session-context';

export type KnownEdition = { readonly edition: Edition; readonly view: EditionView };

/** Null when this machine does not hold the edition or cannot read it. */
export function useEdition(named: { readonly id: string; readonly sha256: string } | null): KnownEdition | null {
  const { editions } = useSession();
  const view = named === null ? null : (editions.find((each) => each.sha256 === named.sha256) ?? null);
  return useMemo(() => {
    if (view === null) return null;
    const read = readEdition(view.edition);
    return read.ok ? { edition: read.value, view } : null;
  }, [view]);
}
