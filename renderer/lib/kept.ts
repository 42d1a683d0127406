/** What the window keeps for itself through a reload (session storage) or a restart (local storage). */

/** Writing at each key press would be work for nothing. */
const settleMs = 300;

/** What was kept under `key`; nothing where that is no object. */
export function readKept(storage: Storage, key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    // Somebody else's or half-written content: start without it.
    console.warn('What the window keeps could not be read', error);
    return {};
  }
}

/** `value` where it is one of these. */
export function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((candidate) => candidate === value) ?? null;
}

/** Full storage must not get in the way of the user's work. */
export function keep(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch (error) {
    console.warn('What the window keeps could not be written', error);
  }
}

/** Writes after each change, at the latest when the window goes. Gives the function that ends this. */
export function keepOn(subscribe: (listener: () => void) => () => void, write: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    write();
  };
  const unsubscribe = subscribe(() => {
    timer ??= setTimeout(() => {
      timer = null;
      write();
    }, settleMs);
  });
  window.addEventListener('pagehide', flush);
  return () => {
    flush();
    unsubscribe();
    window.removeEventListener('pagehide', flush);
  };
}
