// The analyses of one dossier, kept current by main's events: a page sees progress without asking again.
import type { AnalysisView } from '@shared/contract/views';
import { useEffect, useState } from 'react';
import { useSession } from './session-context';

export type AnalysesLoad = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly code: string | null;
  readonly analyses: readonly AnalysisView[];
};

const sameLook = (a: AnalysisView, b: AnalysisView) => a.sha256 === b.sha256 && a.name === b.name;

export function useAnalyses(dossier: string): AnalysesLoad {
  const { bridge } = useSession();
  const [load, setLoad] = useState<AnalysesLoad>({ state: 'loading', code: null, analyses: [] });
  useEffect(() => {
    let current = true;
    setLoad({ state: 'loading', code: null, analyses: [] });
    const off = bridge.on('analysis', (view) => {
      if (view.dossier !== dossier) return;
      setLoad((before) => ({
        ...before,
        analyses: before.analyses.some((each) => sameLook(each, view))
          ? before.analyses.map((each) => (sameLook(each, view) ? view : each))
          : [...before.analyses, view],
      }));
    });
    void bridge.analyses({ dossier }).then((outcome) => {
      if (!current) return;
      setLoad((before) =>
        outcome.ok ? { state: 'ready', code: null, analyses: outcome.value } : { ...before, state: 'failed', code: outcome.code },
      );
    });
    return () => {
      current = false;
      off();
    };
  }, [bridge, dossier]);
  return load;
}

export const isRunning = ({ state }: AnalysisView): boolean => state === 'queued' || state === 'running';
