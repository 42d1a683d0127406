/** Goes through what is selected in small steps, so that main stays free for everything else meanwhile. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Selection } from '../../../preload/contract/library.ts';
import type { LibraryRows, Step } from '../../storage/library-rows.ts';

/** What is written in one transaction: a few milliseconds. */
const stepSize = 50;

/**
 * What is selected, fifty at a time. A query is asked anew for each step, after the last one of the step before:
 * what a step removes from it does not disturb the next, and what comes in meanwhile is newer than `newest`, which is the newest of all unless it is given.
 */
export async function* stepsOf(
  selection: Selection,
  rows: LibraryRows,
  newest = rows.newest(),
): AsyncGenerator<Step[]> {
  if ('operationIds' in selection) {
    const ids = [...new Set(selection.operationIds)];
    for (let start = 0; start < ids.length; start += stepSize) {
      if (start > 0) await nextTurn();
      yield rows.named(ids.slice(start, start + stepSize));
    }
    return;
  }
  const except = new Set(selection.except);
  for (let after = -1; ;) {
    const steps = rows.walk(selection.query, after, stepSize);
    const last = steps.at(-1);
    if (last === undefined) return;
    yield steps.filter(({ seq, id }) => seq <= newest && !except.has(id));
    if (steps.length < stepSize || last.seq >= newest) return;
    after = last.seq;
    await nextTurn();
  }
}
