// The analyses of a dossier as a page shows them: one line per delivered file, the hits of one file with what became of them. Pure.
import type { AnalysedColumn, AnalysisFile, Hit } from '@shared/analysis/result';
import type { DossierFile, FindingDraft } from '@shared/assessment/model';
import { columnFindingId } from '@shared/assessment/proposals';
import type { AnalysisView } from '@shared/contract/views';

export type FileLine = {
  readonly file: DossierFile;
  readonly view: AnalysisView | null;
  readonly looks: readonly AnalysisFile[];
  readonly hits: number;
  readonly partly: boolean;
  /** Recognised, and nothing of it was read. */
  readonly unread: boolean;
};

const hitsOf = (look: AnalysisFile): number =>
  (look.columns ?? []).reduce((sum, column) => sum + column.hits.length, 0) + (look.scope?.unauthorised.length ? 1 : 0);

/** Every delivered file, looked at or not. */
export function fileLines(files: readonly DossierFile[], analyses: readonly AnalysisView[]): FileLine[] {
  return files
    .filter((file) => file.role === 'delivered')
    .map((file) => {
      const view = analyses.find((each) => each.sha256 === file.sha256) ?? null;
      const looks = view?.files ?? [];
      return {
        file,
        view,
        looks,
        hits: looks.reduce((sum, look) => sum + hitsOf(look), 0),
        partly: looks.some((look) => look.partly !== null),
        unread: looks.length > 0 && looks.every((look) => look.partly?.code === 'FORMAT_NOT_READ'),
      };
    });
}

/** How a column is drawn: direct identifiers as solid ink, sensitive as dots, other hits hatched, the rest plain. */
export type ColumnMark = 'direct' | 'sensitive' | 'other' | 'clean';
export function columnMark({ hits }: AnalysedColumn): ColumnMark {
  if (hits.some((hit) => hit.direct)) return 'direct';
  if (hits.some((hit) => hit.sensitive)) return 'sensitive';
  return hits.length > 0 ? 'other' : 'clean';
}

/** Share of different values among the filled cells, for a label; null when nothing is filled. */
export function distinctShare({ distinct, empty }: AnalysedColumn, rows: number | null): string | null {
  const filled = rows === null ? 0 : rows - empty;
  if (filled <= 0) return null;
  const share = (distinct / filled) * 100;
  return share >= 10 ? `${Math.round(share)}%` : share >= 0.1 ? `${share.toFixed(1)}%` : '<0.1%';
}

export type HitRow = { readonly id: string; readonly column: string; readonly hit: Hit; readonly finding: FindingDraft | null };
export const hitRows = (look: AnalysisFile, findings: readonly FindingDraft[]): HitRow[] =>
  (look.columns ?? []).flatMap((column, index) =>
    column.hits.map((hit) => {
      const id = columnFindingId(look, index, hit.detector);
      return { id, column: column.name, hit, finding: findings.find((each) => each.id === id) ?? null };
    }),
  );
