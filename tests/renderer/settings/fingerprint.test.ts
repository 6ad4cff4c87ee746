import { describe, expect, it } from 'vitest';
import {
  confirmedCount,
  differing,
  emptyFingerprint,
  type Fingerprint,
  hexOf,
  judgeGroup,
  missingToTrust,
  readyToTrust,
  typeGroup,
} from '../../../src-renderer/features/settings/trust/fingerprint';

const confirm = (groups: Fingerprint, index: number, typed: string) => judgeGroup(typeGroup(groups, index, typed), index, typed, true);
const whole = () =>
  Array.from({ length: 8 }, (_, index) => index).reduce((groups, index) => confirm(groups, index, `000${index}`), emptyFingerprint());

describe('a fingerprint typed from the telephone', () => {
  it('takes hex digits however the input method writes them, four at most', () => {
    expect(hexOf('ＡＢ-1 2zz3')).toBe('ab12');
  });

  it('counts a group only when main says that it matches', () => {
    const typed = typeGroup(emptyFingerprint(), 0, '2107');
    expect(confirmedCount(typed)).toBe(0);
    expect(confirmedCount(judgeGroup(typed, 0, '2107', true))).toBe(1);
  });

  it('drops an answer that came for an older spelling', () => {
    const changed = typeGroup(typeGroup(emptyFingerprint(), 0, '2107'), 0, '2108');
    expect(confirmedCount(judgeGroup(changed, 0, '2107', true))).toBe(0);
  });

  it('stops at the group that differs until it is typed again', () => {
    const wrong = judgeGroup(typeGroup(whole(), 5, 'ffff'), 5, 'ffff', false);
    expect(differing(wrong)).toBe(5);
    expect(differing(typeGroup(wrong, 5, ''))).toBeNull();
    expect(readyToTrust(missingToTrust(wrong, '林审一', '周复二'))).toBe(false);
  });

  it('is enough with eight groups and two different people, and names what is missing', () => {
    expect(readyToTrust(missingToTrust(whole(), '林审一', '周复二'))).toBe(true);
    expect(missingToTrust(emptyFingerprint(), '林审一', '')).toEqual({ groups: 8, persons: ['second'], same: false });
    expect(readyToTrust(missingToTrust(whole(), '林审一', ' 林审一 '))).toBe(false);
    expect(readyToTrust(missingToTrust(whole(), ' ', '周复二'))).toBe(false);
  });
});
