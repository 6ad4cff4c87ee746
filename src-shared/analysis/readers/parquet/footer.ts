// The footer of a Parquet file: its leaves, its row groups and where their bytes lie. The library reads it once its structure has been walked; everything
// it says about places and sizes is held against the file before a byte of data is read.
import type { FileMetaData, SchemaElement } from 'hyparquet';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { Refusal } from '../refusal';
import { structEnd } from './thrift';

/** PAR1, and PARE where the footer is encrypted. */
const MAGIC = 0x31524150;
const ENCRYPTED = 0x45524150;
const MAX_SCHEMA = 100_000;
const MAX_SCHEMA_DEPTH = 64;
const MAX_ROW_GROUPS = 100_000;
/** Cells cost nothing where they repeat: so many in all, or so many for each byte of the file. */
const MAX_VALUES = 2 ** 31;
const FREE_VALUES = 2 ** 26;
const VALUES_PER_BYTE = 200;

const broken = (what: string): Refusal => new Refusal('CONTAINER_BROKEN', what);

export type Leaf = {
  readonly element: SchemaElement;
  /** Names from the top; `[]` where a level repeats. */
  readonly steps: readonly string[];
  readonly maxRepetition: number;
  readonly maxDefinition: number;
};
export type Chunk = { readonly leaf: Leaf; readonly codec: string; readonly from: number; readonly to: number; readonly values: number };
export type RowGroup = { readonly rows: number; readonly chunks: readonly Chunk[] };
export type Footer = {
  readonly leaves: readonly Leaf[];
  readonly groups: readonly RowGroup[];
  readonly keyValues: readonly { readonly key: string; readonly value: string }[];
  /** Bytes that belong to nothing the footer lists, and are not padding. */
  readonly unlisted: number;
  /** Columns of it are encrypted, or lie in another file. */
  readonly elsewhere: 'ENTRY_ENCRYPTED' | 'PART_MISSING' | null;
};

type Walk = { at: number; readonly schema: readonly SchemaElement[]; readonly leaves: Leaf[] };

/** A LIST is a group around a repeated group around its elements: only the repetition shows in the path. */
function walkSchema(
  walk: Walk,
  steps: readonly string[],
  levels: { repetition: number; definition: number },
  depth: number,
  inList: boolean,
): void {
  const element = walk.schema[walk.at++];
  if (!element || depth > MAX_SCHEMA_DEPTH) throw broken('schema');
  const repeated = element.repetition_type === 'REPEATED';
  const next = {
    repetition: levels.repetition + (repeated ? 1 : 0),
    definition: levels.definition + (element.repetition_type === 'REQUIRED' ? 0 : 1),
  };
  const children = element.num_children ?? 0;
  const named = inList ? steps : [...steps, element.name];
  const path = repeated ? [...named, '[]'] : named;
  if (children === 0) {
    if (!element.type) throw broken('schema');
    walk.leaves.push({ element, steps: path, maxRepetition: next.repetition, maxDefinition: next.definition });
    return;
  }
  if (element.type || children < 0 || children > walk.schema.length - walk.at) throw broken('schema');
  const isList = (element.converted_type === 'LIST' || element.logical_type?.type === 'LIST') && children === 1;
  const isMap = (element.converted_type === 'MAP' || element.logical_type?.type === 'MAP') && children === 1;
  // Of the three levels of a list, the repeated group and its one child bear no name of the data's.
  const isMiddle = inList && repeated && children === 1;
  for (let i = 0; i < children; i++) walkSchema(walk, path, next, depth + 1, isList || isMap || isMiddle);
}

const isCount = (value: unknown): boolean => value === undefined || Number.isInteger(value);

/** The library takes every field for what the format says it is. */
function isSound({ name, type_length, num_children, scale, logical_type }: SchemaElement): boolean {
  return (
    typeof name === 'string' && [type_length, num_children, scale, logical_type?.type === 'DECIMAL' ? logical_type.scale : 0].every(isCount)
  );
}

function leavesOf(schema: readonly SchemaElement[]): Leaf[] {
  const [root] = schema;
  if (!root || schema.length > MAX_SCHEMA || !schema.every(isSound)) throw broken('schema');
  const walk: Walk = { at: 1, schema, leaves: [] };
  for (let i = 0; i < (root.num_children ?? 0); i++) walkSchema(walk, [], { repetition: 0, definition: 0 }, 0, false);
  if (walk.at !== schema.length) throw broken('schema');
  return walk.leaves;
}

function size(value: unknown, most: number): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > most) throw broken('size');
  return number;
}

type Span = { readonly from: number; readonly to: number };

