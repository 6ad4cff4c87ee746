// The looks at what a table gives away, as readers call them: sums and releases over one aggregate, large contributors over a table of amounts.
import { analyse } from '../analyse';
import { foundContent } from '../content/tally';
import type { RowLook } from '../look';
import type { AnalysisFile } from '../result';
import { type PickedColumns, pickColumns } from '../risk/pick';
import { type Aggregate, countOf, createAggregateReader } from './aggregate';
import { differencing } from './differencing';
import { Contributions, type DominanceRule } from './dominance';
import { compareReleases } from './releases';

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
  previous: Aggregate | null,
): { readonly look: Look; readonly tooLong: () => boolean; readonly measure: () => Found } {
  const reader = createAggregateReader(counts);
  return {
    look: { header: reader.header, row: reader.row, wanted: reader.wanted },
    tooLong: reader.tooLong,
    measure() {
      const table = reader.table();
      if (!table) return {};
      const sums = differencing(table);
      const releases = previous && compareReleases(table, previous, threshold);
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

/** An earlier release, read like any file; null when it cannot be read or holds no aggregate. Of several tables the first with counts. */
export async function readRelease(
  input: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  counts: readonly string[] | null,
): Promise<Aggregate | null> {
  const tables: Aggregate[] = [];
  const collect = () => {
    const { header, row, table } = createAggregateReader(counts);
    const finish = () => {
      const read = table();
      if (read) tables.push(read);
      return {};
    };
    return { header, row, finish };
  };
  const read = await analyse(input, { name: 'previous', sha256: '0'.repeat(64), bytes: 0, looks: [collect] });
  return read.ok ? (tables[0] ?? null) : null;
}
