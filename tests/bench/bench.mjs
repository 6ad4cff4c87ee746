// `npm run bench -- [name] [--json FILE]`: measures what we promise beside a limit and a peer in the same run, because only ratios inside one run count
// on a shared machine. Medians of three. It never fails for being slow: it prints where we stand.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FORMATS } from './formats-files.mjs';
import { writeTable } from './table.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const RUNS = 3;

/** Seconds, median of RUNS; the command must succeed. */
function seconds(command, args) {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const started = process.hrtime.bigint();
    const done = spawnSync(command, args, { stdio: 'ignore' });
    if (done.status !== 0) throw new Error(`${command} ended with ${done.status}`);
    times.push(Number(process.hrtime.bigint() - started) / 1e9);
  }
  return times.sort((a, b) => a - b)[1] ?? 0;
}

/** What a script of a dozen lines would do with the two best known libraries: parse, and one alternation of patterns over the cells. No check digits. */
const PATTERN = String.raw`/\d{17}[\dXx]|1[3-9]\d{9}|[0-9A-HJ-NPQRTUWXY]{18}|[\w.+-]+@[\w-]+\.[\w.]+/`;
const PEERS = {
  udsv: `
import fs from 'node:fs';
import { inferSchema, initParser } from 'udsv';
const pattern = ${PATTERN};
let parser = null, found = 0;
const look = (row) => { for (const cell of row) if (pattern.test(cell)) found++; };
for await (const chunk of fs.createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  parser ??= initParser(inferSchema(chunk));
  parser.chunk(chunk, parser.stringArrs, look);
}
parser.end();
if (found === 0) process.exit(1);
`,
  papaparse: `
import fs from 'node:fs';
import Papa from 'papaparse';
const pattern = ${PATTERN};
let found = 0;
Papa.parse(fs.createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 1 << 20 }), {
  step: ({ data }) => { for (const cell of data) if (pattern.test(cell)) found++; },
  complete: () => process.exit(found === 0 ? 1 : 0),
});
`,
};
/** Writes what the process took at most, in kilobytes, when it ends; what `resourceUsage` says begins with the parent's. */
const PEAK = `process.on('exit', () => {
  const fs = require('node:fs');
  fs.writeFileSync(process.env.PEAK_FILE, /VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
});`;

const ANALYSE = path.join(root, 'out/node/analyse.mjs');
/** Eight quasi-identifiers of few and of many values. */
const QUASI = '区划代码,类别,状态,登记日期,面积,温度,姓名,车牌号';

function analysis(folder) {
  const file = path.join(folder, 'table.csv');
  writeTable(file, 1_000_000);
  const megabytes = fs.statSync(file).size / 1e6;
  const rate = (time) => megabytes / time;
  const read = rate(seconds('cat', [file]));
  const ours = rate(seconds(process.execPath, [ANALYSE, file, '--json', path.join(folder, 'result.json')]));
  // Beside our own packages, where the peers are found.
  const peers = Object.entries(PEERS).map(([name, script]) => {
    const at = path.join(root, 'out', `bench-${name}.mjs`);
    fs.writeFileSync(at, script);
    try {
      return [name, rate(seconds(process.execPath, [at, file]))];
    } finally {
      fs.rmSync(at);
    }
  });
  const best = Math.max(...peers.map(([, value]) => value));
  return {
    name: 'analysis',
    megabytes: Math.round(megabytes),
    rows: [
      { what: 'read the file (floor)', value: read, unit: 'MB/s' },
      { what: 'npm run analyse: structure, columns, check digits', value: ours, unit: 'MB/s', limit: 400, ratio: ours / 400 },
      ...peers.map(([name, value]) => ({ what: `peer: ${name}, one pattern, no check digits`, value, unit: 'MB/s', ratio: ours / value })),
      { what: 'ours to the best peer', value: ours / best, unit: 'x', limit: 5, ratio: ours / best / 5 },
    ],
  };
}

