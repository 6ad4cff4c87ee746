import { describe, expect, it } from 'vitest';
import { flipAndOpen, flipAndRead } from '../suites/flipped-bit';
import { PADDINGS, tearEverywhere } from '../suites/torn-record';
import { leavesTail, truncatesOnAnyError } from '../support/mutants';

describe('a last record half written, cut at any byte', () => {
  it('earlier records stay, the rest goes aside, and work goes on', () => {
    const { cases, broken } = tearEverywhere(PADDINGS);
    expect(broken).toEqual([]);
    expect(cases).toBeGreaterThan(14_000);
  }, 120_000);

  it('it is seen when the tail is left in its place', () => {
    expect(tearEverywhere([0], leavesTail).broken.length).toBeGreaterThan(0);
  });
});

describe('one bit turned over at any byte of fifty records', () => {
  it('the chain breaks', () => {
    const { cases, broken } = flipAndRead();
    expect(broken).toEqual([]);
    expect(cases).toBeGreaterThan(9_000);
  }, 120_000);

  it('the program opens read-only and cuts nothing off', () => {
    expect(flipAndOpen(37).broken).toEqual([]);
  }, 120_000);

  it('it is seen when whatever does not fit is cut off', () => {
    expect(flipAndOpen(997, truncatesOnAnyError).broken.some(({ found }) => found.startsWith('WRITABLE'))).toBe(true);
  });
});
