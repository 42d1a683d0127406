import type { Scene } from '../layers.ts';
import type { Palette } from '../palette.ts';
import type { Random } from '../random.ts';

/** What a scene is made from. Sizes in pixels. */
export interface SceneInput {
  width: number;
  height: number;
  palette: Palette;
  random: Random;
}

export type SceneMaker = (input: SceneInput) => Scene;
