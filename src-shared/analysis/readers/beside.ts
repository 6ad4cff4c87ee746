// Texts that an office package carries outside its cells and paragraphs, each place a part of its own: made when the first text comes, so that nothing of it
// is seen where there is none. Used by the readers of workbooks and documents; knows neither.
import { MAX_CELL_CHARACTERS } from './csv';
import type { Sink } from './sink';
import { type Package, textsOf } from './xlsx-parts';

export type BesideTexts = { readonly tell: (text: string) => boolean; readonly end: () => void };

/** @param hidden nothing in any program shows them: they are reported as such. What shows in a menu or a window of its own is only looked at */
export function createBesideTexts(make: () => Sink, hidden: boolean): BesideTexts {
  let sink: Sink | null = null;
  let count = 0;
  let going = true;
  return {
    tell(text) {
      if (!going || text.trim() === '') return going;
      sink ??= make();
      count++;
      going = sink.row([text.slice(0, MAX_CELL_CHARACTERS)]);
      return going;
    },
    end() {
      if (hidden) sink?.content('OTHER_TEXT', count);
      sink?.end(null);
    },
  };
}

/** Properties in which people write (ECMA-376 part 2, 8.3.3; part 1, 22.3). Authors and firms are told as people. */
const PROPERTIES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['docProps/core.xml', new Set(['title', 'subject', 'description', 'keywords', 'category', 'contentStatus'])],
  ['docProps/custom.xml', new Set(['lpwstr', 'lpstr', 'bstr', 'i4', 'i8', 'int', 'ui4', 'ui8', 'uint', 'r8', 'decimal'])],
];
/** The build and the mark of a file that WPS writes of its own accord; the mark looks like a hash of something. */
const OF_PROGRAMS = /^(?:\d+-\d+(?:\.\d+)+|[0-9A-F]{32}(?:_\d+)?)$/;
const NO_ATTRIBUTES: ReadonlySet<string> = new Set();

export function readProperties(files: Package, make: (part: string) => Sink): void {
  for (const [part, elements] of PROPERTIES) {
    const entry = files.get(part);
    if (!entry) continue;
    const texts = createBesideTexts(() => make(part), false);
    textsOf(entry, elements, NO_ATTRIBUTES, (text) => OF_PROGRAMS.test(text) || texts.tell(text));
    texts.end();
  }
}
