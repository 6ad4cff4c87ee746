// Intake (受理): the papers that the edition asks for, each present, missing or not needed with a reason; one supplement notice that lists every gap;
// the filing reminder, which is the operator's debt and never a ground; and resubmissions by equal digests. It judges no product.

import type { Edition, EditionMaterial } from '../checklist/edition';
import { type MaterialNeed, materialNeeds, type NotNeededCode } from '../checklist/materials';
import type { Bilingual } from '../regulation/vocabulary';
import type { MaterialState, Registration } from './model';
import { materialSubject } from './subject';

export type IntakeRow = {
  readonly material: EditionMaterial;
  readonly state: 'present' | 'inherited' | 'missing' | 'not-needed' | 'unanswered';
  /** Why the edition does not ask for it; empty when it does. */
  readonly because: readonly NotNeededCode[];
  /** The person's reason for not needed. */
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly serves: readonly string[];
  readonly gap: 'MATERIAL_UNANSWERED' | 'MATERIAL_REASON_MISSING' | 'MATERIAL_WITHOUT_FILE' | null;
};

function gapOf(typed: MaterialState | undefined): IntakeRow['gap'] {
  if (typed === undefined || typed.state === null) return 'MATERIAL_UNANSWERED';
  if (typed.state === 'not-needed' && typed.reason.trim() === '') return 'MATERIAL_REASON_MISSING';
  return typed.state === 'present' && typed.evidence.length === 0 ? 'MATERIAL_WITHOUT_FILE' : null;
}

function row({ material, needed, because }: MaterialNeed, typed: MaterialState | undefined): IntakeRow {
  const shared = { material, because, reason: typed?.reason ?? '', evidence: typed?.evidence ?? [], serves: material.serves };
  if (needed) return { ...shared, state: typed?.state ?? 'unanswered', gap: gapOf(typed) };
  // A paper that came although nobody asked for it is kept and shown.
  const came = typed?.state === 'present' || typed?.state === 'inherited';
  return { ...shared, state: came && typed?.state ? typed.state : 'not-needed', gap: null };
}

/** One row per paper of the edition. Papers follow what is declared, not what a machine saw later: the list is given once (一次性补正). */
export const intakeRows = (registration: Registration, edition: Edition): IntakeRow[] =>
  materialNeeds(edition, materialSubject(registration)).map((need) =>
    row(
      need,
      registration.materials.find(({ id }) => id === need.material.id),
    ),
  );

export const missingPapers = (registration: Registration, edition: Edition): EditionMaterial[] =>
  intakeRows(registration, edition)
    .filter(({ state }) => state === 'missing')
    .map(({ material }) => material);

export type SupplementNotice = {
  readonly operator: string;
  readonly to: string;
  readonly product: string;
  readonly version: string;
  readonly lines: readonly { readonly material: string; readonly title: Bilingual; readonly note: Bilingual }[];
  /** YYYY-MM-DD; an arrangement of operator and developer, no article sets it. */
  readonly day: string;
  readonly due: string;
};

/**
 * The one list of everything missing; null when nothing is. The operator's own papers stand in it too: the developer must know what is waited for.
 * @param listed ids of the papers of a notice that went out already: it says what it said, whatever has come in since.
 */
export function supplementNotice(
  registration: Registration,
  edition: Edition,
  { operator, day, due }: { readonly operator: string; readonly day: string; readonly due: string },
  listed: readonly string[] | null = null,
): SupplementNotice | null {
  const missing = listed === null ? missingPapers(registration, edition) : edition.materials.filter(({ id }) => listed.includes(id));
  if (missing.length === 0) return null;
  const { developer, product } = registration;
  const lines = missing.map(({ id, title, note }) => ({ material: id, title, note }));
  return { operator, to: developer.name, product: product.name, version: product.version, lines, day, due };
}

/** Art. 14 ¶1: reporting the developer to the bureau is the operator's duty. A reminder, never a gap, a reason or a ground. */
export const filingReminder = ({ developer, product }: Registration): { readonly due: boolean; readonly reportedOn: string } => ({
  due: product.maker !== 'operator' && developer.reportedOn === '',
  reportedOn: developer.reportedOn,
});

export type EarlierDossier = {
  readonly dossier: string;
  readonly product: string;
  readonly version: string;
  readonly outcome: string | null;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
};
export type Resubmission = {
  readonly earlier: EarlierDossier;
  readonly equal: readonly string[] /** Of the files delivered now, 0 to 1. */;
  readonly share: number;
};

/** Earlier dossiers that hold one of these delivered files byte for byte, most alike first. Only digests are compared. */
export function resubmissions(
  files: readonly { readonly sha256: string; readonly role: string }[],
  earlier: readonly EarlierDossier[],
): Resubmission[] {
  const delivered = [...new Set(files.filter(({ role }) => role === 'delivered').map(({ sha256 }) => sha256))];
  return earlier
    .map((each) => {
      const known = new Set(each.files.map(({ sha256 }) => sha256));
      const equal = delivered.filter((digest) => known.has(digest));
      return { earlier: each, equal, share: delivered.length === 0 ? 0 : equal.length / delivered.length };
    })
    .filter(({ equal }) => equal.length > 0)
    .toSorted((a, b) => b.share - a.share);
}
