// A Merkle tree whose complete subtrees are rows of a table: of any size, with proofs from some dozens of rows. A row once written never
// changes, so reading needs no lock. Whoever appends holds the lock of the tree's owner (the log's or the workstation's row).

import { assert } from '@shared/basics/assertions';
import { emptyRoot, type Hash, leafHash, nodeHash } from '@shared/ledger/merkle';
import { sql } from 'kysely';
import type { Store } from '../store/store';
import { consistencyRanges, inclusionRanges, type LeafRange, type NodePosition, subtreesOf } from './ranges';

/** The name of the log's own tree; a workstation's ledger has its keyid as name. */
export const LOG = 'log';

/** Rows per INSERT: four parameters each, far below PostgreSQL's 65,535. */
const ROWS_AT_ONCE = 2000;

type NodeRow = NodePosition & { readonly hash: Hash };

/** Adds the leaves of `lines` (bytes without newline) to a tree that has `size` leaves. */
export async function appendToTree(store: Store, tree: string, size: number, lines: readonly Uint8Array[]): Promise<void> {
  const nodes = await readNodes(store, tree, subtreesOf({ start: 0, end: size }));
  const rows: NodeRow[] = [];
  lines.forEach((line, offset) => {
    let row: NodeRow = { level: 0, position: size + offset, hash: leafHash(line) };
    for (;;) {
      rows.push(row);
      nodes.set(keyOf(row), row.hash);
      if (row.position % 2 === 0) return;
      const left = hashAt(nodes, { level: row.level, position: row.position - 1 });
      row = { level: row.level + 1, position: (row.position - 1) / 2, hash: nodeHash(left, row.hash) };
    }
  });
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE).map((row) => ({ tree, ...row }));
    await store.insertInto('nodes').values(some).execute();
  }
}

/** @param size of the tree now or at any earlier time. */
export async function treeRoot(store: Store, tree: string, size: number): Promise<Hash> {
  if (size === 0) return emptyRoot();
  const [root] = await hashRanges(store, tree, [{ start: 0, end: size }]);
  assert(root !== undefined, 'one range has one hash');
  return root;
}

/** RFC 6962 2.1.1, from the leaf up, for several leaves with one question to the database; each index < size. */
export async function treeInclusions(store: Store, tree: string, indexes: readonly number[], size: number): Promise<Hash[][]> {
  const ranges = indexes.map((index) => inclusionRanges(index, size));
  const hashes = await hashRanges(store, tree, ranges.flat());
  let at = 0;
  return ranges.map(({ length }) => {
    at += length;
    return hashes.slice(at - length, at);
  });
}

/** RFC 6962 2.1.2, empty when `from` is 0 or equals `to`; from <= to <= size. */
export const treeConsistency = async (store: Store, tree: string, from: number, to: number): Promise<Hash[]> =>
  from === 0 || from === to ? [] : hashRanges(store, tree, consistencyRanges(from, to));

async function hashRanges(store: Store, tree: string, ranges: readonly LeafRange[]): Promise<Hash[]> {
  const parts = ranges.map(subtreesOf);
  const nodes = await readNodes(store, tree, parts.flat());
  return parts.map((subtrees) => subtrees.map((position) => hashAt(nodes, position)).reduceRight((right, left) => nodeHash(left, right)));
}

type Nodes = Map<string, Hash>;
const keyOf = ({ level, position }: NodePosition): string => `${level}/${position}`;

function hashAt(nodes: Nodes, position: NodePosition): Hash {
  const hash = nodes.get(keyOf(position));
  assert(hash !== undefined, `the tree has a node ${keyOf(position)}`);
  return hash;
}

async function readNodes(store: Store, tree: string, positions: readonly NodePosition[]): Promise<Nodes> {
  if (positions.length === 0) return new Map();
  const levels = positions.map(({ level }) => level).join(',');
  const at = positions.map(({ position }) => position).join(',');
  const rows = await store
    .selectFrom('nodes')
    .select(['level', 'position', 'hash'])
    .where('tree', '=', tree)
    // As two texts: an array parameter is written differently by the two drivers, and a condition per node would end at 65,535 parameters.
    .where(
      sql<boolean>`(level, position) in (select * from unnest(string_to_array(${levels}, ',')::int[], string_to_array(${at}, ',')::bigint[]))`,
    )
    .execute();
  return new Map(rows.map((row) => [keyOf(row), new Uint8Array(row.hash)]));
}
