// A file to look at, with the keys to read it and what it is compared with, and nothing else of the vault: held from the moment it is queued, so that the
// queue goes on while the profile is locked.
import type { EvidenceRecord, HeldFile, Vault } from '@main/vault/vault';
import { interfaceOf, releaseOf } from './files-beside';
import type { AnalysisRecord } from './records';

export type Job = {
  record: AnalysisRecord;
  readonly file: HeldFile;
  /** The fingerprint and its key, where the question names them. */
  readonly beside: readonly HeldFile[];
  /** The interface description of the dossier, and the last release; of delivered files only. */
  readonly context: { readonly openapi: HeldFile | null; readonly previous: HeldFile | null };
};

/** Null when the file, or one that the question names, is not in the dossier any more. */
export function holdJob(record: AnalysisRecord, vault: Vault): Job | null {
  const heldOf = (found: EvidenceRecord | null): HeldFile | null => found && vault.hold(found);
  const file = heldOf(vault.find(record.dossier, record.sha256));
  const { fingerprint } = record.question;
  const asked = fingerprint ? [fingerprint.file, fingerprint.key].map((sha256) => vault.find(record.dossier, sha256)) : [];
  const beside = asked.flatMap((each) => heldOf(each) ?? []);
  if (!file || beside.length < asked.length) {
    for (const held of [...(file ? [file] : []), ...beside]) held.letGo();
    return null;
  }
  const others = record.role === 'delivered' ? vault.list(record.dossier).filter(({ sha256 }) => sha256 !== record.sha256) : [];
  return { record, file, beside, context: { openapi: heldOf(interfaceOf(others)), previous: heldOf(releaseOf(others)) } };
}

export const letGo = ({ file, beside, context }: Job): void => {
  for (const held of [file, ...beside, context.openapi, context.previous]) held?.letGo();
};

export const isJob = ({ record }: Job, dossier: string, sha256: string): boolean => record.dossier === dossier && record.sha256 === sha256;
