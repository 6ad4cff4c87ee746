// The eight groups as they are typed from the telephone: which are confirmed, which one stops the import. Pure; whoever shows it asks main
// whether a group matches.
export const GROUPS = 8;
export type GroupState = { readonly typed: string; readonly verdict: 'open' | 'matches' | 'differs' };
export type Fingerprint = readonly GroupState[];

export const emptyFingerprint = (): Fingerprint => Array.from({ length: GROUPS }, () => ({ typed: '', verdict: 'open' as const }));

/** What counts of what was typed: hex digits, lower case, full-width folded, at most four. */
export const hexOf = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^0-9a-f]/g, '')
    .slice(0, 4);

/** Typing over a group opens it again. */
export const typeGroup = (groups: Fingerprint, index: number, typed: string): Fingerprint =>
  groups.map((group, at) => (at === index ? { typed: hexOf(typed), verdict: 'open' } : group));

/** An answer for an older spelling of the group is dropped. */
export const judgeGroup = (groups: Fingerprint, index: number, typed: string, matches: boolean): Fingerprint =>
  groups.map((group, at) => (at === index && group.typed === typed ? { typed, verdict: matches ? 'matches' : 'differs' } : group));

export const confirmedCount = (groups: Fingerprint): number => groups.filter((group) => group.verdict === 'matches').length;
/** Index of the group that stops the import, or null. */
export const differing = (groups: Fingerprint): number | null => {
  const at = groups.findIndex((group) => group.verdict === 'differs');
  return at < 0 ? null : at;
};

export type Person = 'first' | 'second';
export type Missing = { readonly groups: number; readonly persons: readonly Person[]; readonly same: boolean };
export function missingToTrust(groups: Fingerprint, first: string, second: string): Missing {
  const persons = [first.trim() === '' ? ('first' as const) : null, second.trim() === '' ? ('second' as const) : null].filter(
    (person) => person !== null,
  );
  return { groups: GROUPS - confirmedCount(groups), persons, same: persons.length === 0 && first.trim() === second.trim() };
}
export const readyToTrust = (missing: Missing): boolean => missing.groups === 0 && missing.persons.length === 0 && !missing.same;
