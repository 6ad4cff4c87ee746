// How wide a place is, so that a drawing is made in its pixels and its words keep their size instead of shrinking with it.
import { type RefCallback, useCallback, useRef, useState } from 'react';

/**
 * @param least drawn at least this wide; the place then scrolls or scales
 * @param most and at most this wide
 * @returns a ref for the place, and its width in CSS pixels: `most` until it was measured
 */
export function useWidth<E extends Element>(least: number, most: number): readonly [RefCallback<E>, number] {
  const [width, setWidth] = useState(most);
  const observer = useRef<ResizeObserver | null>(null);
  const place = useCallback<RefCallback<E>>(
    (element) => {
      observer.current?.disconnect();
      observer.current = null;
      if (element === null || typeof ResizeObserver === 'undefined') return;
      observer.current = new ResizeObserver(([entry]) => {
        if (entry) setWidth(Math.round(Math.min(most, Math.max(least, entry.contentRect.width))));
      });
      observer.current.observe(element);
    },
    [least, most],
  );
  return [place, width];
}
