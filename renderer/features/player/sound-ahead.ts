import type { Operation } from '../../../preload/contract/domain.ts';

let isAskedFor = false;

async function askForDevices(): Promise<void> {
  try {
    await navigator.mediaDevices.enumerateDevices();
  } catch {
    // Nothing to play sound with: then nothing has to be ready.
  }
}

/**
 * Has Chromium's process for sound there when the first clip of a run is done: it starts with the first sound, and that
 * clip would wait 0.3 s for it. Asking what devices there are starts it, without a sound and without a device in use;
 * their names are kept from the page (security/permissions.ts).
 */
export function haveSoundReady({ phase }: Pick<Operation, 'phase'>): void {
  if (isAskedFor || phase !== 'processing') return;
  isAskedFor = true;
  void askForDevices();
}
