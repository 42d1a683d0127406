import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What it hangs on; it gives the focus back there. */
  anchor: HTMLElement;
  label: string;
  onClose: () => void;
  className?: string | undefined;
  children: ReactNode;
}

/** Pixels between it and what it hangs on, and the window's sides. */
const distance = 6;
const margin = 8;

/** Below its anchor and as far to its left edge as the window allows; above where there is no room below. */
function place(popover: HTMLElement, anchor: HTMLElement): void {
  const from = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const below = from.bottom + distance;
  const above = from.top - distance - height;
  const top = below + height > window.innerHeight - margin && above >= margin ? above : below;
  const left = Math.min(from.left, window.innerWidth - margin - width);
  popover.style.left = `${Math.max(margin, left)}px`;
  popover.style.top = `${Math.max(margin, Math.min(top, window.innerHeight - margin - height))}px`;
}

/**
 * A small panel above everything else, open as long as it is mounted. A press beside it and Escape close it; the
 * window behind it can still be used.
 */
export function Popover({ anchor, label, onClose, className, children }: PopoverProps) {
  const ref = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const popover = ref.current;
    if (popover === null) return undefined;
    popover.showPopover();
    place(popover, anchor);
    const first = popover.querySelector<HTMLElement>('[data-first-focus]');
    (first ?? popover.querySelector<HTMLElement>('button, input, select') ?? popover).focus();
    return () => {
      const { activeElement } = document;
      if (popover.contains(activeElement) || activeElement === document.body) anchor.focus();
    };
  }, [anchor]);

  const onPress = useEffectEvent((event: PointerEvent) => {
    const { target } = event;
    if (!(target instanceof Node)) return;
    if (ref.current?.contains(target) !== true && !anchor.contains(target)) onClose();
  });
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  });
  const onResize = useEffectEvent(() => {
    if (ref.current !== null) place(ref.current, anchor);
  });
  const onScrollAway = useEffectEvent((event: Event) => {
    // What scrolls inside of it does not matter. It goes with its anchor as long as that is seen.
    if (!(event.target instanceof Element && event.target.contains(anchor)) || ref.current === null) return;
    const { top, bottom } = anchor.getBoundingClientRect();
    if (bottom > 0 && top < window.innerHeight) place(ref.current, anchor);
    else onClose();
  });

  useEffect(() => {
    const listeners = new AbortController();
    const options = { capture: true, signal: listeners.signal };
    document.addEventListener('pointerdown', (event) => onPress(event), options);
    document.addEventListener('keydown', (event) => onKey(event), options);
    document.addEventListener('scroll', (event) => onScrollAway(event), options);
    window.addEventListener('resize', () => onResize(), { signal: listeners.signal });
    return () => {
      listeners.abort();
    };
  }, []);

  return (
    // A <dialog> would count as one that is in front of the window.
    <div
      ref={ref}
      popover="manual"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      className={cx(styles['popover'], className)}
    >
      {children}
    </div>
  );
}
