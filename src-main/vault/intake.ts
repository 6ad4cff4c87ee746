// Takes files into the vault for a dossier: progress to whoever listens, one operation line per file with its digest, the first failure named.
// Files that went in before it stay in: nothing that was taken is lost because a later one could not be read.

import type { Logger } from '@main/logging/logger';
import type { Operations } from '@main/operations/operations';
import { nameMark } from '@shared/analysis/content/marks';
import type { EvidenceRole } from '@shared/assessment/model';
import { failure, ok, type Result } from '@shared/basics/result';
import type { EvidenceProgress, EvidenceView } from '@shared/contract/views';
import type { AddedEvidence, Vault } from './vault';

export type IncomingFile = { readonly path: string; readonly name: string; readonly bytes: number; readonly role: EvidenceRole };
export type IntakeCode =
  | 'FILE_UNREADABLE'
  | 'TOO_MANY_FILES'
  | 'VAULT_WRITE_FAILED'
  | 'FILE_MARKED'
  | 'EVIDENCE_QUARANTINED'
  | 'EVIDENCE_LOCKED';

/** Errors of reading what was delivered; every other error is the vault's own disk. */
const READ_ERRORS = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO', 'ELOOP']);

export const evidenceView = ({ sm3: _sm3, ...record }: AddedEvidence): EvidenceView => record;

export async function takeIn(
  dossier: string,
  files: readonly IncomingFile[],
  parts: { vault: Vault; operations: Operations; logger: Logger; progress: (progress: EvidenceProgress) => void },
): Promise<Result<EvidenceView[], IntakeCode>> {
  // Before any byte is read: a marked name is reason enough, and none of the files beside it is taken either.
  if (files.some(({ name }) => nameMark(name) !== null)) return failure('FILE_MARKED');
  const added: EvidenceView[] = [];
  for (const file of files) {
    let shown = 0;
    const progress = (done: number, total: number) => {
      if (done < total && done - shown < total / 50) return;
      shown = done;
      parts.progress({ dossier, name: file.name, done, total });
    };
    try {
      const record = await parts.vault.add(dossier, file.role, file, progress);
      if (!record.ok) return record;
      parts.operations.record('evidence.add', dossier, { digest: record.value.sha256 });
      added.push(evidenceView(record.value));
    } catch (error) {
      parts.logger.error('evidence.add', error);
      const code = (error as NodeJS.ErrnoException).code ?? '';
      return failure(READ_ERRORS.has(code) ? 'FILE_UNREADABLE' : 'VAULT_WRITE_FAILED', file.name);
    }
  }
  return ok(added);
}
