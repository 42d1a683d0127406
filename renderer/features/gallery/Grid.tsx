import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Operation } from '../../../preload/contract/domain.ts';
import { call } from '../../lib/call.ts';
import { Card } from './Card.tsx';
import { SkeletonCard } from './GalleryStates.tsx';
import { TakesFrame } from './TakesFrame.tsx';
import { useLibrary, wantRows } from './library-source.ts';
import { takeParts } from './take-groups.ts';
import { gridGap, useColumns } from './use-columns.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { useTop } from './use-top.ts';
import { useRevealInGrid } from './use-reveal-in-grid.ts';
import styles from './Gallery.module.css';

/** What stands under the picture of a usual card, pixels. */
const bodyHeight = 98;
/** Rows that are there above and below what is seen. */
const overscan = 2;

interface GridProps {
  scroller: HTMLElement;
}

/** The cards that are seen and a few around them, however many there are. */
export function Grid({ scroller }: GridProps) {
  // Many new cards at once are made in pieces; the window answers in between.
  const library = useDeferredValue(useLibrary());
  const { rows } = library;
  const total = library.total ?? 0;
  const frame = useRef<HTMLDivElement>(null);
  const columns = useColumns(frame);
  const top = useTop(frame);
  // It is used in this component alone, which the compiler leaves as it is.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: Math.ceil(total / columns.count),
    getScrollElement: () => scroller,
    estimateSize: () => (columns.width * 9) / 16 + bodyHeight,
    overscan,
    gap: gridGap,
    scrollMargin: top,
    // The bar stays above the cards.
    scrollPaddingStart: top,
    scrollPaddingEnd: gridGap,
    indexAttribute: 'data-row',
  });
  const seen = virtualizer.getVirtualItems();
  const first = (seen[0]?.index ?? 0) * columns.count;
  const last = Math.min(total, ((seen.at(-1)?.index ?? -1) + 1) * columns.count) - 1;

  // A row's height was measured at another width.
  useLayoutEffect(() => {
    virtualizer.measure();
  }, [virtualizer, columns.width]);
  useEffect(() => {
    wantRows('grid', last < first ? null : { first, last });
  }, [first, last]);
  usePosters(rows, first, last);
  const scrollTo = (index: number, align: 'auto' | 'center'): void => {
    virtualizer.scrollToIndex(Math.floor(index / columns.count), { align });
  };
  useGridKeys(frame, columns.count, total, scrollTo);
  useKeptFocus(frame, scroller);
  useRevealInGrid(scrollTo);

  const parts = takeParts(rows, { first, last }, columns.count);
  const frames = new Map(parts.map((part) => [part.first, part]));
  const grouped = new Set(parts.flatMap(({ run }) => run.takes.map(({ id }) => id)));
  const shown = new Set<string>();
  const cards = Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => {
    const index = first + offset;
    const part = frames.get(index);
    const operation = rows.get(index);
    const row = Math.floor(index / columns.count);
    const measure = index % columns.count === 0 ? virtualizer.measureElement : undefined;
    // While pages change one after the other, an operation may be in two of them.
    if (operation === undefined || shown.has(operation.id)) {
      return <SkeletonCard key={`place-${index}`} row={row} measure={measure} />;
    }
    shown.add(operation.id);
    const card = (
      <Card
        key={operation.id}
        operation={operation}
        index={index}
        total={total}
        row={row}
        isInGroup={grouped.has(operation.id)}
        measure={measure}
      />
    );
    return part === undefined ? card : [<TakesFrame key={`takes-${operation.id}`} part={part} />, card];
  });

  return (
    <div ref={frame} className={styles['frame']} style={{ height: virtualizer.getTotalSize() }}>
      <div
        role="feed"
        className={styles['cards']}
        style={{
          gridTemplateColumns: `repeat(${columns.count}, minmax(0, 1fr))`,
          transform: `translateY(${(seen[0]?.start ?? top) - top}px)`,
        }}
      >
        {/* One list: a card that becomes the first of its takes keeps its element, and the focus. */}
        {cards.flat()}
      </div>
    </div>
  );
}

/** Wishes for the posters that are missing in what is seen. */
function usePosters(rows: ReadonlyMap<number, Operation>, first: number, last: number): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const operationIds: string[] = [];
    for (let index = first; index <= last; index += 1) {
      const operation = rows.get(index);
      if (operation?.clip?.posterUrl === null && !asked.current.has(operation.id)) {
        operationIds.push(operation.id);
        asked.current.add(operation.id);
      }
    }
    if (operationIds.length > 0) void call(() => window.zoetrope.library.wantPosters({ operationIds }));
  }, [rows, first, last]);
}
