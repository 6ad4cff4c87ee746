// Divisions of resident numbers as of the year of birth. Cases marked areacodes come from a table that its author compiled from the yearly lists of
// the Ministry of Civil Affairs, independently of the lists that divisions.ts is made from; stdnum from python-stdnum's tests of cn/ric.
import { createColumn } from '@shared/analysis/column';
import { dependsOnYear, isProvince, isRegion } from '@shared/analysis/detectors/regions';
import { residentCheckCharacter } from '@shared/analysis/detectors/resident-id';
import { utf8 } from '@shared/basics/bytes';
import { describe, expect, it } from 'vitest';

const CASES: readonly (readonly [code: string, year: number, holds: boolean, origin: string])[] = [
  ['110103', 1990, true, 'areacodes: 1981 to 2010'],
  ['110103', 2012, false, 'areacodes: 1981 to 2010'],
  ['152101', 1995, true, 'areacodes: 1980 to 2001'],
  ['152101', 2005, false, 'areacodes: 1980 to 2001'],
  ['152601', 1990, true, 'areacodes: 1982 to 2003'],
  ['152601', 2010, false, 'areacodes: 1982 to 2003'],
  ['150902', 1995, false, 'areacodes: since 2003'],
  ['150902', 2008, true, 'areacodes: since 2003'],
  ['150703', 2008, false, 'areacodes: since 2013'],
  ['150703', 2015, true, 'areacodes: since 2013'],
  ['150603', 2000, false, 'areacodes: since 2016'],
  ['150603', 2018, true, 'areacodes: since 2016'],
  ['210115', 2005, false, 'areacodes: since 2016'],
  ['210122', 2010, true, 'areacodes: 1980 to 2016'],
  ['210122', 2018, false, 'areacodes: 1980 to 2016'],
  ['210214', 2010, false, 'areacodes: since 2015'],
  ['210282', 2000, true, 'areacodes: 1995 to 2015'],
  ['210282', 2020, false, 'areacodes: 1995 to 2015'],
  ['211104', 2005, false, 'areacodes: since 2016'],
  ['210821', 1980, true, 'areacodes: 1980 to 1992'],
  ['210821', 2005, false, 'areacodes: 1980 to 1992'],
  ['210319', 1985, true, 'areacodes: 1985 to 1986'],
  ['210319', 2005, false, 'areacodes: 1985 to 1986'],
  ['211202', 1950, true, 'areacodes: since 1984; elder people have it too'],
  ['210202', 1999, true, 'areacodes: since 1980'],
  ['110111', 1980, false, 'stdnum: since 1986'],
  ['110201', 1993, false, 'stdnum: given up'],
  ['120110', 1980, true, 'stdnum: 东郊区'],
  ['120110', 1992, true, 'stdnum: 东丽区'],
  ['990426', 1991, false, 'stdnum: unknown'],
  ['360426', 1991, true, 'stdnum'],
  ['412723', 1990, true, 'stdnum'],
  ['230299', 1990, false, 'no such code'],
  ['230222', 1988, true, '讷河县, a city with another code since 1992'],
  ['230222', 2005, false, '讷河县, a city with another code since 1992'],
  ['230200', 1970, true, 'given by the city'],
  ['230001', 1970, false, 'no city'],
];

describe('a division', () => {
  it.each(CASES)('%s in %d: %s (%s)', (code, year, holds) => {
    expect(isRegion(code, year)).toBe(holds);
  });

  it('depends on the year only where lists tell', () => {
    expect([dependsOnYear('230202'), dependsOnYear('110103'), dependsOnYear('990426')]).toEqual([false, true, false]);
    expect([isRegion('110103'), isRegion('990426')]).toEqual([true, false]);
  });

  it('is of one of the thirty-one provinces', () => {
    const all = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0')).filter(isProvince);
    expect(all).toHaveLength(31);
    expect(isProvince('81')).toBe(false);
  });
});

const number = (county: string, birth: string, order: number): string => {
  const first17 = `${county}${birth}${String(order).padStart(3, '0')}`;
  return first17 + residentCheckCharacter(first17);
};
function hitOf(name: string, values: readonly string[]) {
  const decoder = new TextDecoder();
  const column = createColumn({ name, today: '20261123' }, (bytes, from, to) => decoder.decode(bytes.subarray(from, to)));
  for (const value of values) column.add(utf8(value), 0, utf8(value).length);
  return column.result(name).hits.find(({ detector }) => detector === 'resident-id');
}

describe('numbers whose division was not in force in the year of birth', () => {
  const late = Array.from({ length: 6 }, (_, i) => number('110103', `201${i}0305`, 101 + i * 7)).slice(1);

  it('are counted as not valid and make the column likely, never nothing and never certain', () => {
    expect(hitOf('编号', late)).toMatchObject({ valid: 0, invalid: 5, certainty: 'likely', direct: true });
    expect(hitOf('身份证号', late.slice(0, 1))).toMatchObject({ valid: 0, invalid: 1, certainty: 'likely' });
    expect(hitOf('编号', late)?.why).toContain('5个日期和校验码成立');
  });

  it('are weak where the check holds as often as chance lets it', () => {
    const orders = Array.from({ length: 40 }, (_, i) => `1000012026070${(i % 9) + 1}${String(i).padStart(3, '0')}${i % 10}`);
    expect(hitOf('单号', orders)?.certainty ?? 'weak').toBe('weak');
    const wrong = late.map((each) => each.slice(0, 17) + (each.endsWith('1') ? '2' : '1'));
    expect(hitOf('编号', wrong)).toMatchObject({ valid: 0, certainty: 'weak' });
  });

  it('are exempt from it for people from Hong Kong, Macao and Taiwan', () => {
    for (const county of ['810000', '820000', '830000']) expect(hitOf('编号', [number(county, '19500101', 1)])).toBeUndefined();
  });
});
