// Which papers an edition asks for a product (送审材料): by form, features, sharing mode, coverage, maker and sources. Pure; whether a paper is there is
// the intake's question, not asked here.
import type { SharingMode } from '../regulation/vocabulary';
import { type ApplicableProduct, type SeenFeature, switchReasons } from './applicability';
import type { Edition, EditionMaterial } from './edition';

export type MaterialSubject = ApplicableProduct & {
  readonly sharingMode: SharingMode | null;
  /** Any source obtained by sharing from another place or department. */
  readonly sharedSource: boolean;
};
export type NotNeededCode = 'MAKER' | 'SHARING_MODE' | 'COVERAGE' | 'NO_SHARED_SOURCE' | 'FORM_OR_FEATURE';
export type MaterialNeed = { readonly material: EditionMaterial; readonly needed: boolean; readonly because: readonly NotNeededCode[] };

function reasonsAgainst({ when }: EditionMaterial, subject: MaterialSubject, seen: readonly SeenFeature[]): NotNeededCode[] {
  const misses = <T>(allowed: readonly T[], value: T | null): boolean => allowed.length > 0 && value !== null && !allowed.includes(value);
  const reasons: NotNeededCode[] = [];
  if (misses(when.makers, subject.maker)) reasons.push('MAKER');
  if (misses(when.sharingModes, subject.sharingMode)) reasons.push('SHARING_MODE');
  if (misses(when.coverage, subject.coverage)) reasons.push('COVERAGE');
  if (when.sharedSource && !subject.sharedSource) reasons.push('NO_SHARED_SOURCE');
  if (switchReasons(when, subject, seen).length === 0) reasons.push('FORM_OR_FEATURE');
  return reasons;
}

/** Every paper of the edition in its order, needed or not, and if not why. */
export const materialNeeds = (edition: Edition, subject: MaterialSubject, seen: readonly SeenFeature[] = []): MaterialNeed[] =>
  edition.materials.map((material) => {
    const because = reasonsAgainst(material, subject, seen);
    return { material, needed: because.length === 0, because };
  });
