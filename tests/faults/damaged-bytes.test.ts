import { describe, expect, it } from 'vitest';
import { flipAndOpen } from './suites/flipped-bit';
import { PADDINGS, tearEverywhere } from './suites/torn-record';
import { leavesTail, truncatesOnAnyError } from './support/mutants';

describe('a last record half written, cut at any byte', () => {
  it('earlier records stay, the rest goes aside, and work goes on', () => {
    const { cases, broken } = tearEverywhere([...PADDINGS, 9_000]);
    expect(broken).toEqual([]);
    console.log(`${cases} torn records`);
  });

  it('it is seen when the tail is left in its place', () => {
    expect(tearEverywhere([0], leavesTail).broken.length).toBeGreaterThan(0);
  });
});

describe('one bit turned over at every byte of fifty records', () => {
  it('the program opens read-only and cuts nothing off', () => {
    const { cases, broken } = flipAndOpen(1);
    expect(broken).toEqual([]);
    expect(cases).toBeGreaterThan(9_000);
  });

  it('it is seen when whatever does not fit is cut off', () => {
    expect(flipAndOpen(997, truncatesOnAnyError).broken.some(({ found }) => found.startsWith('WRITABLE'))).toBe(true);
  });
});
