// What a carrier holds beside what it shows, as the result says it.
import { analysisTexts } from '../../texts/analysis';
import type { Content } from '../result';
import type { ContentCode } from './xlsx';

export function contentOf(code: ContentCode, count: number): Content {
  const words = analysisTexts.zh.content;
  return { code, count, why: words[code].why(count), source: words[code].source, samples: [] };
}
