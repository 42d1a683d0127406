import type { SceneKind } from './scene-choice.ts';
import { makeAurora } from './scenes/aurora.ts';
import { makeCity } from './scenes/city.ts';
import { makeDunes } from './scenes/dunes.ts';
import { makeForest } from './scenes/forest.ts';
import { makeRidges } from './scenes/ridges.ts';
import type { SceneMaker } from './scenes/scene-input.ts';
import { makeSea } from './scenes/sea.ts';
import { makeSilk } from './scenes/silk.ts';

/** Who draws which scene. */
export const sceneMakers: Record<SceneKind, SceneMaker> = {
  ridges: makeRidges,
  dunes: makeDunes,
  sea: makeSea,
  forest: makeForest,
  aurora: makeAurora,
  city: makeCity,
  silk: makeSilk,
};
