/** A library with real clips of different kinds, made before the app is started. */
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { seedOperations } from './seed.ts';

const samples = {
  '16:9': 'emulator/samples/landscape-720p-4s.mp4',
  '9:16': 'emulator/samples/portrait-720p-4s.mp4',
};

/** The last one is the newest. */
export const filled = [
  { prompt: 'A lion walks through dry grass', negativePrompt: 'people', aspectRatio: '16:9', duration: '8' },
  { prompt: 'A red car in the rain', negativePrompt: null, aspectRatio: '9:16', duration: '6' },
  { prompt: 'Café at night', negativePrompt: 'lions', aspectRatio: '16:9', duration: '4' },
  { prompt: 'A lioness sleeps', negativePrompt: null, aspectRatio: '9:16', duration: '4' },
] as const;

export const newestFirst = filled.map(({ prompt }) => prompt).toReversed();

/** Gives the library folder. `failed`: how many more there are that failed, the newest of all. */
export async function fillLibrary(dataFolder: string, failed = 0): Promise<string> {
  const library = path.join(dataFolder, 'library');
  await mkdir(library, { recursive: true });
  const seeds = filled.map((each, index) => ({ ...each, clipFile: `clip ${index + 1}.mp4` }));
  for (const { clipFile, aspectRatio } of seeds) {
    await copyFile(samples[aspectRatio], path.join(library, clipFile));
  }
  const failures = Array.from({ length: failed }, (_, index) => ({ prompt: `It failed ${index + 1}` }));
  seedOperations(dataFolder, library, [...seeds, ...failures]);
  return library;
}
