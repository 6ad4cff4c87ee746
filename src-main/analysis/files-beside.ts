// Files of a dossier that stand beside the one that is looked at: the description of an interface, and the last release of an aggregate. Found by role and
// name, because main opens no evidence. What they hold is judged by the window; a file that is neither helps nobody and harms nobody.
import type { EvidenceRecord } from '@main/vault/vault';
import { isFingerprintFile } from './fingerprint-files';

const DESCRIPTION = /(?:^|[/_.-])(?:openapi|swagger)[^/]{0,80}\.(?:ya?ml|json)$/iu;
const MAX_DESCRIPTION = 4 * 1024 * 1024;
const TABLE = /\.(?:csv|tsv|txt|xlsx|json|jsonl|parquet)$/iu;
/** A release is an aggregate; what is longer is read for nothing. */
const MAX_RELEASE = 64 * 1024 * 1024;

/** Several are for a person to choose from. */
const only = (records: readonly EvidenceRecord[]): EvidenceRecord | null => (records.length === 1 ? (records[0] ?? null) : null);

export const interfaceOf = (evidence: readonly EvidenceRecord[]): EvidenceRecord | null =>
  only(evidence.filter(({ name, role, bytes }) => role === 'delivered' && bytes <= MAX_DESCRIPTION && DESCRIPTION.test(name)));

export const releaseOf = (evidence: readonly EvidenceRecord[]): EvidenceRecord | null =>
  only(
    evidence.filter(
      ({ name, role, bytes }) => role === 'comparison' && bytes <= MAX_RELEASE && TABLE.test(name) && !isFingerprintFile(name),
    ),
  );
