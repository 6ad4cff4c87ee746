// Golden values of resident numbers, permits, credit codes, mobiles and mailboxes. Origins: examples of GB 11643-1999 and GB 32100-2015; the test suites of python-stdnum (cn/ric, cn/uscc)
// and of any-rule, whose values are cited here with their check recomputed; numbers for Qiqihar and permits computed by GB 11643.
import { type InspectContext, inspect, inspectText } from '@shared/analysis/detectors/inspect';
import { residentCheckCharacter } from '@shared/analysis/detectors/resident-id';
import { usccCheckCharacter } from '@shared/analysis/detectors/uscc';
import { masked } from '@shared/analysis/masked';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const CONTEXT: InspectContext = { name: '', today: '20261123' };
const seen = (cell: string, name = '') => inspect(cell, { ...CONTEXT, name }).map(({ detector, valid }) => [detector, valid]);

describe('resident numbers', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '360426199101010071',
    '44011320141005001X',
    '412723199010050012',
    '110102199101010078',
    '230202199001010014',
    '230203198512310029',
    '230281200505201237',
  ])('%s holds', (number) => expect(seen(number)).toEqual([['resident-id', true]]));

  it.each([
    ['990426199112010074', 'unknown region'],
    ['12345619991205131x', 'check'],
    ['622223199912051311', 'check'],
    ['230299199001010018', 'county of Qiqihar that never was'],
  ])('%s is seen and does not hold (%s)', (number) => expect(seen(number)).toEqual([['resident-id', false]]));

  it.each([
    ['T60426199101010078', 'form'],
    ['230202199013010014', 'month 13'],
    ['230202199002300014', '30 February'],
    ['1230202199001010014', 'a digit before'],
    ['230202199001010014A', 'a letter after'],
    ['230202179901010014', 'born in 1799'],
    ['23020219900101001', 'seventeen digits'],
    ['cd42e8f230202199001010014ee3', 'inside a digest'],
  ])('%s is none (%s)', (text) => expect(seen(text)).toEqual([]));

  it.each([
    ['挂失人身份证230202199001010014，已核对', 'free text'],
    ['２３０２０２１９９００１０１００１４', 'full width'],
    ['44011320141005001x', 'lower-case x'],
    ['230202 19900101 0014', 'spaces'],
    ['230202\u200B19900101\u00AD0014', 'characters that nobody sees'],
    ['230202-19900101-0014', 'hyphens'],
  ])('is found in %s (%s)', (text) => expect(seen(text)).toEqual([['resident-id', true]]));

  it('tells permits of Hong Kong, Macao and Taiwan apart', () => {
    expect(seen('830000199001010012')).toEqual([['hmt-residence-permit', true]]);
    expect(seen('810000199001010019')).toEqual([['hmt-residence-permit', true]]);
    expect(seen('810000199001010018')).toEqual([['hmt-residence-permit', false]]);
  });

  it('does not believe in births after the review', () => {
    const number = `23020220270101001${residentCheckCharacter('23020220270101001')}`;
    expect(inspect(number, CONTEXT)).toEqual([]);
    expect(inspect(number, { name: '', today: null }).map(({ valid }) => valid)).toEqual([true]);
  });

  it('reports a number that its column calls an identity number, even without a birth date', () => {
    expect(seen('230202999999990014', '身份证号')).toEqual([['resident-id', false]]);
  });

  it('fails for every other check character', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1950, max: 2020 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 999 }),
        (y, m, d, n) => {
          const first17 = `230202${y}${String(m).padStart(2, '0')}${String(d).padStart(2, '0')}${String(n).padStart(3, '0')}`;
          const right = residentCheckCharacter(first17);
          for (const check of '0123456789X') {
            const looks = inspect(first17 + check, CONTEXT).filter(({ detector }) => detector === 'resident-id');
            expect(looks.some(({ valid }) => valid)).toBe(check === right);
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('notices every swap of two neighbouring digits and every wrong digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 17, maxLength: 17 }),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (digits, at, change) => {
          const text = digits.join('');
          const wrong = digits.map((digit, i) => (i === at ? (digit + change) % 10 : digit)).join('');
          expect(residentCheckCharacter(wrong)).not.toBe(residentCheckCharacter(text));
          const swapped = digits.map((digit, i) => (i === at ? digits[at + 1] : i === at + 1 ? digits[at] : digit)).join('');
          if (swapped !== text) expect(residentCheckCharacter(swapped)).not.toBe(residentCheckCharacter(text));
        },
      ),
    );
  });
});

