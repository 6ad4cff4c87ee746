// Files of the data folder: written whole or not at all, secrets readable by their owner alone, one service per folder.
import { constants } from 'node:fs';
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CodedError } from '@shared/basics/coded-error';

/** Temporary file, fsync, rename, fsync of the folder: after a power cut the old or the new content is there, never half of one. */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** @returns null when there is no such file. */
export async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const errorCode = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);
const isMissing = (error: unknown): boolean => errorCode(error) === 'ENOENT';

/** Locks of this very process: its number in a lock file may also be a dead process's. */
const held = new Set<string>();

/**
 * Takes the data folder for this process: two services over one embedded database would destroy it.
 * A lock left by a process that is gone is taken over. @returns what gives the folder back.
 * @throws CodedError DATA_IN_USE
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'bureau.lock');
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await takeLock(path)) {
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    }
    const holder = Number((await readIfThere(path))?.toString('utf8') ?? 'gone');
    if (holder === process.pid ? held.has(path) : isRunning(holder)) break;
    await rm(path, { force: true });
  }
  throw new CodedError('DATA_IN_USE', folder);
}

/** By a link, so that the lock never exists without its holder's number in it. */
async function takeLock(path: string): Promise<boolean> {
  const own = `${path}.${process.pid}`;
  await writeFile(own, String(process.pid), { mode: 0o600 });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(own, { force: true });
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, under another user.
    return errorCode(error) === 'EPERM';
  }
}
