// Loads every face that the document's characters need before anything is measured: a face that arrives late would move lines, and two
// printings of one verdict would differ. A face that cannot be loaded is an error, not a substitute.
import type { OfficialDocument } from '../content/block';

const FACES = ['"Noto Serif SC Variable"', '"Noto Sans SC Variable"'];

/** All characters of the document, its furniture and page numbers, each once. */
function characters(value: unknown, into = new Set<string>()): Set<string> {
  if (typeof value === 'string') for (const character of value) into.add(character);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) characters(inner, into);
  return into;
}

export async function everyFontLoaded(paper: OfficialDocument): Promise<void> {
  const text = [...characters(paper), ...paper.pageNumber(1), ...'0123456789'].join('');
  await Promise.all(FACES.map((face) => document.fonts.load(`16px ${face}`, text)));
  await document.fonts.ready;
  for (const face of document.fonts) if (face.status === 'error') throw new Error(`font not loaded: ${face.family}`);
}
