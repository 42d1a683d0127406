/** The Google Cloud project that the user has chosen, in `agent-platform.json` of the data folder. Nothing secret. */
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readBaseUrl } from '../../preload/contract/base-url.ts';
import { placePatterns } from '../../preload/contract/services.ts';
import type { AgentPlace } from '../../preload/contract/services.ts';
import { writeWhole } from '../storage/write-whole.ts';

export interface PlaceStore {
  current(): AgentPlace | null;
  set(place: AgentPlace): Promise<void>;
  remove(): Promise<void>;
}

const fileSchema = z.strictObject({
  version: z.literal(1),
  project: z.string().regex(placePatterns.project),
  location: z.string().regex(placePatterns.location),
  outputUri: z.string().regex(placePatterns.outputUri).nullable(),
  baseUrl: z
    .string()
    .refine((url) => readBaseUrl(url).kind === 'custom')
    .nullable(),
});

async function read(file: string): Promise<AgentPlace | null> {
  try {
    const { project, location, outputUri, baseUrl } = fileSchema.parse(
      JSON.parse(await readFile(file, 'utf8')),
    );
    return { project, location, outputUri, baseUrl };
  } catch {
    // None, or not one of ours: the project is asked for again.
    return null;
  }
}

export async function openPlaceStore(dataFolder: string): Promise<PlaceStore> {
  const file = path.join(dataFolder, 'agent-platform.json');
  let place = await read(file);
  return {
    current: () => place,
    async set(next) {
      await writeWhole(file, JSON.stringify({ version: 1, ...next }));
      place = next;
    },
    async remove() {
      await rm(file, { force: true });
      place = null;
    },
  };
}
