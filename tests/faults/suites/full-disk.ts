// A file system that really runs out of room, in memory: the ledger is written until it is full, room is made, and the work goes on.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LedgerFiles } from '@main/ledger/files';
import { openLedger } from '@main/ledger/ledger';
import { lineHash } from '@shared/ledger/entry';
import { clock, entry, workstation } from '../support/entries';
import { emptyAccount, judge } from '../support/writers';

type OpenFiles = (folder: string, secondFolder: string) => LedgerFiles;

/** @returns what was found wrong; the ledger meets the full disk `times` times, with lines of another length each time. */
export function fillDisk(openFiles: OpenFiles, times: number): string[] {
  const disk = mkdtempSync(path.join(tmpdir(), 'shiqi-full-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
  try {
    return Array.from({ length: times }, (_, time) => fillOnce(path.join(disk, `${time}`), openFiles, 900 + 131 * time)).flat();
  } finally {
    // Lazily: the ledgers opened here keep their files open, as they do in the program.
    execFileSync('umount', ['-l', disk]);
    rmSync(disk, { recursive: true });
  }
}

function fillOnce(profile: string, openFiles: OpenFiles, padding: number): string[] {
  mkdirSync(profile);
  const ballast = path.join(profile, 'ballast');
  writeFileSync(ballast, Buffer.alloc(64 * 1024));
  const account = emptyAccount();
  const open = () => openLedger(openFiles(path.join(profile, 'ledger'), path.join(profile, 'checkpoints')), clock, () => workstation);
  const ledger = open();
  const append = (id: string): boolean => {
    const done = ledger.append(entry(id, padding));
    if (done.ok) account.hashes.push(lineHash(done.value.line));
    return done.ok;
  };
  let count = 0;
  while (count < 1_000 && append(`d-${count}`)) count++;
  if (count === 0 || count === 1_000) account.found.push(`FULL AFTER ${count}`);
  if (!ledger.health().readOnly || append('refused')) account.found.push('WRITES ON');
  rmSync(ballast);
  if (ledger.recheck().readOnly || !append('later')) account.found.push('REFUSES TO GO ON');
  if (open().health().code !== 'OK') account.found.push('NOT WHOLE');
  judge(profile, account);
  // Emptied as well as removed: room held by an open file is not free.
  truncateSync(path.join(profile, 'ledger/entries.jsonl'));
  rmSync(profile, { recursive: true });
  return account.found;
}
