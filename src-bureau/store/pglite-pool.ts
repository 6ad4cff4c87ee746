// Makes one embedded PGlite look like a pool of PostgreSQL connections, which is all that kysely's own PostgreSQL dialect asks for.
// There is one connection, so whoever wants it while a transaction runs waits in line. Only the composition root calls it.
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { PGlite } from '@electric-sql/pglite';
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

/**
 * @param folder where the database's files live; made when it is not there, which takes 3 to 5 s.
 * @param quickStart for practice and tests: V8 compiles the database once and leaves its second, better pass away, which is half the work of a
 * start; a service that runs for months wants that pass. An engine that does not know the switch says so and starts as usual.
 */
export async function openPglitePool(folder: string, quickStart: boolean): Promise<PostgresPool> {
  if (quickStart) setFlagsFromString('--liftoff-only');
  if (!existsSync(folder)) await makeDatabase(folder);
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

/** Under another name first: a first start that is cut off must not leave half a database that no later start can open. */
async function makeDatabase(folder: string): Promise<void> {
  const making = `${folder}.new`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  await (await PGlite.create(making)).close();
  await rename(making, folder);
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
