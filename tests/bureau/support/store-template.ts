// An empty embedded database takes seconds to make and a fraction of one to copy, so it is made once per clone and kept among the caches, by the
// version of the database.
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

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

/** An empty store where the service looks for it. */
export async function layEmptyStore(dataFolder: string): Promise<void> {
  await cp(await template(), join(dataFolder, 'database'), { recursive: true });
}
