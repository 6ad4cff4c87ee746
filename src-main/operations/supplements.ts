// The supplement notices that went out, read back from the record of acts: when, by which day, and which papers were missing. Ids only; the titles
// stand in the edition.
import type { SupplementView } from '@shared/contract/views';
import type { LedgerEntry } from '@shared/ledger/entry';
import type { Operations } from './operations';

const SEPARATOR = ' ';

/** @param due YYYY-MM-DD. False when the ledger takes no lines. */
export const recordSupplement = (operations: Operations, dossier: string, due: string, materials: readonly string[]): boolean =>
  operations.record('intake.supplement', dossier, { to: due, reason: materials.join(SEPARATOR) });

/** The notice of a dossier; there is one list, sent once. */
export function supplementOf(lines: readonly { readonly entry: LedgerEntry }[], dossier: string): SupplementView | null {
  for (const { entry } of lines)
    if (entry.kind === 'operation' && entry.body.act === 'intake.supplement' && entry.body.id === dossier)
      return { at: entry.at, due: entry.body.to ?? '', materials: entry.body.reason?.split(SEPARATOR) ?? [] };
  return null;
}