/** Grouping alone, on codes as loading leaves them; then everything from the file to the level. */
async function risk(folder) {
  const { createServer } = await import('vite');
  const server = await createServer({
    root,
    configFile: path.join(root, 'vitest.config.ts'),
    server: { middlewareMode: true },
    logLevel: 'error',
  });
  const rows = 1_000_000;
  let grouping = 0;
  try {
    const { groupRecords } = await server.ssrLoadModule('/src-shared/analysis/risk/classes.ts');
    // Sizes of a census: sex, age, occupation, place and the like; mixed by a step that is prime to the number of rows.
    const columns = [2, 100, 40, 16, 12, 7, 365, 1_000].map((size, c) => ({
      size,
      codes: Uint32Array.from({ length: rows }, (_, row) => (Math.imul(row + 1, 2_654_435_761 + 97 * c) >>> 0) % size),
    }));
    const times = Array.from({ length: RUNS }, () => {
      const started = process.hrtime.bigint();
      groupRecords(columns, rows);
      return Number(process.hrtime.bigint() - started) / 1e9;
    });
    grouping = times.sort((a, b) => a - b)[1] ?? 0;
  } finally {
    await server.close();
  }
  const file = path.join(folder, 'table.csv');
  if (!fs.existsSync(file)) writeTable(file, rows);
  const whole = seconds(process.execPath, [ANALYSE, file, '--quasi', QUASI, '--confidential', '备注', '--sharing-mode', 'controlled']);
  return {
    name: 'risk',
    rows: [
      { what: 'classes of 1,000,000 rows by 8 columns, after loading', value: grouping, unit: 's', limit: 0.5, ratio: grouping / 0.5 },
      { what: 'the command: load, detect, classes, l, t, level', value: whole, unit: 's' },
    ],
  };
}

/** Seconds and the most memory by size of the file: both columns say whether the cost is linear. */
function curve(folder) {
  const body = path.join(folder, 'body.csv');
  writeTable(body, 100_000);
  const bytes = fs.readFileSync(body);
  const header = bytes.subarray(0, bytes.indexOf(10) + 1);
  const records = bytes.subarray(header.length);
  const peak = path.join(folder, 'peak');
  const hook = path.join(folder, 'peak.cjs');
  fs.writeFileSync(hook, PEAK);
  const rows = [10, 100, 1_000, 4_000].flatMap((megabytes) => {
    const file = path.join(folder, 'curve.csv');
    const out = fs.openSync(file, 'w');
    fs.writeSync(out, header);
    for (let written = 0; written < megabytes * 1e6; written += records.length)
      fs.writeSync(
        out,
        records,
        0,
        Math.min(records.length, 1 + records.indexOf(10, Math.min(records.length - 1, megabytes * 1e6 - written))),
      );
    fs.closeSync(out);
    const size = fs.statSync(file).size / 1e6;
    const started = process.hrtime.bigint();
    const done = spawnSync(process.execPath, ['--require', hook, ANALYSE, file], {
      stdio: 'ignore',
      env: { ...process.env, PEAK_FILE: peak },
    });
    if (done.status !== 0) throw new Error(`analyse ended with ${done.status}`);
    const time = Number(process.hrtime.bigint() - started) / 1e9;
    fs.rmSync(file);
    return [
      { what: `${Math.round(size)} MB`, value: time, unit: 's' },
      { what: `${Math.round(size)} MB: MB/s`, value: size / time, unit: 'MB/s' },
      { what: `${Math.round(size)} MB: most memory`, value: Number(fs.readFileSync(peak, 'utf8')) / 1024, unit: 'MiB', limit: 512 },
    ];
  });
  return { name: 'curve', rows };
}

