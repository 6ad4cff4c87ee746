// The looks at what a table gives away, as readers call them: sums and releases over one aggregate, large contributors over a table of amounts.
import { analyse } from '../analyse';
import { foundContent } from '../content/tally';
import type { RowLook } from '../look';
import type { AnalysisFile } from '../result';
import { type PickedColumns, pickColumns } from '../risk/pick';
import { type Aggregate, countOf, createAggregateReader } from './aggregate';
import { differencing } from './differencing';
import { Contributions, type DominanceRule } from './dominance';
import { compareReleases, type Releases } from './releases';

export type DominanceQuestion = {
  readonly cell: readonly string[];
  readonly contributor: string;
  readonly value: string;
  readonly rule: DominanceRule;
};

type Look = Pick<RowLook, 'header' | 'row' | 'wanted'>;
type Found = Partial<AnalysisFile>;

/**
 * @param counts null: found by their headers
 * @param threshold the least cell of the sharing mode
 */
export function createSumsLook(
  counts: readonly string[] | null,
  threshold: number,
  previous: readonly Aggregate[],
): { readonly look: Look; readonly tooLong: () => boolean; readonly measure: () => Found } {
  const reader = createAggregateReader(counts);
  return {
    look: { header: reader.header, row: reader.row, wanted: reader.wanted },
    tooLong: reader.tooLong,
    measure() {
      const table = reader.table();
      if (!table) return {};
      const sums = differencing(table);
      const releases = bestCompared(table, previous, threshold);
      const back = (sums?.givenBack ?? 0) + (sums?.missingRows ?? 0);
      const told = (releases?.small ?? 0) + (releases?.printedBefore ?? 0);
      return {
        ...(sums ? { differencing: sums } : {}),
        ...(releases ? { releases } : {}),
        content: [
          ...(back > 0 ? [foundContent('TOTAL_GIVES_BACK', back)] : []),
          ...(told > 0 ? [foundContent('RELEASES_GIVE_BACK', told)] : []),
        ],
      };
    },
  };
}

export function createDominanceLook({ cell, contributor, value, rule }: DominanceQuestion): {
  readonly look: Look;
  readonly picked: PickedColumns;
  /** Rows without an amount; null: more contributors than can be held. */
  readonly unread: () => number | null;
  readonly measure: () => Found;
} {
  const picked = pickColumns([contributor, value, ...cell]);
  let contributions: Contributions | null = new Contributions();
  return {
    look: {
      header: picked.header,
      wanted: picked.places,
      row(cells) {
        const [who, amount, ...of] = picked.places().map((at) => cells[at] ?? '');
        if (contributions && !contributions.add(JSON.stringify(of), (who ?? '').trim(), countOf(amount ?? ''))) contributions = null;
      },
    },
    picked,
    unread: () => contributions?.unread ?? null,
    measure() {
      const dominance = contributions?.measure(rule);
      if (!dominance) return {};
      return { dominance, content: dominance.sensitive > 0 ? [foundContent('DOMINATED_CELL', dominance.sensitive)] : [] };
    },
  };
}

/** Of the tables of an earlier release the one that has most rows in common with this one; null when none speaks of the same things. */
function bestCompared(now: Aggregate, previous: readonly Aggregate[], threshold: number): Releases | null {
  const fitting = previous.flatMap((before) => compareReleases(now, before, threshold) ?? []);
  return fitting.reduce<Releases | null>((best, each) => (best && best.rows >= each.rows ? best : each), null);
}

/**
 * The aggregates of an earlier release, which is read like any file; none when it cannot be read or holds none.
 * @param named the count columns of each question by name, null: found by their headers
 */
export async function readRelease(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  named: readonly (readonly string[] | null)[],
): Promise<readonly Aggregate[]> {
  const tables: Aggregate[] = [];
  const collect = named.map((counts) => () => {
    const { header, row, table } = createAggregateReader(counts);
    const finish = () => {
      const read = table();
      if (read) tables.push(read);
      return {};
    };
    return { header, row, finish };
  });
  const read = await analyse(input, { name: 'previous', sha256: '0'.repeat(64), bytes: 0, looks: collect });
  return read.ok ? tables : [];
}
