/**
 * Keeps the draft's words and model through a reload and a restart, its choices through a reload. The image is not kept:
 * it may be 20 MB, and its file is still where it came from.
 */
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import { keep, keepOn, oneOf, readKept } from '../../lib/kept.ts';
import { useDraft } from './draft-store.ts';

const wordsKey = 'draft-words';
const choicesKey = 'draft-choices';
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
  keep(localStorage, wordsKey, { prompt, negativePrompt, modelId });
  if (touched) keep(sessionStorage, choicesKey, wanted);
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
