// What is kept of each column: how often each verdict came, which values were seen (while they can be told apart) and for which keys the verdict is
// known. Cells with one key get one verdict by construction (classify.ts), so that judgement is asked for once per key, not once per cell.
import { classify } from "./classify";
import { hash } from "./hash";
import { DIGEST } from "./keys";
import { observe, see } from "./host";
import { give, take } from "./memory";

/** Ids of verdicts are below; this one says that the host counts every such cell itself. */
const COUNTED_BY_HOST: i32 = 255;
/** As the format promises: distinct values are exact up to here. */
const EXACT_VALUES: i32 = 65536;
/** Of all columns together; beyond it the greediest column goes over to an estimate. */
const MAX_VALUE_BYTES: u32 = 128 << 20;
const MAX_KEYS: i32 = 32768;
const REGISTERS: i32 = 4096;
const REGISTER_BITS: u32 = 12;
/** Bytes of a slot: a hash whose last byte is the verdict; and a key, then the verdict. */
const VALUE: i32 = 8;
const KEY: i32 = 16;

/** The host wants every value of this column once. */
const OBSERVED: i32 = 128;

let valueBytes: u32 = 0;
let seed: u64 = 1;
export function setSeed(value: u64): void {
  seed = value;
}

@unmanaged
export class Column {
  flags: i32;
  index: i32;
  empty: f64;
  /** Cells by verdict, as doubles, then a byte for each verdict: cells the host still wants to see. */
  counts: usize;
  wanted: usize;
  /** 0 once the values are no longer told apart. */
  values: usize;
  valueSlots: i32;
  valueCount: i32;
  /** Of the estimate (HyperLogLog); every distinct value is registered from the first. */
  registers: usize;
  keys: usize;
  keySlots: i32;
  keyCount: i32;
}

export function newColumn(index: i32, flags: i32): Column {
  const column = changetype<Column>(take(offsetof<Column>()));
  column.flags = flags;
  column.index = index;
  column.counts = take(256 * 8);
  column.wanted = take(256);
  column.valueSlots = 32;
  column.values = take(32 * VALUE);
  valueBytes += 32 * VALUE;
  column.registers = take(REGISTERS);
  column.keySlots = 16;
  column.keys = take(16 * KEY);
  return column;
}

// @ts-ignore: decorator
@inline
function tally(column: Column, verdict: i32): void {
  if (verdict === COUNTED_BY_HOST) return;
  const at = column.counts + (verdict << 3);
  store<f64>(at, load<f64>(at) + 1);
}

/** The verdict by the cell's key; the host is asked when the key is new. */
function verdictOf(column: Column, at: usize, length: i32): i32 {
  const key = classify(column.flags, at, length, seed);
  if (key <= DIGEST) return see(column.index, at, length);
  const mask = column.keySlots - 1;
  let slot = <i32>key & mask;
  for (;;) {
    const place = column.keys + slot * KEY;
    const held = load<u64>(place);
    if (held === key) {
      const verdict = load<u8>(place, 8);
      const wanted = column.wanted + verdict;
      if (load<u8>(wanted) > 0) {
        store<u8>(wanted, load<u8>(wanted) - 1);
        see(column.index, at, length);
      }
      return verdict;
    }
    if (held === 0) break;
    slot = (slot + 1) & mask;
  }
  const verdict = see(column.index, at, length);
  if (verdict === COUNTED_BY_HOST || column.keyCount >= MAX_KEYS) return verdict;
  const place = column.keys + slot * KEY;
  store<u64>(place, key);
  store<u8>(place, <u8>verdict, 8);
  if (++column.keyCount * 2 > column.keySlots) growKeys(column);
  return verdict;
}

function growKeys(column: Column): void {
  const slots = column.keySlots * 4;
  const keys = take(slots * KEY);
  const mask = slots - 1;
  for (let i = 0; i < column.keySlots; i++) {
    const from = column.keys + i * KEY;
    const key = load<u64>(from);
    if (key === 0) continue;
    let slot = <i32>key & mask;
    while (load<u64>(keys + slot * KEY) !== 0) slot = (slot + 1) & mask;
    memory.copy(keys + slot * KEY, from, KEY);
  }
  give(column.keys, column.keySlots * KEY);
  column.keys = keys;
  column.keySlots = slots;
}

