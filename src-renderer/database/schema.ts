// The desk's own store, and its manual. Rows are { id, box }: nothing but the id can be read without the data key, so there is no index on
// content. Signed records are never here; they live in main's ledger.
//
// assessments  id = dossier (uuid). The working paper of one product version. Written by autosave and registration; stays until the
//              reviewer discards the dossier.
// summaries    id = dossier. What a list shows of the same paper, so that a list need not open every paper. Written in the same
//              transaction as its paper, dies with it.
// settings     id = name. Small things of this desk: where the reviewer left off, which views were saved.
//
// Version 1: first release.
import Dexie, { type Table } from 'dexie';
import type { SealedRow } from './sealed-row';

export const DATABASE_NAME = 'shiqi-desk';
export const SCHEMA_VERSION = 1;
export const TABLES = ['assessments', 'summaries', 'settings'] as const;
export type TableName = (typeof TABLES)[number];

export class DeskDatabase extends Dexie {
  declare readonly assessments: Table<SealedRow, string>;
  declare readonly summaries: Table<SealedRow, string>;
  declare readonly settings: Table<SealedRow, string>;

  constructor(name: string = DATABASE_NAME) {
    // Chromium's default "relaxed" durability loses acknowledged rows at a power cut; "strict" waits for the disk.
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(SCHEMA_VERSION).stores({ assessments: 'id', summaries: 'id', settings: 'id' });
  }
}
