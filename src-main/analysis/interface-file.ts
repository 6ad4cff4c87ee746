// The interface description among the files of a dossier: found by its name, because it must be at hand before the replies are looked at. What it
// holds is judged by the window, and one that is no description helps nobody and harms nobody.
import type { EvidenceRecord } from '@main/vault/vault';

const NAMED = /(?:^|[/_.-])(?:openapi|swagger)[^/]{0,80}\.(?:ya?ml|json)$/iu;
const MAX_BYTES = 4 * 1024 * 1024;

/** Null when there is none, or more than one to choose from. */
export function interfaceOf(evidence: readonly EvidenceRecord[]): EvidenceRecord | null {
  const named = evidence.filter(({ name, role, bytes }) => role === 'delivered' && bytes <= MAX_BYTES && NAMED.test(name));
  return named.length === 1 ? (named[0] ?? null) : null;
}
