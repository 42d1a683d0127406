/** Where operations and their clips are kept: in memory, or in a folder that outlives the process. */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clip') }),
  z.strictObject({ kind: z.literal('blocked'), reason: z.string() }),
  z.strictObject({ kind: z.literal('failed'), code: z.int(), message: z.string() }),
  z.strictObject({ kind: z.literal('empty') }),
]);

/** How an operation ended. */
export type Outcome = z.infer<typeof outcomeSchema>;

const savedOperationSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9]+$/),
  fileId: z.string().regex(/^[a-z0-9]+$/),
  model: z.string(),
  createdAtMs: z.number(),
  readyAtMs: z.number(),
  request: z.strictObject({
    prompt: z.string(),
    negativePrompt: z.string().nullable(),
    aspectRatio: z.enum(['16:9', '9:16']),
    resolution: z.enum(['720p', '1080p', '4k']),
    width: z.int(),
    height: z.int(),
    durationSeconds: z.number(),
  }),
  imageMimeType: z.string().nullable(),
  clipAtMs: z.number().nullable(),
  outcome: outcomeSchema.nullable(),
});

/** An operation without its bytes, as it is written down. */
export type SavedOperation = z.infer<typeof savedOperationSchema>;

export interface StateStore {
  load(): Promise<SavedOperation[]>;
  save(operation: SavedOperation): Promise<void>;
  saveImage(id: string, data: Uint8Array): Promise<void>;
  /** Null when there is none. */
  readImage(id: string): Promise<Uint8Array | null>;
  saveClip(id: string, data: Uint8Array): Promise<void>;
  /** Null when there is none. */
  readClip(id: string): Promise<Uint8Array | null>;
  removeImage(id: string): Promise<void>;
  removeClip(id: string): Promise<void>;
  /** Everything of this operation. */
  remove(id: string): Promise<void>;
}

export function memoryState(): StateStore {
  const images = new Map<string, Uint8Array>();
  const clips = new Map<string, Uint8Array>();
  const put = (map: Map<string, Uint8Array>) => (id: string, data: Uint8Array) => {
    map.set(id, data);
    return Promise.resolve();
  };
  const get = (map: Map<string, Uint8Array>) => (id: string) => Promise.resolve(map.get(id) ?? null);
  const drop =
    (...maps: Map<string, Uint8Array>[]) =>
    (id: string) => {
      for (const map of maps) map.delete(id);
      return Promise.resolve();
    };
  return {
    load: () => Promise.resolve([]),
    save: () => Promise.resolve(),
    saveImage: put(images),
    readImage: get(images),
    saveClip: put(clips),
    readClip: get(clips),
    removeImage: drop(images),
    removeClip: drop(clips),
    remove: drop(images, clips),
  };
}

/**
 * `{id}.json`, and beside it `{id}.image` and `{id}.mp4`. Each is written under another name and then moved, so that
 * a crash leaves the old one or the new one.
 */
export function folderState(folder: string, log: (line: string) => void): StateStore {
  let writes = 0;
  const at = (name: string) => path.join(folder, name);

  async function write(name: string, data: Uint8Array | string): Promise<void> {
    await mkdir(folder, { recursive: true });
    const part = at(`${name}.${process.pid}-${(writes += 1)}.tmp`);
    await writeFile(part, data, { flush: true });
    await rename(part, at(name));
  }

  async function readIfThere(name: string): Promise<Buffer | null> {
    try {
      return await readFile(at(name));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }

  const removeFile = (name: string) => rm(at(name), { force: true });

  async function loadOne(name: string): Promise<SavedOperation[]> {
    try {
      const saved = savedOperationSchema.parse(JSON.parse(await readFile(at(name), 'utf8')));
      return saved.id === name.replace(/\.json$/, '') ? [saved] : [];
    } catch (error) {
      log(
        `${name} could not be read and is left out: ${error instanceof Error ? error.message : String(error)}`,
      );
      return [];
    }
  }

  return {
    async load() {
      await mkdir(folder, { recursive: true });
      const names = await readdir(folder);
      await Promise.all(names.filter((name) => name.endsWith('.tmp')).map(removeFile));
      const loaded = await Promise.all(names.filter((name) => name.endsWith('.json')).map(loadOne));
      return loaded.flat();
    },
    save: (operation) => write(`${operation.id}.json`, JSON.stringify(operation, null, 2)),
    saveImage: (id, data) => write(`${id}.image`, data),
    readImage: (id) => readIfThere(`${id}.image`),
    saveClip: (id, data) => write(`${id}.mp4`, data),
    readClip: (id) => readIfThere(`${id}.mp4`),
    removeImage: (id) => removeFile(`${id}.image`),
    removeClip: (id) => removeFile(`${id}.mp4`),
    async remove(id) {
      await Promise.all(['json', 'image', 'mp4'].map((ending) => removeFile(`${id}.${ending}`)));
    },
  };
}
