// The inner loop of the analysis of delimited tables, compiled to WASM: cuts records out of UTF-8 bytes and counts their cells by column. Separators,
// quotes and line ends are single ASCII bytes. Owns no judgement: what a cell means is the host's, who is asked once per key (classify.ts).
import { setToday } from "./numbers";
import { hanTraits, roles } from "./texts";
import { BATCH, Column, countCells, currentRow, newColumn, setSeed } from "./column";
import { counted, row, widen } from "./host";
import { give, take } from "./memory";

const LF: u32 = 10;
const CR: u32 = 13;
const QUOTE: u32 = 34;
/** The format's limits: 32,767 characters of at most four bytes, and columns. */
const MAX_CELL: i32 = 131068;
const MAX_COLUMNS: i32 = 16384;
const BLOCK: usize = 64;
/** Bytes that may be read beyond the end of what is scanned: a block. */
const MARGIN: usize = BLOCK;

export const GOING: i32 = 0;
export const CELL_TOO_LONG: i32 = 1;
export const TOO_MANY_COLUMNS: i32 = 2;
export const QUOTE_UNCLOSED: i32 = 3;
/** A record as wide as the first and equal to it: the first was no header. */
export const REPEATED: i32 = 4;
export const ENOUGH: i32 = 5;

let separator: u32 = 44;
let rows: f64 = 0;
let maxRows: f64 = Infinity;
let tellRows: bool = false;
let status: i32 = GOING;

let input: usize = 0;
let inputBytes: usize = 0;
/** Cells that had quotes, without them. */
let unquoted: usize = 0;
let unquotedBytes: usize = 0;

/** Cells of the records that are cut and not counted yet, row by row, and of the one being cut. */
const MAX_WAITING: i32 = 32768;
const starts = memory.data((MAX_WAITING + MAX_COLUMNS) * 4);
const lengths = memory.data((MAX_WAITING + MAX_COLUMNS) * 4);
const columns = memory.data(MAX_COLUMNS * 4);
let width: i32 = 0;
/** Cells of the record being cut, and those of records before it. */
let cells: i32 = 0;
let waiting: i32 = 0;
let waitingRows: i32 = 0;

let header: usize = 0;
let headerCells: i32 = 0;
let headerBytes: i32 = 0;

export function start(with_: u32, today: u32, seed: u64, most: f64, tell: bool): void {
  separator = with_;
  setToday(today);
  setSeed(seed);
  maxRows = most;
  tellRows = tell;
}

export function hanTable(): usize {
  return hanTraits;
}
export function roleTable(): usize {
  return roles;
}
export function startsAt(): usize {
  return starts;
}
export function lengthsAt(): usize {
  return lengths;
}
export function cellsOf(): i32 {
  return cells;
}
export function rowsOf(): f64 {
  return rows;
}
/** Of the records that are being counted: where `see` and `observe` stand. */
export function rowAt(): i32 {
  return currentRow();
}
export function statusOf(): i32 {
  return status;
}
export function goOn(): void {
  status = GOING;
}

/** Where to write what is scanned next; what stood there before stays. */
export function buffer(bytes: usize): usize {
  if (bytes + MARGIN > inputBytes) {
    let size = max<usize>(inputBytes, 65536);
    while (size < bytes + MARGIN) size *= 2;
    const larger = take(size);
    if (input !== 0) memory.copy(larger, input, inputBytes);
    give(input, inputBytes);
    input = larger;
    inputBytes = size;
  }
  return input;
}

/** Cells that rows before it did not have are empty in it. */
export function addColumn(flags: i32): i32 {
  const column = newColumn(width, flags);
  column.empty = rows;
  store<u32>(columns + (width << 2), <u32>changetype<usize>(column));
  return width++;
}

export function emptyOf(index: i32): f64 {
  return columnAt(index).empty;
}
export function filledOf(index: i32): f64 {
  return rows - columnAt(index).empty;
}
export function countsOf(index: i32): usize {
  return columnAt(index).counts;
}
export function wantedOf(index: i32): usize {
  return columnAt(index).wanted;
}
/** 0 when there are only registers. */
export function valuesOf(index: i32): usize {
  return columnAt(index).values;
}
export function valueSlotsOf(index: i32): i32 {
  return columnAt(index).valueSlots;
}
export function valueCountOf(index: i32): i32 {
  return columnAt(index).valueCount;
}
export function registersOf(index: i32): usize {
  return columnAt(index).registers;
}

// @ts-ignore: decorator
@inline
function columnAt(index: i32): Column {
  return changetype<Column>(<usize>load<u32>(columns + (index << 2)));
}

/** Keeps the record just cut, to recognise it when it comes again. */
export function keepHeader(): void {
  headerCells = cells;
  headerBytes = 0;
  for (let i = 0; i < cells; i++) headerBytes += load<i32>(lengths + (i << 2));
  header = take(headerBytes + 16);
  let to = header;
  for (let i = 0; i < cells; i++) {
    const length = load<i32>(lengths + (i << 2));
    memory.copy(to, load<u32>(starts + (i << 2)), length);
    to += length;
  }
}
export function forgetHeader(): void {
  headerCells = 0;
}

