// Puts the bureau together over a database and a data folder, and takes it apart again. Everything with a choice in it lives elsewhere; main.ts and
// the tests call this.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CodedError } from '@shared/basics/coded-error';
import type { Clock } from '@shared/basics/time';
import type { PostgresPool } from 'kysely';
import { type Authority, authorityOf } from './authority';
import { issueEditions, type NotIssued } from './editions';
import { lockFolder, readIfThere, writeWhole } from './files';
import { createServer } from './http/server';
import { type BureauKeys, loadKeys, makeKeys } from './keys';
import { openCheckpoints } from './log/checkpoints';
import { openStore, type Store } from './store/store';

export type BureauSettings = {
  /** Keys, token, trust file and the witness's memory; with the embedded database also that. */
  readonly folder: string;
  readonly openPool: () => Promise<PostgresPool>;
  readonly editions: string;
  readonly name: string;
  readonly port: number;
  readonly practice: boolean;
  readonly autoApprove: boolean;
  readonly clock: Clock;
  readonly report: (error: unknown) => void;
};

export type RunningBureau = {
  readonly url: string;
  readonly trustPath: string;
  readonly staffTokenPath: string;
  readonly notIssued: readonly NotIssued[];
  readonly clockBehind: boolean;
  /** Lets requests under way end, then closes the database and gives the folder back. */
  readonly stop: () => Promise<void>;
};

/** @throws CodedError DATA_IN_USE, DATA_MISMATCH, MODE_MISMATCH, KEY_FILE_DAMAGED, LOG_SHRUNK, PORT_UNAVAILABLE */
export async function startBureau(settings: BureauSettings): Promise<RunningBureau> {
  const { folder, clock } = settings;
  const unlock = await lockFolder(folder);
  const closing: (() => Promise<unknown>)[] = [unlock];
  const stop = async (): Promise<void> => {
    while (closing.length > 0) await closing.pop()?.();
  };
  try {
    const store = await openStore(await settings.openPool());
    closing.push(() => store.destroy());
    const authority = authorityOf(await keysFor(settings, store), settings.name);
    await bindStore(store, authority, folder);
    const checkpoints = await openCheckpoints({ store, authority, clock, folder });
    const staffTokenPath = join(folder, 'staff-token');
    const staffToken = await staffTokenIn(staffTokenPath);
    // Outside practice a person decides, whatever the settings say.
    const autoApprove = authority.practice && settings.autoApprove;
    const service = { store, authority, clock, checkpoints, autoApprove, staffToken };
    const notIssued = await issueEditions(service, settings.editions);
    const server = createServer(service, settings.report);
    closing.push(() => server.close());
    // Loopback only: the staff token and the lines travel in the clear.
    const url = await server.listen({ host: '127.0.0.1', port: settings.port }).catch((cause: unknown) => {
      throw new CodedError('PORT_UNAVAILABLE', String(settings.port), { cause });
    });
    const trustPath = join(folder, 'trust.json');
    await writeWhole(trustPath, authority.trustFile(url));
    return { url, trustPath, staffTokenPath, notIssued, clockBehind: checkpoints.clockBehind, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Keys are made at the first start only: over a log that exists, new keys would make every receipt worthless. */
async function keysFor({ folder, practice }: BureauSettings, store: Store): Promise<BureauKeys> {
  const row = await store.selectFrom('service').select('id').executeTakeFirst();
  if ((await loadKeys(folder)) === null) {
    if (row !== undefined) throw new CodedError('KEY_FILE_DAMAGED', folder);
    await makeKeys(folder, practice);
  }
  const keys = await loadKeys(folder);
  if (keys === null) throw new CodedError('KEY_FILE_DAMAGED', folder);
  // A practice bureau's folder must never become a real one's, nor the other way round.
  if (keys.practice !== practice) throw new CodedError('MODE_MISMATCH', folder);
  return keys;
}

async function bindStore(store: Store, { origin, logKey, practice }: Authority, folder: string): Promise<void> {
  const row = await store.selectFrom('service').selectAll().executeTakeFirst();
  if (row === undefined) {
    await store.insertInto('service').values({ id: 1, origin, log_key: logKey, practice, log_size: 0 }).execute();
  } else if (row.log_key !== logKey || row.origin !== origin) {
    throw new CodedError('DATA_MISMATCH', folder);
  }
}

async function staffTokenIn(path: string): Promise<string> {
  const token = (await readIfThere(path))?.toString('utf8').trim();
  if (token) return token;
  const made = randomBytes(24).toString('hex');
  await writeWhole(path, `${made}\n`, 0o600);
  return made;
}
