// One column whose cells come one by one as bytes (spreadsheets, JSON, texts): distinct values are told apart by their bytes, so that decoding and
// looking happen once for each as long as the table of values holds. Delimited tables go through scan/, which gives the same results.
import type { InspectContext } from './detectors/inspect';
import { ColumnFindings, type Verdict } from './findings';
import type { AnalysedColumn } from './result';
import { ValueTable } from './value-table';

export type ColumnReader = {
  readonly add: (bytes: Uint8Array, from: number, to: number) => void;
  /** Cells that a shorter record does not have. */
  readonly addMissing: (count: number) => void;
  /** @param name as the file writes it */
  readonly result: (name: string) => AnalysedColumn;
};

/**
 * @param decode text of a cell; the encoding may become known only with the first cell that is not ASCII
 * @param observe each distinct value once, or every value once the table is full
 */
export function createColumn(
  context: InspectContext,
  decode: (bytes: Uint8Array, from: number, to: number) => string,
  observe?: (text: string) => void,
): ColumnReader {
  const table = new ValueTable();
  const findings = new ColumnFindings(context);
  /** By index in the table: only values in which something was seen. */
  const seen = new Map<number, Verdict>();
  const nothing: Verdict[] = [];
  let empty = 0;
  let looked = 0;

  function add(bytes: Uint8Array, from: number, to: number): void {
    if (from === to) {
      empty++;
      return;
    }
    const index = table.add(bytes, from, to);
    if (index !== null && index >= 0) return;
    const text = decode(bytes, from, to);
    const verdict = findings.verdictOf(text);
    observe?.(text);
    findings.offer(verdict, looked++);
    if (index === null) findings.count(verdict, 1, () => text);
    else if (verdict.looks.length > 0) seen.set(-1 - index, verdict);
    else if (!nothing.some(({ type }) => type === verdict.type)) nothing.push(verdict);
  }

  return {
    add,
    addMissing(count) {
      empty += count;
    },
    result(name) {
      for (const [index, verdict] of seen) findings.count(verdict, table.counts[index] as number, () => table.textAt(index));
      seen.clear();
      for (const verdict of nothing) findings.count(verdict, 0, () => '');
      let filled = table.beyond;
      for (let i = 0; i < table.size; i++) filled += table.counts[i] as number;
      return findings.result(name, { distinct: table.distinct(), exact: table.exact, filled, empty });
    },
  };
}
