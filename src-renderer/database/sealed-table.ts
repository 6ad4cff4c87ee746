// A table of sealed JSON documents: the boundary at which plain text becomes a box. Repositories above know meanings, this knows none.
import { fromUtf8, utf8 } from '@shared/basics/bytes';
import type { Table } from 'dexie';
import { SCHEMA_VERSION, type TableName } from './schema';
import { openRow, type RowPlace, type SealedRow, sealRow } from './sealed-row';

export class SealedTable<T> {
  constructor(
    private readonly table: Table<SealedRow, string>,
    private readonly name: TableName,
    private readonly database: string,
    private readonly key: Uint8Array,
  ) {}

  private place(id: string): RowPlace {
    return { database: this.database, table: this.name, id, schemaVersion: SCHEMA_VERSION };
  }

  private open(row: SealedRow): T {
    return JSON.parse(fromUtf8(openRow(this.key, this.place(row.id), row))) as T;
  }

  async get(id: string): Promise<T | undefined> {
    const row = await this.table.get(id);
    return row && this.open(row);
  }

  /** Every row that opens; ids of those that do not are returned beside them, so that one bad row does not hide the others. */
  async all(): Promise<{ values: T[]; unreadable: string[] }> {
    const values: T[] = [];
    const unreadable: string[] = [];
    for (const row of await this.table.toArray()) {
      try {
        values.push(this.open(row));
      } catch {
        unreadable.push(row.id);
      }
    }
    return { values, unreadable };
  }

  async put(id: string, value: T): Promise<void> {
    await this.table.put(sealRow(this.key, this.place(id), utf8(JSON.stringify(value))));
  }

  async delete(id: string): Promise<void> {
    await this.table.delete(id);
  }
}
