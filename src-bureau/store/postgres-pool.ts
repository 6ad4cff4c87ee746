// A pool of connections to a PostgreSQL server. Only the composition root calls it.
import pg from 'pg';

const INT8 = 20;

/** @param url `postgres://user:password@host:port/database`; nothing of it is ever logged. */
export function openPostgresPool(url: string): pg.Pool {
  return new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    // Sizes and positions stay far below 2^53; as text, which is the driver's default, they would compare wrongly.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
}
