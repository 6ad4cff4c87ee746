// The analyses of a dossier as a page shows them: one line per file that was looked at, the hits of one table with what became of them. Pure.
import type { AnalysedColumn, AnalysisFile, Hit } from '@shared/analysis/result';
import type { ColumnRole } from '@shared/analysis/roles';
import { measureFindings } from '@shared/assessment/measure-proposals';
import type { DossierFile, FindingDraft } from '@shared/assessment/model';
import { columnFindingId, scopeParts } from '@shared/assessment/proposals';
import type { Edition } from '@shared/checklist/edition';
import type { AnalysisView } from '@shared/contract/views';

export type FileLine = {
  readonly file: DossierFile;
  readonly view: AnalysisView | null;
  readonly looks: readonly AnalysisFile[];
  readonly hits: number;
  readonly partly: boolean;
  /** Recognised, and nothing of it was read. */
  readonly unread: boolean;
  /** Read to its end, and there is no row of data: nothing found means nothing here. */
  readonly empty: boolean;
};

/** All that the page lists: hits, what lies beyond the agreement, contents, and each measure that does not keep its reference. */
const hitsOf = (look: AnalysisFile, edition: Edition | null): number =>
  (look.columns ?? []).reduce((sum, column) => sum + column.hits.length, 0) +
  scopeParts(look).length +
  (look.content?.length ?? 0) +
  (edition === null ? 0 : measureFindings(look, edition).length);

/** A paper is there only to be seen locked. */
const ORDER = ['paper', 'delivered', 'comparison'];

/** Every delivered file, looked at or not; comparison material where something was measured on it; a paper only when it is locked. */
export function fileLines(files: readonly DossierFile[], analyses: readonly AnalysisView[], edition: Edition | null): FileLine[] {
  return files
    .map((file) => ({ file, view: analyses.find((each) => each.sha256 === file.sha256) ?? null }))
    .filter(({ file, view }) => file.role === 'delivered' || view !== null)
    .toSorted((a, b) => ORDER.indexOf(a.file.role) - ORDER.indexOf(b.file.role))
    .map(({ file, view }) => {
      const looks = view?.files ?? [];
      return {
        file,
        view,
        looks,
        hits: looks.reduce((sum, look) => sum + hitsOf(look, edition), 0),
        partly: looks.some((look) => look.partly !== null),
        unread: looks.length > 0 && looks.every((look) => look.partly?.code === 'FORMAT_NOT_READ'),
        empty: looks.length > 0 && looks.every(({ rows }) => rows === 0 || file.bytes === 0),
      };
    });
}

/**
 * How a column is drawn: direct identifiers as solid ink, sensitive as dots, identifiers that can be read back cross-hatched, quasi-identifiers in
 * diagonals, weak hits in bars, other hits in lines, the rest plain. Two may hold side by side.
 */
export const COLUMN_MARKS = ['direct', 'sensitive', 'reversible', 'quasi', 'weak', 'other', 'clean'] as const;
export type ColumnMark = (typeof COLUMN_MARKS)[number];

/** Changed identifiers that can be read again. */
const REVERSIBLE: ReadonlySet<string> = new Set(['hashed-identifier', 'encoded-identifier', 'masked-identifier']);
const stands = ({ certainty }: Hit): boolean => certainty !== 'weak';

/** At least one, at most two. */
export function columnMarks({ hits }: Pick<AnalysedColumn, 'hits'>, role: ColumnRole): readonly ColumnMark[] {
  const marks: ColumnMark[] = [];
  if (hits.some((hit) => hit.direct && stands(hit) && !REVERSIBLE.has(hit.detector))) marks.push('direct');
  if (hits.some((hit) => hit.sensitive && stands(hit))) marks.push('sensitive');
  if (hits.some((hit) => REVERSIBLE.has(hit.detector) && stands(hit))) marks.push('reversible');
  if (role === 'quasi') marks.push('quasi');
  if (marks.length > 0) return marks.slice(0, 2);
  if (hits.some((hit) => !stands(hit))) return ['weak'];
  return [hits.length > 0 ? 'other' : 'clean'];
}

/** Share of different values among the filled cells, for a label; null when nothing is filled. */
export function distinctShare({ distinct, empty }: AnalysedColumn, rows: number | null): string | null {
  const filled = rows === null ? 0 : rows - empty;
  if (filled <= 0) return null;
  // A nested list holds several values a row.
  const share = Math.min(1, distinct / filled) * 100;
  return share >= 10 ? `${Math.round(share)}%` : share >= 0.1 ? `${share.toFixed(1)}%` : '<0.1%';
}

export type HitRow = {
  readonly id: string;
  readonly column: string;
  readonly hit: Hit;
  readonly finding: FindingDraft | null;
};

/** What to look at first: hits that stand, direct identifiers before others; then weak ones; last what only informs. */
const weightOf = ({ hit, finding }: HitRow): number =>
  finding === null ? 5 : !stands(hit) ? 4 : REVERSIBLE.has(hit.detector) ? 2 : hit.direct ? 0 : hit.sensitive ? 1 : 3;

/** In this order, and among equals in the order of the columns. */
export const hitRows = (look: AnalysisFile, findings: readonly FindingDraft[]): HitRow[] =>
  (look.columns ?? [])
    .flatMap((column, index) =>
      column.hits.map((hit) => {
        const id = columnFindingId(look, index, hit.detector);
        return { id, column: column.name, hit, finding: findings.find((each) => each.id === id) ?? null };
      }),
    )
    .toSorted((a, b) => weightOf(a) - weightOf(b));

/** Columns whose direct identifiers decide the level, as the page names them. */
export const directColumns = ({ columns = [] }: AnalysisFile): string[] =>
  columns.filter(({ hits }) => hits.some((hit) => hit.direct && stands(hit))).map(({ name }) => name);
