// The verdict number (编号): 齐数审〔2026〕7C1E-0134号. Gapless per workstation, year and series; taken when the payload is built.
// Who counts is the signing room; this only writes and reads.
import { failure, ok, type Result } from '../basics/result';
import { shanghaiDay } from '../basics/time';
import type { Instant } from '../basics/units';

/** 齐数审; 齐数审法 when the chosen basis is `method`; 演练 in practice. */
export const NUMBER_SERIES = ['齐数审', '齐数审法', '演练'] as const;
export type NumberSeries = (typeof NUMBER_SERIES)[number];

/** `year`: of the moment the payload was built, in Asia/Shanghai. `workstation`: first four hex digits of its keyid, upper case. */
export type VerdictNumber = { readonly series: NumberSeries; readonly year: number; readonly workstation: string; readonly n: number };

export const seriesOf = (facts: { practice: boolean; chosenBasis: string | null }): NumberSeries => {
  if (facts.practice) return '演练';
  return facts.chosenBasis === 'method' ? '齐数审法' : '齐数审';
};

export const numberYear = (at: Instant): number => Number(shanghaiDay(at).slice(0, 4));

export const formatVerdictNumber = ({ series, year, workstation, n }: VerdictNumber): string =>
  `${series}〔${year}〕${workstation.slice(0, 4).toUpperCase()}-${String(n).padStart(4, '0')}号`;

export function parseVerdictNumber(text: string): Result<VerdictNumber, 'NUMBER_MALFORMED'> {
  const match = /^(齐数审法|齐数审|演练)〔(\d{4})〕([0-9A-F]{4})-(\d{4,15})号$/.exec(text);
  const series = NUMBER_SERIES.find((known) => known === match?.[1]);
  const [, , year, workstation, n] = match ?? [];
  if (series === undefined || year === undefined || workstation === undefined || n === undefined) return failure('NUMBER_MALFORMED');
  const parsed = { series, year: Number(year), workstation, n: Number(n) };
  return formatVerdictNumber(parsed) === text && parsed.n > 0 ? ok(parsed) : failure('NUMBER_MALFORMED');
}

/** The number as a file name: without 〔〕 and 号, which some file systems and mail systems mangle. 齐数审-2026-7C1E-0134 */
export const numberAsFileName = ({ series, year, workstation, n }: VerdictNumber): string =>
  `${series}-${year}-${workstation}-${String(n).padStart(4, '0')}`;
