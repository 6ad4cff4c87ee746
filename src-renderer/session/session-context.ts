// What every page may ask of the session: main's status, the bridge, the open desk. Providers fill it; features only read it.
import { assert } from '@shared/basics/assertions';
import type { Instant } from '@shared/basics/units';
import type { OutcomeOf } from '@shared/contract/call';
import type { DeskBridge, deskCalls } from '@shared/contract/contract';
import type { AppStatus, EditionView } from '@shared/contract/views';
import type { Language } from '@shared/texts/language';
import { createContext, useContext } from 'react';
import type { DeskStore } from '../database/desk-store';
import type { Drafts } from './drafts';

/** Exists between unlock and lock only; dropping it drops the data key. */
export type OpenDesk = { readonly store: DeskStore; readonly drafts: Drafts };

export type Session = {
  readonly bridge: DeskBridge;
  readonly status: AppStatus;
  readonly refreshStatus: () => Promise<void>;
  readonly language: Language;
  /** Main's time carried forward; the page keeps no clock of its own. */
  readonly now: () => Instant;
  readonly editions: readonly EditionView[];
  readonly desk: OpenDesk | null;
  readonly unlock: (passphrase: string) => Promise<OutcomeOf<typeof deskCalls.unlock>>;
  /** Writes everything out, then asks main to lock. */
  readonly lock: () => Promise<void>;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  assert(session !== null, 'a SessionProvider stands above');
  return session;
}

/** For pages behind the lock. */
export function useDesk(): OpenDesk {
  const { desk } = useSession();
  assert(desk !== null, 'pages are shown on an unlocked desk only');
  return desk;
}

/** The edition with which new dossiers are opened, if one is active. */
export const useActiveEdition = (): EditionView | null => useSession().editions.find((edition) => edition.active) ?? null;