function repeatsHeader(): bool {
  if (headerCells !== cells) return false;
  let at = header;
  for (let i = waiting; i < waiting + cells; i++) {
    const length = load<i32>(lengths + (i << 2));
    if (at + length > header + headerBytes) return false;
    if (memory.compare(at, load<u32>(starts + (i << 2)), length) !== 0) return false;
    at += length;
  }
  return at === header + headerBytes;
}

/** Counts the records that wait; the one just cut then stands at the beginning. */
function countWaiting(): void {
  const rowsThen = waitingRows;
  const before = waiting;
  waitingRows = 0;
  waiting = 0;
  for (let i = 0; i < width && rowsThen > 0; i++) countCells(columnAt(i), starts + (i << 2), lengths + (i << 2), width << 2, rowsThen);
  if (rowsThen > 0) counted();
  if (before === 0) return;
  memory.copy(starts, starts + (before << 2), cells << 2);
  memory.copy(lengths, lengths + (before << 2), cells << 2);
}

/** Lets the record just cut wait until it is counted with others. */
function keep(): void {
  if (cells > width) {
    countWaiting();
    if (!widen(cells)) return;
  }
  for (let i = cells; i < width; i++) store<i32>(lengths + ((waiting + i) << 2), 0);
  rows += 1;
  waiting += width;
  waitingRows++;
  if (waitingRows < BATCH && waiting + width <= MAX_WAITING && !tellRows) return;
  const kept = cells;
  cells = 0;
  countWaiting();
  cells = kept;
  if (tellRows) row(cells);
}

/** Counts the record just cut, at once. */
export function count(): void {
  const kept = cells;
  keep();
  cells = 0;
  countWaiting();
  cells = kept;
}

// @ts-ignore: decorator
@inline
function endCell(at: usize, length: i32): bool {
  if (length > MAX_CELL) {
    status = CELL_TOO_LONG;
    return false;
  }
  if (cells >= MAX_COLUMNS) {
    status = TOO_MANY_COLUMNS;
    return false;
  }
  store<u32>(starts + ((waiting + cells) << 2), <u32>at);
  store<i32>(lengths + ((waiting + cells) << 2), length);
  cells++;
  return true;
}

/** Some quote stands where a strict writer would not put it: parity of quotes then says nothing about where cells end. */
let irregular: bool = false;
export function isIrregular(): bool {
  return irregular;
}

/** 1 when the quotes in the buffer from `from` to `to` are odd in number, else 0; -1 when a NUL stands there: then it is no text. */
export function oddQuotes(from: i32, to: i32): i32 {
  const end = input + to;
  const quote = i8x16.splat(34);
  let odd = i8x16.splat(0);
  let least = i8x16.splat(-1);
  let p = input + from;
  for (; p + BLOCK <= end; p += BLOCK) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    odd = v128.xor(odd, v128.xor(v128.xor(i8x16.eq(a, quote), i8x16.eq(b, quote)), v128.xor(i8x16.eq(c, quote), i8x16.eq(d, quote))));
    least = i8x16.min_u(least, i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d)));
  }
  let found = popcnt(i8x16.bitmask(odd));
  let whole = i8x16.all_true(least);
  for (; p < end; p++) {
    const byte: u32 = load<u8>(p);
    if (byte === QUOTE) found++;
    if (byte === 0) whole = false;
  }
  return whole ? found & 1 : -1;
}

/**
 * Where the first record begins at or after `from + 1`, for a reader that was not there before; -1 when none does before `to`.
 * @param inside the byte at `from` stands within quotes
 */
export function firstRecord(from: i32, to: i32, inside: bool): i32 {
  let quoted = inside;
  for (let i = from; i < to; i++) {
    const byte: u32 = load<u8>(input + i);
    if (byte === QUOTE) quoted = !quoted;
    if (quoted || (byte !== LF && byte !== CR)) continue;
    if (byte === CR && i + 1 < to && load<u8>(input + i + 1) === LF) continue;
    return i + 1;
  }
  return -1;
}

// @ts-ignore: decorator
@inline
function marksOf16(p: usize, cutter: v128): u64 {
  const v = v128.load(p);
  const cuts = v128.or(i8x16.eq(v, cutter), i8x16.eq(v, i8x16.splat(34)));
  return <u64>(<u32>i8x16.bitmask(v128.or(cuts, v128.or(i8x16.eq(v, i8x16.splat(10)), i8x16.eq(v, i8x16.splat(13))))));
}

/** Where separators, quotes and line ends stand in the block at `p`, a bit for each byte. @param cutter the separator in each place */
// @ts-ignore: decorator
@inline
function marksOf(p: usize, cutter: v128): u64 {
  return marksOf16(p, cutter) | (marksOf16(p + 16, cutter) << 16) | (marksOf16(p + 32, cutter) << 32) | (marksOf16(p + 48, cutter) << 48);
}

