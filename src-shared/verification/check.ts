// The questions a lawyer would ask, in the order he would ask them. Each is one named check; the verifier answers every one, or says null.
import type { Result } from '../basics/result';

export const CHECKS = [
  'package',
  'statement',
  'signatures',
  'enrolment',
  'practice',
  'authority',
  'reviewers',
  'term',
  'revocation',
  'edition',
  'threshold',
  'chain',
  'checkpoint',
  'entry',
  'ledger-head',
  'receipt',
  'note',
  'time',
  'report',
  'workstation',
  'certificate',
  'withdrawal',
  'product',
  'batch',
  'validity',
  'contents',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** `ok` null: not at hand or not applicable, so not judged. `detail`: a file name, an id or a count; never content. */
export type Check = { readonly check: CheckName; readonly ok: boolean | null; readonly code?: string; readonly detail?: string };

export const holds = (check: CheckName, detail?: string): Check =>
  detail === undefined ? { check, ok: true } : { check, ok: true, detail };
export const fails = (check: CheckName, code: string, detail?: string): Check =>
  detail === undefined ? { check, ok: false, code } : { check, ok: false, code, detail };
/** Not judged, with the reason as a code. */
export const open = (check: CheckName, code: string): Check => ({ check, ok: null, code });

export const fromResult = (check: CheckName, result: Result<unknown, string>): Check =>
  result.ok ? holds(check) : fails(check, result.code, result.detail);

/** The first failure of several, else that all hold. */
export const firstFailure = (check: CheckName, results: readonly Result<unknown, string>[]): Check => {
  const bad = results.find((result) => !result.ok);
  return bad === undefined ? holds(check) : fromResult(check, bad);
};
