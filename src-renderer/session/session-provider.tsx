// Holds the session: keeps main's status current, opens the desk's store with the key that unlock returns, and closes it again when main
// locks. The data key lives only in the closure of the open store.
import { parseInstant } from '@shared/basics/time';
import type { Instant } from '@shared/basics/units';
import type { DeskBridge } from '@shared/contract/contract';
import type { AppStatus, EditionView } from '@shared/contract/views';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { DeskStore } from '../database/desk-store';
import { Drafts } from './drafts';
import { type OpenDesk, type Session, SessionContext } from './session-context';

type Anchor = { readonly main: Instant; readonly page: number };
const anchorOf = (status: AppStatus): Anchor => ({ main: parseInstant(status.now) ?? (0 as Instant), page: performance.now() });

const sameEditions = (a: readonly EditionView[], b: readonly EditionView[]): boolean =>
  a.length === b.length &&
  a.every((view, at) => view.sha256 === b[at]?.sha256 && view.issued === b[at]?.issued && view.active === b[at]?.active);

type Props = {
  readonly bridge: DeskBridge;
  /** Shown until main has answered once, and when it cannot. */
  readonly fallback: (failed: string | null, retry: () => void) => ReactNode;
  readonly children: ReactNode;
};

export function SessionProvider({ bridge, fallback, children }: Props) {
  const [status, setStatus] = useState<AppStatus | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [editions, setEditions] = useState<readonly EditionView[]>([]);
  const [desk, setDesk] = useState<OpenDesk | null>(null);
  const anchor = useRef<Anchor>({ main: 0 as Instant, page: 0 });
  const openDesk = useRef<OpenDesk | null>(null);

  const accept = useCallback((next: AppStatus) => {
    // Replies and events travel by different ways: one that was made earlier must not take back what was heard since.
    if (Date.parse(next.now) < anchor.current.main) return;
    anchor.current = anchorOf(next);
    setStatus(next);
  }, []);
  const now = useCallback(() => Math.round(anchor.current.main + performance.now() - anchor.current.page) as Instant, []);

  const refreshStatus = useCallback(async () => {
    const outcome = await bridge.status(undefined);
    if (outcome.ok) accept(outcome.value);
    setFailed(outcome.ok ? null : outcome.code);
  }, [bridge, accept]);

  const closeDesk = useCallback(async () => {
    const open = openDesk.current;
    openDesk.current = null;
    await open?.drafts.flushAll();
    setDesk(null);
    open?.store.close();
  }, []);

  useEffect(() => {
    void refreshStatus();
    const offStatus = bridge.on('status', accept);
    const offLocked = bridge.on('locked', () => void closeDesk().then(refreshStatus));
    return () => {
      offStatus();
      offLocked();
    };
  }, [bridge, accept, refreshStatus, closeDesk]);

  useEffect(() => {
    // Both can be the last thing that runs before the window goes away.
    const leave = () => void openDesk.current?.drafts.flushAll();
    document.addEventListener('visibilitychange', leave);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      window.removeEventListener('pagehide', leave);
    };
  }, []);

  // The bureau may issue an edition, or the clock reach another one, while the desk is open: both come with a contact or a new state.
  const heard = `${status?.bureau?.lastContact ?? ''} ${status?.enrolment ?? ''}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `heard` is the reason to ask again
  useEffect(() => {
    if (desk === null) return;
    let current = true;
    void bridge.editions(undefined).then((known) => {
      // The same editions keep their identity, so that nothing parsed from them is parsed again.
      if (current && known.ok) setEditions((before) => (sameEditions(before, known.value) ? before : known.value));
    });
    return () => {
      current = false;
    };
  }, [bridge, desk, heard]);

  const unlock = useCallback<Session['unlock']>(
    async (passphrase) => {
      const outcome = await bridge.unlock({ passphrase });
      if (!outcome.ok) {
        await refreshStatus();
        return outcome;
      }
      const store = new DeskStore(outcome.value.dataKey);
      const known = await bridge.editions(undefined);
      if (known.ok) setEditions(known.value);
      openDesk.current = { store, drafts: new Drafts(store, now) };
      await refreshStatus();
      setDesk(openDesk.current);
      return outcome;
    },
    [bridge, now, refreshStatus],
  );

  const lock = useCallback(async () => {
    await closeDesk();
    await bridge.lock(undefined);
    await refreshStatus();
  }, [bridge, closeDesk, refreshStatus]);

  const session = useMemo<Session | null>(
    () => status && { bridge, status, refreshStatus, language: status.language, now, editions, desk, unlock, lock },
    [bridge, status, refreshStatus, now, editions, desk, unlock, lock],
  );
  if (session === null) return fallback(failed, () => void refreshStatus());
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
