import { useMemo } from 'react';
import { libraryLimits } from '../../../preload/contract/library.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useLibrary } from './library-source.ts';
import { addSelected, toggleSelected, useSelection } from './selection-store.ts';

export interface Selecting {
  toggle: (operationId: string, index: number) => void;
  /** Selects from where the last selection began, or from `from`, to `index`; what is not loaded too. */
  extendTo: (index: number, from?: number) => Promise<void>;
}

/** The ids at these places: of what is loaded at once, else from main. Null when there are too many to name. */
async function idsBetween(one: number, other: number): Promise<string[] | null> {
  const [first, last] = [Math.min(one, other), Math.max(one, other)];
  const { rows, query } = useLibrary.getState();
  const loaded: string[] = [];
  for (let at = first; at <= last; at += 1) {
    const operation = rows.get(at);
    if (operation !== undefined) loaded.push(operation.id);
  }
  const count = last - first + 1;
  if (loaded.length === count || query === null) return loaded;
  if (count > libraryLimits.ids) return null;
  const answer = await call(() => window.zoetrope.library.ids({ query, offset: first, limit: count }));
  return answer.ok ? answer.value.operationIds : loaded;
}

export function useSelecting(): Selecting {
  const text = useText();
  return useMemo(() => {
    const tellTooMany = (): void => {
      useUi.getState().addToast({ title: text.library.tooMany });
    };
    return {
      toggle(operationId, index) {
        if (!toggleSelected(operationId, index)) tellTooMany();
      },
      async extendTo(index, from) {
        const anchor = useSelection.getState().anchor ?? from ?? index;
        useSelection.setState({ anchor });
        const ids = await idsBetween(anchor, index);
        if (ids === null || !addSelected(ids)) tellTooMany();
      },
    };
  }, [text]);
}
