// The basis at main's present instant, with the successors that issued editions bring.
import { readEdition } from '@shared/checklist/edition';
import { type Basis, basisAt, type SuccessorEdition } from '@shared/regulation/validity';
import { useMemo } from 'react';
import { useSession } from './session-context';

export function useBasis(): Basis {
  const { status, editions, now } = useSession();
  const successors = useMemo(
    () =>
      editions.flatMap((view): SuccessorEdition[] => {
        const read = readEdition(view.edition);
        if (!read.ok || read.value.document.kind === 'original') return [];
        const { id, version, validFrom, validTo, document } = read.value;
        return [{ id, version, validFrom, validTo, issuedByBureau: view.issued, document } as SuccessorEdition];
      }),
    [editions],
  );
  // A new status carries a new time, so this follows the day without a timer of its own.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `status` stands for the passing of time
  return useMemo(() => basisAt(now(), successors), [now, successors, status]);
}
