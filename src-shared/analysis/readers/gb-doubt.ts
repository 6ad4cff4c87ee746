// Whether bytes that GB18030 can read were ever written in it. Nearly every pair of bytes is a character of GB18030, so Big5 and Western European texts come out
// as characters too, only as none that anybody writes. Weighs the areas of the code in which the characters lie (GB 18030-2022: what GB/T 2312 had, what GBK added,
// what is for private use) under what texts in it look like and under what other encodings look like in it. Says nothing of texts in UTF-8; readers ask.
// What Korean and Japanese encodings write lies in the same areas; east-asian-doubt.ts weighs their characters one by one.
import { createEastAsianDoubt } from './east-asian-doubt';

/** Characters looked at, and how often one of them counts: an encoding is the same everywhere, and a word that comes again says nothing new. */
const MOST_CHARACTERS = 20_000;
const MOST_OF_ONE = 4;

/** Areas of two bytes. */
const LEVEL_1 = 0;
const LEVEL_2 = 1;
const SIGNS = 2;
const LETTERS = 3;
const MORE_SIGNS = 4;
/** What GBK put before and among the rest: traditional and rare characters. */
const BEFORE = 5;
const AMONG = 6;
/** Of these, ending in a byte that is a letter, and beside a letter. */
const IN_WORD = 7;
const PRIVATE = 8;
const AREAS = 9;

/** Shares by area, in the order above, of texts that are in GB18030. */
const REAL = [
  // Sentences, tables, addresses.
  [0.88, 0.03, 0.07, 0.004, 0.004, 0.004, 0.004, 0.0003, 0.0002],
  // Names of people, with what parents find in dictionaries.
  [0.75, 0.12, 0.02, 0.002, 0.002, 0.045, 0.055, 0.0003, 0.0005],
  // Traditional characters.
  [0.58, 0.04, 0.06, 0.002, 0.002, 0.17, 0.14, 0.0003, 0.0005],
  // Kana, Greek, Cyrillic.
  [0.3, 0.04, 0.15, 0.48, 0.005, 0.005, 0.005, 0.0003, 0.0005],
  // Nothing but units and rules.
  [0.05, 0.01, 0.6, 0.05, 0.28, 0.002, 0.002, 0.0003, 0.0002],
  // Lists of characters.
  [0.16, 0.14, 0.05, 0.02, 0.01, 0.26, 0.35, 0.0003, 0.002],
];
/** Of texts that are not. */
const FOREIGN = [
  // Big5: leads from A4 to C6, trails from 40 to 7E and from A1.
  [0.33, 0.003, 0.02, 0.12, 0.03, 0.0005, 0.28, 0.01, 0.2],
  // Western European: one byte of a word, and the letter after it.
  [0.01, 0.02, 0.005, 0.005, 0.01, 0.1, 0.15, 0.68, 0.02],
];
/** Natural logarithm of how much likelier another encoding must be. */
const SURE = 6;

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a && byte < 0x80;

function areaOf(lead: number, trail: number, before: number, after: number): number {
  const upper = trail >= 0xa1;
  if (upper && lead >= 0xb0 && lead <= 0xf7) return lead < 0xd8 ? LEVEL_1 : LEVEL_2;
  if (upper && lead >= 0xa1 && lead <= 0xa9) return lead < 0xa4 ? SIGNS : lead < 0xa8 ? LETTERS : MORE_SIGNS;
  if (upper && lead >= 0xa1) return PRIVATE;
  if (isLetter(trail) && (isLetter(before) || isLetter(after))) return IN_WORD;
  if (lead <= 0xa0) return BEFORE;
  return lead < 0xa8 ? PRIVATE : lead < 0xaa ? MORE_SIGNS : AMONG;
}

export type GbDoubt = {
  /** Blocks in their order; a character may be cut between two. */
  readonly look: (block: Uint8Array) => void;
  /** Another encoding explains what was seen better. */
  readonly doubted: () => boolean;
};

export function createGbDoubt(): GbDoubt {
  const areas = new Float64Array(AREAS);
  const seen = new Uint8Array(0x10000);
  const eastAsian = createEastAsianDoubt();
  let characters = 0;
  let before = 0;
  /** Last bytes of a block that do not show yet what they are. */
  let rest = new Uint8Array();

  function count(bytes: Uint8Array, last: boolean): number {
    let i = 0;
    for (; i < bytes.length && characters < MOST_CHARACTERS; ) {
      const lead = bytes[i] as number;
      if (lead < 0x81 || lead === 0xff) {
        before = lead;
        i++;
        continue;
      }
      if (i + 2 >= bytes.length && !last) break;
      const trail = bytes[i + 1] ?? 0;
      const fourBytes = trail >= 0x30 && trail <= 0x39;
      if (fourBytes) i += 4;
      else if (trail < 0x40 || trail === 0x7f || trail === 0xff) i += 1;
      else {
        const pair = lead * 256 + trail;
        const area = areaOf(lead, trail, before, bytes[i + 2] ?? 0);
        if (seen[pair] === 0) eastAsian.look(pair);
        if ((seen[pair] as number) < MOST_OF_ONE) {
          seen[pair] = (seen[pair] as number) + 1;
          areas[area] = (areas[area] as number) + 1;
        }
        characters++;
        i += 2;
      }
      before = 0;
    }
    return i;
  }

  const likelihood = (shares: readonly number[]): number =>
    shares.reduce((sum, share, area) => sum + (areas[area] as number) * Math.log(share), 0);
  const best = (all: readonly (readonly number[])[]): number => Math.max(...all.map(likelihood));

  return {
    look(block) {
      if (characters >= MOST_CHARACTERS) return;
      let bytes = block;
      if (rest.length > 0) {
        bytes = new Uint8Array(rest.length + block.length);
        bytes.set(rest);
        bytes.set(block, rest.length);
      }
      const read = count(bytes, false);
      rest = characters >= MOST_CHARACTERS ? new Uint8Array() : bytes.slice(read);
    },
    doubted() {
      if (rest.length > 0) count(rest, true);
      rest = new Uint8Array();
      return best(FOREIGN) - best(REAL) > SURE || eastAsian.doubted();
    },
  };
}
