/** Every mode from the request to the wire: the engine, the real backends and the emulator over HTTP. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Phase } from '../../../preload/contract/domain.ts';
import { wholeLibrary } from '../../../preload/contract/library.ts';
import { takenMs } from '../../../preload/contract/source-rules.ts';
import { ok } from '../../../preload/contract/result.ts';
import { clip, emulatorBench, services } from '../../backends/backends-bench.ts';
import type { Service } from '../../backends/backends-bench.ts';
import { createLibraryRows } from '../../storage/library-rows.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { temporaryFolder, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { createGenerationService } from './generation-service.ts';
import type { GenerationRequest } from './generation-request.ts';

const [veo, omni, agent] = services;
if (!veo || !omni || !agent) throw new Error('A service is missing.');
const pollMs = 5_000;
const dayMs = 24 * 3_600_000;

/** A 1×1 PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const image = { name: 'lion.png', data: png };
const base64 = png.toString('base64');

async function bench(service: Service) {
  const { emulator, pass } = await emulatorBench();
  onTestFinished(() => emulator.close());
  const tables = testTables();
  const data = await temporaryFolder();
  const library = path.join(data, 'library');
  await mkdir(library);
  const { clock, advance } = createFakeClock(Date.UTC(2026, 10, 22));
  let backend = service.make(emulator.url);
  const engine = createGenerationService({
    ...tables,
    media: createMediaFiles(data),
    ...{ clock, fetch, moved: () => undefined, changed: () => undefined, saved: () => undefined },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ...{ concurrency: () => 4, currentService: () => ok('gemini'), backendFor: () => backend },
    ...{ pollMs: () => pollMs, libraryFolder: () => library, random: () => 0 },
  });
  onTestFinished(() => engine.stop());
  await engine.start();
  const rows = () => tables.operations.page(50).map(({ operation }) => operation);
  const row = (id: string) => {
    const found = tables.operations.find(id);
    if (!found) throw new Error('No such operation.');
    return found;
  };
  const reaches = (id: string, phase: Phase) =>
    vi.waitFor(
      () => {
        expect(row(id).operation.phase).toBe(phase);
      },
      { timeout: 10_000 },
    );
  const submit = (request: Partial<GenerationRequest>) =>
    engine.submit({
      ...{ prompt: 'a lion', negativePrompt: null, aspectRatio: '16:9', resolution: '720p', duration: '8' },
      ...{ sessionId: null, model: service.model, image: null, ...request },
    });
  async function send(request: Partial<GenerationRequest>): Promise<string> {
    const sent = await submit(request);
    if (!sent.ok) throw new Error(sent.error.message);
    const [id = ''] = sent.value;
    await reaches(id, 'processing');
    return id;
  }
  return {
    ...{ emulator, tables, engine, clock, library, data, rows, row, reaches, submit, send },
    /** Both clocks. */
    async wait(ms: number) {
      pass(ms);
      await advance(ms);
    },
    async finished(request: Partial<GenerationRequest> = {}): Promise<string> {
      const id = await send(request);
      pass(3_000);
      await advance(pollMs);
      await reaches(id, 'completed');
      return id;
    },
    body: () => emulator.creates().at(-1)?.body,
    useKey(account: string) {
      backend = { ...backend, account };
    },
  };
}

const extendOf = (operationId: string): Partial<GenerationRequest> => ({
  source: { task: 'extend', operationId },
});

