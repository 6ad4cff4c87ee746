// Blocks as elements. Text enters only as text nodes; nothing here measures or knows pages.
import type { Block, Cell, Run } from '../content/block';

export type TableBlock = Extract<Block, { kind: 'table' }>;
export type ParagraphBlock = Extract<Block, { kind: 'paragraph' }>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

export const runNodes = (runs: readonly Run[]): Node[] =>
  runs.map(({ text, face }) => (face === 'plain' ? document.createTextNode(text) : element('span', face, text)));

/** `from`, `to`: offsets into the text of all runs together. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...run, text }];
  });
}

export const paragraphElement = (block: ParagraphBlock, runs: readonly Run[] = block.runs): HTMLParagraphElement =>
  element('p', block.role, ...runNodes(runs));

export function cellElement(cell: Cell, runs: readonly Run[] = cell.runs): HTMLTableCellElement {
  const made = element(cell.head ? 'th' : 'td', cell.centred ? 'centred' : '', ...runNodes(runs));
  if (cell.span > 1) made.colSpan = cell.span;
  return made;
}

export const rowElement = (cells: readonly Cell[]): HTMLTableRowElement => element('tr', '', ...cells.map((cell) => cellElement(cell)));

/** An empty table with its head; rows are added by whoever knows the page. */
export function tableElement(block: TableBlock): { wrap: HTMLElement; body: HTMLTableSectionElement } {
  const columns = element(
    'colgroup',
    '',
    ...block.columns.map((width) => {
      const column = element('col', '');
      column.style.width = `${width}mm`;
      return column;
    }),
  );
  const body = element('tbody', '');
  const head = block.head === null ? [] : [element('thead', '', rowElement(block.head))];
  return { wrap: element('div', 'table', element('table', '', columns, ...head, body)), body };
}

/** Largest size at which the operator's name keeps to one line of 156 mm (442 pt), its letters set apart by a tenth; never over 34 pt. */
const headSize = (name: string): number => Math.max(18, Math.min(34, Math.floor(442 / (Math.max(1, [...name].length) * 1.12))));

export function solidElement(block: Exclude<Block, TableBlock | ParagraphBlock>): HTMLElement {
  switch (block.kind) {
    case 'red-head': {
      const name = element('div', 'operator', block.operator);
      name.style.fontSize = `${headSize(block.operator)}pt`;
      return element('header', 'red-head', name, element('div', 'document-number', block.number));
    }
    case 'title':
      return element('h1', '', block.text);
    case 'heading':
      return element(block.level === 1 ? 'h2' : 'h3', '', block.text);
    case 'annex':
      return element('div', 'annex', element('p', 'annex-label', block.label), element('h2', 'annex-title', block.title));
    case 'sign-off':
      return element(
        'div',
        'sign-off',
        element('div', 'mark', element('div', 'mark-title', block.mark.title), element('div', 'mark-note', block.mark.note)),
        element('div', 'seal-place', element('p', '', block.operator), element('p', 'quiet', block.seal), element('p', '', block.date)),
      );
    case 'hand-signatures':
      return element(
        'div',
        'hand',
        element('p', 'hand-title', block.title),
        element(
          'div',
          'hand-boxes',
          ...block.columns.map((title) => element('div', 'hand-box', element('p', '', title), element('p', 'hand-date', block.date))),
        ),
      );
    case 'colophon':
      return element(
        'footer',
        'colophon',
        element('p', '', block.copyTo),
        element('p', 'issued', element('span', '', block.operator), element('span', '', block.printedOn)),
      );
  }
}
