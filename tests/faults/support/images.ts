// File systems in image files, mounted through a loop device: the copy of an image is the disk as a power cut would leave it, because what was
// never synced is in the page cache only. Needs root and a loop device.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type Mounted = { readonly folder: string; readonly unmount: () => void };

const quiet = (command: string, args: readonly string[]) => execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });

export class Images {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'shiqi-power-'));
  #count = 0;

  fresh(): string {
    const image = this.#next();
    writeFileSync(image, '');
    truncateSync(image, 64 * 1024 * 1024);
    quiet('mkfs.ext4', ['-q', '-F', image]);
    return image;
  }

  /** The disk as it is now, without what is in the cache. */
  cut(image: string): string {
    const copy = this.#next();
    quiet('cp', ['--sparse=always', image, copy]);
    return copy;
  }

  /** The file system itself writes nothing back for as long as a suite's run lasts. */
  mount(image: string): Mounted {
    const folder = `${image}.mounted`;
    mkdirSync(folder);
    quiet('mount', ['-o', 'loop,commit=300', image, folder]);
    const unmount = () => {
      quiet('umount', [folder]);
      rmSync(folder, { recursive: true });
    };
    return { folder, unmount };
  }

  drop(image: string): void {
    rmSync(image);
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #next(): string {
    return path.join(this.#folder, `${this.#count++}.ext4`);
  }
}

/** Whether this machine lets us, found by doing it once. */
export function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const images = new Images();
  try {
    images.mount(images.fresh()).unmount();
    return true;
  } catch {
    return false;
  } finally {
    images.remove();
  }
}
