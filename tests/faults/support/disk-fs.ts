// The calls of node:fs that the ledger's files and durable writes make, over a disk of the double. A suite puts it in node:fs's place, so that
// what is tested is the program's own order of calls:
// vi.mock('node:fs', (original) => diskFs(original))
import type { Disk } from './disk';

let disk: Disk | null = null;
export const mountDisk = (next: Disk): void => {
  disk = next;
};
const current = (): Disk => {
  if (!disk) throw new Error('no disk');
  return disk;
};

export async function diskFs(original: () => Promise<unknown>) {
  const { constants } = (await original()) as typeof import('node:fs');
  return {
    constants,
    openSync(path: string, flags: number | string): number {
      const exclusive = flags === 'wx';
      return current().open(path, { create: exclusive || (typeof flags === 'number' && (flags & constants.O_CREAT) !== 0), exclusive });
    },
    closeSync: (handle: number) => current().close(handle),
    fstatSync: (handle: number) => ({ size: current().size(handle) }),
    writeSync: (handle: number, bytes: Uint8Array, offset = 0) => current().write(handle, bytes.subarray(offset)),
    fsyncSync: (handle: number) => current().sync(handle),
    fdatasyncSync: (handle: number) => current().sync(handle),
    ftruncateSync: (handle: number, size: number) => current().truncate(handle, size),
    readFileSync: (path: string) => Buffer.from(current().read(path)),
    renameSync: (from: string, to: string) => current().rename(from, to),
    rmSync: (path: string) => current().remove(path),
    mkdirSync: (path: string) => current().makeFolder(path),
  };
}
