// Opens a new dossier on the desk: an empty working paper bound to the active edition.
import { type AssessmentDraft, emptyDecision, emptyRegistration, type Registration } from '@shared/assessment/model';
import { timestamp } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import type { EditionView } from '@shared/contract/views';
import { useCallback } from 'react';
import { useActiveEdition, useDesk, useSession } from './session-context';

/** Id of an edition as it stands in the signed data; the rest of the edition is the checklist room's to parse. */
const editionId = (view: EditionView): string => (view.edition as { readonly id: string }).id;

export function emptyPaper(
  id: string,
  edition: EditionView,
  at: Instant,
  registration: Registration = emptyRegistration(),
): AssessmentDraft {
  const now = timestamp(at);
  return {
    id,
    revision: 0,
    createdAt: now,
    updatedAt: now,
    registeredAt: null,
    edition: { id: editionId(edition), sha256: edition.sha256 },
    round: 1,
    previous: null,
    registration,
    answers: {},
    findings: [],
    decision: emptyDecision(),
  };
}

/** Resolves to the dossier's id, or null when no edition is active (nothing can be registered without one). */
export function useNewDossier(): () => Promise<string | null> {
  const { store } = useDesk();
  const { now } = useSession();
  const edition = useActiveEdition();
  return useCallback(async () => {
    if (edition === null) return null;
    const id = crypto.randomUUID();
    await store.save(emptyPaper(id, edition, now()));
    return id;
  }, [store, now, edition]);
}
