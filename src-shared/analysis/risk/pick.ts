// Finds the columns that somebody asked for in a table whose names may come late. Names are compared after NFC and trimming, exactly otherwise;
// of two columns with one name the first is meant.

const normal = (name: string): string => name.normalize('NFC').trim();

/** Whether two names find the same column. */
export const isSameName = (a: string, b: string): boolean => normal(a) === normal(b);

export type PickedColumns = {
  /** Takes the names as the reader tells them, each time it does. */
  readonly header: (names: readonly string[]) => void;
  /** Place of each wanted column, -1 while the table has none. */
  readonly places: () => readonly number[];
  /** Whether any names were told: a table without rows may tell none. */
  readonly told: () => boolean;
  readonly missing: () => readonly string[];
};

export function pickColumns(wanted: readonly string[]): PickedColumns {
  let places: readonly number[] = wanted.map(() => -1);
  let found: readonly boolean[] = wanted.map(() => false);
  let told = false;
  return {
    header(names) {
      told = true;
      const known = names.map(normal);
      const named = wanted.map((name) => known.indexOf(normal(name)));
      found = named.map((at) => at >= 0);
      // A header may still turn out to be data and lend no names: what may then be called "column 3" is read from the start.
      places = named.map((at, i) => (at >= 0 ? at : numbered(wanted[i] as string)));
    },
    places: () => places,
    told: () => told,
    missing: () => wanted.filter((_, i) => !found[i]),
  };
}

const numbered = (name: string): number => Number(/^column ([1-9]\d{0,4})$/.exec(name.trim())?.[1] ?? 0) - 1;

/** Which of the wanted names a list of columns lacks. */
export function missingColumns(wanted: readonly string[], names: readonly string[]): readonly string[] {
  const picked = pickColumns(wanted);
  picked.header(names);
  return picked.missing();
}
