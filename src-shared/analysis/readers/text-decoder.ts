// Whether bytes that look like text are UTF-8 or GB18030, which cannot be known before the first byte that is not ASCII.
import type { Encoding } from '../result';
import { firstNonAscii, narrowEncoding } from './sniff';

export type EncodingChoice = {
  /** Tells the encoding once, as soon as this block shows it. */
  readonly look: (block: Uint8Array) => 'utf-8' | 'gb18030' | null;
  /** As the result names it. */
  readonly name: () => Encoding;
};

/** @param marked a byte order mark or a transcoding has settled it: UTF-8 it is */
export function createEncodingChoice(from: Encoding, marked: boolean): EncodingChoice {
  const wide = from === 'utf-16le' || from === 'utf-16be';
  let name = from;
  let decided = wide || marked;
  return {
    look(block) {
      if (decided) return null;
      const at = firstNonAscii(block);
      if (at < 0) return null;
      decided = true;
      const narrow = narrowEncoding(block.subarray(at));
      name = narrow;
      return narrow;
    },
    name: () => name,
  };
}
