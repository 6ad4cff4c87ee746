// Hosts the byte scanner (src-scan, compiled to WASM): gives it bytes, answers what it asks about cells, and reads its counts. One scanner reads one
// table. Knows no file and no format; the judgement stays with the detectors.
import { ROLES } from '../detectors/email';
import { headerOf } from '../detectors/header';
import type { InspectContext } from '../detectors/inspect';
import { tellHanTraits } from '../detectors/people';
import { dependsOnYear, isProvince, isRegion, PERMIT_REGIONS } from '../detectors/regions';
import { ColumnFindings, type Verdict } from '../findings';
import type { Observer } from '../observing';
import { KNOWN_HAN, scanModule } from './module';

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly start: (separator: number, today: number, seed: bigint, maxRows: number, tellRows: number) => void;
  readonly buffer: (bytes: number) => number;
  readonly scan: (from: number, to: number, last: number, one: number, until: number) => number;
  readonly isIrregular: () => number;
  readonly oddQuotes: (from: number, to: number) => number;
  readonly firstRecord: (from: number, to: number, inside: number) => number;
  readonly count: () => void;
  readonly addColumn: (flags: number) => number;
  readonly keepHeader: () => void;
  readonly forgetHeader: () => void;
  readonly goOn: () => void;
  readonly statusOf: () => number;
  readonly rowsOf: () => number;
  readonly rowAt: () => number;
  readonly cellsOf: () => number;
  readonly startsAt: () => number;
  readonly lengthsAt: () => number;
  readonly hanTable: () => number;
  readonly roleTable: () => number;
  readonly emptyOf: (column: number) => number;
  readonly filledOf: (column: number) => number;
  readonly countsOf: (column: number) => number;
  readonly wantedOf: (column: number) => number;
  readonly valuesOf: (column: number) => number;
  readonly valueSlotsOf: (column: number) => number;
  readonly valueCountOf: (column: number) => number;
  readonly registersOf: (column: number) => number;
};

/** As src-scan/scan.ts numbers them. */
const STATUS = ['GOING', 'CELL_TOO_LONG', 'TOO_MANY_COLUMNS', 'QUOTE_UNCLOSED', 'REPEATED', 'ENOUGH'] as const;
type ScanStatus = (typeof STATUS)[number];
/** Of one record; wide ones of long cells stay below. What is held grows to eight times of it, since blocks double and quoted cells are written out. */
export const MAX_RECORD_BYTES = 16 * 1024 * 1024;
const COUNTED_BY_HOST = 255;
const WANTED = 255;
/** Longer cells are decoded faster as a whole. */
const ASCII_AT_ONCE = 200;
const REGISTERS = 4_096;
/** Bytes of a hash. */
const VALUE = 8;
const HAN = 0x4e00;
const HAN_COUNT = 20_992;
/** Beside the traits that names are told by. */
const KNOWN = 8;
const NO_TODAY = 20991231;

/** Headers under which a detector judges digits by their value, by the scanner's flags. */
const FLAGS = [
  ['birth-date', 1],
  ['coordinates', 2],
  ['landline', 4],
  ['imei', 8],
  ['messenger-id', 16],
  ['secret', 32],
  ['damaged-identifier', 64],
] as const;
const OBSERVED = 128;

let hanTable: Uint8Array | null = null;
const hanTableOf = (): Uint8Array => {
  if (hanTable) return hanTable;
  const table = new Uint8Array(HAN_COUNT);
  const tell = (character: string, trait: number): void => {
    const at = character.charCodeAt(0) - HAN;
    table[at] = (table[at] ?? 0) | trait;
  };
  tellHanTraits(tell);
  for (const character of KNOWN_HAN) tell(character, KNOWN);
  hanTable = table;
  return hanTable;
};

/** Makes ahead of the first table what all tables share. */
export function prepareScanner(): void {
  scanModule();
  hanTableOf();
}

function regionBits(code: number): number {
  const text = String(code).padStart(6, '0');
  return (
    (dependsOnYear(text) ? 1 : 0) |
    (isProvince(text.slice(0, 2)) ? 2 : 0) |
    (isRegion(text) ? 4 : 0) |
    (PERMIT_REGIONS.has(text) ? 8 : 0) |
    (text.startsWith('9') && isProvince(text.slice(1, 3)) ? 16 : 0)
  );
}

