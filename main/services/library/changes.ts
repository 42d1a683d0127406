/** Tells the window that pages of the library may differ: at once, then as seldom as the eye needs. */
import type { Clock } from '../clock.ts';

const quietMs = 100;

export interface ChangesDeps {
  clock: Clock;
  revision(): number;
  send(payload: { revision: number }): void;
}

export interface Changes {
  changed(): void;
  /** Nothing is told any more: the database is about to be closed. */
  stop(): void;
}

export function createChanges({ clock, revision, send }: ChangesDeps): Changes {
  let cancelQuiet: (() => void) | null = null;
  let isDue = false;
  let isStopped = false;
  function tell(): void {
    isDue = false;
    send({ revision: revision() });
    cancelQuiet = clock.after(quietMs, () => {
      cancelQuiet = null;
      if (isDue) tell();
    });
  }
  return {
    changed() {
      if (isStopped) return;
      if (cancelQuiet !== null) isDue = true;
      else tell();
    },
    stop() {
      isStopped = true;
      cancelQuiet?.();
    },
  };
}