// @ts-ignore: decorator
@inline
function register(column: Column, unseeded: u64): void {
  const bare = <u32>(unseeded >> 32);
  const place = column.registers + (bare >>> (32 - REGISTER_BITS));
  const rank = min(clz<u32>(bare << REGISTER_BITS), 32 - REGISTER_BITS) + 1;
  if (rank > load<u8>(place)) store<u8>(place, <u8>rank);
}

function forgetValues(column: Column): void {
  give(column.values, column.valueSlots * VALUE);
  valueBytes -= column.valueSlots * VALUE;
  column.values = 0;
}

function growValues(column: Column): void {
  const slots = column.valueSlots * 4;
  if (valueBytes + slots * VALUE > MAX_VALUE_BYTES) return forgetValues(column);
  const values = take(slots * VALUE);
  const mask = slots - 1;
  for (let i = 0; i < column.valueSlots; i++) {
    const held = load<u64>(column.values + i * VALUE);
    if (held === 0) continue;
    let slot = <i32>(held >> 8) & mask;
    while (load<u64>(values + slot * VALUE) !== 0) slot = (slot + 1) & mask;
    store<u64>(values + slot * VALUE, held);
  }
  give(column.values, column.valueSlots * VALUE);
  valueBytes += (slots - column.valueSlots) * VALUE;
  column.values = values;
  column.valueSlots = slots;
}

/** As many rows as are counted at once, column by column: a column's table and the checks of its form stay at hand meanwhile. */
export const BATCH: i32 = 256;
const hashes = memory.data(BATCH * 8);

/** Row of the batch that is being counted. */
let current: i32 = 0;
export function currentRow(): i32 {
  return current;
}

/**
 * Counts the cells of a column in `rows` rows.
 * @param starts @param lengths of the first row's cell; @param stride bytes from one row's to the next
 */
export function countCells(column: Column, starts: usize, lengths: usize, stride: usize, rows: i32): void {
  if (column.values !== 0) {
    // All hashes are made before any is looked up: look-ups miss the cache while a column has many values, and so they are on their way together.
    let touched: u64 = 0;
    for (let row = 0; row < rows; row++) {
      const length = load<i32>(lengths + row * stride);
      if (length === 0) continue;
      const seeded = hash(load<u32>(starts + row * stride), length, seed) | 256;
      touched ^= load<u64>(column.values + (<i32>(seeded >> 8) & (column.valueSlots - 1)) * VALUE);
      store<u64>(hashes + (row << 3), seeded);
    }
    used = touched;
  }
  for (let row = 0; row < rows; row++) {
    const length = load<i32>(lengths + row * stride);
    if (length === 0) {
      column.empty += 1;
      continue;
    }
    const at: usize = load<u32>(starts + row * stride);
    current = row;
    if (column.values !== 0) addKnown(column, at, length, load<u64>(hashes + (row << 3)));
    else {
      register(column, hash(at, length, 0));
      if (column.flags & OBSERVED) observe(column.index, at, length);
      tally(column, verdictOf(column, at, length));
    }
  }
}
/** Means nothing: what nobody uses would not be loaded ahead. */
let used: u64 = 0;

/** A cell of a column whose values are told apart. */
// @ts-ignore: decorator
@inline
function addKnown(column: Column, at: usize, length: i32, seeded: u64): void {
  const mask = column.valueSlots - 1;
  let slot = <i32>(seeded >> 8) & mask;
  for (;;) {
    const held = load<u64>(column.values + slot * VALUE);
    if ((held ^ seeded) < 256) {
      const verdict = <i32>(held & 255);
      if (verdict === COUNTED_BY_HOST) see(column.index, at, length);
      else tally(column, verdict);
      return;
    }
    if (held === 0) break;
    slot = (slot + 1) & mask;
  }
  addNew(column, at, length, seeded, slot);
}

function addNew(column: Column, at: usize, length: i32, seeded: u64, slot: i32): void {
  if (column.flags & OBSERVED) observe(column.index, at, length);
  const verdict = verdictOf(column, at, length);
  tally(column, verdict);
  register(column, hash(at, length, 0));
  if (column.valueCount >= EXACT_VALUES) return forgetValues(column);
  store<u64>(column.values + slot * VALUE, (seeded & ~(<u64>255)) | <u64>verdict);
  if (++column.valueCount * 2 > column.valueSlots) growValues(column);
}
