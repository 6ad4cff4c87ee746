// The parts of the library's Brotli decoder that are used, which have no types of their own: bits, codes, tables and the dictionary.
declare module 'hyparquet-compressors/src/brotli.streams.js' {
  export class BrotliInput {
    constructor(buffer: Uint8Array);
  }
}
declare module 'hyparquet-compressors/src/brotli.bitreader.js' {
  export class BrotliBitReader {
    constructor(input: import('hyparquet-compressors/src/brotli.streams.js').BrotliInput);
    bit_pos_: number;
    /** Throws past the end of the input. */
    readMoreInput(): void;
    readBits(count: number): number;
  }
}
declare module 'hyparquet-compressors/src/brotli.huffman.js' {
  type Bits = import('hyparquet-compressors/src/brotli.bitreader.js').BrotliBitReader;
  export class HuffmanCode {
    constructor(bits: number, value: number);
  }
  export class HuffmanTreeGroup {
    constructor(alphabet: number, trees: number);
    readonly codes: HuffmanCode[];
    readonly htrees: Uint32Array;
    decode(bits: Bits): void;
  }
  export function readHuffmanCode(alphabet: number, tables: HuffmanCode[], at: number, bits: Bits): number;
  export function readSymbol(table: HuffmanCode[], at: number, bits: Bits): number;
}
declare module 'hyparquet-compressors/src/brotli.blocks.js' {
  type Bits = import('hyparquet-compressors/src/brotli.bitreader.js').BrotliBitReader;
  type Codes = import('hyparquet-compressors/src/brotli.huffman.js').HuffmanCode[];
  export function decodeBlockType(
    types: number,
    trees: Codes,
    kind: number,
    now: number[],
    last: number[],
    indexes: number[],
    bits: Bits,
  ): void;
  export function decodeMetaBlockLength(bits: Bits): {
    readonly meta_block_length: number;
    readonly input_end: number;
    readonly is_uncompressed: number;
    readonly is_metadata: boolean;
  };
  export function decodeVarLenUint8(bits: Bits): number;
  export function decodeWindowBits(bits: Bits): number;
  export function jumpToByteBoundary(bits: Bits): boolean;
  export function readBlockLength(table: Codes, at: number, bits: Bits): number;
}
declare module 'hyparquet-compressors/src/brotli.context.js' {
  export const lookup: Uint8Array;
  export const lookupOffsets: Uint16Array;
}
declare module 'hyparquet-compressors/src/brotli.contextmap.js' {
  type Bits = import('hyparquet-compressors/src/brotli.bitreader.js').BrotliBitReader;
  export function decodeContextMap(size: number, bits: Bits): [number, Uint8Array];
}
declare module 'hyparquet-compressors/src/brotli.prefix.js' {
  type Prefix = { readonly offset: number; readonly nbits: number };
  export const kInsertLengthPrefixCode: readonly Prefix[];
  export const kCopyLengthPrefixCode: readonly Prefix[];
  export const kInsertRangeLut: readonly number[];
  export const kCopyRangeLut: readonly number[];
}
declare module 'hyparquet-compressors/src/brotli.transform.js' {
  export const kNumTransforms: number;
  export function transformDictionaryWord(into: Uint8Array, at: number, word: number, length: number, transform: number): number;
}
