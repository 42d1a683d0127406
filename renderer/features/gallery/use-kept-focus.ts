import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/**
 * A card with the focus that scrolls away or is removed by main leaves nobody with the focus, and the keyboard without
 * a place: then the gallery has it.
 */
export function useKeptFocus(frame: RefObject<HTMLElement | null>, gallery: HTMLElement): void {
  const isWithin = useRef(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const listeners = new AbortController();
    const { signal } = listeners;
    element.addEventListener('focusin', () => (isWithin.current = true), { signal });
    element.addEventListener(
      'focusout',
      ({ target }) => {
        // One that is taken out of the page is not left by its user.
        isWithin.current = target instanceof Node && !target.isConnected;
      },
      { signal },
    );
    return () => {
      listeners.abort();
    };
  }, [frame]);
  useEffect(() => {
    if (!isWithin.current || document.activeElement !== document.body) return;
    isWithin.current = false;
    gallery.focus({ preventScroll: true });
  });
}
