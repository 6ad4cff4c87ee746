// Papers (送审材料) are looked at for one thing, a mark of a state secret: the first question of a review is asked of them too. What they hold beside it is
// what a contract or a statement holds, and nobody's finding, so nothing of a result is kept, cited or shown. Says which were not looked at to the end.
import type { EvidenceRecord } from '@main/vault/vault';
import type { AnalysisFile } from '@shared/analysis/result';
import { visibleLine } from '@shared/analysis/visible-line';
import { analysisTexts } from '@shared/texts/analysis';
import type { AnalysisRecord } from './records';

export const isPaper = ({ role }: Pick<EvidenceRecord, 'role'>): boolean => role === 'paper';

/** All of its words were seen. */
const wholly = (files: readonly AnalysisFile[]): boolean => files.length > 0 && files.every(({ partly }) => partly === null);

/** After a look that found no mark. */
export const seenPaper = (record: AnalysisRecord, found: readonly AnalysisFile[]): AnalysisRecord => ({
  ...record,
  state: 'done',
  done: record.total,
  code: wholly(found) ? null : (found.find(({ partly }) => partly !== null)?.partly?.code ?? 'FORMAT_NOT_READ'),
  interrupted: 0,
});

/** What a verdict says of papers that still wait, that could not be read or only in part. */
export function papersNotSeen(papers: readonly EvidenceRecord[], records: readonly AnalysisRecord[]): string[] {
  const seen = new Set(records.flatMap(({ sha256, state, code }) => (state === 'done' && code === null ? [sha256] : [])));
  return papers.filter(({ sha256 }) => !seen.has(sha256)).map(({ name }) => analysisTexts.zh.notChecked.paper(visibleLine(name)));
}
