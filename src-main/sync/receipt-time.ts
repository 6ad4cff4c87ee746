import type { Instant } from '@shared/basics/units';
import { verifyReceipt } from '@shared/bureau/receipt';
import type { TrustedBureau } from '@shared/bureau/trust';
import type { ChainedLine } from '@shared/ledger/chain';
import { statementsOf } from './outbox';

/** The latest time that a witness put on one of our receipts: a signing clock before it is wrong (back-dating guard). */
export function lastReceiptAt(lines: readonly ChainedLine[], bureau: TrustedBureau | null): Instant | null {
  if (!bureau) return null;
  const [newest] = statementsOf(lines)
    .filter(({ proof }) => proof !== null)
    .slice(-1);
  const receipt = newest ? verifyReceipt(bureau, newest.line.line, newest.proof ?? '') : null;
  return receipt?.ok ? receipt.value.cosignedAt : null;
}
