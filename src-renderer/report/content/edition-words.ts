// The words of a checklist edition that are printed: titles, pass rules, citations. Only those are read, so that the report of an old verdict can
// still be printed when the edition's other rules have moved on; what does not fit is left out, and the item's id stands alone.
import { itemLabel } from '@shared/checklist/edition';
import type { Language } from '@shared/texts/language';
import { z } from 'zod';

const both = z.object({ zh: z.string(), en: z.string() });
const schema = z.object({
  name: both,
  version: z.string(),
  sources: z.array(z.object({ id: z.string(), short: both })),
  items: z.array(
    z.object({ id: z.string(), title: both, passRule: both, citations: z.array(z.object({ source: z.string(), clause: z.string() })) }),
  ),
});

export type EditionWords = {
  /** Null when the edition is not at hand. */
  readonly name: string | null;
  readonly version: string;
  readonly title: (item: string) => string;
  readonly passRule: (item: string) => string | null;
  /** 办法第十七条第二款第（一）项, one for each citation. */
  readonly citations: (item: string) => readonly string[];
};

export const labelOf = (item: string): string => itemLabel(item);

export function editionWords(edition: unknown, language: Language): EditionWords {
  const read = schema.safeParse(edition);
  if (!read.success) return { name: null, version: '', title: () => '', passRule: () => null, citations: () => [] };
  const { name, version, sources, items } = read.data;
  const byId = new Map(items.map((item) => [item.id, item]));
  const short = new Map(sources.map((source) => [source.id, source.short[language]]));
  return {
    name: name[language],
    version,
    title: (item) => byId.get(item)?.title[language] ?? '',
    passRule: (item) => byId.get(item)?.passRule[language] ?? null,
    citations: (item) =>
      (byId.get(item)?.citations ?? []).map(
        ({ source, clause }) => `${short.get(source) ?? source}${language === 'en' ? ' ' : ''}${clause}`,
      ),
  };
}