describe.each([veo, agent])('$name', (service) => {
  it('gets both frames, references, people and what else was said', async () => {
    const { send, body, rows, tables } = await bench(service);
    const encoded = { bytesBase64Encoded: base64, mimeType: 'image/png' };
    await send({ image, lastFrame: image, personGeneration: 'allow_adult' });
    expect(body()).toMatchObject({
      instances: [{ image: encoded, lastFrame: encoded }],
      parameters: { personGeneration: 'allow_adult' },
    });
    await send({ references: [image, image, image] });
    expect(body()).toMatchObject({ instances: [{ referenceImages: [{ image: encoded }, {}, {}] }] });
    expect(
      rows()
        .map(({ mode }) => mode)
        .sort(),
    ).toEqual(['frames', 'references']);
    expect(tables.uploads.sweep()).toEqual([]);
  });

  it('extends a clip, which the clip says', async () => {
    const { send, finished, body, row, clock } = await bench(service);
    const first = await finished({ prompt: 'a lion walks' });
    const readyAt = row(first).operation.readyAt ?? 0;
    const id = await send({ prompt: 'and sits down', ...extendOf(first) });
    const video =
      service === veo
        ? { uri: row(first).operation.remoteUri }
        : { bytesBase64Encoded: Buffer.from(clip).toString('base64') };
    expect(body()).toMatchObject({ instances: [{ prompt: 'and sits down', video }] });
    const { operation, hasSource } = row(id);
    expect(operation).toMatchObject({
      mode: 'extend',
      extensions: 1,
      sourceId: first,
      sourcePrompt: 'a lion walks',
    });
    expect(hasSource).toBe(true);
    // Its time begins anew.
    expect(row(first).operation.readyAt).toBe(clock.now());
    expect(clock.now()).toBeGreaterThan(readyAt);
  });
});

it('the Agent Platform gets seed and silence, each take the next seed', async () => {
  const { submit, emulator, rows, reaches } = await bench(agent);
  const sent = await submit({ seed: 4_294_967_295, audio: false, takes: 2 });
  if (!sent.ok) throw new Error(sent.error.message);
  for (const id of sent.value) await reaches(id, 'processing');
  expect(emulator.creates().map(({ body }) => body)).toMatchObject([
    { parameters: { seed: 4_294_967_295, generateAudio: false } },
    { parameters: { seed: 0, generateAudio: false } },
  ]);
  expect(
    rows()
      .map(({ seed }) => seed)
      .sort(),
  ).toEqual([0, 4_294_967_295]);
});

it('Omni Flash gets frames, references and the clip to change, as long and as wide as it was', async () => {
  const { send, finished, body, row } = await bench(omni);
  await send({ image, lastFrame: image });
  expect(body()).toMatchObject({
    input: [{ data: base64 }, { data: base64 }, { text: expect.stringContaining('LAST_FRAME') as string }],
  });
  await send({ references: Array.from({ length: 6 }, () => image) });
  expect(body()).toMatchObject({ generation_config: { video_config: { task: 'reference_to_video' } } });
  const first = await finished({ duration: '5', aspectRatio: '9:16' });
  // Nobody named a model: the one that made it.
  const id = await send({ prompt: 'at night', model: null, source: { task: 'edit', operationId: first } });
  expect(body()).toMatchObject({
    model: omni.model,
    previous_interaction_id: row(first).operation.remoteName?.replace('interactions/', ''),
    generation_config: { video_config: { task: 'edit' } },
  });
  expect(row(id).operation).toMatchObject({
    mode: 'edit',
    duration: '5',
    aspectRatio: '9:16',
    estimatedUsd: 0.35,
  });
});

it('takes are operations of their own: each has its price, its place and its number', async () => {
  const { submit, rows, tables } = await bench(veo);
  const sent = await submit({ image, takes: 3 });
  if (!sent.ok) throw new Error(sent.error.message);
  const all = rows().sort((one, other) => one.queueOrder - other.queueOrder);
  expect(all.map(({ id }) => id)).toEqual(sent.value);
  expect(all.map(({ take, takes, estimatedUsd }) => ({ take, takes, estimatedUsd }))).toEqual(
    [1, 2, 3].map((take) => ({ take, takes: 3, estimatedUsd: 3.2 })),
  );
  expect(new Set(all.map(({ groupId }) => groupId)).size).toBe(1);
  expect(new Set(all.map(({ queueOrder }) => queueOrder)).size).toBe(3);
  // Of one moment the last row is the newest: in the gallery the first take stands first.
  const inGallery = createLibraryRows(tables.db, () => []).page(wholeLibrary, 0, 9);
  expect(inGallery.map(({ operation }) => operation.take)).toEqual([1, 2, 3]);
  const alone = await submit({});
  expect(rows().find(({ id }) => alone.ok && id === alone.value[0])).toMatchObject({
    groupId: null,
    take: null,
  });
});

