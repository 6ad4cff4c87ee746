// The samples of a practice desk and the dossiers opened from them. Registering one has main take its files into the vault and opens a
// dossier with what the sample's papers say.
import type { SampleView } from '@shared/contract/views';
import { useCallback, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { DossierRow } from '../../session/dossier-row';
import { useActiveEdition, useDesk, useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { emptyPaper } from '../../session/use-new-dossier';

export type Sample = { readonly key: string; readonly view: SampleView; readonly row: DossierRow | null };
export type SamplesState = {
  readonly samples: readonly Sample[];
  /** Key of the sample whose files are being taken in. */
  readonly busy: string | null;
  readonly code: string | null;
  readonly canRegister: boolean;
  readonly register: (sample: Sample) => Promise<void>;
};

export const sampleKey = ({ id, version }: { readonly id: string; readonly version: string }) => `${id}@${version}`;

export function useSamples(rows: readonly DossierRow[]): SamplesState {
  const { bridge, now } = useSession();
  const { store } = useDesk();
  const edition = useActiveEdition();
  const navigate = useNavigate();
  const list = useCall(useCallback(() => bridge.samples(undefined), [bridge]));
  const [opened, setOpened] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState<string | null>(null);
  const [code, setCode] = useState<string | null>(null);

  useEffect(() => {
    let current = true;
    void store.setting('samples').then((known) => current && setOpened(known ?? {}));
    return () => {
      current = false;
    };
  }, [store]);

  const register = async ({ key, view }: Sample) => {
    if (edition === null || busy !== null) return;
    setBusy(key);
    setCode(null);
    const id = crypto.randomUUID();
    const loaded = await bridge.loadSample({ id: view.id, version: view.version, dossier: id });
    setBusy(null);
    if (!loaded.ok) return setCode(loaded.code);
    await store.save(emptyPaper(id, edition, now(), loaded.value.registration));
    await store.setSetting('samples', { ...opened, [key]: id });
    await navigate(`/register/${id}`);
  };

  const views = list.state === 'ready' ? list.value : [];
  return {
    samples: views.map((view) => {
      const key = sampleKey(view);
      return { key, view, row: rows.find((row) => row.summary.id === opened[key]) ?? null };
    }),
    busy,
    code: code ?? (list.state === 'failed' ? list.code : null),
    canRegister: edition !== null,
    register,
  };
}
