// Ties the reading rules to this window: focus, blur, resize, the end of the page coming on screen. Events made by script are ignored
// (`isTrusted`), so that nothing but a person at this window can move it along.
import { type RefObject, useEffect, useReducer, useState } from 'react';
import { armsIn, type Reading, type ReadingEvent, read, startReading } from './reading';

const now = () => performance.now();

export type ReadingHandle = {
  readonly reading: Reading;
  readonly armed: boolean;
  /** How much of the open page was on screen at the lowest, in percent. */
  readonly percent: number;
  readonly turn: (to: number) => void;
  readonly uncover: () => void;
};

export function useReading(pages: number, paper: RefObject<HTMLElement | null>, end: RefObject<HTMLElement | null>): ReadingHandle {
  const [reading, dispatch] = useReducer(read, undefined, () => startReading(pages, now()));
  const [percent, setPercent] = useState(0);

  useEffect(() => {
    const tell = (event: ReadingEvent) => (raw: Event) =>
      raw.isTrusted && dispatch({ ...event, ...('at' in event ? { at: now() } : {}) } as ReadingEvent);
    const blurred = tell({ kind: 'blurred' });
    const focused = tell({ kind: 'focused', at: 0 });
    const resized = tell({ kind: 'resized', at: 0 });
    window.addEventListener('blur', blurred);
    window.addEventListener('focus', focused);
    window.addEventListener('resize', resized);
    return () => {
      window.removeEventListener('blur', blurred);
      window.removeEventListener('focus', focused);
      window.removeEventListener('resize', resized);
    };
  }, []);

  const { page, covered } = reading;
  useEffect(() => {
    const sheet = paper.current;
    const mark = end.current;
    if (covered || sheet === null || mark === null) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && dispatch({ kind: 'end-on-screen', page }),
      { root: sheet, threshold: 1 },
    );
    observer.observe(mark);
    const measure = () => setPercent(Math.min(100, Math.round((100 * (sheet.scrollTop + sheet.clientHeight)) / sheet.scrollHeight)));
    measure();
    sheet.addEventListener('scroll', measure);
    return () => {
      observer.disconnect();
      sheet.removeEventListener('scroll', measure);
    };
  }, [page, covered, paper, end]);

  return {
    reading,
    armed: useArmed(reading),
    percent,
    turn: (to) => dispatch({ kind: 'turn', to, at: now() }),
    uncover: () => dispatch({ kind: 'focused', at: now() }),
  };
}

function useArmed(reading: Reading): boolean {
  const [armedFor, setArmedFor] = useState<number | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setArmedFor(reading.disturbedAt), armsIn(reading, now()));
    return () => clearTimeout(timer);
  }, [reading]);
  return armedFor === reading.disturbedAt && !reading.covered;
}
