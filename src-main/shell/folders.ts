// Every place on disk that the app writes. docs/storage.md lists what lies in each.
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';

export type Folders = {
  readonly profile: string;
  readonly ledger: string;
  /** Second copy of the newest checkpoint, outside the ledger's folder: a ledger cut short with its own checkpoint is still found out. */
  readonly checkpoints: string;
  readonly vault: string;
  readonly records: string;
  readonly trust: string;
  readonly pending: string;
  readonly logs: string;
  readonly exports: string;
};

export function openFolders(userData: string, exportsFolder: string): Folders {
  const profile = path.join(userData, 'workspace');
  const folders: Folders = {
    profile,
    ledger: path.join(profile, 'ledger'),
    checkpoints: path.join(userData, 'checkpoints'),
    vault: path.join(profile, 'vault'),
    records: path.join(profile, 'records'),
    trust: path.join(profile, 'trust'),
    pending: path.join(profile, 'pending'),
    logs: path.join(profile, 'logs'),
    exports: exportsFolder,
  };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(userData, 0o700);
  return folders;
}
