/** A clip of ours that was dropped on the window: what it was made of goes into the composer. */
import { aspectRatios, durations, resolutions } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { RecipeImage, RecipeRequest } from '../../../preload/contract/rebuild.ts';
import { ok } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { bringBack, oldSource, wayOfMode } from '../compose/bring-back.ts';
import type { OldParts } from '../compose/bring-back.ts';
import { useDraft } from '../compose/draft-store.ts';
import type { PutBack } from '../compose/draft-store.ts';
import { keepForUndo } from '../compose/draft-undo.ts';
import type { Slot } from '../compose/ways.ts';
import { readIndex } from './read-index.ts';

export function isMovie(file: File): boolean {
  return file.type === 'video/mp4' || /\.(mp4|m4v)$/i.test(file.name);
}

function known<Value extends string>(values: readonly Value[], value: string): Value | null {
  return values.find((candidate) => candidate === value) ?? null;
}

/** What of a recipe this version knows, and the words for what it does not. */
function requestOf(
  recipe: RecipeRequest,
  models: readonly ModelInfo[],
  text: Dictionary,
): { request: PutBack; unknown: string[] } {
  const { wanted } = useDraft.getState();
  const aspectRatio = known(aspectRatios, recipe.aspectRatio);
  const resolution = known(resolutions, recipe.resolution);
  const duration = known(durations, recipe.duration);
  return {
    request: {
      ...recipe,
      way: wayOfMode(recipe.mode),
      shape: {
        aspectRatio: aspectRatio ?? wanted.aspectRatio,
        resolution: resolution ?? wanted.resolution,
        duration: duration ?? wanted.duration,
      },
    },
    unknown: [
      ...(aspectRatio === null ? [recipe.aspectRatio] : []),
      ...(resolution === null ? [recipe.resolution] : []),
      ...(duration === null ? [`${recipe.duration} s`] : []),
      ...(models.some(({ id }) => id === recipe.model) ? [] : [text.recipes.model(recipe.model)]),
    ],
  };
}

function partsOf({ mode, source, image, lastFrame, references }: RecipeRequest): OldParts {
  const oldImage = (slot: Slot, given: RecipeImage | null): OldParts['images'] =>
    given === null ? [] : [{ slot, fetch: () => Promise.resolve(ok(given)) }];
  return {
    source: oldSource(mode, source),
    images: [
      ...oldImage('first', image),
      ...oldImage('last', lastFrame),
      ...references.flatMap((each) => oldImage('reference', each)),
    ],
  };
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
  const { request, unknown } = requestOf(result.value, models, text);
  await bringBack(request, partsOf(result.value), { text, format });
  const notes = [
    ...(result.value.imageIsGone ? [text.recipes.imageIsGone] : []),
    ...(unknown.length > 0 ? [text.recipes.unknownSettings(unknown.join(', '))] : []),
  ];
  addToast({
    title: text.recipes.taken,
    message: notes.length > 0 ? notes.join(' ') : null,
    ...(undo === null ? {} : { action: { label: text.toasts.undo, run: undo } }),
  });
}
