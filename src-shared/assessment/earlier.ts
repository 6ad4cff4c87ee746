// What was overruled at an earlier review of the same product: shown beside the same finding of a new one, with its reason, and never applied. Two hits
// are the same when the detector and the name of the column are; other findings in files when they are of one kind in a part of one name; breaches of
// a registered scope when the same lies outside the same. Files of a new version have other digests and other places.
import type { AnalysisFile } from '../analysis/result';
import { placeOf } from './machine-finding';
import type { AssessmentDraft, FindingDraft } from './model';
import { isScopeStepFinding } from './scope-proposals';

export type EarlierOverruling = { readonly dossier: string; readonly version: string; readonly reason: string };
/** By the key of a finding. */
export type Earlier = ReadonlyMap<string, EarlierOverruling>;

const normal = (name: string): string => name.normalize('NFC').trim();
/** Of a hit in a column. */
export const earlierKey = (column: string, detector: string): string => JSON.stringify([normal(column), detector]);

/** Place of a file, then what was found in it. */
const IN_FILE = /^(?<place>m:[0-9a-f]{16}(?::p[0-9a-f]{12})?):(?<what>.+)$/;
const IN_COLUMN = /^(?:c(?<column>\d+):(?<detector>.+)|l(?<confidential>\d+))$/;

/** The file, sheet or member in which a machine's finding was seen. */
export function fileOfFinding(id: string, files: readonly AnalysisFile[]): AnalysisFile | undefined {
  const place = IN_FILE.exec(id)?.groups?.place;
  return files.find((each) => placeOf(each) === place);
}

/** What makes a machine's finding the same in another version; null where its file is not among these. */
export function findingKey(id: string, files: readonly AnalysisFile[]): string | null {
  if (isScopeStepFinding(id)) return id;
  const what = IN_FILE.exec(id)?.groups?.what;
  const file = fileOfFinding(id, files);
  if (!file || what === undefined) return null;
  const inColumn = IN_COLUMN.exec(what)?.groups;
  if (!inColumn) return JSON.stringify(['file', normal(file.part ?? ''), what]);
  const column = file.columns?.[Number(inColumn.column ?? inColumn.confidential)];
  if (!column) return null;
  return earlierKey(column.name, inColumn.detector ?? 'l-diversity');
}

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

/** @param files what the analyses of that paper found: a finding's id says only the place of what it is about */
export function overrulingsOf(paper: AssessmentDraft, files: readonly AnalysisFile[]): Earlier {
  const { version } = paper.registration.product;
  return new Map(
    paper.findings.filter(overruled).flatMap(({ id, reason }): [string, EarlierOverruling][] => {
      const key = findingKey(id, files);
      return key === null ? [] : [[key, { dossier: paper.id, version, reason: reason.trim() }]];
    }),
  );
}
