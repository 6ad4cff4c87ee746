// Opens an entry of the rail. "Review" means the dossier that was open last; without one, the list of products.
import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { useDesk } from '../session/session-context';
import type { RailName } from './rail-entries';

export function useOpen(): (name: RailName) => Promise<void> {
  const navigate = useNavigate();
  const { store } = useDesk();
  return useCallback(
    async (name) => {
      if (name !== 'assess') return void navigate(`/${name}`);
      const last = await store.setting('lastPlace');
      const known = last !== undefined && (await store.get(last.dossier)) !== undefined;
      void navigate(known ? last.path : '/products');
    },
    [navigate, store],
  );
}
