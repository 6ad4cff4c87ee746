// Where the lines of a laid-out element begin. Pages are filled line by line, so that no line is ever cut by a page's edge.

export type Lines = {
  /** Offset into the element's text at which each line begins; the first is 0. */
  readonly starts: readonly number[];
  /** Pixels. */
  readonly lineHeight: number;
  /** Padding and borders above and below the lines, pixels. */
  readonly frame: number;
};

const pixels = (value: string): number => Number.parseFloat(value) || 0;

function textNodes(element: Element): { node: Text; from: number }[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; from: number }[] = [];
  let from = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    nodes.push({ node: node as Text, from });
    from += (node as Text).length;
  }
  return nodes;
}

/** @param element has one line height throughout (smaller faces inside it do not stretch a line). */
export function linesOf(element: HTMLElement): Lines {
  const style = getComputedStyle(element);
  const lineHeight = pixels(style.lineHeight);
  const frame = [style.paddingTop, style.paddingBottom, style.borderTopWidth, style.borderBottomWidth].reduce(
    (sum, each) => sum + pixels(each),
    0,
  );
  const nodes = textNodes(element);
  const length = nodes.reduce((sum, { node }) => sum + node.length, 0);
  const first = boxOf(nodes, 'first');
  // Vertical centring may push the lines of a cell down, so the first line's own box decides.
  const origin = first === null ? 0 : first.top + first.height / 2 - lineHeight / 2;
  const range = document.createRange();

  /** Line of a character; one without a box (a line feed, a hanging space) belongs to the line before it. */
  const lineOf = (offset: number): number => {
    for (let at = offset; at >= 0; at--) {
      const holder = nodes.findLast(({ from }) => from <= at);
      if (holder === undefined) break;
      range.setStart(holder.node, at - holder.from);
      range.setEnd(holder.node, at - holder.from + 1);
      const box = range.getClientRects()[0];
      if (box !== undefined && box.width > 0) return lineAt(box, origin, lineHeight);
    }
    return 0;
  };

  const end = boxOf(nodes, 'last');
  const last = end === null ? 0 : lineAt(end, origin, lineHeight);
  const starts = [0];
  for (let line = 1; line <= last; line++) {
    let low = starts.at(-1) ?? 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (lineOf(middle) < line) low = middle + 1;
      else high = middle;
    }
    starts.push(low);
  }
  return { starts, lineHeight, frame };
}

const lineAt = (box: DOMRect, origin: number, lineHeight: number): number =>
  Math.round((box.top + box.height / 2 - origin - lineHeight / 2) / lineHeight);

/** The first or the last box that any of the nodes has on the page. */
function boxOf(nodes: readonly { node: Text }[], which: 'first' | 'last'): DOMRect | null {
  for (const { node } of which === 'first' ? nodes : nodes.toReversed()) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const box = which === 'first' ? boxes[0] : boxes.at(-1);
    if (box !== undefined) return box;
  }
  return null;
}
