import { openLedgerFiles } from '@main/ledger/files';
import { describe, expect, it, vi } from 'vitest';
import { refuseEverywhere, SHORT } from '../suites/failing-disk';
import { retriesSync, withoutSync } from '../support/mutants';

vi.mock('node:fs', async (original) => (await import('../support/disk-fs')).diskFs(original));

describe('when the disk refuses a call', () => {
  it('nothing is acknowledged over it, nothing more is written, and a new reading takes the work up again', () => {
    const { cases, broken } = refuseEverywhere(SHORT, openLedgerFiles);
    expect(broken).toEqual([]);
    expect(cases).toBeGreaterThan(100);
  }, 120_000);

  it.each([
    ['a failed sync is tried again', retriesSync],
    ['nothing is synced', withoutSync],
  ])('it is seen when %s', (_what, openFiles) => {
    const { broken } = refuseEverywhere([0, 700, 40], openFiles);
    expect(broken.some(({ found }) => found.some((what) => what.startsWith('LOST')))).toBe(true);
  });
});
