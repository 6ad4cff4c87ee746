// Collects the columns that a risk is measured on while a table is read, and measures when it ends. Keeps the whole columns or nothing: a risk
// of a sample would be a wrong answer, so a table that does not fit is given up and said.

import type { RowBytes, RowLook } from '../look';
import { masked } from '../masked';
import { CodeColumn } from './dictionary';
import type { Fraction } from './fraction';
import type { SharingMode } from './identity';
import { type MeasuredRisk, measureRisk, type Suppression } from './measure';
import { type PickedColumns, pickColumns } from './pick';

export type RiskQuestion = {
  readonly quasi: readonly string[];
  readonly confidential: readonly string[];
  readonly sharingMode: SharingMode | null;
  /** Between 0 and 1. */
  readonly probability: Fraction;
  /** The same as it was given. */
  readonly contextProbability: string;
  readonly suppression: Suppression | null;
};
/** `risk` as a result carries it. */
export type RiskResult = MeasuredRisk & {
  readonly quasi: readonly string[];
  readonly sharingMode: SharingMode | null;
  readonly contextProbability: string;
};
export type RiskLook = {
  readonly look: Pick<RowLook, 'header' | 'row' | 'bytes' | 'wanted'>;
  readonly picked: PickedColumns;
  /** Null when the classes did not fit. */
  readonly measure: () => RiskResult | null;
};

/** Bytes of columns and working space per table. */
export const RISK_BYTES = 256 * 1024 * 1024;
/** Grouping needs its own tables beside the columns. */
const WORK_BYTES_PER_ROW = 28;
const ROWS_BETWEEN_CHECKS = 4_096;

export function createRiskLook(question: RiskQuestion, maxBytes = RISK_BYTES): RiskLook {
  const { quasi, confidential, sharingMode, suppression } = question;
  const picked = pickColumns([...quasi, ...confidential]);
  let columns: readonly CodeColumn[] | null = [...quasi, ...confidential].map(() => new CodeColumn());
  let rows = 0;

  const row = (cells: readonly string[]): void => take((column, place) => column.add(cells[place] ?? ''));

  const bytes = ({ bytes, at, lengths }: RowBytes): void =>
    take((column, place) => {
      const from = at[place] ?? 0;
      column.addBytes(bytes, from, from + (lengths[place] ?? 0));
    });

  function take(add: (column: CodeColumn, place: number) => void): void {
    if (!columns) return;
    const places = picked.places();
    for (let i = 0; i < columns.length; i++) {
      const column = columns[i] as CodeColumn;
      const place = places[i] as number;
      if (place < 0) continue;
      column.addEmpty(rows - column.rows);
      add(column, place);
    }
    rows++;
    if (rows % ROWS_BETWEEN_CHECKS === 0 && held(columns) > maxBytes) columns = null;
  }

  const held = (all: readonly CodeColumn[]): number => all.reduce((sum, column) => sum + column.held, rows * WORK_BYTES_PER_ROW);

  return {
    look: { header: picked.header, row, bytes, wanted: () => (columns ? picked.places() : []) },
    picked,
    measure() {
      if (!columns) return null;
      const encoded = columns.map((column, i) => {
        column.addEmpty(rows - column.rows);
        const codes = (suppression?.marks ?? []).flatMap((mark) => column.codeOf(mark) ?? []);
        const shown = (code: number) => masked(column.textOf(code));
        return { ...column.codes(), marks: new Set(codes), name: [...quasi, ...confidential][i] as string, shown };
      });
      columns = null;
      const table = { rows, quasi: encoded.slice(0, quasi.length), confidential: encoded.slice(quasi.length) };
      const context = { sharingMode, probability: question.probability, nothingToMeasure: quasi.length === 0 };
      const risk = measureRisk(table, suppression, context);
      return { quasi, sharingMode, contextProbability: sharingMode === 'public' ? '1' : question.contextProbability, ...risk };
    },
  };
}
