/** Which scene a prompt gets: one that its words suggest, else one that its hash picks. */
import { pick } from './random.ts';
import type { Random } from './random.ts';

export type SceneKind = 'ridges' | 'dunes' | 'sea' | 'forest' | 'aurora' | 'city' | 'silk';
export type Mood = 'warm' | 'day' | 'night';

const sceneWords: Record<SceneKind, string> = {
  ridges:
    'mountain mountains alps peak peaks hill hills cliff canyon valley eagle snow glacier fjord balloon',
  dunes: 'desert dune dunes sand savanna savannah lion camel caravan sahara mars grass grassland prairie',
  sea: 'sea ocean wave waves beach boat ship sail sailing lake river water island coast whale dolphin surf harbor harbour lighthouse',
  forest:
    'forest wood woods tree trees moss fern ferns jungle leaf leaves fox deer bear garden rainforest mushroom bird',
  aurora:
    'aurora borealis northern stars star galaxy space cosmos planet astronaut milky constellation comet wolf arctic iceland',
  city: 'city street neon alley car cars taxi traffic tokyo skyline rain cyberpunk robot night-club downtown building buildings subway cafe',
  silk: 'abstract silk fabric ribbon ribbons gradient liquid paint ink smoke product perfume flow',
};

const moodWords: Record<Mood, string> = {
  warm: 'sunset dusk golden gold autumn fire copper evening amber sunrise dawn candle lava warm',
  day: 'morning day daylight noon bright summer spring blue green misty fog clouds winter snow',
  night: 'night moon moonlight midnight dark stars neon starlit',
};

/** Used when no word helps. The same kinds as above, none missing. */
const kinds: readonly [SceneKind, ...SceneKind[]] = [
  'ridges',
  'dunes',
  'sea',
  'forest',
  'aurora',
  'city',
  'silk',
];

/** The key whose words occur most often in the prompt; the first of equals; null when none occurs. */
function mostNamed<Key extends string>(words: readonly string[], lists: Record<Key, string>): Key | null {
  let best: { key: Key; count: number } | null = null;
  for (const key of Object.keys(lists) as Key[]) {
    const list = new Set(lists[key].split(' '));
    const count = words.filter((word) => list.has(word)).length;
    if (count > (best?.count ?? 0)) best = { key, count };
  }
  return best?.key ?? null;
}

/** The scene for a prompt, and the light it should have, null when the prompt does not say. */
export function chooseScene(prompt: string, random: Random): { kind: SceneKind; mood: Mood | null } {
  const words = prompt.toLowerCase().match(/[\p{Letter}-]+/gu) ?? [];
  // Drawn in any case, so that everything after it does not depend on whether a word was found.
  const drawn = pick(kinds, random);
  return { kind: mostNamed(words, sceneWords) ?? drawn, mood: mostNamed(words, moodWords) };
}