/** The same rows in each format: what reading costs, and the most memory. Once each. */
function formats(folder) {
  const made = spawnSync(
    process.execPath,
    ['--max-old-space-size=4096', path.join(root, 'tests/bench/formats-files.mjs'), folder, '300000'],
    { stdio: 'inherit' },
  );
  if (made.status !== 0) throw new Error(`formats-files ended with ${made.status}`);
  const peak = path.join(folder, 'peak');
  const hook = path.join(folder, 'peak.cjs');
  fs.writeFileSync(hook, PEAK);
  const rows = FORMATS.flatMap((format) => {
    const file = path.join(folder, `table.${format}`);
    const size = fs.statSync(file).size / 1e6;
    const started = process.hrtime.bigint();
    const done = spawnSync(process.execPath, ['--require', hook, ANALYSE, file], {
      stdio: 'ignore',
      env: { ...process.env, PEAK_FILE: peak },
    });
    if (done.status !== 0) throw new Error(`analyse ended with ${done.status} on ${format}`);
    const time = Number(process.hrtime.bigint() - started) / 1e9;
    fs.rmSync(file);
    const memory = Number(fs.readFileSync(peak, 'utf8')) / 1024;
    return [
      { what: `${format}, ${size.toFixed(1)} MB`, value: time, unit: 's' },
      { what: `${format}: MB/s`, value: size / time, unit: 'MB/s' },
      { what: `${format}: most memory`, value: memory, unit: 'MiB', limit: 512, ratio: memory / 512 },
    ];
  });
  return { name: 'formats', rows };
}

/** The app itself, by the journeys' own means. */
function app() {
  const done = spawnSync(process.execPath, [path.join(root, 'scripts/journeys.mjs'), '--config', 'tests/bench/playwright.config.ts'], {
    cwd: root,
    encoding: 'utf8',
  });
  const line = /^BENCH (.*)$/m.exec(done.stdout)?.[1];
  if (!line) throw new Error(`the app's bench ended with ${done.status}\n${done.stdout}\n${done.stderr}`);
  const { megabytes, into, through } = JSON.parse(line);
  return {
    name: 'app',
    rows: [
      { what: 'file dialog to sealed vault', value: megabytes / into, unit: 'MB/s' },
      { what: 'sealed vault to result', value: megabytes / through, unit: 'MB/s', limit: 100, ratio: megabytes / through / 100 },
    ],
  };
}

function verify() {
  const vectors = path.join(root, 'docs/vectors/packages');
  const name = 'valid.shiqi-report.zip';
  const ours = seconds(process.execPath, [
    path.join(root, 'out/node/verify.mjs'),
    path.join(vectors, name),
    '--trust',
    path.join(vectors, 'trust.json'),
    '--json',
  ]);
  const floor = seconds(process.execPath, ['-e', '0']);
  return {
    name: 'verify',
    rows: [
      { what: 'node starts and ends (floor)', value: floor, unit: 's' },
      { what: `verify ${name}`, value: ours, unit: 's', limit: 1, ratio: ours },
    ],
  };
}

const BENCHES = { analysis, risk, curve, formats, app, verify };
const [, , ...args] = process.argv;
const json = args.includes('--json') ? args[args.indexOf('--json') + 1] : null;
const asked = args.filter((arg, i) => arg !== '--json' && args[i - 1] !== '--json');
const unknown = asked.find((name) => !(name in BENCHES));
if (unknown !== undefined) {
  console.error(`bench: no benchmark is called ${unknown}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(64);
}
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shiqi-bench-'));
try {
  const results = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const result = await bench(folder);
    results.push(result);
    console.log(`\n${name}`);
    for (const { what, value, unit, limit, ratio } of result.rows)
      console.log(
        `  ${what.padEnd(52)} ${value.toFixed(2).padStart(9)} ${unit}${limit === undefined ? '' : `   limit ${limit}`}${ratio === undefined ? '' : `   ratio ${ratio.toFixed(2)}`}`,
      );
  }
  if (json)
    fs.writeFileSync(
      path.resolve(process.env.INIT_CWD ?? '.', json),
      `${JSON.stringify({ v: 1, cores: os.cpus().length, results }, null, 2)}\n`,
    );
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
