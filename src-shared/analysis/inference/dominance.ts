// Cells of an aggregate of amounts that few contributors make up: whoever knows his own part computes the other's. The (n,k) rule and the p% rule with
// parameters of foreign statistical offices, for reference: there is no Chinese number.
import { MAX_PLACES } from './aggregate';

export type DominanceRule = {
  /** A cell is dominated when its `n` largest contributors make up more than `share` of it. */
  readonly n: number;
  readonly share: number;
  /** The second largest knows the largest to within this share of it. */
  readonly p: number;
};
export const DOMINANCE_RULE: DominanceRule = { n: 1, share: 0.85, p: 0.1 };
const MAX_CONTRIBUTIONS = 2_000_000;

export type Dominance = DominanceRule & {
  readonly cells: number;
  readonly dominated: number;
  /** By the p% rule. */
  readonly within: number;
  /** By either. */
  readonly sensitive: number;
  /** The first cells that are sensitive, each by its first data row; of the largest contributor the share, to two decimals. */
  readonly at: readonly {
    readonly row: number;
    readonly contributors: number;
    readonly largest: number;
    readonly dominated: boolean;
    readonly within: boolean;
  }[];
};

/** Amounts by cell and contributor. */
export class Contributions {
  readonly #cells = new Map<string, { readonly row: number; readonly amounts: Map<string, number> }>();
  #rows = 0;
  #held = 0;
  #unread = 0;

  /** False: more than can be held; nothing is measured then. */
  add(cell: string, contributor: string, amount: number | null): boolean {
    this.#rows++;
    if (amount === null) {
      this.#unread++;
      return true;
    }
    const known = this.#cells.get(cell) ?? { row: this.#rows, amounts: new Map<string, number>() };
    this.#cells.set(cell, known);
    const { amounts } = known;
    if (!amounts.has(contributor) && ++this.#held > MAX_CONTRIBUTIONS) return false;
    // Losses are amounts too: what counts is how much of the cell somebody is.
    amounts.set(contributor, (amounts.get(contributor) ?? 0) + Math.abs(amount));
    return true;
  }

  get unread(): number {
    return this.#unread;
  }

  measure({ n, share, p }: DominanceRule = DOMINANCE_RULE): Dominance | null {
    if (this.#cells.size === 0) return null;
    const at: Dominance['at'][number][] = [];
    const found = { cells: this.#cells.size, dominated: 0, within: 0, sensitive: 0 };
    for (const { row, amounts } of this.#cells.values()) {
      const sorted = [...amounts.values()].sort((a, b) => b - a);
      const sum = (of: readonly number[]): number => of.reduce((all, amount) => all + amount, 0);
      const total = sum(sorted);
      if (total === 0) continue;
      const [largest = 0, second = 0] = sorted;
      const dominated = sum(sorted.slice(0, n)) > total * share;
      const within = total - largest - second < largest * p;
      if (dominated) found.dominated++;
      if (within) found.within++;
      if (!dominated && !within) continue;
      found.sensitive++;
      if (at.length < MAX_PLACES)
        at.push({ row, contributors: sorted.length, largest: Math.round((largest / total) * 100) / 100, dominated, within });
    }
    return { ...found, n, share, p, at };
  }
}