function chunkOf(leaf: Leaf, column: FileMetaData['row_groups'][number]['columns'][number], rows: number, end: number): Chunk {
  const meta = column.meta_data;
  if (!meta || meta.type !== leaf.element.type) throw broken('column');
  const data = size(meta.data_page_offset, end);
  const dictionary = size(meta.dictionary_page_offset ?? 0n, end);
  // Where there are no values some writers state no place for them.
  const places = [data, dictionary].filter((place) => place > 0);
  const from = places.length > 0 ? Math.min(...places) : 4;
  const to = from + size(meta.total_compressed_size, end);
  const values = size(meta.num_values, MAX_VALUES);
  if (from < 4 || to > end) throw broken('column');
  if (leaf.maxRepetition === 0 && values !== rows) throw broken('column');
  if (values < rows) throw broken('column');
  return { leaf, codec: meta.codec, from, to, values };
}

/** Spans of the file that the footer accounts for; null when it does not say how long one of them is. */
function spansOf(meta: FileMetaData, groups: readonly RowGroup[], end: number): Span[] | null {
  const spans: Span[] = groups.flatMap(({ chunks }) => chunks.map(({ from, to }) => ({ from, to })));
  for (const { columns } of meta.row_groups) {
    for (const column of columns) {
      const places: [bigint | undefined, number | undefined][] = [
        [column.offset_index_offset, column.offset_index_length],
        [column.column_index_offset, column.column_index_length],
        [column.meta_data?.bloom_filter_offset, column.meta_data?.bloom_filter_length],
      ];
      for (const [offset, length] of places) {
        if (offset === undefined) continue;
        if (length === undefined) return null;
        const from = size(offset, end);
        spans.push({ from, to: from + size(length, end - from) });
      }
    }
  }
  return spans;
}

function unlistedIn(bytes: Uint8Array, spans: readonly Span[], end: number): number {
  let reached = 4;
  let unlisted = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from).concat({ from: end, to: end })) {
    // Writers pad with zeros to blocks of a file system.
    if (from > reached && bytes.subarray(reached, from).some((byte) => byte !== 0)) unlisted += from - reached;
    reached = Math.max(reached, to);
  }
  return unlisted;
}

function metadataOf(bytes: Uint8Array, from: number): FileMetaData {
  try {
    return parquetMetadata(bytes.subarray(from), { geoparquet: false });
  } catch {
    throw broken('footer');
  }
}

/** @throws Refusal */
export function readFooter(bytes: Uint8Array): Footer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length;
  if (length >= 12 && view.getUint32(0, true) === ENCRYPTED && view.getUint32(length - 4, true) === ENCRYPTED)
    return { leaves: [], groups: [], keyValues: [], unlisted: 0, elsewhere: 'ENTRY_ENCRYPTED' };
  if (length < 12 || view.getUint32(0, true) !== MAGIC || view.getUint32(length - 4, true) !== MAGIC) throw broken('magic');
  const end = length - 8 - view.getUint32(length - 8, true);
  if (end < 4 || structEnd(bytes, end, length - 8) !== length - 8) throw broken('footer');
  const meta = metadataOf(bytes, end);
  const leaves = leavesOf(meta.schema);
  const columns = meta.row_groups.flatMap((group) => group.columns);
  const keyValues = (meta.key_value_metadata ?? []).map(({ key, value }) => ({ key: key ?? '', value: value ?? '' }));
  const nothing = { leaves, groups: [], keyValues, unlisted: 0 };
  if (columns.some((column) => column.crypto_metadata || column.encrypted_column_metadata))
    return { ...nothing, elsewhere: 'ENTRY_ENCRYPTED' };
  if (columns.some((column) => column.file_path)) return { ...nothing, elsewhere: 'PART_MISSING' };
  if (meta.row_groups.length > MAX_ROW_GROUPS) throw new Refusal('CONTAINER_BOMB', 'row groups');
  const groups = meta.row_groups.map((group): RowGroup => {
    if (group.columns.length !== leaves.length) throw broken('columns');
    const rows = size(group.num_rows, MAX_VALUES);
    return { rows, chunks: leaves.map((leaf, i) => chunkOf(leaf, group.columns[i] as (typeof columns)[number], rows, end)) };
  });
  if (groups.reduce((sum, { rows }) => sum + rows, 0) !== size(meta.num_rows, MAX_VALUES)) throw broken('rows');
  const values = groups.reduce((sum, { chunks }) => sum + chunks.reduce((all, chunk) => all + chunk.values, 0), 0);
  if (values > Math.min(MAX_VALUES, Math.max(FREE_VALUES, VALUES_PER_BYTE * length))) throw new Refusal('CONTAINER_BOMB', 'values');
  const chunks = groups.flatMap((group) => group.chunks).sort((a, b) => a.from - b.from);
  // Columns that share bytes make much of little, as entries of an archive do.
  chunks.forEach((chunk, i) => {
    if (i > 0 && chunk.from < (chunks[i - 1] as Chunk).to) throw new Refusal('CONTAINER_BOMB', 'overlap');
  });
  const spans = spansOf(meta, groups, end);
  return { leaves, groups, keyValues, unlisted: spans ? unlistedIn(bytes, spans, end) : 0, elsewhere: null };
}
