// What a file carries and what was seen in it, as lines for a terminal. In full it stands in the JSON.
import type { AnalysisFile } from '@shared/analysis/result';

/** A sentence for each code; samples are masked already. */
export const contentLines = ({ content }: AnalysisFile): string[] =>
  (content ?? []).map(({ code, why, samples }) => `　${code}　${why}${samples.length > 0 ? `　${samples.join(' ')}` : ''}`);
