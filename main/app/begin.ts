/** The steps that follow the opening of the window. */
import type { Log } from '../services/log.ts';

export type BeginStep = () => Promise<unknown>;

/** One step after the other. One who closes the app while it still begins wants no more of it: the rest is left out. */
export async function beginInSteps(
  steps: readonly BeginStep[],
  isStopping: () => boolean,
  log: Log,
): Promise<void> {
  for (const step of steps) {
    if (isStopping()) return;
    try {
      await step();
    } catch (error) {
      // The database may be closed already.
      if (!isStopping()) throw error;
      log.info('Beginning broke off: the app is closing', { error });
    }
  }
}