export type ScannerOptions = {
  readonly separator: number;
  /** yyyymmdd */
  readonly today: string | null;
  readonly maxRows: number | null;
  /** Columns beyond those that are known; adds them. */
  readonly widen: (cells: number) => void;
  readonly row: (() => void) | null;
  /** Two words, the same for all scanners whose columns are to be merged; unknown to whoever made the file. */
  readonly seed?: readonly [number, number];
};
export const newSeed = (): readonly [number, number] => {
  const [a = 1, b = 1] = crypto.getRandomValues(new Uint32Array(2));
  return [a, b];
};
type Column = {
  readonly findings: ColumnFindings;
  readonly observe: Observer | undefined;
  readonly content: Observer | undefined;
  readonly verdicts: Verdict[];
  readonly ids: Map<string, number>;
};

const signature = ({ type, looks }: Verdict): string =>
  looks.length === 0
    ? type
    : `${type} ${looks.map((look) => `${look.detector}${Number(look.valid)}${Number(look.supported)}${Number(look.organisation)}${Number(look.close === true)}${look.otherwise ?? ''}`).join(' ')}`;

export class Scanner {
  readonly #wasm: Exports;
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #columns: Column[] = [];
  readonly #strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #contents: { readonly row: number; readonly index: number; readonly text: string }[] = [];
  #damaged = false;
  #looked = 0;
  /** Order of this scanner's bytes among those of others that read the same table. */
  base = 0;

