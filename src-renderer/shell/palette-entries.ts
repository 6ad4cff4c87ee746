// What the palette finds: dossiers by name, developer or agreement, and commands. Pure, so that the matching can be tested.
export type PaletteEntry = {
  readonly id: string;
  readonly group: 'products' | 'verdicts' | 'commands';
  readonly title: string;
  readonly about: string;
  readonly keys?: string;
};

export type Marked = PaletteEntry & { readonly match: readonly [number, number] | null };
const PER_GROUP = 6;

/** ">" first shows commands only. Every word of the query must occur; the first is marked in the title. */
export function findEntries(entries: readonly PaletteEntry[], query: string): readonly Marked[] {
  const onlyCommands = query.startsWith('>');
  const words = (onlyCommands ? query.slice(1) : query).toLowerCase().split(/\s+/).filter(Boolean);
  const counts = new Map<string, number>();
  return entries.flatMap((entry) => {
    if (onlyCommands && entry.group !== 'commands') return [];
    const title = entry.title.toLowerCase();
    const whole = `${title} ${entry.about.toLowerCase()}`;
    if (!words.every((word) => whole.includes(word))) return [];
    const count = counts.get(entry.group) ?? 0;
    // Commands are few and are always all shown; products may be thousands.
    if (entry.group !== 'commands' && count >= PER_GROUP) return [];
    counts.set(entry.group, count + 1);
    const [first] = words;
    const at = first === undefined ? -1 : title.indexOf(first);
    return [{ ...entry, match: at < 0 || first === undefined ? null : ([at, at + first.length] as const) }];
  });
}
