// The dossier that was open last, if it is still in hand: the first thing the desk offers.
import { useEffect, useState } from 'react';
import type { LastPlace } from '../../database/desk-store';
import { type DossierRow, inHand } from '../../session/dossier-row';
import { useDesk } from '../../session/session-context';

export function useOpenDossier(rows: readonly DossierRow[]): { readonly row: DossierRow; readonly place: LastPlace } | null {
  const { store } = useDesk();
  const [place, setPlace] = useState<LastPlace | null>(null);
  useEffect(() => {
    let current = true;
    void store.setting('lastPlace').then((last) => current && setPlace(last ?? null));
    return () => {
      current = false;
    };
  }, [store]);
  const row = place && rows.find((candidate) => candidate.summary.id === place.dossier);
  return row && place && inHand(row) && row.verdict === null ? { row, place } : null;
}
