// Asks main for something a page shows, and asks again when told to. The page sees loading, the value, or the code.
import type { Result } from '@shared/basics/result';
import { useCallback, useEffect, useRef, useState } from 'react';

export type CallState<T, Code extends string> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly code: Code };

/** @param ask stable function (useCallback) that makes the call; a new identity asks again. */
export function useCall<T, Code extends string>(
  ask: () => Promise<Result<T, Code>>,
): CallState<T, Code> & { readonly again: () => Promise<void> } {
  const [state, setState] = useState<CallState<T, Code>>({ state: 'loading' });
  const latest = useRef(ask);
  const again = useCallback(async () => {
    const outcome = await ask();
    // An answer to an older question is dropped.
    if (latest.current === ask) setState(outcome.ok ? { state: 'ready', value: outcome.value } : { state: 'failed', code: outcome.code });
  }, [ask]);
  useEffect(() => {
    latest.current = ask;
    void again();
  }, [ask, again]);
  return { ...state, again };
}
