import { hex } from './color.ts';
import type { Rgb } from './color.ts';
import type { Mood, SceneKind } from './scene-choice.ts';
import { pick } from './random.ts';
import type { Random } from './random.ts';

/** The colours of a scene. */
export interface Palette {
  mood: Mood;
  /** From the top of the sky to the horizon. */
  sky: readonly [Rgb, Rgb, Rgb];
  /** The sun, the moon, the aurora, the brightest sign. */
  light: Rgb;
  /** Things at the horizon, in haze. */
  far: Rgb;
  /** Things before the lens, against the light. */
  near: Rgb;
  /** One more colour, used sparingly. */
  accent: Rgb;
}

function palette(mood: Mood, codes: string): Palette {
  const [top = '#000000', middle = top, horizon = top, light = top, far = top, near = top, accent = top] =
    codes.split(' ');
  return {
    mood,
    sky: [hex(top), hex(middle), hex(horizon)],
    light: hex(light),
    far: hex(far),
    near: hex(near),
    accent: hex(accent),
  };
}

/** Mixed by eye. The order of the colours: sky top, middle, horizon; light, far, near, accent. */
export const palettes: Record<SceneKind, readonly [Palette, ...Palette[]]> = {
  ridges: [
    palette('warm', '#2b3a67 #c4706f #f9c99a #ffe6b8 #b98a94 #14172a #f2a07b'),
    palette('day', '#2a5c8a #86b5cf #eef2ea #fff8e4 #a4bfcd #12222d #dfe9ec'),
    palette('night', '#0a1030 #28386b #7d86b5 #e9efff #4f5d8c #070a18 #9fb0e0'),
    palette('warm', '#37364f #c08552 #fbe0a4 #fff3cc #c59f74 #1d1718 #ffcf8a'),
    palette('warm', '#1d1646 #75427f #f5a081 #ffd0aa #855c83 #110c21 #ff8f7a'),
  ],
  dunes: [
    palette('warm', '#2c4560 #b8704f #f6c08a #ffe3b5 #d2915f #45200f #f0a868'),
    palette('warm', '#382a55 #b55d70 #fabb9f #ffdcc0 #c47a6c #36172a #f09a84'),
    palette('day', '#3f7ea6 #a6cbd5 #f6e8cc #fff7e2 #dfba86 #84522b #f4d6a4'),
    palette('night', '#0b1230 #2b3768 #7a7ea8 #eef2ff #565d8b #10122b #aab4e6'),
  ],
  sea: [
    palette('warm', '#27305e #c2596a #ffb87f #ffe4b0 #70527a #141a38 #ff9d73'),
    palette('day', '#4f8cb5 #b5d6df #fdf0d4 #fffaf0 #86aab8 #123c52 #e8f4f2'),
    palette('night', '#060c20 #16305a #4b7aa0 #e4efff #1f3a5e #040914 #8fb6e8'),
    palette('warm', '#3b5876 #d0955c #ffe0a3 #fff3d2 #8f7763 #1c2632 #ffc878'),
  ],
  forest: [
    palette('day', '#1d3a2c #5f8f5b #e2e9ae #fbf8cf #86a77e #08140e #c9dd8a'),
    palette('warm', '#3a261b #b8743a #fbd997 #fff0c6 #c79a62 #160b07 #f2a950'),
    palette('night', '#0d1c28 #2f5666 #8fb4b8 #d9eeee #527780 #040b10 #8fd0cf'),
    palette('day', '#26405a #7fa3ab #eef0dc #fffbe8 #9ab3b0 #0d1a1e #d7e3c3'),
  ],
  aurora: [
    palette('night', '#02050e #07162b #14394c #58f5ac #12303f #010409 #7f6bff'),
    palette('night', '#05030f #150f36 #31245e #63e6ff #231c4a #03020a #ff5fb4'),
    palette('night', '#020910 #06242e #12505a #9dff8f #0e3a42 #01070a #36c9ff'),
  ],
  city: [
    palette('night', '#07081a #1a1238 #4c2468 #ff4f9a #2a1c4c #04040c #38d3ff'),
    palette('warm', '#0b0e14 #1f2530 #5a4a45 #ffb154 #2c303a #05070a #ff6a4d'),
    palette('night', '#040d14 #0c2733 #1f5560 #4df0d0 #143a44 #02070a #ffd166'),
  ],
  silk: [
    palette('warm', '#1b1030 #5c2350 #d9695f #ffc48a #8c3a5e #12081f #ffdcae'),
    palette('day', '#0d2440 #23658c #7fc4cf #f0f8e8 #3b86a6 #071426 #ffe3b3'),
    palette('night', '#090a1c #232466 #5d58c9 #b9c4ff #3a3a94 #05050f #ff9ecb'),
    palette('day', '#0f2a26 #2c7a68 #9fd6a6 #f6f3cf #4d9a80 #081614 #ffd08a'),
  ],
};

/** A palette for the scene, of the wanted mood where there is one. */
export function choosePalette(kind: SceneKind, mood: Mood | null, random: Random): Palette {
  const [first, ...rest] = palettes[kind].filter((each) => each.mood === mood);
  return first === undefined ? pick(palettes[kind], random) : pick([first, ...rest], random);
}
