// The first six digits of a resident number: divisions of GB/T 2260 as of the year of birth, as far as lists tell (divisions.ts), and what
// announcements say of some districts' first and last year. Numbers are given where a person is registered first, sometimes years after the birth
// and under a newer code, so a region that fails makes a number doubtful, never nothing.
import { DIVISIONS } from './divisions';

/** Residence permits for people from Hong Kong, Macao and Taiwan use the same rule with these codes in every year. */
export const PERMIT_REGIONS = new Set(['810000', '820000', '830000']);

type Span = readonly [from: number, to: number];

/** From the announcements of the changes of administrative divisions, where they say more than the lists do. */
const ANNOUNCED: Readonly<Record<string, Span>> = {
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
const ALWAYS: Span = [0, 9999];
const BEFORE_2003: Span = [0, 2002];

/** Spans of codes, and the codes of cities with four digits. */
let known: { readonly spans: ReadonlyMap<string, Span>; readonly cities: ReadonlySet<string> } | null = null;

function read(): NonNullable<typeof known> {
  const spans = new Map<string, Span>();
  const cities = new Set<string>();
  for (const [province, list] of Object.entries(DIVISIONS))
    for (const entry of list.split(' ')) {
      const city = province + entry.slice(0, 2);
      cities.add(city);
      const [always = '', before = '', dated = ''] = entry.slice(3).split('|');
      for (let i = 0; i < always.length; i += 2) spans.set(city + always.slice(i, i + 2), ALWAYS);
      for (let i = 0; i < before.length; i += 2) spans.set(city + before.slice(i, i + 2), BEFORE_2003);
      for (let i = 0; i < dated.length; i += 10)
        spans.set(city + dated.slice(i, i + 2), [Number(dated.slice(i + 2, i + 6)), Number(dated.slice(i + 6, i + 10))]);
    }
  for (const [code, span] of Object.entries(ANNOUNCED)) spans.set(code, span);
  return { spans, cities };
}

/** 01 stood for a city as a whole before districts were told apart (in prefectures, from 21 on, for their seat), 00 for a number issued by the city. */
function spanOf(code: string): Span | null {
  known ??= read();
  const span = known.spans.get(code);
  if (span) return span;
  return /^..(?:..00|(?:[01].|20)01)$/.test(code) && known.cities.has(code.slice(0, 4)) ? ALWAYS : null;
}

/** The code stood for a place in some years only. */
export function dependsOnYear(code: string): boolean {
  const span = spanOf(code);
  return span !== null && (span[0] > 0 || span[1] < 9999);
}

export const isProvince = (code: string): boolean => Object.hasOwn(DIVISIONS, code);

/** @param year of birth; null: any year the code existed in */
export function isRegion(code: string, year: number | null = null): boolean {
  const span = spanOf(code);
  return span !== null && (year === null || (year >= span[0] && year <= span[1]));
}
