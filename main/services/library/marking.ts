/** Favourites and ratings, for one clip or for all that is selected. */
import type { Selection } from '../../../preload/contract/library.ts';
import type { LibraryRows } from '../../storage/library-rows.ts';
import type { Marks } from '../../storage/records.ts';
import { stepsOf } from './selection.ts';

/** Up to so many, the window is told of each; of more it asks for its pages anew. */
const mostTold = 50;

export interface MarkingDeps {
  rows: LibraryRows;
  /** The card of an operation looks different. */
  shown(id: string): void;
  libraryChanged(): void;
}

/** Gives how many are selected, those that were marked so already included. */
export type Mark = (selection: Selection, marks: Partial<Marks>) => Promise<{ count: number }>;

export function createMark({ rows, shown, libraryChanged }: MarkingDeps): Mark {
  return async (selection, marks) => {
    let count = 0;
    const told: string[] = [];
    for await (const steps of stepsOf(selection, rows)) {
      const ids = steps.map(({ id }) => id);
      rows.mark(ids, marks);
      count += ids.length;
      told.push(...ids.slice(0, mostTold + 1 - told.length));
    }
    if (told.length <= mostTold) for (const id of told) shown(id);
    libraryChanged();
    return { count };
  };
}
