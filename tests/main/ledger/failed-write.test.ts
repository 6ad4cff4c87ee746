import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openLedgerFiles } from '@main/ledger/files';
import { openLedger } from '@main/ledger/ledger';
import { generatePrivateKey, signerOf } from '@shared/attestation/suites';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it, onTestFinished } from 'vitest';
import { memoryFiles } from './memory-files';

const clock = () => 1_795_000_000_000 as Instant;
const operation = (id: string) => ({ kind: 'operation', body: { act: 'evidence.add', by: 'p-1', id } }) as const;
const signer = signerOf(generatePrivateKey('ed25519', () => new Uint8Array(32).fill(7)));

/** Takes half of the next append, then refuses. */
function fullDisk() {
  const disk = memoryFiles();
  let full = false;
  const files = {
    ...disk.files,
    append(bytes: Uint8Array) {
      disk.files.append(full ? bytes.subarray(0, bytes.length >> 1) : bytes);
      if (full) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
    },
    keepAside(name: string, bytes: Uint8Array) {
      if (full) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
      disk.files.keepAside(name, bytes);
    },
  };
  const fill = (to: boolean) => {
    full = to;
  };
  return { disk, ledger: openLedger(files, clock, () => null), files, fill };
}

describe('after an append that left half a line', () => {
  it('checking again cuts the half off before anything is appended to it', () => {
    const { disk, ledger, fill } = fullDisk();
    ledger.append(operation('kept'));
    fill(true);
    expect(ledger.append(operation('refused')).ok).toBe(false);
    expect(ledger.recheck()).toMatchObject({ code: 'WRITE_FAILED', readOnly: true });
    fill(false);
    expect(ledger.recheck().readOnly).toBe(false);
    expect(ledger.append(operation('later')).ok).toBe(true);
    expect(openLedger(memoryFiles(disk.bytes()).files, clock, () => null).size()).toBe(2);
  });

  it('the program opens read-only while there is no room to keep the half aside', () => {
    const { ledger, fill, files } = fullDisk();
    ledger.append(operation('kept'));
    fill(true);
    ledger.append(operation('refused'));
    const restarted = openLedger(files, clock, () => null);
    expect(restarted.health()).toMatchObject({ code: 'WRITE_FAILED', readOnly: true });
    expect(restarted.size()).toBe(1);
  });
});

describe('half a line that appears behind the open ledger', () => {
  it('is damage, and nothing is appended to it', () => {
    const { disk, ledger } = fullDisk();
    ledger.append(operation('kept'));
    disk.files.append(Uint8Array.of(0x7b));
    expect(ledger.recheck()).toMatchObject({ code: 'DAMAGED', readOnly: true, line: 2 });
  });
});

describe('a checkpoint that the disk does not take', () => {
  it('is signed all the same, and the ledger takes no more lines', () => {
    const disk = memoryFiles();
    const ledger = openLedger(disk.files, clock, () => null);
    ledger.append(operation('kept'));
    disk.failFromCall(1);
    expect(ledger.checkpoint(signer)).toContain('\n1\n');
    expect(ledger.health()).toMatchObject({ code: 'WRITE_FAILED', readOnly: true });
  });
});

describe('two ledgers open over one file', () => {
  it('the second to write notices the other and acknowledges nothing', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'ledger-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const open = () => openLedger(openLedgerFiles(path.join(folder, 'ledger'), path.join(folder, 'checkpoints')), clock, () => null);
    const [one, two] = [open(), open()];
    expect(one.append(operation('one')).ok).toBe(true);
    expect(two.append(operation('two'))).toEqual({ ok: false, code: 'LEDGER_WRITE_FAILED' });
    expect(open().health()).toMatchObject({ code: 'OK', readOnly: false });
    expect(open().size()).toBe(1);
  });
});
