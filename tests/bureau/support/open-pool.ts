// Which database a test's data folder has: the embedded one, or, by hand, one of its own on a PostgreSQL server:
// `BUREAU_TEST_DATABASE=postgres://user@host/postgres npx vitest run tests/bureau` makes the same claims over that server.
import { basename, join } from 'node:path';
import type { PostgresPool } from 'kysely';
import { openPglitePool } from '../../../src-bureau/store/pglite-pool';
import { openPostgresPool } from '../../../src-bureau/store/postgres-pool';

const server = process.env.BUREAU_TEST_DATABASE;

/** A server's database for a data folder; null for the embedded one. */
export function serverDatabase(folder: string): { admin: string; name: string; url: string } | null {
  if (server === undefined) return null;
  const name = basename(folder)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '_');
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { admin: server, name, url: url.href };
}

export async function openPool(folder: string): Promise<PostgresPool> {
  const database = serverDatabase(folder);
  return database === null ? openPglitePool(join(folder, 'database'), true) : openPostgresPool(database.url);
}
