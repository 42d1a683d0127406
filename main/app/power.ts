import { powerSaveBlocker } from 'electron';

/** Keeps the computer awake while it is told to; the screen may go dark. */
export function createPower(): (isNeeded: boolean) => void {
  let blocker: number | null = null;
  return (isNeeded) => {
    if (isNeeded && blocker === null) {
      blocker = powerSaveBlocker.start('prevent-app-suspension');
    } else if (!isNeeded && blocker !== null) {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };
}
