// The first six digits of a resident number, as far as they are known here: the provinces of GB/T 2260, and the counties of Qiqihar one by one.
// Other counties, and whether a county existed in the year of birth, are not known; results say so.

const PROVINCES = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65'.split(' '));
/** Residence permits for people from Hong Kong, Macao and Taiwan use the same rule with these codes. */
export const PERMIT_REGIONS = new Set(['810000', '820000', '830000']);
/** 01 stood for the city as a whole before districts were told apart, 00 for a number issued by the city. */
const QIQIHAR = new Set('00 01 02 03 04 05 06 07 08 21 23 24 25 27 29 30 31 81'.split(' '));

export function isRegion(code: string): boolean {
  if (!PROVINCES.has(code.slice(0, 2)) || code.slice(2, 4) === '00') return false;
  return !code.startsWith('2302') || QIQIHAR.has(code.slice(4));
}
