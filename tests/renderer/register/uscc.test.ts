import { normaliseUscc, usccCheck } from '@shared/assessment/uscc';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

// Codes of the test suite of python-stdnum (cn/uscc.doctest); their check characters were computed again by hand.
const VALID = ['91110000600037341L', '121200004013590816', '911522010783762860', '91152201078377449P', '91152201078382010M'];

describe('the check character of GB 32100-2015', () => {
  it('holds for published codes', () => {
    expect(VALID.map((code) => usccCheck(code).state)).toEqual(VALID.map(() => 'valid'));
  });

  it('names the character that the eighteenth place should have', () => {
    expect(usccCheck('91110000600037341N')).toEqual({ state: 'check', expected: 'L', found: 'N' });
  });

  it('names the first place whose character the alphabet does not know, before it counts places', () => {
    expect(usccCheck('9111000060003IOZSV')).toEqual({ state: 'character', place: 14, found: 'I' });
    expect(usccCheck('911100006')).toEqual({ state: 'short', length: 9 });
    expect(usccCheck('')).toEqual({ state: 'empty' });
  });

  it('sees every change of one place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...VALID), fc.nat(17), fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'), (code, place, other) => {
        fc.pre(code[place] !== other);
        expect(usccCheck(code.slice(0, place) + other + code.slice(place + 1)).state).toBe('check');
      }),
      { numRuns: 200 },
    );
  });

  it('folds full-width forms, case, spaces and hyphens before it looks', () => {
    expect(normaliseUscc('９１ 110000-60003734 1l')).toBe('91110000600037341L');
  });
});
