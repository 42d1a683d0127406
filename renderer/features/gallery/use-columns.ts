import { useLayoutEffect, useState } from 'react';
import type { RefObject } from 'react';

/** Pixels. */
const narrowestCard = 252;
export const gridGap = 16;

interface Columns {
  count: number;
  /** Of one card, pixels. */
  width: number;
}

function columnsIn(pixels: number): Columns {
  const count = Math.max(1, Math.floor((pixels + gridGap) / (narrowestCard + gridGap)));
  return { count, width: (pixels - gridGap * (count - 1)) / count };
}

/** How many cards stand beside each other in an element, as wide as it is at the moment. */
export function useColumns(ref: RefObject<HTMLElement | null>): Columns {
  const [columns, setColumns] = useState<Columns>({ count: 1, width: narrowestCard });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const next = columnsIn(element.clientWidth);
      setColumns((now) => (now.count === next.count && now.width === next.width ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [ref]);
  return columns;
}
