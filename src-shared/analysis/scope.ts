// Delivered against agreed: fields, period, area and grain of one table (Art. 17 ¶2 (一)). Compares what the file shows with what the agreement
// says; whether a derived field can be traced to an agreed one is for a person.
import { parseInstant, shanghaiDay } from '../basics/time';
import { analysisTexts } from '../texts/analysis';
import { type AnalysisAgreement, AREA_GRAINS, TIME_GRAINS } from './agreement';
import type { Scope } from './result';
import { type Span, spanOf } from './values';
import { visibleLine } from './visible-line';

type TimeGrain = (typeof TIME_GRAINS)[number];
/** A point is finer than any grain that is agreed. */
const SEEN_AREAS = ['point', ...AREA_GRAINS] as const;
type AreaGrain = (typeof SEEN_AREAS)[number];

/** Of GeoJSON (RFC 7946), as its reader names them. */
const POSITIONS = 'geometry.coordinates';
const GEOMETRIES = 'geometry.type';
/** Where a feature is a point, its place is what is delivered; a corner of a boundary says nothing about grain. */
const POINTS: ReadonlySet<string> = new Set(['Point', 'MultiPoint']);
/** By the decimals of a degree that are not zeros at the end: 111 km, 11 km, 1.1 km, 111 m along a meridian, then a house. */
const GRAIN_OF_DECIMALS: readonly AreaGrain[] = ['city', 'county', 'street', 'village'];
const positionGrain = (position: string): AreaGrain | null => {
  const decimals = position
    .split(',')
    .slice(0, 2)
    .map((degrees) => (/^-?\d+(?:\.(?<part>\d*?)0*)?$/.exec(degrees.trim())?.groups?.part ?? '').length);
  return decimals.length < 2 ? null : (GRAIN_OF_DECIMALS[Math.max(...decimals)] ?? 'point');
};

/** Names are compared after NFC and trimming, exactly otherwise. */
const normal = (name: string): string => name.normalize('NFC').trim();

/** Grain of a division code by its length (GB/T 2260, and the codes for statistics below the county). */
function areaGrain(code: string): AreaGrain | null {
  if (!/^\d+$/.test(code)) return null;
  if (code.length === 4 || (code.length === 6 && code.endsWith('00'))) return 'city';
  return code.length === 6 ? 'county' : code.length === 9 ? 'street' : code.length === 12 ? 'village' : null;
}

/** A province, city, county or street written at full length, with zeros for what lies below. */
const WHOLE_DIVISION = /^(?:(?<province>\d{2})0{4}|(?<city>\d{4})00|(?:(?<county>\d{6})|(?<street>\d{9}))000)(?:0{3})*$/;
const DIVISION_LENGTHS: ReadonlySet<number> = new Set([6, 9, 12]);

/** What the codes of everything within an agreed division begin with; a prefix stays as it is. */
function within(code: string): string {
  const { province, city, county, street } = (DIVISION_LENGTHS.has(code.length) && WHOLE_DIVISION.exec(code)?.groups) || {};
  return province ?? city ?? county ?? street ?? code;
}

const INSTANT =
  /^(?<day>\d{4}-\d{2}-\d{2})[ T](?<time>\d{2}:\d{2})(?<seconds>:\d{2}(?:\.\d{1,9})?)?(?:Z|(?<hours>[+-]\d{2}):?(?<minutes>\d{2})?)$/;
const COMPACT = /^(?<year>\d{4})(?<month>\d{2})(?:(?<day>\d{2})(?:\d{6})?)?$/;

