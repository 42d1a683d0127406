/**
 * Keeps the draft's words and model through a reload and a restart, its choices through a reload. The image is not kept:
 * it may be 20 MB, and its file is still where it came from.
 */
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import { useDraft } from './draft-store.ts';

const wordsKey = 'draft-words';
const choicesKey = 'draft-choices';
/** Writing at each key press would be work for nothing. */
const settleMs = 300;

/** What was kept under `key`; nothing where that is no object. */
export function readKept(storage: Storage, key: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch (error) {
    // Somebody else's or half-written content: start without it.
    console.warn('The kept draft could not be read', error);
    return {};
  }
}

/** `value` where it is one of these. */
export function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | null {
  return values.find((candidate) => candidate === value) ?? null;
}

function readWanted(): Shape | null {
  const kept = readKept(sessionStorage, choicesKey);
  const aspectRatio = oneOf(aspectRatios, kept['aspectRatio']);
  const resolution = oneOf(resolutions, kept['resolution']);
  const duration = oneOf(durations, kept['duration']);
  if (aspectRatio === null || resolution === null || duration === null) return null;
  return { aspectRatio, resolution, duration };
}

function write(): void {
  const { prompt, negativePrompt, modelId, wanted, touched } = useDraft.getState();
  try {
    localStorage.setItem(wordsKey, JSON.stringify({ prompt, negativePrompt, modelId }));
    if (touched) sessionStorage.setItem(choicesKey, JSON.stringify(wanted));
  } catch (error) {
    // Full storage must not get in the way of writing a prompt.
    console.warn('The draft could not be kept', error);
  }
}

/** Brings the kept draft back and keeps it from then on. Gives the function that ends this. */
export function keepDraft(): () => void {
  const words = readKept(localStorage, wordsKey);
  const wanted = readWanted();
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');
  useDraft.setState({
    prompt: text(words['prompt']),
    negativePrompt: text(words['negativePrompt']),
    modelId: typeof words['modelId'] === 'string' ? words['modelId'] : null,
    ...(wanted === null ? {} : { wanted, choices: wanted, touched: true }),
  });

  return keepOn(useDraft.subscribe, write);
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
