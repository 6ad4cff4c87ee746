// `npm run bench -- [name] [--json FILE]`: measures what we promise beside a limit and a peer in the same run, because only ratios inside one run count
// on a shared machine. Medians of three. It never fails for being slow: it prints where we stand.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

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

/** A table like a delivered one: 20 columns, one with mobile numbers in free text, one with resident numbers of which most fail their check. */
function writeTable(file, rows) {
  const out = fs.openSync(file, 'w');
  const header = Array.from({ length: 20 }, (_, i) => (i === 3 ? '备注' : i === 7 ? '证件' : `列${i}`)).join(',');
  let part = `${header}\n`;
  for (let row = 0; row < rows; row++) {
    const cells = Array.from({ length: 20 }, (_, i) => `${(row * 7919 + i * 104729) % 1_000_003}`);
    cells[1] = `2026-0${(row % 9) + 1}-1${row % 10}`;
    cells[3] = row % 50 === 0 ? `联系1390452${String(row % 10_000).padStart(4, '0')}` : '正常';
    cells[7] = `23020219900101${String(row % 10_000).padStart(4, '0')}`;
    part += `${cells.join(',')}\n`;
    if (part.length > 1 << 20) {
      fs.writeSync(out, part);
      part = '';
    }
  }
  fs.writeSync(out, part);
  fs.closeSync(out);
}

/** What a script of a dozen lines would do: decode, one alternation of patterns, no check digits. */
const PEER = `
import fs from 'node:fs';
const pattern = /\\d{17}[\\dXx]|1[3-9]\\d{9}|[0-9A-HJ-NPQRTUWXY]{18}|[\\w.+-]+@[\\w-]+\\.[\\w.]+/g;
let found = 0, rest = '';
for await (const chunk of fs.createReadStream(process.argv[2], { encoding: 'utf8', highWaterMark: 1 << 20 })) {
  const lines = (rest + chunk).split('\\n');
  rest = lines.pop() ?? '';
  for (const line of lines) found += line.match(pattern)?.length ?? 0;
}
if (found === 0) process.exit(1);
`;

function analysis(folder) {
  const file = path.join(folder, 'table.csv');
  writeTable(file, 200_000);
  const megabytes = fs.statSync(file).size / 1e6;
  const peer = path.join(folder, 'peer.mjs');
  fs.writeFileSync(peer, PEER);
  const rate = (time) => megabytes / time;
  const read = rate(seconds('cat', [file]));
  const ours = rate(seconds(process.execPath, [path.join(root, 'out/node/analyse.mjs'), file, '--json', path.join(folder, 'result.json')]));
  const theirs = rate(seconds(process.execPath, [peer, file]));
  return {
    name: 'analysis',
    megabytes: Math.round(megabytes),
    rows: [
      { what: 'read the file (floor)', value: read, unit: 'MB/s' },
      { what: 'npm run analyse: columns, check digits, scope', value: ours, unit: 'MB/s', limit: 400, ratio: ours / 400 },
      { what: 'peer: decode and one pattern, no check digits', value: theirs, unit: 'MB/s', ratio: ours / theirs },
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

const BENCHES = { analysis, verify };
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
  const results = Object.entries(BENCHES)
    .filter(([name]) => asked.length === 0 || asked.includes(name))
    .map(([, bench]) => bench(folder));
  for (const { name, rows } of results) {
    console.log(`\n${name}`);
    for (const { what, value, unit, limit, ratio } of rows)
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
