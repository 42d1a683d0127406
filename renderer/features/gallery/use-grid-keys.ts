import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { cardKeys } from '../../../preload/contract/commands.ts';
import { useUi } from '../../lib/ui-store.ts';
import { knownOperation, useLibrary } from './library-source.ts';
import { useMarking } from './use-marking.ts';
import { useSelecting } from './use-selecting.ts';
import { clearSelection, selectAll, useSelection } from './selection-store.ts';

const steps: Partial<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
};

function cardAt(frame: HTMLElement | null, index: number): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`[data-place="${index}"]`) ?? null;
}

function focusCard(card: HTMLElement): void {
  const target =
    card.querySelector<HTMLElement>('[data-card-focus]') ?? card.querySelector<HTMLElement>('button');
  target?.focus({ preventScroll: true });
}

/**
 * The gallery's keys, while something in a card has the focus: arrows go from card to card, with Shift they select on
 * the way; X selects, Ctrl+A all, Escape none; F, 0 to 5 and I do with one card what its buttons do.
 */
export function useGridKeys(
  frame: RefObject<HTMLElement | null>,
  columns: number,
  total: number,
  scrollTo: (index: number, align: 'auto' | 'center') => void,
): void {
  const { toggle, extendTo } = useSelecting();
  const { setFavourite, rate } = useMarking();
  /** The card that gets the focus as soon as it is there. */
  const awaited = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (awaited.current === null) return;
    const card = cardAt(frame.current, awaited.current);
    if (card === null) return;
    awaited.current = null;
    focusCard(card);
  });

  function go(to: number): void {
    scrollTo(to, 'auto');
    const card = cardAt(frame.current, to);
    if (card === null) awaited.current = to;
    else focusCard(card);
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target instanceof HTMLInputElement) return;
    const card = target.closest<HTMLElement>('[data-place]');
    if (card === null) return;
    const at = Number(card.dataset['place']);
    // By its id: what stands at its place may be another one already.
    const operation = knownOperation(card.dataset['operationId'] ?? '');
    if (operation === null) return;
    const { query } = useLibrary.getState();
    const isCommand = event.ctrlKey || event.metaKey;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };

    if (isCommand && key.toLowerCase() === cardKeys.selectAll && query !== null) {
      selectAll(query);
      done();
      return;
    }
    if (key === 'Escape' && (useSelection.getState().ids.size > 0 || useSelection.getState().all !== null)) {
      clearSelection();
      done();
      return;
    }
    if (isCommand || event.altKey) return;
    const step = steps[key]?.(columns);
    if (step !== undefined) {
      const to = at + step;
      if (to >= 0 && to < total) {
        if (event.shiftKey) void extendTo(to, at);
        go(to);
      }
      done();
      return;
    }
    if (event.shiftKey || event.repeat) return;
    if (key === 'Home' || key === 'End') {
      go(key === 'Home' ? 0 : total - 1);
      done();
    } else if (key === cardKeys.select) {
      toggle(operation.id, at);
      done();
    } else if (key === cardKeys.favourite) {
      void setFavourite({ operationIds: [operation.id] }, !operation.favourite);
      done();
    } else if (key === cardKeys.details) {
      useUi.getState().showDetails(operation.id);
      done();
    } else if (/^[0-5]$/.test(key) && operation.clip !== null) {
      void rate({ operationIds: [operation.id] }, Number(key));
      done();
    }
  });

  useEffect(() => {
    const element = frame.current;
    const listen = (event: KeyboardEvent): void => {
      onKeyDown(event);
    };
    element?.addEventListener('keydown', listen);
    return () => {
      element?.removeEventListener('keydown', listen);
    };
  }, [frame]);
}
