// Whether bytes that look like text are UTF-8 or GB18030, which cannot be known before the first byte that is not ASCII.
import type { Encoding } from '../result';
import { createGbDoubt, type GbDoubt } from './gb-doubt';
import { firstNonAscii, narrowEncoding } from './sniff';

export type EncodingChoice = {
  /** To be given every block. Tells the encoding once, as soon as this block shows it. */
  readonly look: (block: Uint8Array) => 'utf-8' | 'gb18030' | null;
  /** As the result names it. */
  readonly name: () => Encoding;
  /** It is read as GB18030 for want of anything better, and was hardly written in it. */
  readonly doubted: () => boolean;
};

/** @param marked a byte order mark or a transcoding has settled it: UTF-8 it is */
export function createEncodingChoice(from: Encoding, marked: boolean): EncodingChoice {
  const wide = from === 'utf-16le' || from === 'utf-16be';
  let name = from;
  let decided = wide || marked;
  let doubt: GbDoubt | null = null;
  return {
    look(block) {
      doubt?.look(block);
      if (decided) return null;
      const at = firstNonAscii(block);
      if (at < 0) return null;
      decided = true;
      const narrow = narrowEncoding(block.subarray(at));
      name = narrow;
      if (narrow === 'gb18030') {
        doubt = createGbDoubt();
        doubt.look(block);
      }
      return narrow;
    },
    name: () => name,
    doubted: () => doubt?.doubted() ?? false,
  };
}
