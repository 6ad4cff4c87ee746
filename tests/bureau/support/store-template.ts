// An empty embedded database takes seconds to make and a fraction of one to copy, so it is made once per clone and kept among the caches, by the
// version of the database.
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openPostgresPool } from '../../../src-bureau/store/postgres-pool';
import { serverDatabase } from './open-pool';

const root = join(import.meta.dirname, '../../..');
const caches = join(root, 'node_modules/.cache/shiqi');

async function template(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(caches, `empty-store-${version}`);
  if (await isThere(folder)) return folder;
  await mkdir(caches, { recursive: true });
  const making = await mkdtemp(join(caches, 'making-store-'));
  await (await PGlite.create(making)).close();
  // Another test file may have been faster; either store is as good.
  await rename(making, folder).catch(() => rm(making, { recursive: true, force: true }));
  return folder;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** What a test does at its end. */
export type CleanUp = (last: () => Promise<void>) => void;

/** An empty store where `openPool` looks for it. */
export async function layEmptyStore(dataFolder: string, atEnd: CleanUp): Promise<void> {
  const database = serverDatabase(dataFolder);
  if (database === null) return cp(await template(), join(dataFolder, 'database'), { recursive: true });
  const admin = openPostgresPool(database.admin);
  await admin.query(`create database ${database.name}`);
  atEnd(async () => {
    await admin.query(`drop database ${database.name} with (force)`);
    await admin.end();
  });
}
