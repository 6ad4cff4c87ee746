// Two releases of one aggregate side by side: a group that differs by one or two people between them says who came or left. Rows are matched by all
// their labels; what is hidden in either is not compared.
import { type Aggregate, type CellAt, MAX_PLACES } from './aggregate';

export type Releases = {
  /** Rows with the same labels in both, and their counts that stand in both. */
  readonly rows: number;
  readonly compared: number;
  readonly threshold: number;
  /** Counts that differ by at least 1 and less than the threshold. */
  readonly small: number;
  /** Hidden here, and printed in the earlier release. */
  readonly printedBefore: number;
  /** The first of both, in the rows of this release. */
  readonly at: readonly (CellAt & { readonly how: 'small' | 'printed-before' })[];
};

/** @returns null when the two do not speak of the same things */
export function compareReleases(now: Aggregate, before: Aggregate, threshold: number): Releases | null {
  const dimensions = now.dimensions.filter((name) => before.dimensions.includes(name));
  const counts = now.counts.filter((name) => before.counts.includes(name));
  if (dimensions.length === 0 || counts.length === 0 || dimensions.length !== now.dimensions.length) return null;
  const at = (table: Aggregate, names: readonly string[], of: 'dimensions' | 'counts') => names.map((name) => table[of].indexOf(name));
  const [labelsNow, labelsBefore] = [at(now, dimensions, 'dimensions'), at(before, dimensions, 'dimensions')];
  const [valuesNow, valuesBefore] = [at(now, counts, 'counts'), at(before, counts, 'counts')];
  const keyOf = (labels: readonly string[], places: readonly number[]): string => JSON.stringify(places.map((place) => labels[place]));
  const earlier = new Map(before.labels.map((labels, row) => [keyOf(labels, labelsBefore), row]));
  const places: Releases['at'][number][] = [];
  const found = { rows: 0, compared: 0, threshold, small: 0, printedBefore: 0 };
  for (const [row, labels] of now.labels.entries()) {
    const other = earlier.get(keyOf(labels, labelsNow));
    if (other === undefined) continue;
    found.rows++;
    for (const [i, place] of valuesNow.entries()) {
      const here = now.values[row]?.[place] ?? null;
      const there = before.values[other]?.[valuesBefore[i] as number] ?? null;
      const tell = (how: 'small' | 'printed-before') => {
        if (places.length < MAX_PLACES) places.push({ row: row + 1, column: counts[i] as string, how });
      };
      if (here === null && there !== null) {
        found.printedBefore++;
        tell('printed-before');
      }
      if (here === null || there === null) continue;
      found.compared++;
      const difference = Math.abs(here - there);
      if (difference < 1 || difference >= threshold) continue;
      found.small++;
      tell('small');
    }
  }
  return { ...found, at: places };
}
