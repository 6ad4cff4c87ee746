// Cuts the bytes of a PDF into what stands outside streams, as text, and the streams between, by their words alone: whatever a table of places says, what
// lies in the file is looked at.

const decoder = new TextDecoder('latin1');
const word = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const STREAM = word('stream');
const END = word('endstream');

export type Segment = {
  /** One character for each byte, up to the stream's word or the end of the file. */
  readonly outside: string;
  /** Where `outside` ends. */
  readonly at: number;
  /** Null at the end, and where the word is only a word. */
  readonly stream: Uint8Array | null;
};

function indexOf(bytes: Uint8Array, of: readonly number[], from: number): number {
  const [first] = of;
  for (let at = bytes.indexOf(first as number, from); at >= 0; at = bytes.indexOf(first as number, at + 1)) {
    let i = 1;
    while (i < of.length && bytes[at + i] === of[i]) i++;
    if (i === of.length) return at;
  }
  return -1;
}

export function* segments(bytes: Uint8Array): Generator<Segment> {
  for (let between = 0; ; ) {
    const at = indexOf(bytes, STREAM, between);
    const stop = at < 0 ? bytes.length : at;
    const outside = decoder.decode(bytes.subarray(between, stop));
    // A line end after the word belongs to neither side.
    const from = at + STREAM.length + (bytes[at + STREAM.length] === 0x0d ? 2 : 1);
    const end = at < 0 ? -1 : indexOf(bytes, END, from);
    const isStream = at >= 0 && outside.trimEnd().endsWith('>>');
    yield { outside, at: stop, stream: isStream ? bytes.subarray(from, end < 0 ? bytes.length : end) : null };
    if (end < 0) return;
    between = end + END.length;
  }
}

/** Names may be written with any character as #xx. */
export const unescaped = (text: string): string =>
  text.includes('#') ? text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text;
