// A machine's finding as it enters a working paper: unjudged, at the item's own severity, with an id that the same look always gives. What was
// looked at and what it means is for its neighbours.
import type { AnalysisFile } from '../analysis/result';
import { utf8 } from '../basics/bytes';
import { sha256Hex } from '../basics/digest';
import type { Edition, EditionItem, MachineLook } from '../checklist/edition';
import { type FindingDraft, type Grade, gradeSchema } from './model';

export type Look = MachineLook;

export const itemFor = (edition: Edition, look: Look): EditionItem | null =>
  edition.items.find((item) => item.looks.includes(look)) ?? null;

const gradeOf = (severity: number | null): Grade | null => gradeSchema.safeParse(severity).data ?? null;

/** @param sha256 the file in which it was seen; null: in the registration */
export function machineFinding(id: string, item: EditionItem, text: string, sha256: string | null): FindingDraft {
  const severity = gradeOf(item.severity);
  // What was seen in the files has occurred; what was measured starts from the strictest, and is played down by a person only.
  const likelihood: Grade = 5;
  return {
    id,
    item: item.id,
    origin: 'machine',
    text,
    severity,
    likelihood,
    after: { severity, likelihood },
    measures: '',
    responsible: '',
    disposition: null,
    reason: '',
    evidence: sha256 === null ? [] : [sha256],
  };
}

export type Place = Pick<AnalysisFile, 'sha256' | 'part'>;
/** Sheets and members share the digest of the file they lie in, so their path in it counts too. */
export const placeOf = ({ sha256, part }: Place): string =>
  `m:${sha256.slice(0, 16)}${part === undefined ? '' : `:p${sha256Hex(utf8(part)).slice(0, 12)}`}`;
