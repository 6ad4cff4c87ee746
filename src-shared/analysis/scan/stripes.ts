// A large delimited table read by several scanners at once, each taking stripes of the file: where a stripe's first record begins follows from the
// number of quotes before it, as long as quotes stand where strict writers put them. What does not is noticed, and the file is read in one piece.
import { createContentLook } from '../content/look';
import { ColumnFindings, type FindingsState } from '../findings';
import { withNeighbours } from '../neighbours';
import type { AnalysedColumn } from '../result';
import { looksLikeData } from '../table';
import { EXACT_VALUES, estimateOf } from '../value-table';
import { visibleLine } from '../visible-line';
import { MAX_RECORD_BYTES, Scanner } from './scanner';

export const STRIPE = 1024 * 1024;
/** A record goes on into the next stripe as far as this. */
const OVERLAP = 16 * 1024;

/** What all readers of one table must agree on. */
export type StripePlan = {
  readonly separator: number;
  /** yyyymmdd */
  readonly today: string | null;
  /** Names in the header; null: the first record is data. */
  readonly header: readonly string[] | null;
  /** Bytes of the header's record: it must not come again. */
  readonly head: Uint8Array;
  readonly width: number;
  /** Where the first record after the header begins. */
  readonly start: number;
  readonly bytes: number;
  /** Bytes of a stripe. */
  readonly stripe: number;
  readonly seed: readonly [number, number];
  /** Names of the columns whose values the agreement speaks of. */
  readonly observed: readonly string[];
  /** Domains that the agreement names. */
  readonly expected: readonly string[];
};
export type StripesAsked = Omit<StripePlan, 'bytes' | 'stripe' | 'seed'>;
export type StripePart = {
  readonly rows: number;
  readonly columns: readonly {
    readonly findings: FindingsState;
    readonly filled: number;
    readonly empty: number;
    readonly values: Uint32Array<ArrayBuffer> | null;
    readonly registers: Uint8Array<ArrayBuffer>;
    /** Of an observed column, each value with the place of its first look. */
    readonly observed: ReadonlyMap<string, number> | null;
  }[];
};
/** Fills `into` with the file's bytes from `at`; returns how many there were. */
export type ReadAt = (into: Uint8Array, at: number) => number;

const nameAt = ({ header }: Pick<StripePlan, 'header'>, index: number): string => header?.[index] || `column ${index + 1}`;

/** The first record of a file, from its first block. Null when it is not whole there. @param skip a byte order mark */
export function readHead(
  block: Uint8Array,
  skip: number,
  separator: number,
  today: string | null,
): Pick<StripePlan, 'header' | 'head' | 'width' | 'start'> | null {
  const scanner = new Scanner({ separator, today, maxRows: null, widen: () => {}, row: null });
  const at = scanner.buffer(block.length);
  scanner.bytes.set(block.subarray(skip), at);
  const end = scanner.scan(0, block.length - skip, false, true);
  const cells = scanner.cells();
  if (end === 0 || scanner.status !== 'GOING' || scanner.irregular || cells.length < 2) return null;
  return looksLikeData(cells, today)
    ? { header: null, head: new Uint8Array(), width: cells.length, start: skip }
    : { header: cells, head: block.slice(skip, skip + end), width: cells.length, start: skip + end };
}

export class StripeReader {
  readonly #scanner: Scanner;
  readonly #contents: () => boolean;
  readonly #observed: (Map<string, number> | null)[] = [];
  #failed = false;

  constructor(
    readonly plan: StripePlan,
    readonly read: ReadAt,
  ) {
    const { separator, today, header, head, width, seed, expected } = plan;
    const content = createContentLook({ kind: 'table', formulas: true, expected });
    const widen = (cells: number) => {
      for (let i = this.#scanner.width; i < cells; i++) {
        const name = header ? nameAt(plan, i) : '';
        const values = plan.observed.includes(name) ? new Map<string, number>() : null;
        this.#observed.push(values);
        this.#scanner.addColumn({ name, today }, values ? this.#observer(values) : undefined, content.column(name));
      }
    };
    this.#scanner = new Scanner({ separator, today, maxRows: null, widen, row: null, seed });
    if (header) {
      const at = this.#scanner.buffer(head.length);
      this.#scanner.bytes.set(head, at);
      this.#scanner.scan(0, head.length, true, true);
      this.#scanner.keepHeader();
    }
    widen(width);
    this.#contents = () => content.contents([]).length > 0;
  }

  /** Values are told again once they are not told apart any more: then how often depends on who reads. */
  #observer(values: Map<string, number>) {
    return (text: string) => {
      if (values.size >= EXACT_VALUES) this.#failed = true;
      else if (!values.has(text)) values.set(text, this.#scanner.base + values.size);
    };
  }

