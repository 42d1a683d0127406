import { useLayoutEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

interface StayingFocus<Part extends HTMLElement> {
  ref: RefObject<Part | null>;
  onFocus: () => void;
  onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps the focus in a part of the window when what had it there is replaced: else who uses the keyboard begins anew
 * at the window's start. @param what changes when something is replaced @param which of its buttons takes the focus
 */
export function useFocusStays<Part extends HTMLElement>(
  what: unknown,
  which: 'first' | 'last',
): StayingFocus<Part> {
  const ref = useRef<Part>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body) return;
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])];
    buttons.at(which === 'first' ? 0 : -1)?.focus();
  }, [what, which]);
  return {
    ref,
    onFocus() {
      hadFocus.current = true;
    },
    onBlur({ currentTarget, relatedTarget }) {
      hadFocus.current = currentTarget.contains(relatedTarget);
    },
  };
}