/** What a column that is agreed to be time holds: also instants with a zone, whose day is the one in Shanghai, and days and months without signs. */
function timeOf(text: string): Span | null {
  const value = text.trim();
  const zoned = INSTANT.exec(value)?.groups;
  if (zoned) {
    const { day, time, seconds = ':00', hours, minutes = '00' } = zoned;
    const instant = parseInstant(`${day}T${time}${seconds}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
    return instant === null ? null : spanOf(shanghaiDay(instant));
  }
  const plain = COMPACT.exec(value)?.groups;
  return plain ? spanOf([plain.year, plain.month, plain.day].filter((part) => part !== undefined).join('-')) : spanOf(value);
}

const finest = <T extends string>(grains: ReadonlySet<T>, order: readonly T[]): T | null =>
  order.find((grain) => grains.has(grain)) ?? null;
const finer = <T extends string>(observed: T, agreed: T, order: readonly T[]): boolean => order.indexOf(observed) < order.indexOf(agreed);

/** From the first day of a month to the last of one, as far as there is a beginning and an end. */
const isWholeMonths = (from: string | null | undefined, to: string | null | undefined): boolean => {
  const next = new Date(`${to || '2000-12-31'}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return (!from || from.endsWith('-01')) && next.getUTCDate() === 1;
};

export type ScopeReader = {
  /** One value of a column; asked only for the columns in `columns`. */
  readonly observe: (column: string) => ((value: string) => void) | undefined;
  readonly result: (columns: readonly string[]) => { readonly scope: Scope; readonly notChecked: readonly string[] };
};

/** @param table the name that what was not compared is said of */
export function createScope(agreement: AnalysisAgreement, table: string): ScopeReader {
  const words = analysisTexts.zh;
  const agreed = agreement.fields.map(normal);
  const period = agreement.period?.column && (agreement.period.from || agreement.period.to) ? agreement.period : null;
  const area = agreement.area?.column && agreement.area.codes.length > 0 ? agreement.area : null;
  const prefixes = (area?.codes ?? []).map(within);
  const grains = { time: new Set<TimeGrain>(), area: new Set<AreaGrain>(), position: new Set<AreaGrain>() };
  const geometries = new Set<string>();
  let first: string | null = null;
  let last: string | null = null;
  let early = 0;
  let late = 0;
  let unread = false;
  const outside = new Set<string>();
  const codes = new Set<string>();

  function seeTime(value: string): void {
    const span = timeOf(value);
    if (!span) {
      if (value.trim() !== '') unread = true;
      return;
    }
    grains.time.add(span.grain);
    if (first === null || span.from < first) first = span.from;
    const end = dayThatDecides(span);
    if (last === null || end > last) last = end;
    if (period?.from && span.from < period.from) early++;
    if (period?.to && end > period.to) late++;
  }

  /** A week or month lies in a period with all its days where the agreement speaks of whole months; otherwise its first day decides. */
  function dayThatDecides(span: Span): string {
    return isWholeMonths(period?.from, period?.to) ? span.to : span.from;
  }

  function seeArea(value: string): void {
    const code = value.trim();
    const grain = areaGrain(code);
    if (grain) grains.area.add(grain);
    if (codes.size < 1_000) codes.add(code);
    if (!prefixes.some((prefix) => code.startsWith(prefix)) && outside.size < 1_000) outside.add(code);
  }

  function seePosition(value: string): void {
    const grain = positionGrain(value);
    if (grain) grains.position.add(grain);
  }

  function compared(columns: readonly string[], column: string, exceeds: () => boolean, missing: string[]): boolean | null {
    if (columns.some((name) => normal(name) === normal(column))) return exceeds();
    missing.push(words.notChecked.scopeColumn(table, column));
    return null;
  }

  return {
    observe(column) {
      if (period && normal(column) === normal(period.column)) return seeTime;
      if (area && normal(column) === normal(area.column)) return seeArea;
      if (column === GEOMETRIES) return (value) => void geometries.add(value);
      if (column === POSITIONS) return seePosition;
      return undefined;
    },
    result(columns) {
      const notChecked: string[] = [];
      const scope: Scope = {
        unauthorised: columns.filter((name) => !agreed.includes(normal(name))).map(visibleLine),
        missing: agreement.fields.filter((name) => !columns.some((column) => normal(column) === normal(name))),
      };
      if (period) {
        const exceeds = compared(columns, period.column, () => early + late > 0, notChecked);
        const observed = first === null ? null : { from: first, to: last, valuesBefore: early, valuesAfter: late };
        if (unread) notChecked.push(words.notChecked.scopeUnread(table, period.column));
        scope.period = { authorised: { from: period.from ?? '', to: period.to ?? '' }, observed, exceeds: first === null ? null : exceeds };
      } else notChecked.push(words.notChecked.scopePart(words.scopePart.period));
      if (area) {
        const exceeds = compared(columns, area.column, () => outside.size > 0, notChecked);
        scope.area = { authorised: area.codes, observed: { codes: [...codes].sort(), outside: [...outside].sort() }, exceeds };
      } else notChecked.push(words.notChecked.scopePart(words.scopePart.area));
      const time = agreement.grain?.time ?? null;
      const place = agreement.grain?.area ?? null;
      const seenTime = finest(grains.time, TIME_GRAINS);
      const points = geometries.size > 0 && [...geometries].every((type) => POINTS.has(type)) ? grains.position : new Set<AreaGrain>();
      const seenArea = finest(new Set([...grains.area, ...points]), SEEN_AREAS);
      if (time === null || !period) notChecked.push(words.notChecked.scopePart(words.scopePart.time));
      if (place === null || (!area && points.size === 0)) notChecked.push(words.notChecked.scopePart(words.scopePart.place));
      if ((time && seenTime) || (place && seenArea)) {
        const tooFine =
          (time && seenTime && finer(seenTime, time, TIME_GRAINS)) || (place && seenArea && finer(seenArea, place, SEEN_AREAS));
        scope.grain = { authorised: { time, area: place }, observed: { time: seenTime, area: seenArea }, exceeds: Boolean(tooFine) };
      }
      return { scope, notChecked };
    },
  };
}
