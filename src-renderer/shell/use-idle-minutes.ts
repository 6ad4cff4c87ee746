// Minutes until main would lock an idle desk, for the status bar. Main decides when to lock; this only counts along.
import { useEffect, useState } from 'react';

const TICK = 20_000;

export function useMinutesToLock(limit: number): number {
  const [left, setLeft] = useState(limit);
  useEffect(() => {
    let last = performance.now();
    const touch = () => {
      last = performance.now();
    };
    const tick = setInterval(() => setLeft(Math.max(0, Math.ceil(limit - (performance.now() - last) / 60_000))), TICK);
    const events = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
    for (const event of events) window.addEventListener(event, touch, { passive: true });
    setLeft(limit);
    return () => {
      clearInterval(tick);
      for (const event of events) window.removeEventListener(event, touch);
    };
  }, [limit]);
  return left;
}
