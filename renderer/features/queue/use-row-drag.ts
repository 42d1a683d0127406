import { useEffect, useRef, useState } from 'react';
import type { PointerEvent, RefObject } from 'react';

/** How a row takes part in a drag. */
export interface RowDrag {
  isDragged: boolean;
  /** On which side of this row the dragged one would land. */
  line: 'above' | 'below' | null;
}

interface Drag {
  id: string;
  /** The row it would land before; null for behind the last one. */
  before: string | null;
  /** False while it would land where it was. */
  isElsewhere: boolean;
}

interface RowDragOptions {
  list: RefObject<HTMLElement | null>;
  /** False where the last row that is shown is not the last of all. */
  mayBeLast: boolean;
  drop: (id: string, before: string | null) => void;
}

/** How near to the edge of the scrolled area the list begins to scroll, and how far in one frame; pixels. */
const edge = 40;
const scrollStep = 8;

const idle: RowDrag = { isDragged: false, line: null };

function rowsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-queue-id]')];
}

const idOf = (row: HTMLElement | undefined): string | null => row?.dataset['queueId'] ?? null;

/** Moves rows by their grip, with a mouse, a pen or a finger. */
export function useRowDrag({ list, mayBeLast, drop }: RowDragOptions) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const ending = useRef<AbortController | null>(null);

  const cancel = (): boolean => {
    if (ending.current === null) return false;
    ending.current.abort();
    ending.current = null;
    setDrag(null);
    return true;
  };
  useEffect(() => () => ending.current?.abort(), []);

  function targetAt(id: string, y: number): Drag {
    const rows = list.current === null ? [] : rowsOf(list.current);
    const others = rows.filter((row) => idOf(row) !== id);
    const middle = (row: HTMLElement): number => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    };
    let index = others.findIndex((row) => y < middle(row));
    if (index < 0) index = mayBeLast ? others.length : others.length - 1;
    const from = rows.findIndex((row) => idOf(row) === id);
    return { id, before: idOf(others[index]), isElsewhere: index !== from };
  }

  function start(event: PointerEvent<HTMLElement>, id: string): void {
    if (event.button !== 0 || !event.isPrimary) return;
    cancel();
    const grip = event.currentTarget;
    const pointer = event.pointerId;
    const controller = new AbortController();
    const { signal } = controller;
    ending.current = controller;
    grip.setPointerCapture(pointer);
    let y = event.clientY;
    const startY = y;
    let target: Drag | null = null;
    let frame = 0;
    const scroller = grip.closest<HTMLElement>('[data-queue-scroll]');

    const look = (): void => {
      // A press that does not move is no drag.
      if (target === null && Math.abs(y - startY) < 4) return;
      target = targetAt(id, y);
      setDrag(target);
    };
    const scroll = (): void => {
      frame = requestAnimationFrame(scroll);
      if (scroller === null || target === null) return;
      const { top, bottom } = scroller.getBoundingClientRect();
      const step = y < top + edge ? -scrollStep : y > bottom - edge ? scrollStep : 0;
      if (step === 0) return;
      scroller.scrollBy(0, step);
      look();
    };
    frame = requestAnimationFrame(scroll);
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(frame);
      if (grip.hasPointerCapture(pointer)) grip.releasePointerCapture(pointer);
    });
    // On the window: the system can take the capture away in the middle of a drag, and the grip hears no more.
    const listen = (type: 'pointermove' | 'pointerup' | 'pointercancel', on: (event: MouseEvent) => void) => {
      const ours = (event: globalThis.PointerEvent) => {
        if (event.pointerId === pointer) on(event);
      };
      window.addEventListener(type, ours, { signal });
    };
    listen('pointermove', (move) => {
      // Without the capture nobody tells of a button that is let go outside of the window.
      if ((move.buttons & 1) === 0) {
        cancel();
        return;
      }
      y = move.clientY;
      look();
    });
    listen('pointerup', () => {
      const landed = target;
      cancel();
      // A row that was sent meanwhile is gone, and stays where it went.
      if (landed?.isElsewhere === true && grip.isConnected) drop(landed.id, landed.before);
    });
    listen('pointercancel', () => void cancel());
  }

  function stateOf(id: string): RowDrag {
    if (drag === null) return idle;
    if (drag.id === id) return { isDragged: true, line: null };
    if (!drag.isElsewhere) return idle;
    if (drag.before === id) return { isDragged: false, line: 'above' };
    const rows = list.current === null || drag.before !== null ? [] : rowsOf(list.current);
    return rows.length > 0 && idOf(rows.at(-1)) === id ? { isDragged: false, line: 'below' } : idle;
  }

  return { start, cancel, stateOf };
}
