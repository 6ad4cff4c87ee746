// From checks to one word. A failure outweighs everything; then an unknown signer; then a withdrawal; only then is something valid.
import { timestamp } from '../basics/time';
import type { Instant, Timestamp } from '../basics/units';
import type { Check } from './check';
import type { NotChecked, ResultWord, VerificationResult, VerifiedKind } from './result';

export function resultWord(checks: readonly Check[], facts: { known: boolean; withdrawn: boolean }): ResultWord {
  if (checks.some(({ ok }) => ok === false)) return 'invalid';
  if (!facts.known) return 'signer-unknown';
  return facts.withdrawn ? 'withdrawn' : 'valid';
}

export const timeOrNull = (at: Instant | null | undefined): Timestamp | null => (at === null || at === undefined ? null : timestamp(at));

/** The outer file is none of our formats. */
export const unreadable = (code: string): VerificationResult => ({
  v: 1,
  kind: null,
  result: 'unreadable',
  received: false,
  practice: null,
  notBefore: null,
  notAfter: null,
  signers: [],
  checks: [{ check: 'package', ok: false, code }],
  notChecked: [],
  facts: null,
});

/** A result without a verdict or certificate in it. */
export const plainResult = (
  kind: VerifiedKind,
  result: ResultWord,
  checks: readonly Check[],
  notChecked: readonly NotChecked[],
  more: Partial<VerificationResult> = {},
): VerificationResult => ({
  v: 1,
  kind,
  result,
  received: false,
  practice: null,
  notBefore: null,
  notAfter: null,
  signers: [],
  facts: null,
  ...more,
  checks,
  notChecked,
});
