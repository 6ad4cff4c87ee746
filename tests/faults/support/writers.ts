// Starts ledger writers, kills them, and keeps account of what they acknowledged on one profile, to be held against what is on its disk.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { workstation } from './entries';
import { checkpointSize, readEntries } from './reader.mjs';
import type { Writer } from './writer';

/** When the kill comes: so many ms after the start, or after so many lines of this writer were acknowledged. */
export type KillTime = { readonly ms: number; readonly after: 'start' | number };
export type Account = { readonly hashes: string[]; checkpoint: number; runs: number; readonly found: string[] };
export const emptyAccount = (): Account => ({ hashes: [], checkpoint: 0, runs: 0, found: [] });

/** One writer's life on a profile. Resolves when it is gone; what it said is in the account. */
export function runWriter(program: string, profile: string, writer: Writer, account: Account, kill: KillTime): Promise<void> {
  const child = spawn(process.execPath, [program, profile, writer, `run${account.runs++}`], { stdio: ['ignore', 'pipe', 'inherit'] });
  const killIn = (ms: number) => setTimeout(() => child.kill('SIGKILL'), ms);
  let lines = 0;
  if (kill.after === 'start') killIn(kill.ms);
  createInterface(child.stdout).on('line', (line) => {
    const [what = '', number = '', more = ''] = line.split(' ');
    if (what === 'R') {
      if (Number(number) < account.hashes.length) account.found.push(`OPENED WITH ${number} of ${account.hashes.length}`);
      if (more !== 'OK' && more !== 'TAIL_TORN') account.found.push(`OPENED ${more}`);
      if (kill.after === 0) killIn(kill.ms);
    }
    // A kill may cut what it says short, too; what arrived whole was said.
    if (what === 'L' && more.length === 64) {
      account.hashes[Number(number)] = more;
      if (++lines === kill.after) killIn(kill.ms);
    }
    if (what === 'C') account.checkpoint = Number(number);
  });
  return new Promise((resolve) =>
    child.once('close', (code, signal) => {
      if (signal !== 'SIGKILL') account.found.push(`ENDED BY ITSELF ${code}`);
      resolve();
    }),
  );
}

/** Holds a profile's files against the account, by the reader that shares no code with the writer. Lines that were never acknowledged may be there. */
export function judge(profile: string, account: Account): void {
  const read = (name: string): Buffer => {
    try {
      return readFileSync(path.join(profile, name));
    } catch {
      return Buffer.alloc(0);
    }
  };
  const { lines } = readEntries(read('ledger/entries.jsonl'));
  const lost = account.hashes.filter((hash, seq) => hash !== sha256(lines[seq] ?? Buffer.alloc(0))).length;
  if (lost > 0) account.found.push(`LOST ${lost} of ${account.hashes.length}`);
  const ids = new Set(lines.map((line) => JSON.parse(Buffer.from(line).toString('utf8')).body.id));
  if (ids.size !== lines.length) account.found.push('DUPLICATES');
  for (const name of ['ledger/checkpoint', 'checkpoints/checkpoint']) {
    const size = checkpointSize(read(name).toString('utf8'), workstation.pem, lines);
    if (account.checkpoint > 0 && (size === null || size < account.checkpoint))
      account.found.push(`CHECKPOINT ${size} instead of ${account.checkpoint}`);
  }
  // What the next start shows counts as told.
  for (const [seq, line] of lines.entries()) account.hashes[seq] ??= sha256(line);
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
