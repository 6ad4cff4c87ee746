// The Merkle tree of RFC 6962 (section 2.1) over SHA-256: roots, inclusion and consistency proofs, and their checks (RFC 9162, 2.1.3.2 and
// 2.1.4.2), which refuse proofs with a hash too many or too few. It knows nothing of what the leaves mean.
import { sha256 } from '@noble/hashes/sha2.js';
import { assert } from '../basics/assertions';
import { concat, sameBytes } from '../basics/bytes';

export type Hash = Uint8Array;

/** The prefixes keep a leaf from passing for a node (second preimages). */
export const leafHash = (leaf: Uint8Array): Hash => sha256(concat(Uint8Array.of(0x00), leaf));
export const nodeHash = (left: Hash, right: Hash): Hash => sha256(concat(Uint8Array.of(0x01), left, right));
export const emptyRoot = (): Hash => sha256(new Uint8Array());

/** The roots of the perfect subtrees of a tree, largest first: all that appending needs. A cache; it can be rebuilt from the leaves. */
export type Frontier = { readonly size: number; readonly roots: readonly Hash[] };
export const EMPTY_FRONTIER: Frontier = { size: 0, roots: [] };

export function appendLeaf(frontier: Frontier, leaf: Hash): Frontier {
  const roots = [...frontier.roots];
  let node = leaf;
  for (let rest = frontier.size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = roots.pop();
    assert(left !== undefined, 'a frontier has a root for every set bit of its size');
    node = nodeHash(left, node);
  }
  return { size: frontier.size + 1, roots: [...roots, node] };
}

export function rootOfFrontier({ roots }: Frontier): Hash {
  const [last, ...rest] = [...roots].reverse();
  return last === undefined ? emptyRoot() : rest.reduce((right, left) => nodeHash(left, right), last);
}

/** The root over all leaves at once: a stack of perfect subtrees, as in a frontier, without a copy for each leaf. */
export function rootOf(leaves: readonly Hash[]): Hash {
  const roots: Hash[] = [];
  for (const [index, leaf] of leaves.entries()) {
    let node = leaf;
    for (let rest = index; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(roots.pop() ?? emptyRoot(), node);
    roots.push(node);
  }
  return rootOfFrontier({ size: leaves.length, roots });
}

/** A tree that keeps its inner nodes, for whoever makes proofs. Memory: 64 bytes and an object per leaf. */
export class MerkleTree {
  /** levels[h][i] is the root of the perfect subtree of 2^h leaves at i * 2^h. */
  private readonly levels: Hash[][] = [[]];

  constructor(leaves: Iterable<Hash> = []) {
    for (const leaf of leaves) this.append(leaf);
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  /** @returns the index of the leaf. */
  append(leaf: Hash): number {
    let node = leaf;
    for (let height = 0; ; height++) {
      const level = this.levels[height] ?? [];
      this.levels[height] = level;
      level.push(node);
      const left = level[level.length - 2];
      if (level.length % 2 === 1 || left === undefined) return this.size - 1;
      node = nodeHash(left, node);
    }
  }

  /** @param size of an earlier state of the tree, by default all of it. */
  root(size = this.size): Hash {
    this.assertSize(size);
    return size === 0 ? emptyRoot() : this.range(0, size);
  }

  /** From the leaf's sibling to the root's child. */
  inclusion(index: number, size = this.size): Hash[] {
    this.assertSize(size);
    assert(Number.isSafeInteger(index) && index >= 0 && index < size, 'a leaf of the tree');
    return this.path(index, 0, size);
  }

  /** That the tree of `from` leaves is the beginning of the tree of `to` leaves. Empty when either proves nothing (0, or equal). */
  consistency(from: number, to = this.size): Hash[] {
    this.assertSize(to);
    assert(Number.isSafeInteger(from) && from >= 0 && from <= to, 'an earlier size');
    return from === 0 || from === to ? [] : this.subproof(from, 0, to, true);
  }

  private path(index: number, start: number, size: number): Hash[] {
    if (size === 1) return [];
    const k = splitPoint(size);
    return index < k
      ? [...this.path(index, start, k), this.range(start + k, size - k)]
      : [...this.path(index - k, start + k, size - k), this.range(start, k)];
  }

  private subproof(from: number, start: number, size: number, whole: boolean): Hash[] {
    if (from === size) return whole ? [] : [this.range(start, size)];
    const k = splitPoint(size);
    return from <= k
      ? [...this.subproof(from, start, k, whole), this.range(start + k, size - k)]
      : [...this.subproof(from - k, start + k, size - k, false), this.range(start, k)];
  }

  /** Root over leaves start .. start + size. Splitting always meets stored perfect subtrees within log2(size) steps. */
  private range(start: number, size: number): Hash {
    const height = Math.log2(size);
    const stored = Number.isInteger(height) ? this.levels[height]?.[start / size] : undefined;
    if (stored !== undefined) return stored;
    const k = splitPoint(size);
    return nodeHash(this.range(start, k), this.range(start + k, size - k));
  }

  private assertSize(size: number): void {
    assert(Number.isSafeInteger(size) && size >= 0 && size <= this.size, 'a size that the tree has had');
  }
}

/** The largest power of two smaller than n. */
function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

const isIndex = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const half = (n: number): number => Math.floor(n / 2);

export function verifyInclusion(index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean {
  if (!isIndex(index) || !isIndex(size) || index >= size || proof.some((hash) => hash.length !== 32)) return false;
  let node = leaf;
  let fn = index;
  let sn = size - 1;
  for (const hash of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      node = nodeHash(hash, node);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      node = nodeHash(node, hash);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameBytes(node, root);
}

/** From 0 everything is consistent, with an empty proof; equal sizes need equal roots and an empty proof. */
export function verifyConsistency(from: number, to: number, fromRoot: Hash, toRoot: Hash, proof: readonly Hash[]): boolean {
  if (!isIndex(from) || !isIndex(to) || from > to || proof.some((hash) => hash.length !== 32)) return false;
  if (from === 0) return proof.length === 0 && sameBytes(fromRoot, emptyRoot());
  if (from === to) return proof.length === 0 && sameBytes(fromRoot, toRoot);
  const path = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : [...proof];
  const first = path.shift();
  if (first === undefined || proof.length === 0) return false;
  let fn = from - 1;
  let sn = to - 1;
  while (fn % 2 === 1) {
    fn = half(fn);
    sn = half(sn);
  }
  let fr = first;
  let sr = first;
  for (const hash of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      fr = nodeHash(hash, fr);
      sr = nodeHash(hash, sr);
      while (fn % 2 === 0 && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      sr = nodeHash(sr, hash);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && sameBytes(fr, fromRoot) && sameBytes(sr, toRoot);
}
