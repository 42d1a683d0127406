/** A library with takes that were asked for before the app is started. */
import { randomUUID } from 'node:crypto';
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Seed } from './seed.ts';
import { seedOperations } from './seed.ts';

const samples = {
  '16:9': 'emulator/samples/landscape-720p-4s.mp4',
  '9:16': 'emulator/samples/portrait-720p-4s.mp4',
};

/** Takes of one request or, with one entry, a clip that was made once. `null`: it has a clip. */
export interface Asked {
  prompt: string;
  aspectRatio?: '16:9' | '9:16';
  takes: readonly (Partial<Seed> | null)[];
}

/** The first request is the oldest. Gives the library folder. */
export async function fillWithTakes(dataFolder: string, requests: readonly Asked[]): Promise<string> {
  const library = path.join(dataFolder, 'library');
  await mkdir(library, { recursive: true });
  const start = Date.now() - requests.length * 60_000;
  const seeds: Seed[] = [];
  for (const [at, { prompt, aspectRatio = '16:9', takes }] of requests.entries()) {
    const groupId = randomUUID();
    // The last one first, as the app writes them.
    for (const [index, changes] of [...takes.entries()].toReversed()) {
      const shared = { prompt, aspectRatio, createdAt: start + at * 60_000, queueOrder: at * 10 + index + 1 };
      const group = takes.length === 1 ? {} : { groupId, take: index + 1, takes: takes.length };
      const clipFile = `clip ${at + 1}.${index + 1}.mp4`;
      if (changes === null) await copyFile(samples[aspectRatio], path.join(library, clipFile));
      seeds.push({ ...shared, ...group, ...(changes ?? { clipFile }) });
    }
  }
  seedOperations(dataFolder, library, seeds);
  return library;
}
