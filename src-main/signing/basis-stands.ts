// The legal basis is that of the moment of signing. A window may stand open over midnight, so what the bytes say of the basis is computed once more
// when the passphrase comes; bytes that say something else by then are not signed.
import type { Instant } from '@shared/basics/units';
import { type BasisInputs, type StatedBasis, statedBasis } from '@shared/regulation/basis';
import { basisAt, type SuccessorEdition } from '@shared/regulation/validity';

export function basisStands(shown: StatedBasis, at: Instant, successors: readonly SuccessorEdition[], inputs: BasisInputs): boolean {
  const now = statedBasis(basisAt(at, successors), shown.chosen, inputs);
  return now.ok && JSON.stringify(now.value) === JSON.stringify(shown);
}
