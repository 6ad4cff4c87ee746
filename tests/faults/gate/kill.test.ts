import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram } from '../../bureau/support/program';
import { killWriters } from '../suites/kill';

let program: Awaited<ReturnType<typeof buildProgram>>;
beforeAll(async () => {
  program = await buildProgram('tests/faults/support/writer.ts');
});
afterAll(() => program.remove());

describe('when the writer of a ledger is killed at any time', () => {
  it('every acknowledged line is there once, and the next start goes on', async () => {
    const { acknowledged, found } = await killWriters(program.path, 'honest', 100);
    expect(found).toEqual([]);
    expect(acknowledged).toBeGreaterThan(100);
  }, 300_000);

  it('it is seen when a line is acknowledged before it is written', async () => {
    const { found } = await killWriters(program.path, 'acknowledgesEarly', 10);
    expect(found.some((what) => what.startsWith('LOST'))).toBe(true);
  }, 120_000);
});
