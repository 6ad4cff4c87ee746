import { describe, expect, it } from 'vitest';
import { damageFiles, MUTANTS, SEEDS } from '../suites/damaged-files';

describe('a hundred damaged files', () => {
  it.each(Object.keys(SEEDS))('of %s end in results or in a code', async (format) => {
    const { cases, broken, codes } = await damageFiles(format, 100, 5_000);
    expect(broken).toEqual([]);
    expect(cases).toBe(100);
    // Damage that nothing notices would prove nothing, and neither would damage that nothing survives.
    expect(codes.size).toBeGreaterThan(1);
  });

  it.each(Object.entries(MUTANTS))('it is seen when there is %s', async (_what, mutant) => {
    expect((await damageFiles('csv', 100, 5_000, mutant)).broken.length).toBeGreaterThan(0);
  });
});
