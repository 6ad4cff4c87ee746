// How far the signer has read, and whether signing is allowed at this instant. Pure: the page feeds it events with its own monotonic clock.
// A page counts as seen only when its end was on screen while the window was uncovered; nothing here ever un-sees or skips a page.
import { type Milliseconds, milliseconds } from '@shared/basics/units';

/** After showing, focusing or resizing: what just moved under the pointer must not be clicked by mistake or by an overlay's trick. */
export const ARMING_DELAY: Milliseconds = milliseconds(1000);

export type Reading = {
  readonly page: number;
  readonly seen: readonly boolean[];
  /** The window lost the focus: content is covered and the end of a page does not count. */
  readonly covered: boolean;
  /** Monotonic time of the last show, focus or resize. */
  readonly disturbedAt: number;
};

export type ReadingEvent =
  | { readonly kind: 'turn'; readonly to: number; readonly at: number }
  | { readonly kind: 'end-on-screen'; readonly page: number }
  | { readonly kind: 'blurred' }
  | { readonly kind: 'focused' | 'resized'; readonly at: number };

export const startReading = (pages: number, at: number): Reading => ({
  page: 0,
  seen: Array.from({ length: pages }, () => false),
  covered: false,
  disturbedAt: at,
});

export function read(state: Reading, event: ReadingEvent): Reading {
  switch (event.kind) {
    case 'turn':
      return event.to < 0 || event.to >= state.seen.length || event.to === state.page ? state : { ...state, page: event.to };
    case 'end-on-screen':
      if (state.covered || event.page !== state.page || state.seen[event.page] !== false) return state;
      return { ...state, seen: state.seen.map((seen, page) => seen || page === event.page) };
    case 'blurred':
      return { ...state, covered: true };
    case 'focused':
      return { ...state, covered: false, disturbedAt: event.at };
    case 'resized':
      return { ...state, disturbedAt: event.at };
  }
}

export const allSeen = (state: Reading): boolean => state.seen.every(Boolean);
export const unseen = (state: Reading): number => state.seen.filter((seen) => !seen).length;

/** The first page after the open one that was not read to its end, from the front again after the last; null when all were. */
export function nextUnseen({ page, seen }: Reading): number | null {
  const order = [...seen.keys()].map((offset) => (page + 1 + offset) % seen.length);
  return order.find((each) => seen[each] === false) ?? null;
}

/** Milliseconds until the button may work; 0 when it may. */
export const armsIn = (state: Reading, now: number): Milliseconds => milliseconds(Math.max(0, state.disturbedAt + ARMING_DELAY - now));

export const maySign = (state: Reading, now: number, passphrase: string): boolean =>
  allSeen(state) && !state.covered && armsIn(state, now) === 0 && passphrase !== '';
