// Every dossier with where it stands, kept current: the desk's summaries live, main's verdicts asked again whenever the outbox moves.

import type { Feature } from '@shared/assessment/model';
import { shanghaiDay } from '@shared/basics/time';
import { type Edition, readEdition } from '@shared/checklist/edition';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type DossierRow, dossierRow } from './dossier-row';
import { useDesk, useSession } from './session-context';
import { useCall } from './use-call';
import { useSummaries } from './use-summaries';

export type RowsLoad =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly code: string; readonly again: () => Promise<void> }
  | { readonly state: 'ready'; readonly rows: readonly DossierRow[]; readonly unreadable: readonly string[] };

/** Read when the list opens: it changes on the page of a dossier only. */
function useSeen(): Readonly<Record<string, readonly Feature[]>> {
  const { store } = useDesk();
  const [seen, setSeen] = useState<Readonly<Record<string, readonly Feature[]>>>({});
  useEffect(() => {
    let current = true;
    void store.setting('seen').then((known) => current && known && setSeen(known));
    return () => {
      current = false;
    };
  }, [store]);
  return seen;
}

export function useDossierRows(): RowsLoad {
  const { bridge, editions, now } = useSession();
  const list = useSummaries();
  const seen = useSeen();
  const { again, ...verdicts } = useCall(useCallback(() => bridge.verdicts(undefined), [bridge]));
  useEffect(() => bridge.on('outbox', () => void again()), [bridge, again]);

  const read = useMemo(() => {
    const known = new Map<string, Edition>();
    for (const view of editions) {
      const edition = readEdition(view.edition);
      if (edition.ok) known.set(view.sha256, edition.value);
    }
    return known;
  }, [editions]);

  const held = verdicts.state === 'ready' ? verdicts.value : null;
  const refused = verdicts.state === 'failed' ? verdicts.code : null;
  return useMemo<RowsLoad>(() => {
    if (list.state === 'loading') return list;
    if (list.state === 'failed') return { ...list, again };
    if (held === null) return refused === null ? { state: 'loading' } : { state: 'failed', code: refused, again };
    const today = shanghaiDay(now());
    return {
      state: 'ready',
      rows: list.summaries.map((summary) => dossierRow(summary, read.get(summary.editionSha256) ?? null, held, today, seen[summary.id])),
      unreadable: list.unreadable,
    };
  }, [list, held, refused, read, now, again, seen]);
}
