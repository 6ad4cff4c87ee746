// Expected outcomes are values: a call that can fail for a reason a person can act on returns a Result with a closed union of codes.
// Exceptions are for bugs and broken disks.

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Failure<Code extends string> = { readonly ok: false; readonly code: Code; readonly detail?: string };
export type Result<T, Code extends string> = Ok<T> | Failure<Code>;

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

/** @param detail facts for the log and "copy details": never evidence content, a secret or a path outside the profile. */
export const failure = <Code extends string>(code: Code, detail?: string): Failure<Code> =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };
