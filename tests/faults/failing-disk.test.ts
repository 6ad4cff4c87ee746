import { openLedgerFiles } from '@main/ledger/files';
import { describe, expect, it, vi } from 'vitest';
import { LONG, refuseEverywhere } from './suites/failing-disk';
import { histories } from './suites/power-model';
import { retriesSync } from './support/mutants';

vi.mock('node:fs', async (original) => (await import('./support/disk-fs')).diskFs(original));

describe('when the disk refuses any call in six histories', () => {
  it('nothing is acknowledged over it, nothing more is written, and a new reading takes the work up again', () => {
    const results = [LONG, ...histories(5)].map((script) => refuseEverywhere(script, openLedgerFiles));
    expect(results.flatMap(({ broken }) => broken)).toEqual([]);
    console.log(`${results.reduce((sum, { cases }) => sum + cases, 0)} refusals`);
  });

  it('it is seen when a failed sync is tried again', () => {
    const { broken } = refuseEverywhere(LONG, retriesSync);
    expect(broken.some(({ found }) => found.some((what) => what.startsWith('LOST')))).toBe(true);
  });
});
