import { describe, expect, it } from 'vitest';
import { damageFiles, MUTANTS, SEEDS } from './suites/damaged-files';

const MEBIBYTE = 1_024;

describe('two thousand damaged files', () => {
  it.each(Object.keys(SEEDS))('of %s end in results or in a code', async (format) => {
    const { cases, broken, slowest, codes } = await damageFiles(format, 2_000, 10_000);
    expect(broken).toEqual([]);
    console.log(`${format}: ${cases} files, slowest ${Math.round(slowest)} ms, ${[...codes].sort().join(' ')}`);
  });

  it('and the process stays below 1 GiB', () => {
    expect(process.resourceUsage().maxRSS).toBeLessThan(1_024 * MEBIBYTE);
  });

  it.each(Object.entries(MUTANTS))('it is seen when there is %s', async (_what, mutant) => {
    expect((await damageFiles('csv', 100, 10_000, mutant)).broken.length).toBeGreaterThan(0);
  });
});
