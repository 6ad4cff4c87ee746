// Makes one embedded PGlite look like a pool of PostgreSQL connections, which is all that kysely's own PostgreSQL dialect asks for.
// There is one connection, so whoever wants it while a transaction runs waits in line. Only the composition root calls it.
import { mkdir } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

/** @param folder where the database's files live; made when it is not there. The first start in an empty folder takes 3 to 5 s. */
export async function openPglitePool(folder: string): Promise<PostgresPool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const database = await PGlite.create(folder);
  let lastInLine: Promise<void> = Promise.resolve();

  return {
    async connect() {
      const before = lastInLine;
      let leave = () => {};
      lastInLine = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      return clientOf(database, leave);
    },
    async end() {
      await lastInLine;
      await database.close();
    },
  };
}

function clientOf(database: PGlite, leave: () => void): PostgresPoolClient {
  async function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const result = await database.query<R>(text, [...parameters]);
    const word = text.trimStart().slice(0, 6).toUpperCase().trimEnd();
    return {
      command: COMMANDS.find((command) => word.startsWith(command)) ?? 'SELECT',
      rowCount: result.affectedRows ?? 0,
      rows: result.rows,
    };
  }
  return { query: query as PostgresPoolClient['query'], release: leave };
}
