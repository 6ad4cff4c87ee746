// What was overruled at an earlier review of the same product: shown beside the same hit of a new one, with its reason, and never applied. Two hits
// are the same when the detector and the name of the column are; files of a new version have other digests and other places.
import type { AnalysisFile } from '../analysis/result';
import type { AssessmentDraft, FindingDraft } from './model';
import { columnFindingId } from './proposals';

export type EarlierOverruling = { readonly dossier: string; readonly version: string; readonly reason: string };
/** By `earlierKey`. */
export type Earlier = ReadonlyMap<string, EarlierOverruling>;

const normal = (name: string): string => name.normalize('NFC').trim();
export const earlierKey = (column: string, detector: string): string => JSON.stringify([normal(column), detector]);

const overruled = ({ origin, disposition, reason }: FindingDraft): boolean =>
  origin === 'machine' && disposition === 'overruled' && reason.trim() !== '';

/** Earlier papers of the same product in which a machine was overruled, newest first. Name and maker make the product. */
export const earlierPapers = (assessment: AssessmentDraft, papers: readonly AssessmentDraft[]): readonly AssessmentDraft[] => {
  const { product, developer } = assessment.registration;
  if (normal(product.name) === '') return [];
  return papers
    .filter(
      ({ id, createdAt, registration, findings }) =>
        id !== assessment.id &&
        createdAt < assessment.createdAt &&
        normal(registration.product.name) === normal(product.name) &&
        registration.developer.uscc === developer.uscc &&
        findings.some(overruled),
    )
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
};

/** @param files what the analyses of that paper found: a finding's id says only the place of its column */
export function overrulingsOf(paper: AssessmentDraft, files: readonly AnalysisFile[]): Earlier {
  const reasons = new Map(paper.findings.filter(overruled).map(({ id, reason }) => [id, reason.trim()]));
  const found = new Map<string, EarlierOverruling>();
  for (const file of files)
    for (const [index, column] of (file.columns ?? []).entries())
      for (const { detector } of column.hits) {
        const reason = reasons.get(columnFindingId(file, index, detector));
        const { version } = paper.registration.product;
        if (reason !== undefined) found.set(earlierKey(column.name, detector), { dossier: paper.id, version, reason });
      }
  return found;
}
