// Small files that must survive a power cut: written beside their place, fsynced, renamed over it, and the folder fsynced, so that a reader
// finds the old bytes or the new ones and nothing between.
import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

export function fsyncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder whose name is on the disk when this returns, also when whoever made it first was killed before it could see to that. */
export function makeFolderDurably(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  fsyncFolder(path.dirname(folder));
}

/** One write may take less than it was given. */
export function writeAll(handle: number, bytes: Uint8Array): void {
  let offset = 0;
  while (offset < bytes.length) offset += writeSync(handle, bytes, offset);
}

export function writeDurably(file: string, content: Uint8Array | string): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeAll(handle, typeof content === 'string' ? Buffer.from(content) : content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  fsyncFolder(path.dirname(file));
}

/** The file's bytes, or null when there is none. Every other failure throws. */
export function readIfPresent(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
