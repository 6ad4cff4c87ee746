// Chromium's sandbox refuses to work for root, and nothing of ours runs it unsandboxed: as root, tour and journeys are handed over to an
// ordinary user made for them. Where that user cannot enter the clone (root's home is closed), the clone is bind-mounted where he can.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const USER = 'shiqi-e2e';
const root = path.resolve(import.meta.dirname, '..');

export const isRoot = process.getuid?.() === 0;

/** Makes the user and his folders; gives what a child process needs to become him. */
function prepareUser() {
  if (spawnSync('id', [USER]).status !== 0) {
    const made = spawnSync('useradd', ['--system', '--create-home', '--shell', '/bin/bash', USER], { stdio: 'inherit' });
    if (made.status !== 0) throw new Error(`cannot make the ordinary user ${USER}`);
  }
  const home = spawnSync('getent', ['passwd', USER], { encoding: 'utf8' }).stdout.split(':')[5] ?? `/home/${USER}`;
  spawnSync('install', ['-d', '-o', USER, '-m', '700', `${home}/run`]);
  return { HOME: home, USER, LOGNAME: USER, XDG_RUNTIME_DIR: `${home}/run` };
}

/** A folder that the ordinary user owns; what a run leaves in it is copied back by `giveBack`. */
export function ownFolder(folder) {
  fs.mkdirSync(folder, { recursive: true });
  if (!isRoot) return;
  prepareUser();
  spawnSync('chown', ['-R', USER, folder]);
}

/** Copies what the ordinary user left to where the caller expects it, owned by the caller. */
export function giveBack(from, to) {
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true });
}

const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
export const hasDisplay = !headless;

/**
 * Runs a command as an ordinary user and under Xvfb where there is no display; resolves with its exit code. `ends` is called with the child, for
 * whoever must be able to stop it by its id.
 */
export function runAsUser(command, { env = {}, ends = () => {} } = {}) {
  const xvfb = headless ? ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', ...command] : command;
  let full = xvfb;
  let childEnv = { ...process.env, ...env };
  if (isRoot) {
    childEnv = { ...childEnv, ...prepareUser() };
    const asUser = ['runuser', '-u', USER, '--', ...xvfb];
    const readable = spawnSync('runuser', ['-u', USER, '--', 'test', '-r', path.join(root, 'package.json')]).status === 0;
    full = readable
      ? asUser
      : [
          'unshare',
          '-m',
          '--propagation',
          'private',
          'bash',
          '-c',
          'V=$(mktemp -d); chmod 755 "$V"; mount --bind "$1" "$V"; cd "$V"; shift; exec "$@"',
          '_',
          root,
          ...asUser,
        ];
  }
  return new Promise((resolve) => {
    const child = spawn(full[0], full.slice(1), { cwd: root, stdio: 'inherit', env: childEnv });
    ends(child);
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
