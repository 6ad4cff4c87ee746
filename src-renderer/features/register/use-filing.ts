// Filing a dossier (立卷): the paper is stored first, main records the act and starts the analysis, and only then is the paper marked as filed.
import type { AssessmentDraft } from '@shared/assessment/model';
import type { Edition } from '@shared/checklist/edition';
import { useMemo, useState } from 'react';
import { useSession } from '../../session/session-context';
import type { AssessmentHandle } from '../../session/use-assessment';
import { prepareFiling } from './filing';

export type Filing = {
  readonly running: boolean;
  readonly failed: string | null;
  /** Resolves to true once main has recorded it. */
  readonly file: () => Promise<boolean>;
  /** How many answers would be taken over if it were filed now. */
  readonly inheritedCount: () => number;
};

export function useFiling({ assessment, save, flush }: AssessmentHandle, others: readonly AssessmentDraft[], edition: Edition): Filing {
  const { bridge } = useSession();
  const [running, setRunning] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  return useMemo(
    () => ({
      running,
      failed,
      inheritedCount: () =>
        Object.values(prepareFiling(assessment, others, edition.items).answers).filter((answer) => answer.inheritedFrom !== null).length,
      file: async () => {
        setRunning(true);
        setFailed(null);
        const prepared = prepareFiling(assessment, others, edition.items);
        save(() => prepared);
        await flush();
        const outcome = await bridge.fileDossier({ assessment: prepared });
        setRunning(false);
        if (!outcome.ok) {
          setFailed(outcome.code);
          return false;
        }
        save((draft) => ({ ...draft, registeredAt: outcome.value.registeredAt }));
        await flush();
        return true;
      },
    }),
    [assessment, others, edition, save, flush, bridge, running, failed],
  );
}
