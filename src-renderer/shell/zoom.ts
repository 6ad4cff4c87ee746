// Zoom of the page in fixed steps, as a browser has them; layouts answer through their own breakpoints.
const STEPS = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
let at = STEPS.indexOf(1);

/** 1 larger, -1 smaller, 0 back to 100 %. */
export function changeZoom(direction: 1 | -1 | 0): void {
  at = direction === 0 ? STEPS.indexOf(1) : Math.min(STEPS.length - 1, Math.max(0, at + direction));
  document.documentElement.style.setProperty('zoom', String(STEPS[at]));
}
