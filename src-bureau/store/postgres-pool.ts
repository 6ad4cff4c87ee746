// A pool of connections to a PostgreSQL server. Only the composition root calls it.
import pg from 'pg';

const INT8 = 20;

/** @param url `postgres://user:password@host:port/database`; nothing of it is ever logged. */
export function openPostgresPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: 10_000,
    // Sizes and positions stay far below 2^53; as text, which is the driver's default, they would compare wrongly.
    types: { getTypeParser: (oid, format) => (oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A server that restarts ends its connections. Unheard, that would end this process; whoever uses the connection is told by the next query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** PostgreSQL's and the system's codes for a server that is away or full for now. */
const AWAY = new Set(['57P01', '57P02', '57P03', '53300', '08006', '08001', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT']);

/** Whether asking again later may help. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return AWAY.has(code) || /connection (timeout|terminated)|timeout exceeded when trying to connect|not queryable/i.test(error.message);
}