let usedUnquoted: usize = 0;

/** A cell that begins with a quote. @returns where its mark stands, or 0 when the bytes end before it; `length` of the cell in `quotedLength` */
function quotedCell(from: usize, end: usize): usize {
  let p = from + 1;
  let to = usedUnquoted;
  let inside = true;
  while (p < end) {
    const byte: u32 = load<u8>(p);
    if (inside) {
      if (byte === QUOTE) {
        if (p + 1 < end && load<u8>(p + 1) === QUOTE) {
          store<u8>(unquoted + to++, <u8>QUOTE);
          p += 2;
          continue;
        }
        inside = false;
        p++;
        continue;
      }
    } else if (byte === separator || byte === LF || byte === CR) {
      break;
    }
    if (!inside) irregular = true;
    store<u8>(unquoted + to++, <u8>byte);
    if (<i32>(to - usedUnquoted) > MAX_CELL) {
      status = CELL_TOO_LONG;
      return 0;
    }
    p++;
  }
  quotedLength = <i32>(to - usedUnquoted);
  openQuote = inside;
  return p < end ? p : 0;
}
let quotedLength: i32 = 0;
let openQuote: bool = false;

/**
 * Cuts and counts the records in the buffer.
 * @param last nothing comes after `to`
 * @param one stops after one record and leaves the counting to the host
 * @param until records that begin here or later are another reader's
 * @returns where the first record begins that is not counted
 */
export function scan(from: i32, to: i32, last: bool, one: bool, until: i32): i32 {
  const next = cut(from, to, last, one, until);
  // The bytes may move before the next call.
  countWaiting();
  return next;
}

function cut(from: i32, to: i32, last: bool, one: bool, until: i32): i32 {
  const end = input + to;
  let begin = input + from;
  if (<usize>(to - from) + MARGIN > unquotedBytes) {
    give(unquoted, unquotedBytes);
    unquotedBytes = <usize>(to - from) * 2 + MARGIN;
    unquoted = take(unquotedBytes);
  }
  const stop = min(end, input + until);
  const cutter = i8x16.splat(<i8>separator);
  // Marks of the block that are still to come.
  let block = begin;
  let marks: u64 = begin < end ? marksOf(block, cutter) : 0;
  while (begin < stop) {
    cells = 0;
    if (waitingRows === 0) usedUnquoted = 0;
    let p = begin;
    let next: usize = 0;
    for (;;) {
      let mark: usize;
      if (p < end && load<u8>(p) === QUOTE) {
        mark = quotedCell(p, end);
        if (status !== GOING) return <i32>(begin - input);
        if (mark === 0) {
          if (!last) return <i32>(begin - input);
          if (openQuote) {
            status = QUOTE_UNCLOSED;
            return <i32>(begin - input);
          }
          mark = end;
        }
        if (!endCell(unquoted + usedUnquoted, quotedLength)) return <i32>(begin - input);
        // The next one begins on a place of its own, with room behind this one.
        usedUnquoted += quotedLength;
        block = mark;
        marks = marksOf(block, cutter);
        // The mark itself is taken.
        if (mark < end) marks &= ~(<u64>1);
      } else {
        for (;;) {
          while (marks === 0 && block < end) {
            block += BLOCK;
            if (block < end) marks = marksOf(block, cutter);
          }
          mark = min(end, marks === 0 ? end : block + <usize>ctz(marks));
          if (mark === end) break;
          marks &= marks - 1;
          // The second half of a line's end is behind already.
          if (mark < p) continue;
          if (load<u8>(mark) !== QUOTE) break;
          irregular = true;
        }
        if (<i32>(mark - p) > MAX_CELL) {
          status = CELL_TOO_LONG;
          return <i32>(begin - input);
        }
        if (mark === end && !last) return <i32>(begin - input);
        if (!endCell(p, <i32>(mark - p))) return <i32>(begin - input);
      }
      if (mark === end) {
        next = end;
        break;
      }
      const byte: u32 = load<u8>(mark);
      if (byte === separator) {
        p = mark + 1;
        if (p === end && !last) return <i32>(begin - input);
        continue;
      }
      next = mark + 1;
      if (byte === CR) {
        if (next === end && !last) return <i32>(begin - input);
        if (next < end && load<u8>(next) === LF) next++;
      }
      break;
    }
    // A blank line is no record, unless a line is all there can be.
    if (cells === 1 && load<i32>(lengths + (waiting << 2)) === 0 && width !== 1) {
      begin = next;
      continue;
    }
    if (rows >= maxRows && width > 0 && !one) {
      status = ENOUGH;
      return <i32>(begin - input);
    }
    if (one) return <i32>(next - input);
    if (repeatsHeader()) {
      status = REPEATED;
      return <i32>(next - input);
    }
    keep();
    begin = next;
  }
  return <i32>(begin - input);
}
