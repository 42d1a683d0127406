/** Tells the window that pages of the library may differ: at once, then as seldom as the eye needs. */
import type { Clock } from '../clock.ts';

const quietMs = 100;

export interface ChangesDeps {
  clock: Clock;
  revision(): number;
  send(payload: { revision: number }): void;
}

export function createChanges({ clock, revision, send }: ChangesDeps): { changed(): void } {
  let isQuiet = false;
  let isDue = false;
  function tell(): void {
    isQuiet = true;
    isDue = false;
    send({ revision: revision() });
    clock.after(quietMs, () => {
      isQuiet = false;
      if (isDue) tell();
    });
  }
  return {
    changed() {
      if (isQuiet) isDue = true;
      else tell();
    },
  };
}
