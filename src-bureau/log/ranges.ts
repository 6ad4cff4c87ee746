// Which complete subtrees make up the hashes of an RFC 6962 tree: of a root, an inclusion proof, a consistency proof.
// Pure arithmetic over positions; `tree.ts` fetches the hashes, since a tree of any size needs only some dozens of them.

/** The subtree of 2^level leaves that begins at leaf position * 2^level. */
export type NodePosition = { readonly level: number; readonly position: number };

/** Leaves from `start` up to, not including, `end`. */
export type LeafRange = { readonly start: number; readonly end: number };

/** Largest power of two that is smaller than `n`; n > 1. By multiplication: bit operations end at 2^31. */
function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that cover a range, from left to right. The range begins where RFC 6962's splits begin, so sizes decrease. */
export function subtreesOf({ start, end }: LeafRange): NodePosition[] {
  const found: NodePosition[] = [];
  let at = start;
  while (at < end) {
    let level = 0;
    let width = 1;
    while (width * 2 <= end - at && at % (width * 2) === 0) {
      width *= 2;
      level += 1;
    }
    found.push({ level, position: at / width });
    at += width;
  }
  return found;
}

/** PATH(m, D[n]) of RFC 6962 2.1.1: the ranges whose hashes prove leaf `index` of a tree of `size`, from the leaf up. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** PROOF(m, D[n]) of RFC 6962 2.1.2: the ranges whose hashes prove that a tree of `to` continues the tree of `from`; 0 < from <= to. */
export function consistencyRanges(from: number, to: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  // While the old tree is a left part of what remains, whoever checks knows its hash already and it is left out.
  let known = true;
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
      known = false;
    }
  }
  if (!known) ranges.push({ start, end });
  return ranges.reverse();
}
