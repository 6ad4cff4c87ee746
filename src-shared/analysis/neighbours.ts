// What columns of one table say together: a birth date and a sex complete a masked resident number; coordinates beside a person and a time are a
// track. Looks at names and hits only, after every column has been judged by itself.
import { analysisTexts } from '../texts/analysis';
import { headerOf } from './detectors/header';
import type { AnalysedColumn, Hit } from './result';

const SEX = /性别|^sex$|gender|[._]sex$/i;
const TIME = /时间|日期|time|date|At$/i;
/** What tells that several rows are of one person. */
const ANYBODY: ReadonlySet<string> = new Set(['hashed-identifier', 'masked-identifier', 'encoded-identifier']);

const holds = (column: AnalysedColumn, test: (hit: Hit) => boolean): boolean =>
  column.hits.some((hit) => hit.certainty !== 'weak' && test(hit));
const list = (columns: readonly AnalysedColumn[]): string => columns.map(({ name }) => `“${name}”`).join('、');

export function withNeighbours(columns: readonly AnalysedColumn[]): AnalysedColumn[] {
  const words = analysisTexts.zh;
  const births = columns.filter(
    (column) => holds(column, ({ detector }) => detector === 'birth-date') || headerOf(column.name).named('birth-date'),
  );
  const sexes = columns.filter(({ name }) => SEX.test(name));
  const people = columns.filter((column) => holds(column, ({ detector, direct }) => direct || ANYBODY.has(detector)));
  const times = columns.filter(({ name, type }) => type === 'date' || TIME.test(name));

  const extend = (hit: Hit): Hit => {
    if (hit.detector === 'masked-identifier' && births.length > 0)
      return { ...hit, why: `${hit.why}${words.completes(list([...births, ...sexes]))}` };
    // GB/T 45574-2025, annex A: a continuous precise track is sensitive, a point alone is not.
    if (hit.detector === 'coordinates' && hit.certainty !== 'weak' && people.length > 0 && times.length > 0)
      return { ...hit, sensitive: true, why: `${hit.why}${words.track(list([...people, ...times]))}` };
    return hit;
  };
  return columns.map((column) => ({ ...column, hits: column.hits.map(extend) }));
}
