// The analyses of one dossier, kept current by main's events: a page sees progress without asking again.
import type { AnalysisView } from '@shared/contract/views';
import { useEffect, useState } from 'react';
import { useSession } from './session-context';

export type AnalysesLoad = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly code: string | null;
  readonly analyses: readonly AnalysisView[];
};

const lookOf = ({ sha256, name }: AnalysisView): string => `${sha256} ${name}`;

/**
 * The list as main gave it, with what main has said since. Replies and events travel by different ways: a reply that was made before an event may
 * arrive after it, so whatever was heard outweighs the list.
 */
export function withHeard(list: readonly AnalysisView[], heard: ReadonlyMap<string, AnalysisView>): readonly AnalysisView[] {
  const listed = new Set(list.map(lookOf));
  return [...list.map((each) => heard.get(lookOf(each)) ?? each), ...[...heard.values()].filter((each) => !listed.has(lookOf(each)))];
}

export function useAnalyses(dossier: string): AnalysesLoad {
  const { bridge } = useSession();
  const [load, setLoad] = useState<AnalysesLoad>({ state: 'loading', code: null, analyses: [] });
  useEffect(() => {
    let current = true;
    setLoad({ state: 'loading', code: null, analyses: [] });
    const heard = new Map<string, AnalysisView>();
    const off = bridge.on('analysis', (view) => {
      if (view.dossier !== dossier) return;
      heard.set(lookOf(view), view);
      setLoad((before) => ({ ...before, analyses: withHeard(before.analyses, heard) }));
    });
    void bridge.analyses({ dossier }).then((outcome) => {
      if (!current) return;
      setLoad((before) =>
        outcome.ok
          ? { state: 'ready', code: null, analyses: withHeard(outcome.value, heard) }
          : { ...before, state: 'failed', code: outcome.code },
      );
    });
    return () => {
      current = false;
      off();
    };
  }, [bridge, dossier]);
  return load;
}

/** A product file that nobody has looked at to its end. What lies beside the product keeps nobody from deciding about it. */
export const isUnfinished = ({ role, state }: AnalysisView): boolean =>
  role === 'delivered' && (state === 'failed' || state === 'cancelled');
export const isRunning = ({ state }: AnalysisView): boolean => state === 'queued' || state === 'running';
