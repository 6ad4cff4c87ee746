// The risk of one table from its encoded columns: classes, the three readings of suppressed cells, diversity and closeness, in the shape that
// results carry. Pure arithmetic; who collected the columns and who shows the numbers is not its concern.
import { type Codes, groupRecords } from './classes';
import { type Closeness, type Diversity, diversity } from './diversity';
import { type Homogeneous, homogeneousClasses } from './homogeneous';
import { type Context, type IdentityRisk, identityRisk, LEAST_CLASS, withDirect } from './identity';
import { type RowsBelow, rowsBelow } from './rows-below';
import {
  type MarkedCodes,
  markedRows,
  type SizesOf,
  SUPPRESSED_POLICIES,
  type SuppressedPolicy,
  sizesOf,
  wildcardSizes,
  withoutMarked,
} from './suppressed';

export type EncodedTable = {
  readonly rows: number;
  readonly quasi: readonly (MarkedCodes & Named)[];
  readonly confidential: readonly (Codes & Named)[];
};
type Named = {
  readonly name: string;
  /** The cell that a code stands for, masked. */
  readonly shown: (code: number) => string;
};
export type Suppression = { readonly marks: readonly string[]; readonly policy: SuppressedPolicy };
export type OtherReading = Pick<IdentityRisk, 'k' | 'classes' | 'R' | 'level'>;
/** One bar of the picture: classes of `from` to `to` records; the last bar has no end. */
export type SizeBar = { readonly from: number; readonly to: number | null; readonly classes: number; readonly records: number };
export type MeasuredRisk = IdentityRisk & {
  /** Records that were counted: under `exclude` those without a mark. */
  readonly rows: number;
  readonly classSizes: readonly SizeBar[];
  /** Where the records stand whose class is smaller than the sharing mode asks for; null without a mode or quasi-identifiers. */
  readonly rowsBelow: RowsBelow | null;
  readonly l: Readonly<Record<string, Diversity & { readonly homogeneous: Homogeneous }>>;
  readonly t: Readonly<Record<string, Closeness>>;
  readonly suppressed: null | {
    readonly marks: readonly string[];
    readonly policy: SuppressedPolicy;
    /** Records with a mark in a quasi-identifier. */
    readonly rows: number;
    readonly other: Readonly<Partial<Record<SuppressedPolicy, OtherReading>>>;
  };
};

/** `l` and `t` are of the classes by value: a mark is a value there, except under `exclude`, where its records are gone. */
export function measureRisk(table: EncodedTable, suppression: Suppression | null, context: Context): MeasuredRisk {
  const { quasi, rows } = table;
  const own = groupRecords(quasi, rows);
  const policy = suppression?.policy ?? 'own-class';
  const marked = suppression ? markedRows(quasi, rows) : new Uint8Array(rows);
  const markedCount = marked.reduce((sum, each) => sum + each, 0);
  const kept = suppression && markedCount > 0 ? groupRecords(withoutMarked(quasi, marked), rows - markedCount) : own;
  const sizes = (of: SuppressedPolicy): SizesOf => {
    if (of === 'exclude') return sizesOf(kept);
    return of === 'wildcard' && markedCount > 0 ? wildcardSizes(quasi, own) : sizesOf(own);
  };
  const riskOf = (counted: SizesOf): IdentityRisk => identityRisk(counted.sizes, counted.records, context);
  const chosen = sizes(policy);
  const excluding = policy === 'exclude' && markedCount > 0;
  const confidential = excluding ? withoutMarked(table.confidential, marked) : table.confidential;
  const grouping = excluding ? kept : own;
  const left = excluding ? marked : null;
  const counted = excluding ? withoutMarked(quasi, marked) : quasi;
  const diverse = table.confidential.flatMap(({ name, shown }, i) => {
    const column = confidential[i];
    const found = column && diversity(grouping, column);
    if (!found) return [];
    const homogeneous = homogeneousClasses(grouping, { rows, left, values: found.values }, (record) => ({
      quasi: counted.map(({ codes }, at) => quasi[at]?.shown(codes[record] as number) ?? ''),
      value: shown(column.codes[record] as number),
    }));
    return [{ name, l: { ...found.l, homogeneous }, t: found.t }];
  });
  const other = () =>
    Object.fromEntries(
      SUPPRESSED_POLICIES.filter((each) => each !== policy).map((each) => {
        const { k, classes, R, level } = riskOf(sizes(each));
        return [each, { k, classes, R, level }];
      }),
    );
  const mode = context.sharingMode;
  const listed = () => {
    if (!mode || context.nothingToMeasure) return null;
    return rowsBelow(LEAST_CLASS[mode], rows, left, (record) => chosen.ofClass[grouping.classOf[record] as number] ?? 0);
  };
  return {
    ...riskOf(chosen),
    classSizes: bars(chosen),
    rowsBelow: listed(),
    rows: excluding ? rows - markedCount : rows,
    // Names come from evidence: an entry named __proto__ stays an entry.
    l: Object.fromEntries(diverse.map(({ name, l }) => [name, l])),
    t: Object.fromEntries(diverse.map(({ name, t }) => [name, t])),
    suppressed: suppression ? { marks: suppression.marks, policy, rows: markedCount, other: other() } : null,
  };
}

/** Bars begin where a sharing mode or a common rule draws its line. */
const BAR_STARTS = [1, 2, 3, 5, 10, 20, 50, 100, 1_000] as const;

function bars({ sizes, records }: SizesOf): SizeBar[] {
  return BAR_STARTS.map((from, i) => {
    const next = BAR_STARTS[i + 1];
    const sum = (counts: ReadonlyMap<number, number>) =>
      [...counts].reduce((total, [size, count]) => (size >= from && (next === undefined || size < next) ? total + count : total), 0);
    return { from, to: next === undefined ? null : next - 1, classes: sum(sizes), records: sum(records) };
  });
}

/** The same table when one of its columns holds a direct identifier. */
export function measuredWithDirect<T extends MeasuredRisk>(risk: T): T {
  const { suppressed } = risk;
  if (!suppressed) return withDirect(risk);
  const other = Object.fromEntries(Object.entries(suppressed.other).map(([policy, reading]) => [policy, withDirect(reading)]));
  return { ...withDirect(risk), suppressed: { ...suppressed, other } };
}
