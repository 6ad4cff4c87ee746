// Large files of every format are read to their end within the memory that the command is given, whatever the format holds back: by the most that the process
// took, never by time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { analysisResultSchema } from '@shared/analysis/result';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAnalyse } from '../support/commands';

const root = resolve(import.meta.dirname, '../..');
const ROWS = 300_000;
const LIMIT_MIB = 512;
/** Rows of a table; null: a text. */
const FORMATS = { csv: ROWS, jsonl: ROWS, json: ROWS, parquet: ROWS, xlsx: ROWS, docx: null, pdf: null } as const;
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shiqi-memory-'));
  await buildAnalyse(folder);
  const made = spawnSync(process.execPath, [
    '--max-old-space-size=4096',
    resolve(root, 'tests/bench/formats-files.mjs'),
    folder,
    String(ROWS),
  ]);
  expect(made.status).toBe(0);
  const peak = `process.on('exit', () => {
    const fs = require('node:fs');
    fs.writeFileSync(process.env.PEAK_FILE, /VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'utf8'))[1]);
  });`;
  writeFileSync(join(folder, 'peak.cjs'), peak);
  // A reader that keeps what it has read.
  writeFileSync(
    join(folder, 'keeps.cjs'),
    `const { decode } = TextDecoder.prototype;
    globalThis.kept = [];
    TextDecoder.prototype.decode = function (...given) {
      const text = decode.apply(this, given);
      if (text.length > 1000) globalThis.kept.push(text, Buffer.from(text, 'utf16le'));
      return text;
    };`,
  );
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function looked(format: string, ...hooks: string[]) {
  const [peak, json] = [join(folder, 'peak'), join(folder, 'result.json')];
  const required = ['peak.cjs', ...hooks].flatMap((hook) => ['--require', join(folder, hook)]);
  const { status } = spawnSync(
    process.execPath,
    [...required, join(folder, 'analyse.mjs'), join(folder, `table.${format}`), '--max-memory', String(LIMIT_MIB), '--json', json],
    { env: { ...process.env, PEAK_FILE: peak } },
  );
  const [file] = analysisResultSchema.parse(JSON.parse(readFileSync(json, 'utf8'))).files;
  return { status, rows: file?.rows, partly: file?.partly?.code ?? null, mebibytes: Math.round(Number(readFileSync(peak, 'utf8')) / 1024) };
}

describe(`${ROWS} rows`, () => {
  it.each(Object.entries(FORMATS))('as %s are read whole, in less than the memory allowed', (format, rows) => {
    const { mebibytes, ...seen } = looked(format);
    console.log(`${format}: at most ${mebibytes} MiB`);
    expect(seen).toEqual({ status: 0, rows, partly: null });
    expect(mebibytes).toBeLessThan(LIMIT_MIB);
  });

  it('are seen not to be by a reader that keeps them', () => {
    const { status, partly, mebibytes } = looked('jsonl', 'keeps.cjs');
    expect(status !== 0 || partly !== null || mebibytes >= LIMIT_MIB).toBe(true);
  });
});