it('a crash between the takes’ writes leaves none of them', async () => {
  const { submit, rows, tables, emulator } = await bench(veo);
  tables.db.script(`CREATE TRIGGER crash BEFORE INSERT ON operations WHEN NEW.take = 3
    BEGIN SELECT RAISE(ABORT, 'The power is gone.'); END`);
  await expect(submit({ image, takes: 4 })).rejects.toThrow('The power is gone.');
  expect(rows()).toEqual([]);
  expect(tables.db.all('SELECT id FROM uploads')).toEqual([]);
  expect(emulator.creates()).toEqual([]);
});

it('asking once more takes the images along, and looks at the clip anew', async () => {
  const { send, finished, engine, row, reaches, body, wait, rows } = await bench(veo);
  const ended = async (id: string) => {
    await wait(pollMs);
    await reaches(id, 'completed');
  };
  const frames = await send({ image, lastFrame: image, takes: 1 });
  await ended(frames);
  const again = engine.again(frames);
  if (!again.ok) throw new Error(again.error.message);
  await reaches(again.value, 'processing');
  expect(row(again.value)).toMatchObject({ lastFrame: row(frames).lastFrame, operation: { mode: 'frames' } });
  expect(body()).toMatchObject({ instances: [{ lastFrame: { bytesBase64Encoded: base64 } }] });
  await ended(again.value);

  const first = await finished();
  const extension = await send(extendOf(first));
  await ended(extension);
  const count = rows().length;
  await wait(2 * dayMs + 1);
  expect(engine.again(extension)).toMatchObject({
    ok: false,
    error: { code: 'invalid_source', message: expect.stringContaining('for 2 days') as string },
  });
  expect(rows()).toHaveLength(count);
});

it('a request whose last frame is gone is not made again without it', async () => {
  const { send, engine, tables, reaches, wait, rows } = await bench(veo);
  const id = await send({ image, lastFrame: image });
  await wait(pollMs);
  await reaches(id, 'completed');
  tables.db.run('DELETE FROM operation_images');
  expect(engine.again(id)).toMatchObject({
    ok: false,
    error: { code: 'file_missing', details: { charged: false } },
  });
  expect(rows()).toHaveLength(1);
});

describe('a clip that the service would not take is refused before anything is kept or sent', () => {
  const refused = async (
    given: Awaited<ReturnType<typeof bench>>,
    request: Partial<GenerationRequest>,
  ): Promise<string> => {
    const before = [given.rows().length, given.emulator.creates().length];
    const result = await given.submit(request);
    if (result.ok) throw new Error('It was taken.');
    expect([given.rows().length, given.emulator.creates().length]).toEqual(before);
    expect(result.error).toMatchObject({ retryable: false, details: { charged: false } });
    return result.error.message;
  };

  it('too old, by the clock that the service has too', async () => {
    const given = await bench(veo);
    const first = await given.finished();
    await given.wait(takenMs.extend);
    expect(await refused(given, extendOf(first))).toMatch(
      /for 2 days\. Choose a newer clip\. Nothing was sent\./,
    );
  });

  it('deleted, of another key, of another shape or size, by a model that cannot', async () => {
    const given = await bench(veo);
    const first = await given.finished();
    expect(await refused(given, { ...extendOf(first), aspectRatio: '9:16' })).toMatch(/Choose 16:9/);
    expect(await refused(given, { ...extendOf(first), resolution: '1080p' })).toMatch(/needs 720p/);
    expect(await refused(given, { ...extendOf(first), model: 'veo-3.1-lite-generate-preview' })).toMatch(
      /Lite/,
    );
    expect(await refused(given, { source: { task: 'edit', operationId: first } })).toMatch(
      /cannot change clips/,
    );
    given.useKey('another');
    expect(await refused(given, extendOf(first))).toMatch(/another key or project/);
    given.tables.operations.update(first, { deletedAt: 1 });
    expect(await refused(given, extendOf(first))).toMatch(/^Operation not found/);
    expect(await refused(given, extendOf('nobody'))).toMatch(/^Operation not found/);
  });

  it('images that are none, by name', async () => {
    const given = await bench(veo);
    const bad = { name: 'a.png', data: Buffer.from('<svg/>') };
    expect(await refused(given, { image, lastFrame: bad })).toMatch(
      /^The last frame: This file is not a PNG/,
    );
    expect(await refused(given, { references: [image, bad] })).toMatch(/^Reference image 2: /);
    expect(await refused(given, { references: [image, image, image, image] })).toMatch(/at most 3/);
    expect(given.tables.db.all('SELECT id FROM uploads')).toEqual([]);
  });
});

