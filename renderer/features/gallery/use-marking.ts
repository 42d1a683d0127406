import { useMemo } from 'react';
import type { Selection } from '../../../preload/contract/library.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { showError } from '../../lib/show-error.ts';
import { useFormat } from '../../lib/queries.ts';

export interface Marking {
  setFavourite: (selection: Selection, favourite: boolean) => Promise<boolean>;
  /** 0 takes the rating away. */
  rate: (selection: Selection, rating: number) => Promise<boolean>;
}

/** Favourites and ratings. Main tells of the change; a failure is said here. */
export function useMarking(): Marking {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const settle = (result: Result<unknown>): boolean => {
      if (result.ok) return true;
      showError(result.error, { text, format });
      return false;
    };
    return {
      setFavourite: async (selection, favourite) =>
        settle(await call(() => window.zoetrope.library.setFavourite({ selection, favourite }))),
      rate: async (selection, rating) =>
        settle(await call(() => window.zoetrope.library.rate({ selection, rating }))),
    };
  }, [text, format]);
}
