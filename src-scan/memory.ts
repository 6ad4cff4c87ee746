// Memory in blocks of powers of two that are given back when a table grows or is dropped. Nothing here is collected.

const LISTS: i32 = 32;
const free = memory.data(LISTS * 4);

const classOf = (bytes: usize): i32 => 32 - clz<u32>(<u32>bytes - 1);

/** Zeroed. Traps when the memory has reached its maximum: the host takes that for the end of this table. */
export function take(bytes: usize): usize {
  const size = classOf(max(bytes, 16));
  const list = free + (size << 2);
  const held = load<u32>(list);
  const length = (<usize>1) << size;
  if (held !== 0) {
    store<u32>(list, load<u32>(held));
    memory.fill(held, 0, length);
    return held;
  }
  // Memory that nobody had is zeroed already, and what no one writes to costs nothing.
  return heap.alloc(length);
}

export function give(block: usize, bytes: usize): void {
  if (block === 0) return;
  const list = free + (classOf(max(bytes, 16)) << 2);
  store<u32>(block, load<u32>(list));
  store<u32>(list, <u32>block);
}