describe('what is gone from the disk when its turn comes is not sent', () => {
  it('an image', async () => {
    const { submit, tables, engine, data, row, reaches, emulator } = await bench(veo);
    tables.queue.setPaused(true);
    const ids: string[] = [];
    for (const request of [{ references: [image] }, { image: { ...image }, lastFrame: image }]) {
      const sent = await submit(request);
      if (sent.ok) ids.push(...sent.value);
    }
    await rm(path.join(data, 'uploads'), { recursive: true });
    tables.queue.setPaused(false);
    engine.wake();
    for (const id of ids) {
      await reaches(id, 'error');
      expect(row(id).operation.error).toMatchObject({ code: 'file_missing', details: { charged: false } });
    }
    expect(emulator.creates()).toEqual([]);
  });

  it('the clip to extend, where it became too large for a request', async () => {
    const { finished, submit, tables, rows } = await bench(agent);
    const first = await finished();
    tables.db.run('UPDATE clips SET size_bytes = 21000000');
    expect(await submit(extendOf(first))).toMatchObject({
      error: {
        message: expect.stringContaining('20 MB does not fit') as string,
        details: { charged: false },
      },
    });
    expect(rows()).toHaveLength(1);
  });

  it('the clip to extend, where the service takes its bytes', async () => {
    const { finished, submit, row, reaches, emulator, library } = await bench(agent);
    const first = await finished();
    const file = path.join(library, row(first).clip?.fileName ?? '');
    await rm(file);
    const sent = await submit(extendOf(first));
    const [id = ''] = sent.ok ? sent.value : [];
    await reaches(id, 'error');
    expect(row(id).operation.error?.message).toContain('The file of the clip to extend is gone');
    expect(emulator.creates()).toHaveLength(1);
    await writeFile(file, clip);
  });
});

describe('a clip that waited in the queue for too long is not sent, costs nothing, and says why', () => {
  type Given = Awaited<ReturnType<typeof bench>>;
  it.each<[string, (given: Given, source: string) => Promise<void> | void, RegExp]>([
    ['the service has deleted it', ({ wait }) => wait(takenMs.extend), /for 2 days\. Choose a newer clip\./],
    [
      'the user has deleted it',
      ({ tables }, source) => {
        tables.operations.update(source, { deletedAt: 1 });
      },
      /^Operation not found: the clip to extend/,
    ],
    [
      'another key is used',
      ({ useKey }) => {
        useKey('another');
      },
      /another key or project/,
    ],
  ])('%s', async (_what, change, words) => {
    const given = await bench(veo);
    const { finished, submit, tables, engine, row, reaches, emulator } = given;
    const first = await finished();
    tables.queue.setPaused(true);
    const sent = await submit({ ...extendOf(first), takes: 2 });
    if (!sent.ok) throw new Error(sent.error.message);
    await change(given, first);
    tables.queue.setPaused(false);
    engine.wake();
    for (const id of sent.value) {
      await reaches(id, 'error');
      const { error, acceptedAt } = row(id).operation;
      expect(error).toMatchObject({ retryable: false, details: { charged: false } });
      expect(error?.message).toMatch(words);
      expect(error?.message).toContain('Nothing was sent.');
      expect(acceptedAt).toBeNull();
    }
    expect(emulator.creates()).toHaveLength(1);
  });
});
