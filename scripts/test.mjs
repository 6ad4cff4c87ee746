// `npm test`: lint, build, unit tests (those of crypto also inside Electron's own runtime), contract and bureau tests, journeys in the real window, types.
// Each step must pass before the next; the last line says how many tests there were. `npm run test:faults` runs the long suites.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from './build.mjs';
import { ownFolder, runAsUser } from './ordinary-user.mjs';

const root = path.resolve(import.meta.dirname, '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const results = path.join(root, 'test-results');
const totals = { passed: 0, failed: 0 };

function step(name, work) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const outcome = work();
  const finish = (ok) => {
    console.log(`== ${name}: ${ok ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
    if (!ok) end(1);
  };
  return outcome instanceof Promise ? outcome.then(finish) : finish(outcome);
}

/** What this machine cannot run is neither passed nor failed, and never passed over in silence. */
function notRun() {
  const notes = path.join(results, 'not-run');
  return fs.existsSync(notes) ? fs.readdirSync(notes).map((name) => fs.readFileSync(path.join(notes, name), 'utf8').trim()) : [];
}

function end(code) {
  for (const line of notRun()) console.log(line);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  process.exit(code);
}

const run = (command, args, options = {}) => spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;

/** Vitest under Node; counts from its own JSON report. */
function vitest(name, args) {
  const report = path.join(results, `${name}.json`);
  const cli = path.join(root, 'node_modules/vitest/vitest.mjs');
  const ok = run(process.execPath, [cli, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args]);
  count(report, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
  return ok;
}

function count(report, read) {
  const { passed, failed } = fs.existsSync(report) ? read(JSON.parse(fs.readFileSync(report, 'utf8'))) : { passed: 0, failed: 1 };
  totals.passed += passed;
  totals.failed += failed;
}

/** Runs a command beside the next step; what it says comes when its own step is asked for. */
function beside(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, ...options });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      said += part;
    });
  return new Promise((resolve) => {
    child.on('exit', (code) =>
      resolve(() => {
        process.stdout.write(said);
        return code === 0;
      }),
    );
  });
}

/** The tests of crypto inside Electron's own runtime, whose BoringSSL lacks what Node's OpenSSL has. */
async function electronBeside() {
  const report = path.join(results, 'electron.json');
  const cli = path.join(root, 'node_modules/vitest/vitest.mjs');
  const rooms = ['tests/shared/attestation', 'tests/shared/ledger', 'tests/main/keys', 'tests/main/vault'];
  const args = [cli, 'run', '--maxWorkers=1', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...rooms];
  const finish = await beside(createRequire(import.meta.url)('electron'), args, { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  count(report, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
  return finish();
}

async function journeys(args = []) {
  // A test's own tour never writes where `npm start` leaves its.
  const own = path.join(results, 'browser');
  fs.rmSync(own, { recursive: true, force: true });
  ownFolder(own);
  const report = path.join(own, 'report.json');
  const cli = path.join('node_modules', '@playwright', 'test', 'cli.js');
  const code = await runAsUser([process.execPath, cli, 'test', '--reporter=list,json', ...args], {
    env: {
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      SHIQI_JOURNEY_RESULTS: path.join('test-results', 'browser', 'results'),
      SHIQI_TOUR_OUT: path.join('test-results', 'browser', 'tour'),
    },
  });
  count(report, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped }));
  return code === 0;
}

const faults = process.argv.includes('faults');
// The long suites leave alone what the last test run left behind.
for (const old of faults ? ['faults.json', 'not-run'] : ['.']) fs.rmSync(path.join(results, old), { recursive: true, force: true });
fs.mkdirSync(results, { recursive: true });
if (faults) {
  await step('faults', () => vitest('faults', ['--config', 'vitest.faults.config.ts']));
  end(0);
}
await step('lint', () => run(bin('biome'), ['check', '.']));
await step('build', () => build() || true);
await step('unit, contract and bureau tests', () => vitest('unit', []));
// Journeys wait more than they compute, so types and the tests inside Electron run beside them.
const types = beside(bin('tsc'), ['-b']);
const electron = types.then(electronBeside);
await step('journeys in the real window', () => journeys());
await step('types (beside the journeys)', () => types.then((finish) => finish()));
await step('crypto inside Electron (beside the journeys)', () => electron);
end(totals.failed === 0 ? 0 : 1);
