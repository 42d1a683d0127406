import { useMemo } from 'react';
import type { Circumstances, Need } from '../../../preload/contract/commands.ts';
import { useFront } from '../../lib/front-store.ts';
import type { FrontKind } from '../../lib/front-store.ts';
import { useSettings } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { isFiltered, useFilters } from '../gallery/filters-store.ts';
import { imageSourceOf } from '../images/image-draft-store.ts';
import { useLibrary } from '../gallery/library-source.ts';
import { useQueueSummary } from '../queue/queue-source.ts';
import type { Chosen } from './use-chosen.ts';

export interface AllCircumstances {
  now: Circumstances;
  /** As they are once the palette has gone. */
  behindPalette: Circumstances;
}

function inFront(kind: FrontKind | undefined): Circumstances['inFront'] {
  if (kind === undefined) return 'nothing';
  return kind === 'player' || kind === 'details' ? 'clip' : 'dialog';
}

/** What decides on which commands can be done. */
export function useCircumstances({ count, one }: Chosen): AllCircumstances {
  const open = useFront((state) => state.open);
  const filtered = useFilters(({ filters }) => isFiltered(filters));
  const total = useLibrary((state) => state.total) ?? 0;
  const isThere: Record<Need, boolean> = {
    prompt: useDraft((state) => state.prompt.trim() !== ''),
    textModel: useSettings().data?.askTextModel === true,
    clips: total > 0 || filtered,
    chosen: count > 0,
    one: one !== null,
    file: one !== null && one.clip !== null,
    extendable: one !== null && one.extendableUntil !== null,
    editable: one !== null && one.editableUntil !== null,
    image: one !== null && imageSourceOf(one) !== null,
    filtered,
    failed: (useQueueSummary().data?.failed ?? 0) > 0,
    undo: useUi((state) => state.toasts.some(({ undoes }) => undoes)),
  };
  const names = (Object.keys(isThere) as Need[]).filter((need) => isThere[need]).join(' ');
  return useMemo(() => {
    const met = new Set(names.split(' ') as Need[]);
    return {
      now: { inFront: inFront(open.at(-1)?.kind), met },
      behindPalette: { inFront: inFront(open.findLast(({ kind }) => kind !== 'palette')?.kind), met },
    };
  }, [open, names]);
}
