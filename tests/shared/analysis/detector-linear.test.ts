// A cell that almost holds something must not cost more than its length allows: evidence is written by strangers.
import { inspect } from '@shared/analysis/detectors/inspect';
import { expect, it } from 'vitest';

/** The longest cell that is read. */
const LENGTH = 32_767;
const PEOPLE: readonly string[] = ['resident-id', 'mobile', 'email', 'bank-card', 'passport'];
const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

it.each([
  '龙沙区',
  '示例路',
  '路1',
  '区镇路12',
  '村一',
  '1.1234,',
  '12-34 ',
  'a.b_c-',
  'password=',
  'eyJ.eyJ.',
  '1a:2b:',
  '::1',
  'a:b@',
  'https://a:',
  '138****',
  '黑B1',
  '姓名：',
  'P<CHN<',
  'jdbc:a:',
  'Server=a;',
  'QUJD',
  '86-',
  '龙沙区1号',
  '出生于',
  '公司生于1988年3月',
  'dob. 1988 ',
])('%s again and again is looked through, and nothing is made of it', (piece) => {
  // What takes the square of the length, or worse, does not come back within the time a test has.
  const looks = inspect(filled(piece, LENGTH), { name: '', today: '20261123' });
  expect(looks.filter(({ detector }) => PEOPLE.includes(detector))).toEqual([]);
});
