// Zoom in fixed steps, as a browser has them. Main sets it, so that layouts answer through their own breakpoints as in a smaller window.
import type { DeskBridge } from '@shared/contract/contract';

const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
const WHOLE = STEPS.indexOf(1);

/** The step after a press: 1 larger, -1 smaller, 0 back to 100 %. */
export const nextStep = (at: number, direction: 1 | -1 | 0): number =>
  direction === 0 ? WHOLE : Math.min(STEPS.length - 1, Math.max(0, at + direction));

// A lock ends the page and its window: the step is kept beside them, in the open, for it says nothing about any work.
const KEY = 'zoom-step';
const remembered = (): number => {
  const step = Number(localStorage.getItem(KEY) ?? WHOLE);
  return Number.isInteger(step) && step >= 0 && step < STEPS.length ? step : WHOLE;
};

export function changeZoom(bridge: DeskBridge, direction: 1 | -1 | 0): void {
  const at = nextStep(remembered(), direction);
  localStorage.setItem(KEY, String(at));
  void bridge.zoom({ factor: STEPS[at] ?? 1 });
}

/** At the start of a page: the window may be a new one. */
export const applyZoom = (bridge: DeskBridge): void => void bridge.zoom({ factor: STEPS[remembered()] ?? 1 });
