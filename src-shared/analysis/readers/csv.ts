// Cuts delimited text into records, byte by byte and without decoding: separators, quotes and line ends are single ASCII bytes in UTF-8 and in
// GB18030 alike, with one exception (see "Trail bytes"). Knows nothing of headers, types or detectors. State survives between pushes, so that
// a chunk may end anywhere, even inside a character.

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const PIPE = 0x7c;

export const MAX_CELL_CHARACTERS = 32_767;
export const MAX_COLUMNS = 16_384;
/** No encoding read here spends more than four bytes on a character. */
const MAX_CELL_BYTES = 4 * MAX_CELL_CHARACTERS;
const MAX_LINE_BYTES = 1024 * 1024;

/** Cells of one record: cell i lies in `bytes` from `ends[i - 1]` (0 for the first) to `ends[i]`. Valid only during the call: the buffer is reused. */
export type CsvRecord = { readonly bytes: Uint8Array; readonly ends: Int32Array; readonly cells: number };
export type CsvProblem = 'CELL_TOO_LONG' | 'LINE_TOO_LONG' | 'TOO_MANY_COLUMNS' | 'QUOTE_UNCLOSED';

export type CsvOptions = {
  /** One ASCII byte, or null when a record is a line. */
  readonly separator: number | null;
  /** Returns false to stop reading. */
  readonly onRecord: (record: CsvRecord) => boolean;
};

export type CsvReader = {
  /** UTF-8 until told otherwise; may be told once, before the first byte that is not ASCII. */
  encoding(encoding: 'utf-8' | 'gb18030'): void;
  /** False once reading has stopped, by a problem or by `onRecord`. */
  push(chunk: Uint8Array): boolean;
  /** The last record may lack its line end. */
  end(): void;
  readonly problem: () => CsvProblem | null;
};

/** At the first byte of a cell. */
const START = 0;
const PLAIN = 1;
const QUOTED = 2;
/** Just after a quote inside a quoted cell: the end of the cell, or the first half of a doubled quote. */
const QUOTE_IN_QUOTED = 3;

export function createCsvReader({ separator, onRecord }: CsvOptions): CsvReader {
  const lines = separator === null;
  // "Trail bytes": the second byte of a GB18030 character may be 0x7C, which is also the separator |. It may never be a comma, a semicolon, a
  // tab, a quote or a line end, so only this pair needs to know where characters begin.
  let trails = false;
  const cut = separator ?? LF;
  const limit = lines ? MAX_LINE_BYTES : MAX_CELL_BYTES;
  let bytes = new Uint8Array(4_096);
  let ends = new Int32Array(64);
  let length = 0;
  let cells = 0;
  let state: number = START;
  let inTrail = false;
  let afterCr = false;
  let problem: CsvProblem | null = null;
  let stopped = false;

  function room(): void {
    const larger = new Uint8Array(bytes.length * 2);
    larger.set(bytes);
    bytes = larger;
  }

  function endCell(): boolean {
    if (cells >= MAX_COLUMNS) return stop('TOO_MANY_COLUMNS');
    if (cells === ends.length) {
      const larger = new Int32Array(ends.length * 2);
      larger.set(ends);
      ends = larger;
    }
    ends[cells++] = length;
    state = START;
    return true;
  }

  function stop(why: CsvProblem | null): false {
    problem = why;
    stopped = true;
    return false;
  }

  function endRecord(): boolean {
    if (!endCell()) return false;
    const more = onRecord({ bytes, ends, cells });
    length = 0;
    cells = 0;
    return more || stop(null);
  }

  const cellStart = () => (cells === 0 ? 0 : (ends[cells - 1] as number));

  function push(chunk: Uint8Array): boolean {
    if (stopped) return false;
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (afterCr) {
        afterCr = false;
        if (byte === LF) continue;
      }
      if (state === QUOTED) {
        if (byte === QUOTE) {
          state = QUOTE_IN_QUOTED;
          continue;
        }
      } else if (!inTrail) {
        if (byte === LF || byte === CR) {
          afterCr = byte === CR;
          if (!endRecord()) return false;
          continue;
        }
        if (!lines) {
          if (byte === cut) {
            if (!endCell()) return false;
            continue;
          }
          if (byte === QUOTE) {
            if (state === START) {
              state = QUOTED;
              continue;
            }
            // A doubled quote stands for one and the cell goes on; a quote in a plain cell is a character like any other.
            if (state === QUOTE_IN_QUOTED) state = QUOTED;
          } else if (state !== PLAIN) state = PLAIN;
        }
      }
      if (trails && state !== QUOTED) inTrail = !inTrail && byte >= 0x81;
      if (length === bytes.length) room();
      bytes[length++] = byte;
      if (length - cellStart() > limit) return stop(lines ? 'LINE_TOO_LONG' : 'CELL_TOO_LONG');
    }
    return true;
  }

  function end(): void {
    if (stopped) return;
    if (state === QUOTED) stop('QUOTE_UNCLOSED');
    else if (length > 0 || cells > 0 || state === QUOTE_IN_QUOTED) endRecord();
  }

  return {
    encoding(encoding) {
      trails = encoding === 'gb18030' && separator === PIPE;
    },
    push,
    end,
    problem: () => problem,
  };
}
