import { useMemo } from 'react';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { Selection } from '../../../preload/contract/library.ts';
import { useFront } from '../../lib/front-store.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useLibrary } from '../gallery/library-source.ts';
import { selectedCount, selectionOf, useSelection } from '../gallery/selection-store.ts';
import { useOneOperation } from '../takes/use-takes.ts';

/** What commands for clips are about: the clip that is open in front, else those that are selected. */
export interface Chosen {
  selection: Selection;
  count: number;
  /** The only one; null where there are none or several, and until it is there. */
  one: Operation | null;
}

/** The clip that is open in front, but for the palette. */
function useOpenId(): string | null {
  const front = useFront(({ open }) => open.findLast(({ kind }) => kind !== 'palette')?.kind ?? null);
  return useUi(({ playingId, detailsId }) =>
    front === 'player' ? playingId : front === 'details' ? detailsId : null,
  );
}

export function useChosen(): Chosen {
  const openId = useOpenId();
  const total = useLibrary((state) => state.total) ?? 0;
  const selected = useSelection();
  const count = openId === null ? selectedCount(selected, total) : 1;
  const [first] = selected.ids;
  const id = openId ?? (count === 1 && selected.all === null ? (first ?? null) : null);
  const row = useLibrary(({ rows }) => {
    for (const operation of rows.values()) if (operation.id === id) return operation;
    return null;
  });
  const elsewhere = useOneOperation(row === null ? id : null);
  const one = row ?? elsewhere;
  return useMemo(
    () => ({
      selection: openId === null ? selectionOf(selected) : { operationIds: [openId] },
      count,
      one,
    }),
    [openId, selected, count, one],
  );
}
