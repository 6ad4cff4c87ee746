// Starts the practice bureau as a process of its own and tells where its trust file will appear. Nobody waits for it: the app takes the trust file
// when it is there.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** @returns {{ trustFile: string, child: import('node:child_process').ChildProcess, stop: () => Promise<void> }} */
export function startPracticeBureau(folder, { clock } = {}) {
  fs.mkdirSync(folder, { recursive: true });
  const trustFile = path.join(folder, 'trust.json');
  // A trust file of an earlier run names a port that nobody listens on.
  fs.rmSync(trustFile, { force: true });
  const args = [
    path.join(root, 'out/node/bureau.mjs'),
    '--practice',
    '--data',
    folder,
    '--port',
    '0',
    ...(clock ? ['--clock', clock] : []),
  ];
  const log = fs.openSync(path.join(folder, 'bureau.log'), 'a');
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', log, log, 'ipc'] });
  fs.closeSync(log);
  const exited = new Promise((resolve) => child.on('exit', resolve));
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
  };
  return { trustFile, child, stop };
}
