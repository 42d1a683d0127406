import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** How far below the beginning of its scroller an element stands, pixels: what is above it may grow and shrink. */
export function useTop(ref: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    const above = element?.previousElementSibling;
    if (element === null || !above) return undefined;
    const measure = (): void => {
      setTop(element.offsetTop);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(above);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  return top;
}
