// A bureau in a process of its own that ends itself with SIGKILL at a chosen statement to its database. Bundled and forked by `killed.ts`.
import { join } from 'node:path';
import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { startBureau } from '../../../src-bureau/bureau';
import { openPool } from './open-pool';
import { NOON } from './statements';

/** Ends the process before the statement runs, or after it is acknowledged. */
export type KillPoint = { readonly when: 'before' | 'after'; readonly statement: string };

let point: KillPoint | null = null;
process.on('message', (message: KillPoint) => {
  point = message;
  process.send?.('armed');
});
process.on('disconnect', () => process.exit(0));

const killAt = (when: KillPoint['when'], text: string): void => {
  if (point?.when === when && text.startsWith(point.statement)) process.kill(process.pid, 'SIGKILL');
};

function watched(pool: PostgresPool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect();
      const query = async (text: string, parameters: readonly unknown[]) => {
        killAt('before', text);
        const result = await client.query(text, parameters);
        killAt('after', text);
        return result;
      };
      return { query: query as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
  };
}

const folder = process.argv[2] ?? '';
startBureau({
  folder,
  openPool: async () => watched(await openPool(folder)),
  editions: join(folder, 'editions'),
  name: '演练接收服务',
  port: 0,
  practice: true,
  autoApprove: true,
  clock: () => NOON,
  report: console.error,
}).then(({ url }) => process.send?.({ url }));
