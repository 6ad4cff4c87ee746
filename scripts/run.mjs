// run.mjs <command> [args]: runs what `npm run build` left, building once when it is missing. Relative paths are the caller's (INIT_CWD), and whoever
// ends this ends the command: a bureau must not outlive the terminal it was started from.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const [, , command, ...args] = process.argv;
const file = path.join(root, 'out', 'node', `${command}.mjs`);
if (!fs.existsSync(file)) {
  const { build } = await import('./build.mjs');
  build();
}
const child = spawn(process.execPath, [file, ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
