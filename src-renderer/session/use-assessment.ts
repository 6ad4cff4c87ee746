// The hook behind every page of a dossier: the paper, ways to change it, and when it was last stored.
import type { AssessmentDraft } from '@shared/assessment/model';
import type { Instant } from '@shared/basics/units';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ChangeOptions, DraftStore, Mutator } from './draft-store';
import { useDesk } from './session-context';

export type AssessmentHandle = {
  readonly assessment: AssessmentDraft;
  /** Applies at once, stored within a second. The mutator may change the copy it gets, or return another. */
  readonly save: (mutate: Mutator, options?: ChangeOptions) => void;
  /** Resolves when everything is on disk; call it before handing the paper to main. */
  readonly flush: () => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly savedAt: Instant | null;
  readonly pending: boolean;
  readonly failed: string | null;
};

export type AssessmentLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly code: string }
  | ({ readonly state: 'ready' } & AssessmentHandle);

const never = () => () => undefined;
const none = () => null;

export function useAssessment(id: string): AssessmentLoad {
  const { drafts } = useDesk();
  const [loaded, setLoaded] = useState<{ id: string; draft: DraftStore | null; code: string | null } | null>(null);

  useEffect(() => {
    let current = true;
    drafts.draft(id).then(
      (draft) => current && setLoaded({ id, draft, code: null }),
      (error: { code?: string }) => current && setLoaded({ id, draft: null, code: error.code ?? 'ROW_MALFORMED' }),
    );
    return () => {
      current = false;
      // Leaving a page writes out what it changed.
      drafts.draft(id).then(
        (draft) => draft?.flush(),
        () => undefined,
      );
    };
  }, [drafts, id]);

  const draft = loaded?.id === id ? loaded.draft : null;
  const state = useSyncExternalStore(draft?.subscribe ?? never, draft?.snapshot ?? none);
  if (loaded?.id !== id) return { state: 'loading' };
  if (loaded.code !== null) return { state: 'failed', code: loaded.code };
  if (draft === null || state === null) return { state: 'missing' };
  return { ...state, state: 'ready', save: draft.change, flush: draft.flush, undo: draft.undo, redo: draft.redo };
}
