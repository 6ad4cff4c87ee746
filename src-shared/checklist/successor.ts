// An edition seen from the law's side: whether it brings an extension or a replacement of the measures. There is no second signed thing; the edition's
// own document says so, and only the bureau's signature makes it count.
import { isTimestamp } from '../basics/time';
import { isSha256Hex } from '../basics/units';
import type { SuccessorEdition } from '../regulation/validity';
import type { Edition } from './edition';

/** Null for an edition that stands on the measures as they were issued. */
export function successorEdition({ id, version, validFrom, validTo, document }: Edition, issuedByBureau: boolean): SuccessorEdition | null {
  const { title, number, clause, sha256, kind } = document;
  if (kind === 'original' || !isTimestamp(validFrom) || (validTo !== null && !isTimestamp(validTo))) return null;
  const digest = sha256 !== null && isSha256Hex(sha256) ? sha256 : null;
  return { id, version, validFrom, validTo, issuedByBureau, document: { title, number, clause, sha256: digest, kind } };
}
