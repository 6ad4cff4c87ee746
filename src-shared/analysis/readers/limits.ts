// What the caller allows: rows of each table, bytes, seconds and memory of the whole.
import type { AnalysisOptions } from '../options';
import type { PartlyCode } from '../result';

/** Rows between two looks at the clock. */
const STEP = 1_024;

export type Limits = {
  /** A stream as far as bytes are left; the reader learns from `time` that it was cut. */
  readonly within: (source: AsyncGenerator<Uint8Array>) => AsyncGenerator<Uint8Array>;
  /** Cells of a container count as they are told. */
  readonly took: (bytes: number) => void;
  /** Before one more row is taken. */
  readonly beforeRow: (rows: number) => PartlyCode | null;
  /** Of bytes, time and memory. */
  readonly time: () => PartlyCode | null;
};

export function createLimits({ maxRows, maxBytes, maxSeconds, seconds, maxMemory, memory }: AnalysisOptions): Limits {
  const most = maxBytes ?? Number.POSITIVE_INFINITY;
  let taken = 0;
  /** Something of a stream was left out: what came of it is still read. */
  let short = false;
  const started = seconds?.() ?? 0;
  const clock = (): PartlyCode | null => {
    if (typeof maxSeconds === 'number' && seconds && seconds() - started > maxSeconds) return 'MAX_SECONDS';
    return typeof maxMemory === 'number' && memory && memory() > maxMemory ? 'MAX_MEMORY' : null;
  };
  async function* cut(source: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const block of source) {
      const left = Math.max(0, most - taken);
      short = block.length > left;
      taken += Math.min(block.length, left);
      yield block.subarray(0, left);
      if (short) return;
    }
  }
  return {
    within: (source) => (most === Number.POSITIVE_INFINITY ? source : cut(source)),
    took: (bytes) => {
      taken += bytes;
    },
    beforeRow: (rows) => {
      if (taken > most) return 'MAX_BYTES';
      if (typeof maxRows === 'number' && rows >= maxRows) return 'MAX_ROWS';
      return rows % STEP === STEP - 1 ? clock() : null;
    },
    time: () => (short || taken > most ? 'MAX_BYTES' : clock()),
  };
}
