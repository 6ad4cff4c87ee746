// How much text a file may say that says one text many times: a shared text of a workbook costs a few bytes for each cell that shows it. Beyond what its bytes
// can pay for it is a bomb; so are repeated values and prefixes of values in Parquet.
import { Refusal } from './refusal';
import type { Sink } from './sink';

/** Characters: so many in all, or so many for each byte. */
export const FREE_TEXT = 256 * 1024 * 1024;
export const TEXT_PER_BYTE = 200;

/** @param bytes of the file, packed @returns the same sink, which refuses the file when all sinks together were told too much */
export function boundedText(bytes: number): (sink: Sink) => Sink {
  const most = Math.max(FREE_TEXT, bytes * TEXT_PER_BYTE);
  let told = 0;
  return (sink) => ({
    ...sink,
    row(cells) {
      for (const cell of cells) told += cell.length;
      if (told > most) throw new Refusal('CONTAINER_BOMB', 'text');
      return sink.row(cells);
    },
  });
}
