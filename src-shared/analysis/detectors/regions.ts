// The first six digits of a resident number, as far as they are known here: the provinces of GB/T 2260, the counties of Qiqihar one by one, and
// districts elsewhere whose first or last year is published. Other counties, and whether they existed in the year of birth, are not known;
// results say so.

const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '));
/** Residence permits for people from Hong Kong, Macao and Taiwan use the same rule with these codes. */
export const PERMIT_REGIONS = new Set(['810000', '820000', '830000']);
/** 01 stood for the city as a whole before districts were told apart, 00 for a number issued by the city. */
const QIQIHAR = new Set('00 01 02 03 04 05 06 07 08 21 23 24 25 27 29 30 31 81'.split(' '));

/** First and last year of codes that came or went, from the announcements of the changes of administrative divisions. */
const YEARS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  110111: [1986, 9999],
  110112: [1997, 9999],
  110113: [1998, 9999],
  110114: [1999, 9999],
  110115: [2001, 9999],
  110116: [2001, 9999],
  110117: [2001, 9999],
  110118: [2015, 9999],
  110119: [2015, 9999],
  110201: [0, 1992],
  230111: [2004, 9999],
  230112: [2006, 9999],
  230113: [2014, 9999],
};

/** The code stood for a place in some years only. */
export const dependsOnYear = (code: string): boolean => Object.hasOwn(YEARS, code);

export const isProvince = (code: string): boolean => PROVINCES.has(code);

/** @param year of birth; null: any year the code existed in */
export function isRegion(code: string, year: number | null = null): boolean {
  if (!PROVINCES.has(code.slice(0, 2)) || code.slice(2, 4) === '00') return false;
  const years = YEARS[code];
  if (years && year !== null && (year < years[0] || year > years[1])) return false;
  return !code.startsWith('2302') || QIQIHAR.has(code.slice(4));
}
