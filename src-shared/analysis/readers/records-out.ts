// Cells as records of delimited bytes for the byte scanner, many at a time. The separator is one that cells hardly ever hold; what holds it, a quote or a
// line's end stands within quotes.

const SEPARATOR = '\x1f';
export const SEPARATOR_BYTE = SEPARATOR.charCodeAt(0);
// biome-ignore lint/suspicious/noControlCharactersInRegex: the separator
const SPECIAL = /[\x1f\r\n"]/;
/** Short pieces of text are forgotten cheaply; the scanner takes many records at once. */
const PIECE = 8_192;
const ENOUGH = 128 * 1024;
/** Characters: as bytes, with quotes, still below what the scanner takes at once. */
export const MAX_RECORD = 4 * 1024 * 1024;

export type RecordsOut = {
  /** Undefined: an empty cell. @returns false when the record is longer than any is read; then nothing of it is written */
  readonly record: (cells: readonly (string | undefined)[]) => boolean;
  readonly flush: () => void;
};

/** @param take is given whole records; the bytes are reused */
export function createRecordsOut(take: (records: Uint8Array) => void): RecordsOut {
  const encoder = new TextEncoder();
  let bytes = new Uint8Array(ENOUGH + PIECE * 4);
  let held = 0;
  let piece = '';

  function encode(): void {
    if (piece === '') return;
    if (bytes.length < held + piece.length * 3) {
      const larger = new Uint8Array((held + piece.length * 3) * 2);
      larger.set(bytes.subarray(0, held));
      bytes = larger;
    }
    held += encoder.encodeInto(piece, bytes.subarray(held)).written;
    piece = '';
  }

  function flush(): void {
    encode();
    if (held > 0) take(bytes.subarray(0, held));
    held = 0;
  }

  return {
    record(cells) {
      let length = 0;
      for (const cell of cells) length += cell === undefined ? 0 : cell.length;
      if (length > MAX_RECORD) return false;
      for (let i = 0; i < cells.length; i++) {
        const text = cells[i];
        if (i > 0) piece += SEPARATOR;
        if (text !== undefined) piece += SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      }
      piece += '\n';
      if (piece.length > PIECE) encode();
      if (held > ENOUGH) flush();
      return true;
    },
    flush,
  };
}
