// Builds what the benchmarks measure, then runs them.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { build } from './build.mjs';

build();
const done = spawnSync(process.execPath, [path.join(import.meta.dirname, '../tests/bench/bench.mjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(done.status ?? 1);
