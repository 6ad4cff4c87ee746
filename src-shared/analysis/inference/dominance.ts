// Cells of an aggregate of amounts that few contributors make up: whoever knows his own part computes the other's. Rules and parameters of foreign
// statistical offices, for reference: there is no Chinese number. The (n,k) rule with n = 1, and the p% rule.

/** A cell is dominated when its largest contributor makes up more than this share. */
export const DOMINANT_SHARE = 0.85;
/** The second largest knows the largest to within this share of it. */
export const P_PERCENT = 0.1;
const MAX_CONTRIBUTIONS = 2_000_000;

export type Dominance = {
  readonly cells: number;
  readonly dominated: number;
  /** By the p% rule. */
  readonly within: number;
  /** By either. */
  readonly sensitive: number;
  readonly share: number;
  readonly p: number;
};

/** Amounts by cell and contributor. */
export class Contributions {
  readonly #cells = new Map<string, Map<string, number>>();
  #held = 0;
  #unread = 0;

  /** False: more than can be held; nothing is measured then. */
  add(cell: string, contributor: string, amount: number | null): boolean {
    if (amount === null) {
      this.#unread++;
      return true;
    }
    const contributors = this.#cells.get(cell) ?? new Map<string, number>();
    this.#cells.set(cell, contributors);
    if (!contributors.has(contributor) && ++this.#held > MAX_CONTRIBUTIONS) return false;
    // Losses are amounts too: what counts is how much of the cell somebody is.
    contributors.set(contributor, (contributors.get(contributor) ?? 0) + Math.abs(amount));
    return true;
  }

  get unread(): number {
    return this.#unread;
  }

  measure(): Dominance | null {
    if (this.#cells.size === 0) return null;
    const found = { cells: this.#cells.size, dominated: 0, within: 0, sensitive: 0, share: DOMINANT_SHARE, p: P_PERCENT };
    for (const contributors of this.#cells.values()) {
      let largest = 0;
      let second = 0;
      let total = 0;
      for (const amount of contributors.values()) {
        total += amount;
        if (amount > largest) [largest, second] = [amount, largest];
        else if (amount > second) second = amount;
      }
      if (total === 0) continue;
      const isDominated = largest > total * DOMINANT_SHARE;
      const isWithin = total - largest - second < largest * P_PERCENT;
      if (isDominated) found.dominated++;
      if (isWithin) found.within++;
      if (isDominated || isWithin) found.sensitive++;
    }
    return found;
  }
}
