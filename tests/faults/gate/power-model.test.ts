import { openLedgerFiles } from '@main/ledger/files';
import { describe, expect, it, vi } from 'vitest';
import { cutEverywhere, histories } from '../suites/power-model';
import { acknowledgesEarly, checkpointInPlace } from '../support/mutants';

vi.mock('node:fs', async (original) => (await import('../support/disk-fs')).diskFs(original));

describe('when the power is cut after any call to the disk', () => {
  it('nothing that was acknowledged is missing, and the ledger opens and takes lines again', () => {
    const results = histories(5).map((script) => cutEverywhere(script, openLedgerFiles, { draws: 1 }));
    expect(results.flatMap(({ broken }) => broken)).toEqual([]);
    expect(results.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(500);
  }, 120_000);

  const [short = []] = histories(1);
  it.each([
    ['files are not synced', openLedgerFiles, 'sync', 'LOST'],
    ['folders are not synced', openLedgerFiles, 'folder-sync', 'LOST'],
    ['lines are acknowledged early', acknowledgesEarly, null, 'LOST'],
    ['checkpoints are written over one another', checkpointInPlace, null, 'CHECKPOINT'],
  ] as const)('it is seen when %s', (_what, openFiles, mutation, finding) => {
    const { broken } = cutEverywhere(short, openFiles, { draws: 1, mutation });
    expect(broken.some(({ found }) => found[0]?.startsWith(finding))).toBe(true);
  });
});
