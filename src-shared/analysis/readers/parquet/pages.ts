// The values of one column of one row group, one after the other, page by page: at most a page and a dictionary of each column are held. Sizes come from
// page headers, which are walked before they are believed.
import { parquetHeader } from 'hyparquet/src/column.js';
import { Refusal } from '../refusal';
import { type Budget, MAX_INFLATED } from '../zip';
import { isCodec, unpack } from './codecs';
import type { Chunk } from './footer';
import { type Cursor, deltas, hybrid, type Packed } from './runs';
import { structEnd } from './thrift';
import { type Raw, textOf } from './values';

/** Unpacked. Writers cut pages at about 1 MiB; a page of one column is held for each column. */
const MAX_PAGE = 64 * 1024 * 1024;
const MAX_PAGE_VALUES = 2 ** 24;

const broken = (what: string): Refusal => new Refusal('CONTAINER_BROKEN', what);

/** Something rare that nothing here reads; the rest of the file is what it is. */
export class NotReadHere extends Error {}

/** Asked for in order, each once, except of a dictionary. */
type Values = { readonly count: number; readonly text: (index: number) => string };
type Page = {
  readonly count: number;
  readonly repetition: Packed | null;
  readonly definition: Packed | null;
  readonly values: Values;
};

const WIDTHS: Readonly<Record<string, number>> = { INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8 };
const bitsFor = (most: number): number => 32 - Math.clz32(most);

export class ColumnCursor {
  readonly #chunk: Chunk;
  readonly #bytes: Uint8Array;
  readonly #budget: Budget;
  readonly #toText: (value: Raw) => string;
  #at: number;
  #dictionary: Values | null = null;
  #page: Page | null = null;
  #index = 0;
  #value = 0;
  #seen = 0;

  constructor(chunk: Chunk, bytes: Uint8Array, budget: Budget) {
    this.#chunk = chunk;
    this.#bytes = bytes;
    this.#budget = budget;
    this.#at = chunk.from;
    this.#toText = textOf(chunk.leaf.element);
    if (!isCodec(chunk.codec)) throw new NotReadHere(chunk.codec);
  }

