/** A clip of ours that was dropped on the window: what it was made of goes into the composer. */
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { RecipeRequest } from '../../../preload/contract/rebuild.ts';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { keepForUndo } from '../compose/draft-undo.ts';
import { promptId } from '../compose/generate.ts';
import { forgetIntake, takeFiles } from '../compose/image-intake.ts';
import { readIndex } from './read-index.ts';

export function isMovie(file: File): boolean {
  return file.type === 'video/mp4' || /\.(mp4|m4v)$/i.test(file.name);
}

function known<Value extends string>(values: readonly Value[], value: string): Value | null {
  return values.find((candidate) => candidate === value) ?? null;
}

/** Takes over what this version knows. Gives the words for what it does not. */
function fill(recipe: RecipeRequest, models: readonly ModelInfo[], text: Dictionary): string[] {
  const draft = useDraft.getState();
  const aspectRatio = known(aspectRatios, recipe.aspectRatio);
  const resolution = known(resolutions, recipe.resolution);
  const duration = known(durations, recipe.duration);
  draft.putBack({
    prompt: recipe.prompt,
    negativePrompt: recipe.negativePrompt,
    model: recipe.model,
    way: 'start',
    personGeneration: null,
    seed: null,
    audio: true,
    shape: {
      aspectRatio: aspectRatio ?? draft.wanted.aspectRatio,
      resolution: resolution ?? draft.wanted.resolution,
      duration: duration ?? draft.wanted.duration,
    },
  });
  return [
    ...(aspectRatio === null ? [recipe.aspectRatio] : []),
    ...(resolution === null ? [recipe.resolution] : []),
    ...(duration === null ? [`${recipe.duration} s`] : []),
    ...(models.some(({ id }) => id === recipe.model) ? [] : [text.recipes.model(recipe.model)]),
  ];
}

interface Words {
  text: Dictionary;
  format: Format;
  models: readonly ModelInfo[];
}

export async function takeRecipe(file: File, { text, format, models }: Words): Promise<void> {
  const { addToast } = useUi.getState();
  const moov = await readIndex(file).catch(() => null);
  if (moov === null) {
    addToast({ kind: 'error', title: text.recipes.notAMovie(file.name) });
    return;
  }
  const result = await call(() => window.zoetrope.recipes.read({ moov }));
  if (!result.ok) {
    addToast({ kind: 'error', title: errorWords(result.error, text, format).message });
    return;
  }
  const undo = keepForUndo();
  forgetIntake();
  const unknown = fill(result.value, models, text);
  const { image, imageIsGone } = result.value;
  if (image !== null) {
    const file = new File([image.data], image.name, { type: image.mimeType });
    await takeFiles([file], 'first', { text, format });
  }
  document.getElementById(promptId)?.focus();
  const notes = [
    ...(imageIsGone ? [text.recipes.imageIsGone] : []),
    ...(unknown.length > 0 ? [text.recipes.unknownSettings(unknown.join(', '))] : []),
  ];
  addToast({
    title: text.recipes.taken,
    message: notes.length > 0 ? notes.join(' ') : null,
    ...(undo === null ? {} : { action: { label: text.toasts.undo, run: undo } }),
  });
}
