// kill -9 of a ledger writer at random times, over and over on the same profile.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Writer } from '../support/writer';
import { type Account, emptyAccount, judge, runWriter } from '../support/writers';

/** Starting again reads the whole ledger, so a profile is used for so many kills only. */
const KILLS_PER_PROFILE = 25;
const AT_ONCE = 3;

/** @returns what was found wrong, and how many lines were acknowledged. */
export async function killWriters(program: string, writer: Writer, kills: number): Promise<{ acknowledged: number; found: string[] }> {
  const shares = Array.from({ length: Math.ceil(kills / KILLS_PER_PROFILE) }, (_, index) =>
    Math.min(KILLS_PER_PROFILE, kills - index * KILLS_PER_PROFILE),
  );
  const accounts: Account[] = [];
  const worker = async () => {
    for (let share = shares.pop(); share !== undefined; share = shares.pop()) accounts.push(await killOneProfile(program, writer, share));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return {
    acknowledged: accounts.reduce((sum, { hashes }) => sum + hashes.length, 0),
    found: accounts.flatMap(({ found }) => found),
  };
}

async function killOneProfile(program: string, writer: Writer, kills: number): Promise<Account> {
  const profile = mkdtempSync(path.join(tmpdir(), 'shiqi-kill-'));
  const account = emptyAccount();
  let opening = 100;
  try {
    for (let kill = 0; kill < kills && account.found.length === 0; kill++) {
      const started = Date.now();
      // One in five dies while it starts: while it opens, reads and recovers.
      const early = kill % 5 === 4;
      await runWriter(
        program,
        profile,
        writer,
        account,
        early ? { after: 'start', ms: Math.random() * opening } : { after: kill % 7, ms: Math.random() * 20 },
      );
      if (!early) opening = Date.now() - started;
      judge(profile, account);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return account;
}
