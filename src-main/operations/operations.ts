// The record of acts (Art. 21 ¶2: 操作行为有记录、可审查): who did what to which id, never content. Each act is one line of the ledger.

import type { Ledger } from '@main/ledger/ledger';
import type { Operation } from '@shared/ledger/entry';
import type { OperationAct } from '@shared/ledger/operations';

export type ActFacts = { readonly digest?: string; readonly to?: string; readonly reason?: string };

export function createOperations(ledger: Ledger, actor: () => string) {
  return {
    /** False when the ledger takes no lines: whoever acts must then refuse the act, or say that it is not on record. */
    record(act: OperationAct, id: string, facts: ActFacts = {}, by: string = actor()): boolean {
      const body: Operation = { act, by, id, ...facts };
      return ledger.append({ kind: 'operation', body }).ok;
    },
  };
}
export type Operations = ReturnType<typeof createOperations>;
