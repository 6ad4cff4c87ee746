// The ledger's lines as far as they were read: the newest first, earlier ones when asked, an entry that was asked for by number in any case.
import type { LedgerLine } from '@shared/contract/views';
import { useCallback, useEffect, useState } from 'react';
import { useSession } from '../../session/session-context';

const AT_ONCE = 500;

export type Lines = {
  readonly state: 'loading' | 'ready' | 'failed';
  readonly code: string | null;
  readonly total: number;
  readonly lines: readonly LedgerLine[];
  /** seq of the first line read. */
  readonly from: number;
  readonly readEarlier: () => Promise<void>;
  readonly readAgain: () => Promise<void>;
};

/** @param wanted seq that must be among the lines read, or null. */
export function useLines(wanted: number | null): Lines {
  const { bridge, status } = useSession();
  const [read, setRead] = useState<Omit<Lines, 'readEarlier' | 'readAgain'>>({
    state: 'loading',
    code: null,
    total: 0,
    lines: [],
    from: 0,
  });

  const readFrom = useCallback(
    async (from: number, to: number): Promise<{ ok: true; lines: LedgerLine[]; total: number } | { ok: false; code: string }> => {
      const lines: LedgerLine[] = [];
      let total = to;
      for (let at = from; at < to; at += AT_ONCE) {
        const page = await bridge.ledgerPage({ from: at, count: Math.min(AT_ONCE, to - at) });
        if (!page.ok) return page;
        lines.push(...page.value.lines);
        total = page.value.total;
      }
      return { ok: true, lines, total };
    },
    [bridge],
  );

  const readAgain = useCallback(async () => {
    const known = await bridge.ledgerPage({ from: 0, count: 1 });
    if (!known.ok) return setRead((before) => ({ ...before, state: 'failed', code: known.code }));
    const { total } = known.value;
    const from = Math.max(0, Math.min(total - AT_ONCE, wanted === null ? total : wanted - 20));
    const newest = await readFrom(from, total);
    setRead((before) =>
      newest.ok
        ? { state: 'ready', code: null, total: newest.total, lines: newest.lines, from }
        : { ...before, state: 'failed', code: newest.code },
    );
  }, [bridge, readFrom, wanted]);

  const readEarlier = useCallback(async () => {
    const from = Math.max(0, read.from - AT_ONCE);
    const earlier = await readFrom(from, read.from);
    if (earlier.ok) setRead((before) => ({ ...before, lines: [...earlier.lines, ...before.lines], from }));
  }, [read.from, readFrom]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an entry was added or the ledger changed its state
  useEffect(() => {
    void readAgain();
  }, [readAgain, status.ledger.entries, status.ledger.code]);

  return { ...read, readEarlier, readAgain };
}
