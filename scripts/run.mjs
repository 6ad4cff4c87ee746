// run.mjs <command> [args]: runs what `npm run build` left, building once when it is missing. Relative paths are the caller's (INIT_CWD).
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const [, , command, ...args] = process.argv;
const file = path.join(root, 'out', 'node', `${command}.mjs`);
if (!fs.existsSync(file)) {
  const { build } = await import('./build.mjs');
  build();
}
const done = spawnSync(process.execPath, [file, ...args], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() });
process.exit(done.status ?? 1);
