// What a carrier holds beside what it shows, as the result says it.
import { analysisTexts } from '../../texts/analysis';
import { foundContent, isFoundCode } from '../content/tally';
import type { Content } from '../result';
import type { ContentCode } from './sink';

/** Each code once. */
export function contentsOf(seen: readonly (readonly [ContentCode, number])[]): Content[] {
  const words = analysisTexts.zh.content;
  const counts = new Map<ContentCode, number>();
  for (const [code, count] of seen) counts.set(code, (counts.get(code) ?? 0) + count);
  return [...counts].map(([code, count]) =>
    isFoundCode(code) ? foundContent(code, count) : { code, count, why: words[code].why(count), source: words[code].source, samples: [] },
  );
}
