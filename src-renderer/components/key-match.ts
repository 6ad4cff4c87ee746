// Whether a key press is the one a binding names. Pure, so that the table of section "Keyboard" can be tested without a window.

export type Press = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
};

const NAMES: Readonly<Record<string, string>> = {
  esc: 'escape',
  space: ' ',
  '↑': 'arrowup',
  '↓': 'arrowdown',
  '←': 'arrowleft',
  '→': 'arrowright',
  '−': '-',
};

/** "Ctrl+Shift+Z" -> its modifiers and the `key` value in lower case. "Ctrl++" names the plus key. */
export function parseKeys(keys: string): { ctrl: boolean; alt: boolean; shift: boolean; key: string } {
  const parts = keys.split('+');
  const last = keys.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const modifiers = new Set(parts.slice(0, -1));
  const name = last.toLowerCase();
  return { ctrl: modifiers.has('Ctrl'), alt: modifiers.has('Alt'), shift: modifiers.has('Shift'), key: NAMES[name] ?? name };
}

export function matches(keys: string, press: Press): boolean {
  const wanted = parseKeys(keys);
  if (press.metaKey || press.ctrlKey !== wanted.ctrl || press.altKey !== wanted.alt) return false;
  if (press.key.toLowerCase() !== wanted.key) return false;
  // Signs such as "?" or "=" may need Shift on some layouts; letters and named keys must agree.
  const isSign = wanted.key.length === 1 && !/[a-z0-9 ]/.test(wanted.key);
  return isSign || press.shiftKey === wanted.shift;
}

/** Keys that would be typed into a field: they act outside of fields only. */
export function needsNoField(keys: string): boolean {
  const { ctrl, alt, key } = parseKeys(keys);
  return (
    !ctrl &&
    !alt &&
    (key.length === 1 || ['enter', 'home', 'end', 'arrowup', 'arrowdown', 'arrowleft', 'arrowright', 'pageup', 'pagedown'].includes(key))
  );
}

const PRESSES = ['enter', ' '];
const MOVES = ['arrowup', 'arrowdown', 'arrowleft', 'arrowright', 'home', 'end', 'pageup', 'pagedown'];
const PRESSED =
  'button, a[href], summary, input, select, [role="button"], [role="tab"], [role="option"], [role="menuitem"], [role="gridcell"], [role="columnheader"]';
const MOVED_IN = '[role="grid"], [role="tablist"], [role="listbox"], [role="menu"], [role="radiogroup"], [role="slider"]';

/** True for keys that the focused control answers itself: Enter on a button presses that button, whatever the page binds to Enter. */
export function ownedByControl(keys: string, target: EventTarget | null): boolean {
  const { ctrl, alt, key } = parseKeys(keys);
  if (ctrl || alt || !(target instanceof Element)) return false;
  return (
    (PRESSES.includes(key) && target.closest(PRESSED) !== null) ||
    ((PRESSES.includes(key) || MOVES.includes(key)) && target.closest(MOVED_IN) !== null)
  );
}

/** True when keys typed at this target become text. */
export function typingInField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes(target.type);
}
