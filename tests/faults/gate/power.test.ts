import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../bureau/support/program';
import { cutPower } from '../suites/power';
import { canMount } from '../support/images';
import { noteNotRun } from '../support/not-run';

const possible = canMount();
if (!possible) noteNotRun('power cuts', 'needs root and a loop device');

describe.runIf(possible)('when the power is cut while a ledger is written on a real file system', () => {
  let program: Awaited<ReturnType<typeof buildProgram>>;
  beforeAll(async () => {
    program = await buildProgram('tests/faults/support/writer.ts');
  });
  afterAll(() => program.remove());

  it('every acknowledged line and checkpoint is on the disk', async () => {
    const { acknowledged, found } = await cutPower(program.path, 'honest', 15);
    expect(found).toEqual([]);
    expect(acknowledged).toBeGreaterThan(15);
  }, 300_000);

  it('it is seen when nothing is synced', async () => {
    const { found } = await cutPower(program.path, 'withoutSync', 2);
    expect(found.some((what) => what.startsWith('LOST'))).toBe(true);
  }, 120_000);
});
