// Runs the Playwright tests; as root it hands over to an ordinary user so that Chromium's sandbox stays on.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);
const xvfb = process.env.DISPLAY ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24'];
const pw = [process.execPath, path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', ...args];
let cmd = [...xvfb, ...pw];
const env = { ...process.env };
if (process.getuid?.() === 0) {
  const user = 'shiqi-e2e';
  if (spawnSync('id', [user]).status !== 0)
    spawnSync('useradd', ['--system', '--create-home', '--shell', '/bin/bash', user], { stdio: 'inherit' });
  const out = path.join(root, 'test-results');
  fs.mkdirSync(out, { recursive: true });
  spawnSync('chown', ['-R', user, out]);
  const home = `/home/${user}`;
  Object.assign(env, { HOME: home, USER: user, LOGNAME: user, XDG_RUNTIME_DIR: `${home}/run` });
  spawnSync('install', ['-d', '-o', user, '-m', '700', `${home}/run`]);
  cmd = ['runuser', '-u', user, '--', ...cmd];
}
const r = spawnSync(cmd[0], cmd.slice(1), { cwd: root, stdio: 'inherit', env });
process.exit(r.status ?? 1);
