// Fills A4 pages from a document: measures every block once in a galley of the text's width, then places blocks, lines and rows page by page.
// Lines are never cut, headings stay with what follows, tables repeat their heads. It decides breaks only; looks are report.css.
import type { Block, OfficialDocument } from '../content/block';
import { element, paragraphElement, solidElement } from './elements';
import { everyFontLoaded } from './fonts';
import { linesOf } from './lines';
import { paragraphSplitter } from './paragraph';
import { type Measured, Sheets } from './sheets';
import { measureTable } from './table';

const startsPage = (block: Block): boolean => block.kind === 'annex';
const keepsNext = (block: Block, next: Block | undefined): boolean =>
  block.kind === 'heading' ||
  block.kind === 'annex' ||
  block.kind === 'title' ||
  (block.kind === 'sign-off' && next?.kind === 'hand-signatures') ||
  (block.kind === 'paragraph' && block.keepWithNext);

function measure(block: Block, next: Block | undefined, galley: HTMLElement): () => Measured {
  if (block.kind === 'table') return measureTable(block, galley);
  if (block.kind === 'paragraph') {
    const made = paragraphElement(block);
    galley.append(made);
    return () => paragraphSplitter(block, made, () => linesOf(made));
  }
  const made = solidElement(block);
  galley.append(made);
  return () => {
    const { height } = made.getBoundingClientRect();
    return {
      least: height,
      keepWithNext: keepsNext(block, next),
      place: (sheets) => {
        if (startsPage(block) && !sheets.fresh) sheets.turn();
        if (block.kind === 'colophon') sheets.placeAtFoot(made, height);
        else sheets.place(made, height);
      },
    };
  };
}

/** Room for a block that must not end a page alone, with the beginnings of those it is kept with. */
function leastFrom(all: readonly Measured[], index: number): number {
  const own = all[index];
  if (own === undefined) return 0;
  return own.least + (own.keepWithNext ? leastFrom(all, index + 1) : 0);
}

/** @returns the number of pages. Fonts are loaded before anything is measured, and nothing is loaded after. */
export async function layOut(paper: OfficialDocument, target: HTMLElement): Promise<number> {
  document.documentElement.lang = paper.language === 'zh' ? 'zh-CN' : 'en';
  document.title = paper.title;
  await everyFontLoaded(paper);

  target.classList.toggle('compact', paper.compact);
  const galley = element('div', 'galley text');
  target.append(galley);
  const waiting = paper.blocks.map((block, i) => measure(block, paper.blocks[i + 1], galley));
  // Every reading comes before the first block leaves the galley, so the page is laid out once and not once a block.
  const measured = waiting.map((read) => read());
  const sheets = new Sheets(paper, target);
  measured.forEach((block, i) => {
    if (!sheets.fresh && leastFrom(measured, i) > sheets.room) sheets.turn();
    block.place(sheets);
  });
  galley.remove();
  return sheets.finish();
}
