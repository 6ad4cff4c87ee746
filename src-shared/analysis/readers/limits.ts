// What the caller allows: rows of each table, seconds and memory of the whole.
import type { AnalysisOptions } from '../options';
import type { PartlyCode } from '../result';

/** Rows between two looks at the clock. */
const STEP = 1_024;

export type Limits = {
  /** Before one more row is taken. */
  readonly beforeRow: (rows: number) => PartlyCode | null;
  /** Of time and of memory. */
  readonly time: () => PartlyCode | null;
};

export function createLimits({ maxRows, maxSeconds, seconds, maxMemory, memory }: AnalysisOptions): Limits {
  const started = seconds?.() ?? 0;
  const time = (): PartlyCode | null => {
    if (typeof maxSeconds === 'number' && seconds && seconds() - started > maxSeconds) return 'MAX_SECONDS';
    return typeof maxMemory === 'number' && memory && memory() > maxMemory ? 'MAX_MEMORY' : null;
  };
  return {
    beforeRow: (rows) => {
      if (typeof maxRows === 'number' && rows >= maxRows) return 'MAX_ROWS';
      return rows % STEP === STEP - 1 ? time() : null;
    },
    time,
  };
}
