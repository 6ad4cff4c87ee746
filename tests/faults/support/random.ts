// Numbers that look random and are the same in every run, so that a red case can be seen again.
export type Random = { readonly below: (limit: number) => number; readonly bytes: (length: number) => Uint8Array<ArrayBuffer> };

/** Mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => next() % limit;
  return { below, bytes: (length) => Uint8Array.from({ length }, () => below(256)) };
}
