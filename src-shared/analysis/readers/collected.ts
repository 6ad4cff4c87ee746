// A stream that is read once and also needed whole: its bytes pass through and are kept, up to a limit.
import { narrowEncoding } from './sniff';

export type Collected = {
  readonly source: AsyncGenerator<Uint8Array>;
  /** After the source has been read; null when it was longer than the limit. */
  readonly text: () => string | null;
};

export function collected(source: AsyncGenerator<Uint8Array>, most: number): Collected {
  const kept: Uint8Array[] = [];
  let length = 0;
  return {
    source: (async function* () {
      for await (const block of source) {
        length += block.length;
        if (length <= most) kept.push(block.slice());
        yield block;
      }
    })(),
    text() {
      if (length > most) return null;
      const bytes = new Uint8Array(length);
      let at = 0;
      for (const block of kept) {
        bytes.set(block, at);
        at += block.length;
      }
      return new TextDecoder(narrowEncoding(bytes)).decode(bytes);
    },
  };
}
