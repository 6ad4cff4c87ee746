// Why a delivered file must not be here: rows of the registered raw data (Art. 17 ¶1), or personal data that the agreement does not name (Art. 16, 21 ¶1),
// as the analysis counted them. It proposes; a person locks. Counts and masked samples only. Called by the desk, which shows the grounds, and by main,
// which takes them from its own results before it locks anything.
import { z } from 'zod';
import type { AnalysedColumn, AnalysisFile, Hit } from '../analysis/result';
import { visibleLine } from '../analysis/visible-line';
import type { MachineLook } from '../checklist/edition';
import { measureFindingId } from './measure-proposals';
import type { FindingDraft } from './model';
import { columnFindingId } from './proposals';

export const QUARANTINE_GROUNDS = ['RAW_ROWS', 'PERSONAL_DATA'] as const;

export const quarantineGroundSchema = z.strictObject({
  code: z.enum(QUARANTINE_GROUNDS),
  /** Where in the file: a sheet or member, and the column; null for the file as a whole. */
  part: z.string().nullable(),
  column: z.string().nullable(),
  detector: z.string().nullable(),
  /** Rows or cells, and of how many where that is known. */
  count: z.number().int().nonnegative(),
  of: z.number().int().nonnegative().nullable(),
  /** Masked as the result has it: first and last character at most. */
  sample: z.string().nullable(),
});
export type QuarantineGround = z.infer<typeof quarantineGroundSchema>;

/** The item that a ground informs, by the look that the edition gives it. */
export const LOOK_OF_GROUND: Readonly<Record<QuarantineGround['code'], MachineLook>> = {
  RAW_ROWS: 'overlap',
  PERSONAL_DATA: 'scope-fields',
};

/** A hit that may be something else is no ground to lock a file. */
const isPersonal = ({ direct, sensitive, certainty }: Hit): boolean => (direct || sensitive) && certainty !== 'weak';

/** @param findings of the dossier: what a person overruled there is no ground any more */
export function quarantineGrounds(
  files: readonly AnalysisFile[],
  findings: readonly Pick<FindingDraft, 'id' | 'disposition'>[] = [],
): QuarantineGround[] {
  const overruled = new Set(findings.filter(({ disposition }) => disposition === 'overruled').map(({ id }) => id));
  return files.flatMap((file) => [
    ...(overruled.has(measureFindingId(file, 'overlap')) ? [] : rawRows(file)),
    ...personalData(file, (column, detector) => overruled.has(columnFindingId(file, column, detector))),
  ]);
}

/** One row is enough: raw-01 passes with none, or with each explained, which is what overruling says. */
const rawRows = ({ overlap, part }: AnalysisFile): QuarantineGround[] =>
  overlap && overlap.equal > 0
    ? [
        {
          code: 'RAW_ROWS',
          part: part ?? null,
          column: null,
          detector: null,
          count: overlap.equal,
          of: overlap.fingerprintRows,
          sample: null,
        },
      ]
    : [];

/** Without an agreement to compare with nothing can be said to lie beyond it. */
function personalData(
  { scope, columns = [], part, rows }: AnalysisFile,
  isOverruled: (column: number, detector: string) => boolean,
): QuarantineGround[] {
  const beyond = new Set(scope?.unauthorised ?? []);
  return columns.flatMap((column: AnalysedColumn, index) =>
    beyond.has(visibleLine(column.name))
      ? column.hits
          .filter((hit) => isPersonal(hit) && !isOverruled(index, hit.detector))
          .map(({ detector, cells, samples }) => ({
            code: 'PERSONAL_DATA' as const,
            part: part ?? null,
            column: column.name,
            detector,
            count: cells,
            of: rows === null ? null : rows - column.empty,
            sample: samples[0] ?? null,
          }))
      : [],
  );
}

/** For the ledger: codes and counts, no content. "RAW_ROWS 3870, PERSONAL_DATA 42". */
export const groundsInShort = (grounds: readonly QuarantineGround[]): string =>
  QUARANTINE_GROUNDS.flatMap((code) => {
    const count = grounds.filter((ground) => ground.code === code).reduce((sum, ground) => sum + ground.count, 0);
    return count > 0 ? [`${code} ${count}`] : [];
  }).join(', ');
