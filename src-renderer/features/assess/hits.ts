// Which hit of an analysis stands behind a machine's finding, for the columns that a bare sentence cannot show (masked sample, certainty).
import type { AnalysisFile, Hit } from '@shared/analysis/result';
import { columnFindingId } from '@shared/assessment/proposals';

export type HitOf = { readonly file: AnalysisFile; readonly column: string; readonly hit: Hit };

/** By finding id. */
export function hitsByFinding(files: readonly AnalysisFile[]): Map<string, HitOf> {
  const found = new Map<string, HitOf>();
  for (const file of files)
    (file.columns ?? []).forEach((column, index) => {
      for (const hit of column.hits) found.set(columnFindingId(file, index, hit.detector), { file, column: column.name, hit });
    });
  return found;
}
