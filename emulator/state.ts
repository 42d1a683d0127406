/** Where operations and their clips are kept: in memory, or in a folder that outlives the process. */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clip') }),
  z.strictObject({ kind: z.literal('blocked'), reason: z.string() }),
  z.strictObject({ kind: z.literal('failed'), code: z.int(), message: z.string() }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('cancelled') }),
]);

const sourceSchema = z.strictObject({
  /** The operation that made the clip; null for a clip that came with the request. */
  operationId: z.string().nullable(),
  task: z.enum(['extend', 'edit', 'upscale']),
});

/** How a finished clip is handed out. */
const deliverySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('uri') }),
  z.strictObject({ kind: z.literal('inline') }),
  /** Into a bucket: `gs://…`, without the file's name. */
  z.strictObject({ kind: z.literal('storage'), folder: z.string() }),
]);

export type Delivery = z.infer<typeof deliverySchema>;

/** Which wire an operation was asked for on. */
const wireSchema = z.enum(['veo', 'interactions', 'agent']);
export type Wire = z.infer<typeof wireSchema>;

const imageSchema = z.strictObject({ role: z.enum(['first', 'last', 'reference']), mimeType: z.string() });

/** How an operation ended. */
export type Outcome = z.infer<typeof outcomeSchema>;

/** Fields with a default came later: what an earlier version wrote down is still read. */
const savedOperationSchema = z.strictObject({
  version: z.literal(1),
  wire: wireSchema.default('veo'),
  /** Empty for the first wire's own. */
  name: z.string().default(''),
  id: z.string().regex(/^[a-z0-9]+$/),
  fileId: z.string().regex(/^[a-z0-9]+$/),
  model: z.string(),
  createdAtMs: z.number(),
  readyAtMs: z.number(),
  request: z.strictObject({
    prompt: z.string(),
    negativePrompt: z.string().nullable(),
    aspectRatio: z.enum(['16:9', '9:16']),
    resolution: z.enum(['360p', '720p', '1080p', '4k']),
    width: z.int(),
    height: z.int(),
    durationSeconds: z.number(),
    sound: z.boolean().default(true),
    source: sourceSchema.nullable().default(null),
  }),
  /** Of the first frame, as it was written down before there were others. */
  imageMimeType: z.string().nullable().default(null),
  /** In the order in which their bytes are numbered. */
  images: z.array(imageSchema).default([]),
  delivery: deliverySchema.default({ kind: 'uri' }),
  samples: z.int().default(1),
  previousId: z.string().nullable().default(null),
  /** How often the clip has been extended. */
  extensions: z.int().default(0),
  clipAtMs: z.number().nullable(),
  /** When it was last used for an extension, which starts the two days of its file again. */
  usedAtMs: z.number().nullable().default(null),
  outcome: outcomeSchema.nullable(),
});

/** An operation without its bytes, as it is written down. */
export type SavedOperation = z.infer<typeof savedOperationSchema>;

export interface StateStore {
  load(): Promise<SavedOperation[]>;
  save(operation: SavedOperation): Promise<void>;
  /** @param index counted from 0 */
  saveImage(id: string, index: number, data: Uint8Array): Promise<void>;
  /** Null when there is none. */
  readImage(id: string, index: number): Promise<Uint8Array | null>;
  saveClip(id: string, data: Uint8Array): Promise<void>;
  /** Null when there is none. */
  readClip(id: string): Promise<Uint8Array | null>;
  removeImages(id: string, count: number): Promise<void>;
  removeClip(id: string): Promise<void>;
  /** Everything of this operation. */
  remove(id: string): Promise<void>;
}

/** The first one keeps the name that it had when there was one only. */
const imageName = (id: string, index: number) => (index === 0 ? `${id}.image` : `${id}.image-${index}`);

const imageNames = (id: string, count: number) =>
  Array.from({ length: count }, (_, index) => imageName(id, index));

/** More images than a request can have. */
const maxImages = 16;

export function memoryState(): StateStore {
  const files = new Map<string, Uint8Array>();
  const put = (name: string, data: Uint8Array) => {
    files.set(name, data);
    return Promise.resolve();
  };
  const get = (name: string) => Promise.resolve(files.get(name) ?? null);
  const drop = (names: readonly string[]) => {
    for (const name of names) files.delete(name);
    return Promise.resolve();
  };
  return {
    load: () => Promise.resolve([]),
    save: () => Promise.resolve(),
    saveImage: (id, index, data) => put(imageName(id, index), data),
    readImage: (id, index) => get(imageName(id, index)),
    saveClip: (id, data) => put(`${id}.mp4`, data),
    readClip: (id) => get(`${id}.mp4`),
    removeImages: (id, count) => drop(imageNames(id, count)),
    removeClip: (id) => drop([`${id}.mp4`]),
    remove: (id) => drop([`${id}.mp4`, ...imageNames(id, maxImages)]),
  };
}

/**
 * `{id}.json`, and beside it `{id}.image`, `{id}.image-1`, … and `{id}.mp4`. Each is written under another name and then moved, so that
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
    saveImage: (id, index, data) => write(imageName(id, index), data),
    readImage: (id, index) => readIfThere(imageName(id, index)),
    saveClip: (id, data) => write(`${id}.mp4`, data),
    readClip: (id) => readIfThere(`${id}.mp4`),
    async removeImages(id, count) {
      await Promise.all(imageNames(id, count).map(removeFile));
    },
    removeClip: (id) => removeFile(`${id}.mp4`),
    async remove(id) {
      await Promise.all([`${id}.json`, `${id}.mp4`, ...imageNames(id, maxImages)].map(removeFile));
    },
  };
}
