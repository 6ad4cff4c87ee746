// How long work that is under way will take still, from how far it has come since it was first seen here: a page opened in the middle counts from then.
import { type Milliseconds, milliseconds } from '@shared/basics/units';
import { commonTexts } from '@shared/texts/common';
import { useState } from 'react';
import { useTexts } from './language';

export type Mark = { readonly done: number; readonly at: Milliseconds };

/** Before this nothing is said: the first steps are no measure of the rest. */
const SOONEST = 3000;

/** @returns null while nothing can be said */
export function timeLeft(begun: Mark, now: Mark, total: number): Milliseconds | null {
  const passed = now.at - begun.at;
  const done = now.done - begun.done;
  if (passed < SOONEST || done <= 0 || now.done >= total) return null;
  return milliseconds(Math.ceil((passed * (total - now.done)) / done));
}

/** To be mounted when the work begins, and anew for each work. `done` and `total` in one unit. */
export function TimeLeft({ done, total }: { done: number; total: number }) {
  const texts = useTexts(commonTexts);
  const now: Mark = { done, at: milliseconds(performance.now()) };
  const [begun] = useState(now);
  const left = timeLeft(begun, now, total);
  return left === null ? null : `　${texts.timeLeft(Math.ceil(left / 1000))}`;
}
