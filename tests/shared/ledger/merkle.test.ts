import { toHex } from '@shared/basics/bytes';
import {
  appendLeaf,
  EMPTY_FRONTIER,
  emptyRoot,
  type Hash,
  leafHash,
  MerkleTree,
  nodeHash,
  rootOfFrontier,
  verifyConsistency,
  verifyInclusion,
} from '@shared/ledger/merkle';
import { describe, expect, it } from 'vitest';

/** RFC 6962, 2.1, written down as it reads: the judge for everything else. */
function treeHash(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return emptyRoot();
  if (leaves.length === 1) return leaves[0] as Hash;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(treeHash(leaves.slice(0, k)), treeHash(leaves.slice(k)));
}

const leaves = Array.from({ length: 129 }, (_, i) => leafHash(new TextEncoder().encode(`leaf ${i}`)));
const roots = Array.from({ length: 130 }, (_, size) => treeHash(leaves.slice(0, size)));
const at = <T>(list: readonly T[], index: number): T => list[index] as T;
const tree = new MerkleTree(leaves);

/** Every way to spoil a proof: one hash changed, removed, added at either end or in the middle. */
function spoilt(proof: readonly Hash[]): Hash[][] {
  const extra = at(leaves, 7);
  const changed = proof.map((hash, i) =>
    proof.map((other, j) => (i === j ? Uint8Array.from(hash, (x, k) => (k === 0 ? x ^ 1 : x)) : other)),
  );
  const removed = proof.map((_, i) => proof.filter((__, j) => j !== i));
  return [...changed, ...removed, [...proof, extra], [extra, ...proof]];
}

describe('the Merkle tree of RFC 6962', () => {
  it('has the root of nothing', () => {
    expect(toHex(emptyRoot())).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('has the same root by definition, by frontier and by stored nodes, at every size to 129', () => {
    let frontier = EMPTY_FRONTIER;
    for (let size = 0; size <= 129; size++) {
      expect(rootOfFrontier(frontier)).toEqual(at(roots, size));
      expect(tree.root(size)).toEqual(at(roots, size));
      if (size < 129) frontier = appendLeaf(frontier, at(leaves, size));
    }
  });

  it('proves every leaf of every tree to 129, and no other leaf, place or size', () => {
    for (let size = 1; size <= 129; size++) {
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusion(index, size);
        const holds = (i: number, n: number, leaf: Hash, p: readonly Hash[]) => verifyInclusion(i, n, leaf, p, at(roots, size));
        expect(holds(index, size, at(leaves, index), proof)).toBe(true);
        expect(holds(index, size, at(leaves, (index + 1) % 129), proof)).toBe(false);
        if (size > 1) expect(holds((index + 1) % size, size, at(leaves, index), proof)).toBe(false);
        expect(holds(index, index, at(leaves, index), proof)).toBe(false);
      }
    }
  });

  it('refuses inclusion proofs with a hash changed, missing or too many', () => {
    for (const size of [1, 2, 3, 7, 8, 33, 64, 65, 129]) {
      for (let index = 0; index < size; index++) {
        for (const bad of spoilt(tree.inclusion(index, size))) {
          expect(verifyInclusion(index, size, at(leaves, index), bad, at(roots, size))).toBe(false);
        }
      }
    }
  });

  it('does not take an inner node for a leaf with the rest of its path, nor a hash beyond the root', () => {
    const [first, second] = [at(leaves, 0), at(leaves, 1)];
    expect(verifyInclusion(0, 4, nodeHash(first, second), tree.inclusion(0, 4).slice(1), at(roots, 4))).toBe(false);
    expect(verifyInclusion(0, 1, first, [second], nodeHash(second, first))).toBe(false);
  });

  it('does not take a proof between other sizes than those stated', () => {
    expect(verifyConsistency(1, 4, at(roots, 1), at(roots, 2), tree.consistency(1, 2))).toBe(false);
    expect(verifyConsistency(1, 2, at(roots, 1), at(roots, 4), tree.consistency(1, 4))).toBe(false);
  });

  it('proves that every tree to 65 begins every later one', () => {
    for (let to = 0; to <= 65; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = tree.consistency(from, to);
        expect(verifyConsistency(from, to, at(roots, from), at(roots, to), proof), `${from} ${to}`).toBe(true);
        if (from > 0) expect(verifyConsistency(from, to, at(roots, from - 1), at(roots, to), proof)).toBe(false);
        if (from > 0 && to > from) expect(verifyConsistency(from, to, at(roots, from), at(roots, to + 1), proof)).toBe(false);
        for (const bad of spoilt(proof)) expect(verifyConsistency(from, to, at(roots, from), at(roots, to), bad)).toBe(false);
      }
    }
  });
});
