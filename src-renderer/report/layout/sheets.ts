// The pages themselves: fixed A4 sections with the text's rectangle, page number at the outer edge (odd right, even left), foot and, in practice,
// band and watermark. Keeps count of the room that is left; refuses to finish when anything stands outside its rectangle.
import type { OfficialDocument } from '../content/block';
import { element } from './elements';
import { practiceMark } from './practice-mark';

/** Layout units are 1/64 px; sums of many of them may be a hair over. */
const TOLERANCE = 0.75;

/** What the page filler needs to know of a block that waits in the galley. */
export type Measured = {
  /** Room that its beginning needs: a heading is only placed where this much of the next block fits too. */
  readonly least: number;
  readonly keepWithNext: boolean;
  readonly place: (sheets: Sheets) => void;
};

export class Sheets {
  /** Height of the text's rectangle, pixels. */
  readonly height: number;
  private text: HTMLElement;
  private used = 0;
  private empty = true;
  private count = 0;

  constructor(
    private readonly document: OfficialDocument,
    private readonly target: HTMLElement,
  ) {
    this.text = this.sheet();
    this.height = this.text.getBoundingClientRect().height;
  }

  get room(): number {
    return this.height - this.used + TOLERANCE;
  }

  /** Nothing stands on this page yet. */
  get fresh(): boolean {
    return this.empty;
  }

  linesFitting(lineHeight: number): number {
    return Math.floor(this.room / lineHeight);
  }

  turn(): void {
    this.text = this.sheet();
    this.used = 0;
    this.empty = true;
  }

  place(made: HTMLElement, height: number): void {
    this.text.append(made);
    this.grow(height);
  }

  /** What was placed last has become taller. */
  grow(height: number): void {
    this.used += height;
    this.empty = false;
  }

  /** At the foot of the text's rectangle, on a new page when this one is too full. */
  placeAtFoot(made: HTMLElement, height: number): void {
    if (height > this.room) this.turn();
    made.classList.add('at-foot');
    this.place(made, height);
  }

  /** @returns the number of pages. @throws when a page holds more than it shows: nothing is ever cut off in silence. */
  finish(): number {
    for (const text of this.target.querySelectorAll<HTMLElement>('.sheet > .text')) {
      const bottom = text.getBoundingClientRect().bottom + 2;
      if ([...text.children].some((child) => child.getBoundingClientRect().bottom > bottom)) throw new Error('a page overflows');
      if (text.scrollWidth > text.clientWidth + 1) throw new Error('a line is too wide');
    }
    return this.count;
  }

  private sheet(): HTMLElement {
    this.count += 1;
    const text = element('div', 'text');
    const { practice, footer, pageNumber } = this.document;
    // Furniture is left out of the reading order; it stands on the page as text all the same.
    const number = element('div', 'page-number', pageNumber(this.count));
    const foot = element('div', 'foot', ...footer.map((line) => element('p', '', line)));
    for (const furniture of [number, foot]) furniture.ariaHidden = 'true';
    const marks = practice === null ? [] : [practiceMark(), element('div', 'band', practice.band)];
    const sheet = element('section', `sheet ${this.count % 2 === 1 ? 'odd' : 'even'}`, ...marks, text, number, foot);
    if (practice !== null) sheet.classList.add('practice');
    this.target.append(sheet);
    return text;
  }
}