  /** @returns false when the file is to be read in one piece. @param inside the stripe begins within quotes */
  stripe(index: number, inside: boolean): boolean {
    if (this.#failed) return false;
    const scanner = this.#scanner;
    scanner.base = index * 2 ** 32;
    const { stripe, start, bytes } = this.plan;
    const end = Math.min((index + 1) * stripe, bytes);
    // The byte before the stripe tells whether a record begins with it.
    const from = Math.max(index * stripe - 1, start - 1, 0);
    if (from >= end) return true;
    let size = 0;
    let whole = false;
    const more = (most: number) => {
      const at = scanner.buffer(size + most);
      const got = this.read(scanner.bytes.subarray(at + size, at + size + most), from + size);
      whole = from + size + got >= bytes;
      size += got;
    };
    more(Math.min(end - from + OVERLAP, bytes - from));
    // The first stripe's start is known; of the others, the byte before may be a quote itself.
    let begin = from + 1 === start ? 1 : start === 0 && index === 0 ? 0 : this.#first(size, inside);
    const until = end - from;
    while (!this.#failed && begin >= 0 && begin < until) {
      const next = scanner.scan(begin, size, whole, false, until);
      this.#failed ||= scanner.status !== 'GOING' || scanner.irregular || scanner.damaged;
      if (next >= until || (whole && next >= size)) break;
      if (size - next > MAX_RECORD_BYTES) this.#failed = true;
      begin = next;
      if (!this.#failed) more(Math.min(Math.max(OVERLAP, size - next), bytes - from - size));
    }
    return !this.#failed;
  }

  #first(size: number, inside: boolean): number {
    const { bytes } = this.#scanner;
    const quote = bytes[this.#scanner.buffer(size)] === 0x22;
    return this.#scanner.firstRecord(0, size, quote ? !inside : inside);
  }

  /** Null when the file is to be read in one piece. To be asked for once, after the last stripe. */
  part(): StripePart | null {
    // What content was found is told with samples in the file's order, which a part does not know.
    if (this.#failed || this.#contents()) return null;
    const columns = Array.from({ length: this.#scanner.width }, (_, i) => {
      const { findings, filled, empty, values, registers } = this.#scanner.column(i);
      return { findings: findings.state(), filled, empty, values: values(), registers: registers(), observed: this.#observed[i] ?? null };
    });
    return { rows: this.#scanner.rows, columns };
  }
}

/** Whether a table holds the hash whose words are `low`, without its first byte, and `high`: it stands at its place or right behind, as the scanner put it. */
function holds(table: Uint32Array, low: number, high: number): boolean {
  const mask = table.length / 2 - 1;
  for (let slot = ((low >>> 8) | (high << 24)) & mask; ; slot = (slot + 1) & mask) {
    const held = table[slot * 2] as number;
    if (table[slot * 2 + 1] === high && ((held ^ low) & ~255) === 0) return true;
    if (held === 0 && table[slot * 2 + 1] === 0) return false;
  }
}

/** How many different hashes there are in all, exactly as far as that is promised. */
function union(tables: readonly Uint32Array[]): number | null {
  let found = 0;
  for (const [k, table] of tables.entries())
    for (let i = 0; i < table.length; i += 2) {
      const low = table[i] as number;
      const high = table[i + 1] as number;
      if (low === 0 && high === 0) continue;
      let known = false;
      for (let before = 0; before < k && !known; before++) known = holds(tables[before] as Uint32Array, low, high);
      if (!known) found++;
    }
  return found > EXACT_VALUES ? null : found;
}

export type StripesRead = {
  readonly columns: AnalysedColumn[];
  readonly names: readonly string[];
  readonly rows: number;
  /** Values of the observed columns, each once, as they come in the file. */
  readonly observed: readonly { readonly name: string; readonly values: readonly string[] }[];
};

/** Of the readers of one table. Null when they are too many to be told once each. */
function observedOf(name: string, parts: readonly StripePart[], index: number): StripesRead['observed'][number] | null {
  const first = new Map<string, number>();
  for (const part of parts)
    for (const [value, at] of part.columns[index]?.observed ?? []) first.set(value, Math.min(first.get(value) ?? at, at));
  if (first.size > EXACT_VALUES) return null;
  return { name, values: [...first].sort(([, a], [, b]) => a - b).map(([value]) => value) };
}

/** Null when the file is to be read in one piece after all. */
export function mergeParts(plan: StripePlan, parts: readonly StripePart[]): StripesRead | null {
  const width = Math.max(plan.width, ...parts.map(({ columns }) => columns.length));
  const names = Array.from({ length: width }, (_, i) => nameAt(plan, i));
  const columns = names.map((name, i) => {
    const findings = new ColumnFindings({ name: plan.header ? name : '', today: plan.today });
    const registers = new Uint8Array(parts[0]?.columns[0]?.registers.length ?? 0);
    const tables: Uint32Array[] = [];
    let exact = true;
    let filled = 0;
    let empty = 0;
    for (const part of parts) {
      const column = part.columns[i];
      // A part whose records are all shorter knows nothing of this column.
      empty += column ? column.empty : part.rows;
      if (!column) continue;
      findings.merge(column.findings);
      filled += column.filled;
      for (let at = 0; at < registers.length; at++) registers[at] = Math.max(registers[at] as number, column.registers[at] as number);
      if (column.values) tables.push(column.values);
      else exact = false;
    }
    const distinct = exact ? union(tables) : null;
    return findings.result(visibleLine(name), { distinct: distinct ?? estimateOf(registers), exact: distinct !== null, filled, empty });
  });
  const observed = names.map((name, i) => (plan.observed.includes(name) ? observedOf(name, parts, i) : { name, values: [] }));
  if (!observed.every((each) => each !== null)) return null;
  return { columns: withNeighbours(columns), names, rows: parts.reduce((sum, { rows }) => sum + rows, 0), observed };
}
