// What was overruled when this product was reviewed before: from the desk's own papers and main's records of their analyses.
import { type Earlier, type EarlierOverruling, earlierPapers, overrulingsOf } from '@shared/assessment/earlier';
import type { AssessmentDraft } from '@shared/assessment/model';
import { useEffect, useMemo, useState } from 'react';
import { useSession } from './session-context';
import { useOtherPapers } from './use-other-papers';

const NOTHING: Earlier = new Map();
/** A product is reviewed a few times; what was said before that was said again since. */
const READ_AT_MOST = 5;

/** Empty while reading, and where nothing was overruled. */
export function useEarlier(assessment: AssessmentDraft): Earlier {
  const { bridge } = useSession();
  const papers = useOtherPapers(assessment.id);
  const [found, setFound] = useState<Earlier>(NOTHING);
  const { id, createdAt, registration } = assessment;
  const { name } = registration.product;
  const { uscc } = registration.developer;
  // A paper changes with every key; who its product is does not.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these make the product
  const before = useMemo(
    () => (papers === null ? [] : earlierPapers(assessment, papers).slice(0, READ_AT_MOST)),
    [papers, id, createdAt, name, uscc],
  );
  useEffect(() => {
    let current = true;
    const read = async () => {
      const all = new Map<string, EarlierOverruling>();
      // The newest comes last, and has the last word.
      for (const paper of before.toReversed()) {
        const outcome = await bridge.analyses({ dossier: paper.id });
        if (outcome.ok)
          for (const [key, overruling] of overrulingsOf(
            paper,
            outcome.value.flatMap(({ files }) => files),
          ))
            all.set(key, overruling);
      }
      if (current) setFound(all);
    };
    if (before.length > 0) void read();
    else setFound(NOTHING);
    return () => {
      current = false;
    };
  }, [bridge, before]);
  return found;
}
