import { openLedgerFiles } from '@main/ledger/files';
import { describe, expect, it } from 'vitest';
import { fillDisk } from '../suites/full-disk';
import { canMount } from '../support/images';
import { ignoresRefusals } from '../support/mutants';
import { noteNotRun } from '../support/not-run';

const possible = canMount();
if (!possible) noteNotRun('full disk', 'needs root and a loop device');

describe.runIf(possible)('when the disk is full', () => {
  it('no line is acknowledged that is not there, and once there is room the ledger goes on', () => {
    expect(fillDisk(openLedgerFiles, 5)).toEqual([]);
  });

  it('it is seen when a refused write is taken for a done one', () => {
    expect(fillDisk(ignoresRefusals, 1).some((what) => what.startsWith('LOST'))).toBe(true);
  });
});