describe('unified social credit codes', () => {
  it.each([
    '91110000600037341L',
    '121200004013590816',
    '911522010783762860',
    '91152201078377449P',
    '9115220107837941X1',
    '91152201078382010M',
    '91230184MA1BUFLT44',
    '92371000MA3MXH0E3W',
    '91110108772551611J',
  ])('%s holds', (code) => expect(seen(code)).toEqual([['uscc', true]]));

  it('sees 91110000600037341N and that its check fails', () => expect(seen('91110000600037341N')).toEqual([['uscc', false]]));

  it.each(['9111000060003IOZSV', 'A1110000600037341L1', 'x91110000600037341L'])('%s is none', (text) => expect(seen(text)).toEqual([]));

  it('fails for every other check character', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^9[123]\d{6}[0-9A-HJ-NPQRTUWXY]{9}$/), (first17) => {
        const right = usccCheckCharacter(first17);
        for (const check of '0123456789ABCDEFGHJKLMNPQRTUWXY') {
          const valid = inspect(first17 + check, { ...CONTEXT, name: '统一社会信用代码' }).some(
            (look) => look.detector === 'uscc' && look.valid,
          );
          if (check === right)
            expect(valid || inspect(first17 + check, CONTEXT).some(({ detector }) => detector === 'resident-id')).toBe(true);
          else expect(valid).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('mobile numbers', () => {
  it.each(['13900001001', '+8613900001001', '0086 13900001001', '139-0000-1001', '１３９００００１００１', '联系13900001001取卡'])(
    '%s is one',
    (text) => expect(seen(text)).toEqual([['mobile', true]]),
  );
  it.each([
    ['1700000000000', 'milliseconds'],
    ['12900001001', '12'],
    ['139000010012', 'twelve digits'],
    ['AB13900001001', 'letters before'],
    ['138****1234', 'masked'],
    ['0452-2300217', 'a landline'],
    ['fd20a81a13900001001606694040e1bb', 'inside a digest'],
  ])('%s is none (%s)', (text) => expect(seen(text).filter(([detector]) => detector === 'mobile')).toEqual([]));
});

describe('e-mail addresses', () => {
  it.each(['zhang.san@shili.cn', 'a+b@mail.shili.com.cn', '邮箱：lin@shili.cn。'])('%s is one', (text) =>
    expect(seen(text)).toEqual([['email', true]]),
  );
  it.each(['@shili.cn', 'a@b', 'a@@shili.cn', 'user@shili', 'http://shili.cn'])('%s is none', (text) => expect(seen(text)).toEqual([]));
  it('tells role mailboxes and example domains from people', () => {
    const organisation = (text: string) => inspect(text, CONTEXT).map((look) => look.organisation);
    expect([organisation('service@shili.cn'), organisation('lin@example.com'), organisation('lin@shili.cn')]).toEqual([
      [true],
      [true],
      [false],
    ]);
  });
  it('is quick on a long line that never becomes an address', () => {
    expect(seen(`${'a.'.repeat(16_000)}@`)).toEqual([]);
    expect(seen('a'.repeat(32_000))).toEqual([]);
  });
});

describe('samples', () => {
  it('keep at most the first and the last character', () => {
    expect([masked('230202199001010014'), masked('ab'), masked('a')]).toEqual(['2****************4', '**', '*']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (value) => {
        const inner = [...masked(value)].slice(1, -1);
        expect(inner.every((character) => character === '*')).toBe(true);
      }),
    );
  });
  it('come from a text that is to be signed as well', () => {
    expect(inspectText('申请人林审一，230202199001010014').map(({ detector, sample }) => [detector, sample])).toEqual([
      ['resident-id', '2****************4'],
    ]);
  });
});
