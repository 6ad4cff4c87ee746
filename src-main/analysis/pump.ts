// Feeds bytes to the analysis window without ever having more than a few chunks under way: one reader loop, one credit per acknowledged
// chunk. `next` may reuse its buffer: it runs again only after `send` has returned, and posting copies before it returns.

export type Pump = { readonly done: Promise<void>; readonly credit: () => void };

export function pump(
  outstanding: number,
  next: () => Uint8Array | null,
  send: (chunk: Uint8Array | null) => void,
  alive: () => boolean,
): Pump {
  let credits = outstanding;
  let wake: (() => void) | undefined;
  const done = (async () => {
    while (alive()) {
      const chunk = next();
      while (credits === 0 && alive())
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      credits--;
      send(chunk);
      if (chunk === null) return;
      // Let main answer its windows between two chunks.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  })();
  return {
    done,
    credit() {
      credits++;
      wake?.();
      wake = undefined;
    },
  };
}
