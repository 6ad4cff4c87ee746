// `npm start`: builds, starts the practice bureau without waiting for it, and opens the app with the practice profile. With no display it runs the
// guided tour instead, which drives the same window through the whole main job and leaves out/tour for an outsider.

import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from './build.mjs';
import { giveBack, hasDisplay, isRoot, ownFolder, runAsUser } from './ordinary-user.mjs';
import { startPracticeBureau } from './practice-bureau.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = (...parts) => path.join(root, 'out', ...parts);

async function openApp() {
  if (isRoot) {
    console.error('十七审 does not run as root, because the windows would lose their sandbox. Start it as an ordinary user: npm start');
    process.exit(64);
  }
  const bureau = startPracticeBureau(out('practice', 'bureau'));
  const electron = createRequire(import.meta.url)('electron');
  const args = [
    '.',
    '--practice',
    `--trust-file=${bureau.trustFile}`,
    `--user-data-dir=${out('practice', 'profile')}`,
    `--exports=${out('practice', 'exports')}`,
    ...process.argv.slice(2),
  ];
  const app = spawn(electron, args, { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve) => app.on('exit', (status, signal) => resolve(status ?? (signal ? 1 : 0))));
  await bureau.stop();
  process.exit(code);
}

async function runTour() {
  const own = out('tour-run');
  fs.rmSync(own, { recursive: true, force: true });
  ownFolder(own);
  console.log('No display: running the guided tour under Xvfb.');
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
  const code = await runAsUser([process.execPath, cli, 'test', '--config', 'tests/journeys/tour/playwright.tour.config.ts'], {
    env: { SHIQI_TOUR_OUT: path.join('out', 'tour-run', 'tour'), SHIQI_TOUR_RESULTS: path.join('out', 'tour-run', 'results') },
  });
  if (fs.existsSync(path.join(own, 'tour'))) giveBack(path.join(own, 'tour'), out('tour'));
  fs.rmSync(own, { recursive: true, force: true });
  if (code !== 0) process.exit(code);
  // The last word is the verifier's, run as an outsider would.
  const [report] = fs.readdirSync(out('tour')).filter((name) => name.endsWith('.shiqi-report.zip'));
  const verified = spawnSync(
    process.execPath,
    [out('node', 'verify.mjs'), out('tour', report ?? 'missing'), '--trust', out('tour', 'trust.json')],
    { stdio: 'inherit' },
  );
  process.exit(verified.status ?? 1);
}

build();
if (hasDisplay && !process.argv.includes('--tour')) await openApp();
else await runTour();
