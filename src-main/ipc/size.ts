/** Rough size in bytes of a structured-clone value; stops counting once `limit` is passed, so a hostile value costs no more than the limit. */
export function sizeOf(value: unknown, limit: number): number {
  let size = 0;
  const pending: unknown[] = [value];
  const seen = new Set<object>();
  while (pending.length > 0 && size <= limit) {
    const next = pending.pop();
    if (typeof next === 'string') size += next.length * 2;
    else if (next instanceof Uint8Array) size += next.byteLength;
    else if (next !== null && typeof next === 'object') {
      if (seen.has(next)) continue;
      seen.add(next);
      for (const [key, member] of Object.entries(next)) {
        size += key.length * 2 + 8;
        pending.push(member);
      }
    } else size += 8;
  }
  return size;
}
