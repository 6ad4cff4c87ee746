// Ctrl+F6: the focus goes from pane to pane (rail, steps or tree, work, side panel) and round again.
const PANES = 'nav, aside, main > section, main > div > section';

const visible = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Index of the pane after the one that holds the focus; the first when none does. */
export const nextPane = (count: number, current: number): number => (count === 0 ? -1 : (current + 1) % count);

export function focusNextPane(): void {
  const panes = [...document.querySelectorAll<HTMLElement>(PANES)].filter(visible);
  const current = panes.findIndex((pane) => pane.contains(document.activeElement));
  const target = panes[nextPane(panes.length, current)];
  if (!target) return;
  target.tabIndex = -1;
  target.focus();
}
