// Builds everything: the app (main, preloads, pages), the bureau and the commands, and the stand-alone verifier. `--test` builds into out/test, so
// that tests never pull files from under a running app; unchanged sources are not built again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const INPUTS = [
  'src-shared',
  'src-main',
  'src-renderer',
  'src-bureau',
  'src-verifier',
  'src-tools',
  'package-lock.json',
  'electron.vite.config.ts',
  'vite.node.config.ts',
  'vite.verifier.config.ts',
  'vite.verifier-command.config.ts',
  'scripts/build.mjs',
];

function digestOf(inputs) {
  const hash = createHash('sha256');
  const visit = (file) => {
    const facts = fs.statSync(file, { throwIfNoEntry: false });
    if (!facts) return;
    if (facts.isDirectory()) for (const name of fs.readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file));
  };
  for (const input of inputs) visit(path.join(root, input));
  return hash.digest('hex');
}

const bin = (name) => path.join(root, 'node_modules', '.bin', name);

function run(name, args) {
  const done = spawnSync(bin(name), args, { cwd: root, encoding: 'utf8', env: { ...process.env, ELECTRON_MAJOR_VER: '45' } });
  if (done.status !== 0) {
    process.stderr.write(`${done.stdout}\n${done.stderr}\n`);
    throw new Error(`build failed: ${name} ${args.join(' ')}`);
  }
}

export function build() {
  const stamp = path.join(root, 'out', '.built');
  const want = digestOf(INPUTS);
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === want) return false;
  fs.rmSync(stamp, { force: true });
  run('electron-vite', ['build', '--logLevel', 'warn']);
  run('vite', ['build', '-c', 'vite.node.config.ts', '--logLevel', 'warn']);
  for (const config of ['vite.verifier-command.config.ts', 'vite.verifier.config.ts'])
    if (fs.existsSync(path.join(root, config))) run('vite', ['build', '-c', config, '--logLevel', 'warn']);
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, want);
  return true;
}

if (process.argv[1] === import.meta.filename) {
  const started = Date.now();
  console.log(build() ? `built in ${((Date.now() - started) / 1000).toFixed(1)} s` : 'nothing to build');
}
