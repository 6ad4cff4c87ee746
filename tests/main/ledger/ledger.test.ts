import { openLedger } from '@main/ledger/ledger';
import { generatePrivateKey, publicKeyOf, signerOf } from '@shared/attestation/suites';
import type { Instant } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from './memory-files';

const key = generatePrivateKey('ed25519', () => new Uint8Array(32).fill(7));
const workstation = publicKeyOf(key);
const signer = signerOf(key);
const clock = () => 1_795_000_000_000 as Instant;

const operation = (id: string) => ({ kind: 'operation', body: { act: 'evidence.add', by: 'p-1', id } }) as const;

function filled(count: number) {
  const disk = memoryFiles();
  const ledger = openLedger(disk.files, clock, () => workstation);
  for (let i = 0; i < count; i++) ledger.append(operation(`d-${i}`));
  return { disk, ledger };
}
const reopen = (bytes: Uint8Array, checkpoints: string[] = []) => {
  const disk = memoryFiles(bytes, checkpoints);
  return { disk, ledger: openLedger(disk.files, clock, () => workstation) };
};

describe("when the ledger's last line is cut off at any byte", () => {
  it('keeps every whole line, keeps the rest aside and reports TAIL_TORN', () => {
    const { disk } = filled(3);
    const whole = disk.bytes();
    const lastStart = whole.lastIndexOf(0x0a, whole.length - 2) + 1;
    for (let cut = lastStart + 1; cut < whole.length; cut++) {
      const again = reopen(whole.slice(0, cut));
      expect(again.ledger.size()).toBe(2);
      expect(again.ledger.health().code).toBe('TAIL_TORN');
      expect(again.ledger.health().readOnly).toBe(false);
      expect(again.disk.bytes().length).toBe(lastStart);
      expect([...again.disk.aside.values()][0]?.length).toBe(cut - lastStart);
    }
  });

  it('goes on appending after the recovery', () => {
    const { disk } = filled(3);
    const again = reopen(disk.bytes().slice(0, -5));
    expect(again.ledger.append(operation('later')).ok).toBe(true);
    expect(reopen(again.disk.bytes()).ledger.health()).toMatchObject({ code: 'OK', readOnly: false });
  });
});

describe('when a byte in the middle was changed', () => {
  it('opens read-only, names a line, and cuts nothing off', () => {
    const { disk } = filled(4);
    const whole = disk.bytes();
    const end = whole.lastIndexOf(0x0a, whole.length - 2);
    for (let at = 0; at < end; at += 3) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      const again = reopen(changed);
      expect(again.ledger.health().readOnly).toBe(true);
      expect(again.ledger.health().code).toBe('DAMAGED');
      expect(again.ledger.health().line).not.toBeNull();
      expect(again.disk.bytes().length).toBe(whole.length);
      expect(again.ledger.append(operation('x'))).toEqual({ ok: false, code: 'LEDGER_READ_ONLY' });
    }
  });
});

describe('checkpoints', () => {
  it('fewer whole lines than a checkpoint counts is loss, not a torn tail', () => {
    const { disk, ledger } = filled(5);
    ledger.checkpoint(signer);
    const whole = disk.bytes();
    const shorter = whole.slice(0, whole.lastIndexOf(0x0a, whole.length - 2) + 1);
    expect(reopen(shorter, disk.checkpoints).ledger.health()).toMatchObject({ code: 'LOST_ENTRIES', readOnly: true });
  });

  it('another history of the same length does not fit the checkpoint', () => {
    const { disk, ledger } = filled(3);
    ledger.checkpoint(signer);
    const other = memoryFiles();
    const rewritten = openLedger(other.files, clock, () => workstation);
    for (const id of ['d-0', 'other', 'd-2']) rewritten.append(operation(id));
    expect(reopen(other.bytes(), disk.checkpoints).ledger.health()).toMatchObject({ code: 'DAMAGED', readOnly: true });
  });

  it('a checkpoint by another key says nothing', () => {
    const { disk, ledger } = filled(2);
    const stranger = signerOf(generatePrivateKey('ed25519', () => new Uint8Array(32).fill(9)));
    ledger.checkpoint(stranger);
    expect(reopen(new Uint8Array(), disk.checkpoints).ledger.health().code).toBe('OK');
  });

  it('counts every line at the time it was signed', () => {
    const { ledger } = filled(4);
    ledger.checkpoint(signer);
    ledger.append(operation('after'));
    expect(ledger.newestCheckpoint()?.size).toBe(4);
  });
});

describe('when the disk refuses a write', () => {
  it('acknowledges nothing, then refuses until the file was read again', () => {
    const { disk, ledger } = filled(2);
    disk.failFromCall(1);
    expect(ledger.append(operation('lost'))).toEqual({ ok: false, code: 'LEDGER_WRITE_FAILED' });
    expect(ledger.append(operation('lost'))).toEqual({ ok: false, code: 'LEDGER_READ_ONLY' });
    disk.failFromCall(Number.POSITIVE_INFINITY);
    expect(ledger.recheck()).toMatchObject({ code: 'OK', readOnly: false });
    expect(ledger.size()).toBe(2);
    expect(ledger.append(operation('kept')).ok).toBe(true);
  });
});

describe('recheck', () => {
  it('sees a line that was changed behind the open ledger', () => {
    const { disk, ledger } = filled(3);
    const bytes = disk.bytes();
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    expect(ledger.recheck()).toMatchObject({ code: 'DAMAGED', readOnly: true });
  });
});
