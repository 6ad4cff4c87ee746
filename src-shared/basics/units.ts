// Units and identities are types, so that no name has to carry the unit and no two ids can be confused.

/** The member exists for the compiler alone; at run time a branded value is the plain one. */
export type Branded<T, Name extends string> = T & { readonly __brand: Name };

/** 64 lower-case hex digits. */
export type Sha256Hex = Branded<string, 'Sha256Hex'>;
/** Milliseconds, as a duration. */
export type Milliseconds = Branded<number, 'Milliseconds'>;
/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Branded<number, 'Instant'>;
/** `seq` of a ledger entry, from 0. */
export type EntryIndex = Branded<number, 'EntryIndex'>;
/** RFC 3339 in UTC with milliseconds: 2026-11-23T04:00:00.000Z. */
export type Timestamp = Branded<string, 'Timestamp'>;
/** A calendar day in Asia/Shanghai: 2026-11-23. */
export type CalendarDay = Branded<string, 'CalendarDay'>;

export const milliseconds = (n: number): Milliseconds => n as Milliseconds;
export const seconds = (n: number): Milliseconds => (n * 1000) as Milliseconds;
export const minutes = (n: number): Milliseconds => (n * 60_000) as Milliseconds;
export const days = (n: number): Milliseconds => (n * 86_400_000) as Milliseconds;

export const isSha256Hex = (text: string): text is Sha256Hex => /^[0-9a-f]{64}$/.test(text);
export const asSha256Hex = (text: string): Sha256Hex => {
  if (!isSha256Hex(text)) throw new Error('not a SHA-256 in hex');
  return text;
};