  constructor({ separator, today, maxRows, widen, row, seed = newSeed() }: ScannerOptions) {
    const host = {
      see: (column: number, at: number, length: number) => this.#see(column, at, length),
      observe: (column: number, at: number, length: number) => {
        this.#columns[column]?.observe?.(this.text(at, length));
        return 0;
      },
      widen: (cells: number) => {
        widen(cells);
        return 1;
      },
      region: regionBits,
      counted: () => {
        this.#tellContent();
        return 0;
      },
      row: () => {
        row?.();
        return 0;
      },
    };
    this.#wasm = new WebAssembly.Instance(scanModule(), { host, env: { abort: () => 0 } }).exports as unknown as Exports;
    this.#wasm.start(
      separator,
      today === null ? NO_TODAY : Number(today),
      (BigInt(seed[0]) << 32n) | BigInt(seed[1]),
      maxRows ?? Number.POSITIVE_INFINITY,
      row ? 1 : 0,
    );
    this.#bytes = new Uint8Array(this.#wasm.memory.buffer);
    this.#bytes.set(hanTableOf(), this.#wasm.hanTable());
    let at = this.#wasm.roleTable();
    for (const role of ROLES) {
      this.#bytes[at++] = role.length;
      for (let i = 0; i < role.length; i++) this.#bytes[at++] = role.charCodeAt(i);
    }
  }

  /** The memory as it is now: it moves when it grows. */
  get bytes(): Uint8Array<ArrayBuffer> {
    if (this.#bytes.buffer !== this.#wasm.memory.buffer) this.#bytes = new Uint8Array(this.#wasm.memory.buffer);
    return this.#bytes;
  }

  get status(): ScanStatus {
    return STATUS[this.#wasm.statusOf()] ?? 'GOING';
  }
  get rows(): number {
    return this.#wasm.rowsOf();
  }
  /** Some cell was no UTF-8. */
  get damaged(): boolean {
    return this.#damaged;
  }
  get width(): number {
    return this.#columns.length;
  }

  text(at: number, length: number): string {
    return this.textOf(this.bytes, at, at + length);
  }

  textOf(bytes: Uint8Array, from: number, to: number): string {
    let ascii = '';
    for (let i = from; i < to; i++) {
      const byte = bytes[i] as number;
      if (byte >= 0x80 || i - from > ASCII_AT_ONCE) return this.#decoded(bytes.subarray(from, to));
      ascii += String.fromCharCode(byte);
    }
    return ascii;
  }

  #decoded(cell: Uint8Array): string {
    try {
      return this.#strict.decode(cell);
    } catch {
      this.#damaged = true;
      return this.#lenient.decode(cell);
    }
  }

  /** Cells are counted column by column; what they hold is told row by row, as a reader goes. */
  #tellContent(): void {
    if (this.#contents.length === 0) return;
    this.#contents.sort((a, b) => a.row - b.row || a.index - b.index);
    for (const { index, text } of this.#contents) this.#columns[index]?.content?.(text);
    this.#contents.length = 0;
  }

  #see(index: number, at: number, length: number): number {
    const column = this.#columns[index];
    if (!column) return 0;
    const text = this.text(at, length);
    // Whatever may hold content has no key, so that each such value comes this way.
    if (column.content) this.#contents.push({ row: this.#wasm.rowAt(), index, text });
    const verdict = column.findings.verdictOf(text);
    const wanted = column.findings.offer(verdict, this.base + this.#looked++);
    const name = signature(verdict);
    const known = column.ids.get(name);
    if (known !== undefined) {
      if (!wanted) this.bytes[this.#wasm.wantedOf(index) + known] = 0;
      return known;
    }
    const digest = verdict.looks.some(({ detector }) => detector === 'hashed-identifier');
    if (digest || column.verdicts.length >= COUNTED_BY_HOST) {
      column.findings.count(verdict, 1, () => text);
      return COUNTED_BY_HOST;
    }
    const id = column.verdicts.push(verdict) - 1;
    column.ids.set(name, id);
    if (wanted) this.bytes[this.#wasm.wantedOf(index) + id] = WANTED;
    return id;
  }

  /** @param observe told each value once as long as they are told apart; @param content told what may hold any */
  addColumn({ name, today }: InspectContext, observe?: Observer, content?: Observer): void {
    const { named } = headerOf(name);
    const flags = FLAGS.reduce((all, [detector, flag]) => (named(detector) ? all | flag : all), observe ? OBSERVED : 0);
    this.#columns.push({ findings: new ColumnFindings({ name, today }), observe, content, verdicts: [], ids: new Map() });
    this.#wasm.addColumn(flags);
  }

  /** Address of a buffer for that many bytes; its beginning stays as it was. */
  buffer(bytes: number): number {
    return this.#wasm.buffer(bytes);
  }
  /** Cuts and counts what stands in the buffer. @returns where the first record begins that was not counted */
  scan(from: number, to: number, last: boolean, one = false, until: number = to): number {
    return this.#wasm.scan(from, to, last ? 1 : 0, one ? 1 : 0, until);
  }
  /** Quotes stand where their parity says nothing about where cells end. */
  get irregular(): boolean {
    return this.#wasm.isIrregular() !== 0;
  }
  /** 1 when they are odd in number, else 0; -1 when a NUL stands there: then it is no text. */
  oddQuotes(from: number, to: number): number {
    return this.#wasm.oddQuotes(from, to);
  }
  /** Where the first record begins after the byte at `from`, or -1. */
  firstRecord(from: number, to: number, inside: boolean): number {
    return this.#wasm.firstRecord(from, to, inside ? 1 : 0);
  }
  /** Counts the record just cut, once more or for the first time. */
  count(): void {
    this.#wasm.count();
  }
  keepHeader(): void {
    this.#wasm.keepHeader();
  }
  forgetHeader(): void {
    this.#wasm.forgetHeader();
    this.#wasm.goOn();
  }

  /** Cells of the record just cut, as address and length. */
  record(): { readonly at: Uint32Array; readonly lengths: Int32Array } {
    const { buffer } = this.bytes;
    const cells = this.#wasm.cellsOf();
    return {
      at: new Uint32Array(buffer, this.#wasm.startsAt(), cells),
      lengths: new Int32Array(buffer, this.#wasm.lengthsAt(), cells),
    };
  }
  cells(): string[] {
    const { at, lengths } = this.record();
    return Array.from(at, (start, i) => this.text(start, lengths[i] as number));
  }

  /** What is known of a column: findings with its cells counted, and its numbers. To be asked for once, after the last record. */
  column(index: number): ScannedColumn {
    const { findings, verdicts } = this.#columns[index] as Column;
    const counts = new Float64Array(this.bytes.buffer, this.#wasm.countsOf(index), COUNTED_BY_HOST);
    for (const [id, verdict] of verdicts.entries()) findings.count(verdict, counts[id] as number, () => '');
    const registers = this.#wasm.registersOf(index);
    const values = this.#wasm.valuesOf(index);
    return {
      findings,
      filled: this.#wasm.filledOf(index),
      empty: this.#wasm.emptyOf(index),
      count: values === 0 ? null : this.#wasm.valueCountOf(index),
      values: () =>
        values === 0 ? null : new Uint32Array(this.bytes.slice(values, values + this.#wasm.valueSlotsOf(index) * VALUE).buffer),
      registers: () => this.bytes.slice(registers, registers + REGISTERS),
    };
  }
}

export type ScannedColumn = {
  readonly findings: ColumnFindings;
  readonly filled: number;
  readonly empty: number;
  /** Distinct values, exactly; null when they are too many. */
  readonly count: number | null;
  /** Their hashes, two words each, the first byte of which counts for nothing; both words 0 in an empty slot. */
  readonly values: () => Uint32Array<ArrayBuffer> | null;
  readonly registers: () => Uint8Array<ArrayBuffer>;
};
