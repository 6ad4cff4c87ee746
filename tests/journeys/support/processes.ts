// What Linux says of running processes: whose child, started how, under which sandbox, listening where. Read from /proc, so that no word of the
// program under test is needed.
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import type { ElectronApplication } from '@playwright/test';

export type ProcessFacts = {
  readonly pid: number;
  readonly parent: number;
  readonly uid: number;
  readonly argv: readonly string[];
  /** Chromium's name for the kind of process; empty for the browser itself. */
  readonly type: string;
  /** 2: a seccomp filter is on. */
  readonly seccomp: number;
};

const field = (status: string, name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? -1);

function factsOf(pid: number): ProcessFacts | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const argv = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    // Chromium rewrites the command line of its children as one string.
    const words = argv.flatMap((argument) => argument.split(' '));
    const type = words.find((word) => word.startsWith('--type='))?.slice('--type='.length) ?? '';
    return { pid, parent: field(status, 'PPid'), uid: field(status, 'Uid'), argv: words, type, seccomp: field(status, 'Seccomp') };
  } catch {
    // Gone between the listing and the reading.
    return null;
  }
}

/** A process and everything it started, directly or not. */
export function familyOf(root: number): ProcessFacts[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => factsOf(Number(name)) ?? []);
  const family = new Set([root]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

/** Descriptors of a process that are sockets, as inode numbers; null when they may not be read (a sandboxed child is closed to its own user). */
function socketsOf(pid: number): readonly string[] | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return null;
  }
}

const LISTEN = '0A';

/** Local ports on which this process listens, TCP over IPv4 and IPv6; null when its descriptors may not be read. One that has ended meanwhile listens on none. */
export function listeningPorts(pid: number): readonly number[] | null {
  try {
    const own = socketsOf(pid);
    if (own === null) return existsSync(`/proc/${pid}`) ? null : [];
    return ['tcp', 'tcp6'].flatMap((table) =>
      readFileSync(`/proc/${pid}/net/${table}`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .flatMap((line) => {
          const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
          return state === LISTEN && own.includes(inode) ? [Number.parseInt(local.split(':')[1] ?? '', 16)] : [];
        }),
    );
  } catch (error) {
    if (existsSync(`/proc/${pid}`)) throw error;
    return [];
  }
}

/** kill -9 of every process of the app at once: nobody gets to say goodbye. */
export async function killAll(app: ElectronApplication): Promise<void> {
  const root = app.process();
  if (root.exitCode !== null || root.signalCode !== null) return;
  const ended = new Promise((resolve) => root.once('exit', resolve));
  for (const { pid } of familyOf(root.pid ?? 0)) killNow(pid);
  await ended;
}

/** A process that went with its parent is as dead as it should be. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** How long an app may take to end after it was asked to. */
const MOST_ENDING = 20_000;

/** Where each thread of a process waits, for whoever has to find out why it does not end. */
function threadsOf(pid: number): string {
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      return '?';
    }
  };
  const folder = `/proc/${pid}/task`;
  return existsSync(folder)
    ? readdirSync(folder)
        .map((thread) => `${read(`${folder}/${thread}/comm`)}:${read(`${folder}/${thread}/wchan`)}`)
        .join(' ')
    : 'gone';
}

/** Ends an app whose journey is over. One that does not end is killed, and the journey has failed: an app that is asked to end must. */
export async function endApp(app: ElectronApplication): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(true), MOST_ENDING);
  });
  const closed = app.close().then(
    () => false,
    () => false,
  );
  const hangs = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (!hangs) return;
  const threads = threadsOf(app.process().pid ?? 0);
  await killAll(app);
  throw new Error(`the app had not ended ${MOST_ENDING / 1000} seconds after it was asked to: ${threads}`);
}
