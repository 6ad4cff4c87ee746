// Names of columns in one string: whatever a header is called, it comes back.
import { readDominance, writeDominance } from '@shared/analysis/inference/question';
import { readMembership, writeMembership } from '@shared/analysis/membership/question';
import { readNames, writeNames } from '@shared/analysis/risk/names';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const name = fc
  .oneof(fc.constantFrom('a,b', '"', '""', 'a"b', '|', 'x=', '户数（户,合计）', ' 年 龄 '), fc.string({ minLength: 1, maxLength: 8 }))
  .filter((each) => each.trim() !== '');

describe('a list of names', () => {
  it('gives back what was written, whatever the names hold', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 4 }), fc.constantFrom(',' as const, '|' as const), (names, separator) => {
        expect(readNames(writeNames(names, separator), separator)).toEqual(names);
      }),
    );
  });
  it('writes plain names as they always were', () => {
    expect(writeNames(['性别', '年龄 段'])).toBe('性别,年龄 段');
    expect(readNames(' 性别 , 年龄,性别')).toEqual(['性别', '年龄']);
  });
  it('refuses an empty name and quotes that do not fit', () => {
    for (const wrong of ['', 'a,', ',', '"a', '"a"b', '"a,b', '""', '"a"b"', '" "'])
      expect([wrong, readNames(wrong)]).toEqual([wrong, null]);
    expect(readNames('5" 管,a')).toEqual(['5" 管', 'a']);
  });
});

it('a question about large contributors gives back what was written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 3, maxLength: 5 }), ([contributor = '', value = '', ...cell]) => {
      const words = { cell, contributor, value, n: 2, share: '0.75', p: '0.05' };
      expect(readDominance(writeDominance(words))).toEqual({ cell, contributor, value, rule: { n: 2, share: 0.75, p: 0.05 } });
    }),
  );
});

describe('a question about members', () => {
  const words = fc.oneof(name, fc.constantFrom('a,score=b', 'score=', ',member=', '得分,score=x'));
  it('gives back what was written, whatever the names hold', () => {
    fc.assert(
      fc.property(words, words, (member, score) => {
        expect(readMembership(writeMembership({ member, score }))).toEqual({ member, score });
      }),
    );
  });
  it('is written and read without quotes as it always was, in either order', () => {
    expect(writeMembership({ member: '成员', score: 'max score' })).toBe('member=成员,score=max score');
    expect(readMembership('score=s,member=m')).toEqual({ member: 'm', score: 's' });
    expect(readMembership('member=a,b,score=c,d')).toEqual({ member: 'a,b', score: 'c,d' });
  });
  it('is refused where it could mean two things, or lacks a part', () => {
    for (const wrong of ['member=a,score=b,score=c', 'member=a,member=b', 'm,s', 'member=,score=b', 'member=a', 'member="a,score=b', ''])
      expect([wrong, readMembership(wrong)]).toEqual([wrong, null]);
  });
});