  /** Repetition level of the value that comes next; -1 at the end. */
  repetition(): number {
    const page = this.#next();
    return page === null ? -1 : page.repetition ? (page.repetition[this.#index] as number) : 0;
  }

  /** The value, null where there is none. @throws Refusal */
  take(): string | null {
    const page = this.#next();
    if (page === null) throw broken('values');
    const isThere = page.definition === null || page.definition[this.#index] === this.#chunk.leaf.maxDefinition;
    this.#index++;
    this.#seen++;
    return isThere ? page.values.text(this.#value++) : null;
  }

  #next(): Page | null {
    while (this.#page === null || this.#index === this.#page.count) {
      if (this.#seen >= this.#chunk.values) {
        if (this.#seen > this.#chunk.values) throw broken('values');
        return null;
      }
      this.#page = this.#readPage();
      this.#index = 0;
      this.#value = 0;
    }
    return this.#page;
  }

  /** @returns null after a page that holds no values of its own */
  #readPage(): Page | null {
    const { codec, to } = this.#chunk;
    const start = structEnd(this.#bytes, this.#at, to);
    const header = headerAt(this.#bytes, this.#at, start);
    const [packed, plain] = [header.compressed_page_size, header.uncompressed_page_size];
    if (!isCount(packed) || !isCount(plain) || packed > to - start) throw broken('page');
    if (plain > MAX_PAGE) throw new Refusal('CONTAINER_BOMB', 'page');
    this.#budget.inflated += plain;
    if (this.#budget.inflated > MAX_INFLATED) throw new Refusal('CONTAINER_BOMB', 'size');
    const body = this.#bytes.subarray(start, start + packed);
    this.#at = start + packed;
    if (header.type === 'DICTIONARY_PAGE') {
      const count = this.#count(header.dictionary_page_header?.num_values);
      const page = unpack(codec, body, plain);
      this.#dictionary = remembered(this.#plain({ bytes: page, at: 0, to: page.length }, count));
      return null;
    }
    if (header.type === 'DATA_PAGE') {
      const { num_values, encoding, definition_level_encoding, repetition_level_encoding } = header.data_page_header ?? {};
      if ([definition_level_encoding, repetition_level_encoding].includes('BIT_PACKED')) throw new NotReadHere('BIT_PACKED');
      const count = this.#count(num_values);
      const page = unpack(codec, body, plain);
      const cursor: Cursor = { bytes: page, at: 0, to: page.length };
      const repetition = this.#levels(cursor, this.#chunk.leaf.maxRepetition, count, null);
      const definition = this.#levels(cursor, this.#chunk.leaf.maxDefinition, count, null);
      return this.#pageOf(cursor, count, repetition, definition, encoding);
    }
    if (header.type === 'DATA_PAGE_V2') {
      const v2 = header.data_page_header_v2;
      const count = this.#count(v2?.num_values);
      const [before, levels] = [v2?.repetition_levels_byte_length ?? 0, v2?.definition_levels_byte_length ?? 0];
      if (!v2 || !isCount(before) || !isCount(levels) || before + levels > Math.min(packed, plain)) throw broken('levels');
      const head: Cursor = { bytes: body, at: 0, to: body.length };
      const repetition = this.#levels(head, this.#chunk.leaf.maxRepetition, count, before);
      const definition = this.#levels(head, this.#chunk.leaf.maxDefinition, count, levels);
      const rest = body.subarray(before + levels);
      const size = plain - before - levels;
      const page = v2.is_compressed === false ? unpack('UNCOMPRESSED', rest, size) : unpack(codec, rest, size);
      return this.#pageOf({ bytes: page, at: 0, to: page.length }, count, repetition, definition, v2.encoding);
    }
    // An index page says nothing that the values do not.
    if (header.type !== 'INDEX_PAGE') throw broken('page');
    return null;
  }

  #count(stated: number | undefined): number {
    if (!isCount(stated)) throw broken('count');
    if (stated > MAX_PAGE_VALUES) throw new Refusal('CONTAINER_BOMB', 'page values');
    return stated;
  }

  /** @param length of the levels in version 2; null: it stands before them */
  #levels(cursor: Cursor, most: number, count: number, length: number | null): Packed | null {
    if (most === 0) {
      cursor.at += length ?? 0;
      return null;
    }
    let size = length;
    if (size === null) {
      if (cursor.at + 4 > cursor.to) throw broken('levels');
      size = new DataView(cursor.bytes.buffer, cursor.bytes.byteOffset + cursor.at, 4).getUint32(0, true);
      cursor.at += 4;
    }
    if (size > cursor.to - cursor.at) throw broken('levels');
    const levels = hybrid({ bytes: cursor.bytes, at: cursor.at, to: cursor.at + size }, bitsFor(most), count);
    cursor.at += size;
    return levels;
  }

  #pageOf(
    cursor: Cursor,
    count: number,
    repetition: Page['repetition'],
    definition: Page['definition'],
    encoding: string | undefined,
  ): Page {
    const { maxDefinition } = this.#chunk.leaf;
    let present = count;
    if (definition) for (const level of definition) if (level !== maxDefinition) present--;
    return { count, repetition, definition: present === count ? null : definition, values: this.#values(cursor, present, encoding) };
  }

  #values(cursor: Cursor, count: number, encoding: string | undefined): Values {
    const { type } = this.#chunk.leaf.element;
    if (count === 0) return { count, text: () => '' };
    if (encoding === 'PLAIN') return this.#plain(cursor, count);
    if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
      const width = cursor.bytes[cursor.at++];
      const dictionary = this.#dictionary;
      if (width === undefined || !dictionary) throw broken('dictionary');
      const indexes = hybrid(cursor, width, count);
      return {
        count,
        text: (index) => {
          const at = indexes[index] as number;
          if (at >= dictionary.count) throw broken('dictionary');
          return dictionary.text(at);
        },
      };
    }
    if (encoding === 'RLE' && type === 'BOOLEAN') {
      if (cursor.at + 4 > cursor.to) throw broken('values');
      const bits = hybrid({ ...cursor, at: cursor.at + 4 }, 1, count);
      return { count, text: (index) => String(bits[index] === 1) };
    }
    if (encoding === 'DELTA_BINARY_PACKED' && (type === 'INT32' || type === 'INT64')) {
      const values = deltas(cursor, count);
      const narrow = type === 'INT32';
      return {
        count,
        text: (index) => this.#toText(narrow ? Number(BigInt.asIntN(32, values[index] as bigint)) : (values[index] as bigint)),
      };
    }
    if (encoding === 'DELTA_LENGTH_BYTE_ARRAY' && type === 'BYTE_ARRAY') return this.#pieces(cursor, deltas(cursor, count), null);
    if (encoding === 'DELTA_BYTE_ARRAY' && (type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY')) {
      const prefixes = deltas(cursor, count);
      return this.#pieces(cursor, deltas(cursor, count), prefixes);
    }
    if (encoding === 'BYTE_STREAM_SPLIT') return this.#split(cursor, count);
    throw new NotReadHere(encoding);
  }

  #plain({ bytes, at, to }: Cursor, count: number): Values {
    const { type, type_length } = this.#chunk.leaf.element;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const enough = (width: number): void => {
      if (count * width > to - at) throw broken('values');
    };
    if (type === 'BOOLEAN') {
      enough(1 / 8);
      return { count, text: (index) => String((((bytes[at + (index >> 3)] as number) >> (index & 7)) & 1) === 1) };
    }
    if (type === 'BYTE_ARRAY') {
      enough(4);
      const starts = new Uint32Array(count + 1);
      let next = at;
      for (let i = 0; i < count; i++) {
        if (next + 4 > to) throw broken('values');
        starts[i] = next + 4;
        next += 4 + view.getUint32(next, true);
        if (next > to) throw broken('values');
      }
      starts[count] = next + 4;
      return { count, text: (index) => this.#toText(bytes.subarray(starts[index], (starts[index + 1] as number) - 4)) };
    }
    const width = type === 'FIXED_LEN_BYTE_ARRAY' ? (type_length ?? 0) : (WIDTHS[type ?? ''] ?? 0);
    if (width < 1) throw broken('width');
    enough(width);
    return { count, text: (index) => this.#toText(this.#fixed(bytes, at + index * width, width)) };
  }

  #fixed(bytes: Uint8Array, at: number, width: number): Raw {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, width);
    switch (this.#chunk.leaf.element.type) {
      case 'INT32':
        return view.getInt32(0, true);
      case 'INT64':
        return view.getBigInt64(0, true);
      case 'FLOAT':
        return view.getFloat32(0, true);
      case 'DOUBLE':
        return view.getFloat64(0, true);
      default:
        return bytes.subarray(at, at + width);
    }
  }

  /** Strings whose lengths stand before them, and of which the beginning may be the one before's. */
  #pieces(cursor: Cursor, lengths: BigInt64Array, prefixes: BigInt64Array | null): Values {
    let before: Uint8Array = new Uint8Array();
    return {
      count: lengths.length,
      text: (index) => {
        const length = Number(lengths[index]);
        const shared = prefixes ? Number(prefixes[index]) : 0;
        if (!(length >= 0 && length <= cursor.to - cursor.at && shared >= 0 && shared <= before.length)) throw broken('values');
        const own = cursor.bytes.subarray(cursor.at, cursor.at + length);
        cursor.at += length;
        if (shared > 0) {
          const whole = new Uint8Array(shared + length);
          whole.set(before.subarray(0, shared));
          whole.set(own, shared);
          before = whole;
        } else before = own;
        return this.#toText(before);
      },
    };
  }

  #split(cursor: Cursor, count: number): Values {
    const { type, type_length } = this.#chunk.leaf.element;
    const width = type === 'FIXED_LEN_BYTE_ARRAY' ? (type_length ?? 0) : (WIDTHS[type ?? ''] ?? 0);
    if (width < 1 || count * width > cursor.to - cursor.at) throw broken('values');
    const joined = new Uint8Array(width);
    return {
      count,
      text: (index) => {
        for (let i = 0; i < width; i++) joined[i] = cursor.bytes[cursor.at + i * count + index] as number;
        return this.#toText(this.#fixed(joined, 0, width));
      },
    };
  }
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

/** The structure has been walked; what the library makes of its fields is still the file's word. */
function headerAt(bytes: Uint8Array, from: number, to: number): ReturnType<typeof parquetHeader> {
  try {
    return parquetHeader({ view: new DataView(bytes.buffer, bytes.byteOffset + from, to - from), offset: 0 });
  } catch {
    throw broken('page header');
  }
}

const MAX_REMEMBERED = 100_000;

/** A dictionary's values come again and again. */
function remembered(values: Values): Values {
  const texts = new Array<string | undefined>(Math.min(values.count, MAX_REMEMBERED));
  return {
    count: values.count,
    text: (index) => {
      if (index >= texts.length) return values.text(index);
      texts[index] ??= values.text(index);
      return texts[index] as string;
    },
  };
}
