// Places a paragraph, over as many pages as it needs, with at least two of its lines on either side of a break.
import { element, type ParagraphBlock, paragraphElement, sliceRuns } from './elements';
import type { Lines } from './lines';
import type { Measured, Sheets } from './sheets';

const FEWEST_LINES = 2;

/** Lines of a paragraph to leave on this page: all, none, or so many that two stay on either side. */
export function linesToPlace(left: number, fitting: number): number {
  if (left <= fitting) return left;
  const most = Math.min(fitting, left - FEWEST_LINES);
  return most < FEWEST_LINES ? 0 : most;
}

export function paragraphSplitter(block: ParagraphBlock, made: HTMLParagraphElement, readLines: () => Lines): Measured {
  const { height } = made.getBoundingClientRect();
  const lineHeight = Number.parseFloat(getComputedStyle(made).lineHeight);
  const frame = height - Math.round(height / lineHeight) * lineHeight;
  const count = Math.round(height / lineHeight);
  const length = made.textContent?.length ?? 0;
  let lines: Lines | null = null;

  const piece = (from: number, to: number): HTMLElement => {
    lines ??= readLines();
    const part = paragraphElement(block, sliceRuns(block.runs, lines.starts[from] ?? 0, lines.starts[to] ?? length));
    if (from > 0) part.classList.add('continued');
    if (to < count) part.classList.add('broken');
    return part;
  };

  return {
    // Three lines cannot be parted with two on either side.
    least: (count < 2 * FEWEST_LINES ? count : FEWEST_LINES) * lineHeight,
    keepWithNext: block.keepWithNext,
    place: (sheets: Sheets) => {
      for (let at = 0; at < count; ) {
        const now = linesToPlace(count - at, sheets.linesFitting(lineHeight));
        if (now === 0 && !sheets.fresh) {
          sheets.turn();
          continue;
        }
        // A page that is still empty takes what it can even against the rule of two lines.
        const take = now === 0 ? Math.min(count - at, Math.max(1, sheets.linesFitting(lineHeight))) : now;
        const whole = at === 0 && take === count;
        sheets.place(whole ? made : piece(at, at + take), take * lineHeight + (whole ? frame : 0));
        at += take;
        if (at < count) sheets.turn();
      }
      if (count === 0) sheets.place(element('p', block.role), 0);
    },
  };
}
