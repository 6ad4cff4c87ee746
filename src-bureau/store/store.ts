// Opens the bureau's database over any pool of connections and brings its tables up to date.
// Knows nothing of HTTP, keys or statements; whoever keeps or reads rows gets a `Store` or a `Transaction` passed in.
import { Kysely, type KyselyConfig, Migrator, PostgresDialect, type PostgresPool, type Transaction } from 'kysely';
import { migrations } from './migrations';
import type { Tables } from './schema';

export type Store = Kysely<Tables>;
export type StoreTransaction = Transaction<Tables>;

/** Resolves when every migration has run. The pool is the store's from then on: `destroy` ends it. */
export async function openStore(pool: PostgresPool): Promise<Store> {
  const config: KyselyConfig = { dialect: new PostgresDialect({ pool }) };
  const store = new Kysely<Tables>(config);
  const migrator = new Migrator({ db: store, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    await store.destroy();
    throw error;
  }
  return store;
}

/** The lock that every writer takes first in its transaction, so that lines, trees and numbers grow one batch after the other. */
export const lockService = (rows: StoreTransaction) => rows.selectFrom('service').selectAll().forUpdate().executeTakeFirstOrThrow();
