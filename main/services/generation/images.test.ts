/** Images from the request to the library: the engine, the real backend and the emulator over HTTP. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Phase } from '../../../preload/contract/domain.ts';
import { ok } from '../../../preload/contract/result.ts';
import { samplePng } from '../../../emulator/images.ts';
import { apiKey, emulatorBench } from '../../backends/backends-bench.ts';
import { createGemini } from '../../backends/gemini.ts';
import { createMediaFiles } from '../../storage/media-files.ts';
import { withoutText } from '../../storage/pictures/picture-text.ts';
import { operationRow, temporaryFolder, testId, testTables } from '../../storage/test-bench.ts';
import { createFakeClock } from '../fake-clock.ts';
import { readPicture } from '../recipes/recipe.ts';
import { createRecipeWriter } from '../recipes/recipe-writer.ts';
import { createGenerationService } from './generation-service.ts';
import type { ImageGenerationRequest } from './image-requests.ts';

/** Whatever the service signed. */
const signature = expect.stringMatching(/./) as string;
const flash = 'gemini-3.1-flash-image';
const input = { name: 'lion.png', data: samplePng(16, 16, 'input', 0) };

async function bench(options: { start?: boolean } = {}) {
  const { emulator } = await emulatorBench({ delayMs: 0 });
  onTestFinished(() => emulator.close());
  const tables = testTables();
  const data = await temporaryFolder();
  const library = path.join(data, 'library');
  await mkdir(library);
  const media = createMediaFiles(data);
  const { clock, advance } = createFakeClock(Date.UTC(2026, 10, 27));
  const backend = { ...createGemini({ baseUrl: emulator.url, apiKey, fetch }), account: 'mine' };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const make = () =>
    createGenerationService({
      ...tables,
      media,
      writeRecipe: createRecipeWriter({ clock, log, appVersion: '0.1.0', sessionName: () => 'Zoo' }),
      ...{ clock, fetch, moved: () => undefined, changed: () => undefined, saved: () => undefined },
      log,
      ...{ concurrency: () => 4, currentService: () => ok('gemini'), backendFor: () => backend },
      ...{ pollMs: () => 5_000, libraryFolder: () => library, random: () => 0 },
    });
  const engine = make();
  onTestFinished(() => engine.stop());
  if (options.start !== false) await engine.start();
  const row = (id: string) => {
    const found = tables.operations.find(id);
    if (!found) throw new Error('No such operation.');
    return found;
  };
  const reaches = (id: string, phase: Phase) =>
    vi.waitFor(() => expect(row(id).operation.phase).toBe(phase), { timeout: 10_000 });
  const submit = (request: Partial<ImageGenerationRequest> = {}) =>
    engine.submitImages({
      ...{ prompt: 'a lion', aspectRatio: '16:9', size: '1K', model: flash, sessionId: null },
      ...{ takes: 1, images: [], refineId: null, ...request },
    });
  async function sent(request: Partial<ImageGenerationRequest> = {}): Promise<string[]> {
    const ids = await submit(request);
    if (!ids.ok) throw new Error(ids.error.message);
    return ids.value;
  }
  return {
    ...{ emulator, tables, engine, make, advance, media, library, row, reaches, submit, sent },
    async made(request: Partial<ImageGenerationRequest> = {}): Promise<string> {
      const [id = ''] = await sent(request);
      await reaches(id, 'completed');
      return id;
    },
    files: async () => (await readdir(library)).sort(),
    answers: () => media.answers.all(),
    body: () => emulator.creates().at(-1)?.body as { contents: unknown[]; generationConfig: unknown },
  };
}

describe('an image', () => {
  it('lands in the library under a name for people, measured, priced and charged', async () => {
    const { made, row, files, answers, library, body, tables } = await bench();
    const id = await made({ size: '2K' });
    expect(await files()).toEqual(['2026-11-27 a lion 2K.png']);
    const { operation, clip } = row(id);
    expect(operation).toMatchObject({ medium: 'image', estimatedUsd: 0.101, account: 'mine', error: null });
    expect(clip).toMatchObject({ width: 2736, height: 1536 });
    expect((await readFile(path.join(library, clip?.fileName ?? ''))).length).toBe(clip?.sizeBytes);
    await vi.waitFor(async () => expect(await answers()).toEqual([]));
    expect(body()).toMatchObject({
      contents: [{ role: 'user', parts: [{ text: 'a lion' }] }],
      generationConfig: {
        responseModalities: ['IMAGE'],
        imageConfig: { aspectRatio: '16:9', imageSize: '2K' },
      },
    });
    tables.spend.project(id, 1);
    expect(tables.spend.find(id)).toMatchObject({ state: 'charged', amountUsd: 0.101 });
  });

  it('is made once for each take, of up to three images', async () => {
    const { sent, reaches, emulator, row, body } = await bench();
    const ids = await sent({ takes: 3, images: [input, input, input] });
    for (const id of ids) await reaches(id, 'completed');
    expect(emulator.creates()).toHaveLength(3);
    expect(ids.map((id) => row(id).operation.take)).toEqual([1, 2, 3]);
    expect(row(ids[0] ?? '').references).toHaveLength(3);
    expect(body().contents).toMatchObject([
      { parts: [{ inlineData: {} }, { inlineData: {} }, { inlineData: {} }, { text: 'a lion' }] },
    ]);
  });

  it('is refined with all that was said before it, and with what the service signed', async () => {
    const { made, row, body, tables } = await bench();
    const first = await made();
    const night = await made({ prompt: 'make it night', refineId: first });
    const rain = await made({ prompt: 'add rain', refineId: night, images: [input] });
    expect(row(rain).operation).toMatchObject({
      mode: 'edit',
      sourceId: night,
      sourcePrompt: 'make it night',
    });
    expect(body().contents).toMatchObject([
      { role: 'user', parts: [{ text: 'a lion' }] },
      {
        role: 'model',
        parts: [{ inlineData: { mimeType: 'image/png' }, thoughtSignature: signature }],
      },
      { role: 'user', parts: [{ text: 'make it night' }] },
      { role: 'model', parts: [{ inlineData: {}, thoughtSignature: signature }] },
      { role: 'user', parts: [{ inlineData: {} }, { text: 'add rain' }] },
    ]);
    expect(tables.operations.conversation(night)).toEqual([first, night, rain]);
  });

  it('has its recipe in its file, which no service ever gets to see', async () => {
    const { made, row, body, library } = await bench();
    const id = await made();
    const file = path.join(library, row(id).clip?.fileName ?? '');
    const read = await readPicture(file);
    expect(read).toMatchObject({
      recipe: {
        ...{ operation: { id, service: 'gemini' }, usd: 0.067, session: { name: 'Zoo' } },
        request: { prompt: 'a lion', aspectRatio: '16:9', size: '1K', model: flash },
        turn: [{ isImage: true, thoughtSignature: signature }],
      },
    });
    const data = new Uint8Array(await readFile(file));
    const bare = Buffer.from(await withoutText(data)).toString('base64');
    expect(bare.length).toBeLessThan((data.length * 4) / 3);
    await made({ prompt: 'make it night', refineId: id, images: [{ name: 'mine.png', data }] });
    expect(body().contents).toMatchObject([
      { parts: [{ text: 'a lion' }] },
      { parts: [{ inlineData: { data: bare } }] },
      { parts: [{ inlineData: { data: bare } }, { text: 'make it night' }] },
    ]);
  });

  it('takes no signature of one model to another', async () => {
    const { made, body } = await bench();
    const first = await made();
    await made({ refineId: first, model: 'gemini-3-pro-image' });
    expect(JSON.stringify(body().contents)).not.toContain('thoughtSignature');
  });

  it('cannot be refined once its file is gone, and nothing is sent then', async () => {
    const { made, sent, reaches, row, emulator, library } = await bench();
    const first = await made();
    await rm(path.join(library, row(first).clip?.fileName ?? ''));
    const [id = ''] = await sent({ refineId: first });
    await reaches(id, 'error');
    expect(row(id).operation.error).toMatchObject({ code: 'file_missing', details: { charged: false } });
    expect(emulator.creates()).toHaveLength(1);
  });
});

describe('never paid twice, never lost', () => {
  it.each(['cut-create', 'malformed-create'] as const)(
    '%s leaves it unknown and is not repeated',
    async (name) => {
      const { emulator, sent, reaches, advance } = await bench();
      emulator.setFaults([{ name }]);
      const [id = ''] = await sent();
      await reaches(id, 'unknown');
      await advance(3_600_000);
      expect(emulator.creates()).toHaveLength(1);
    },
  );

  it.each(['rate-limit', 'unavailable'] as const)('%s is waited for', async (name) => {
    const { emulator, sent, reaches, advance, row } = await bench();
    emulator.setFaults([{ name, count: 1, seconds: 10 }]);
    const [id = ''] = await sent();
    await vi.waitFor(() => expect(row(id).operation.error).not.toBeNull());
    await advance(60_000);
    await reaches(id, 'completed');
    expect(emulator.creates()).toHaveLength(1);
  });

  it('a filter’s words arrive, and it is not charged', async () => {
    const { emulator, sent, reaches, row } = await bench();
    emulator.setFaults([{ name: 'blocked' }]);
    const [id = ''] = await sent();
    await reaches(id, 'blocked');
    expect(row(id).operation.error?.message).toMatch(
      /^Image generation blocked.*IMAGE_PROHIBITED_CONTENT.*not charged/,
    );
  });

  it('an answer without an image is an error, not an endless wait', async () => {
    const { emulator, sent, reaches } = await bench();
    emulator.setFaults([{ name: 'empty' }]);
    const [id = ''] = await sent();
    await reaches(id, 'error');
  });

  it('an image whose answer was written before the app ended comes into the library at the next start', async () => {
    const { engine, make, sent, tables, media, reaches, files, emulator, row } = await bench({
      start: false,
    });
    const [id = ''] = await sent();
    tables.operations.update(id, { phase: 'submitting' });
    await media.answers.keep(id, {
      ...{ mimeType: 'image/png', data: input.data, parts: [{ isImage: true }], account: 'mine' },
      asked: null,
    });
    await engine.stop();
    const next = make();
    onTestFinished(() => next.stop());
    await next.start();
    await reaches(id, 'completed');
    expect(await files()).toEqual(['2026-11-27 a lion 1K.png']);
    expect(row(id).operation.account).toBe('mine');
    expect(emulator.creates()).toEqual([]);
  });

  it('one that waits in an older database although its answer is here is not sent again', async () => {
    const { engine, make, sent, media, reaches, emulator, answers } = await bench({ start: false });
    const [id = ''] = await sent();
    await media.answers.keep(id, {
      ...{ mimeType: 'image/png', data: input.data, parts: [], account: 'mine', asked: null },
    });
    await engine.stop();
    const next = make();
    onTestFinished(() => next.stop());
    await next.start();
    await reaches(id, 'completed');
    expect(emulator.creates()).toEqual([]);
    await vi.waitFor(async () => expect(await answers()).toEqual([]));
  });

  it('an answer that nobody can say anything about stays on disk: it was paid for', async () => {
    const { engine, media, tables, answers } = await bench({ start: false });
    const image = { ...{ mimeType: 'image/png' as const, data: input.data, parts: [], account: null } };
    await media.answers.keep('from-an-older-app', { ...image, asked: null });
    const other = operationRow(1, { medium: 'image', duration: '0', sessionId: 'nowhere' });
    const asked = { operation: other, upload: null, lastFrame: null, references: [] };
    await media.answers.keep('of-another', { ...image, asked });
    await media.answers.keep(testId(1), { ...image, asked });
    await engine.start();
    expect(tables.operations.page(10)).toEqual([]);
    expect((await answers()).sort()).toEqual([testId(1), 'from-an-older-app', 'of-another']);
  });

  it('a library folder that is gone is waited for', async () => {
    const { library, sent, reaches, row, advance, files } = await bench();
    await rm(library, { recursive: true });
    await writeFile(library, 'not a folder');
    const [id = ''] = await sent();
    await vi.waitFor(() => expect(row(id).operation.error?.code).toBe('library_unavailable'));
    await rm(library);
    await mkdir(library);
    await advance(60_000);
    await reaches(id, 'completed');
    expect(await files()).toHaveLength(1);
  });
});

describe('what a model does not do is refused before anything is kept', () => {
  it.each([
    [{ model: 'gemini-3-pro-image', size: '512' }, 'invalid_resolution'],
    [{ model: 'gemini-3-pro-image', aspectRatio: '1:8' }, 'invalid_aspect_ratio'],
    [{ model: 'gemini-9-image' }, 'invalid_model'],
    [{ refineId: 'nobody' }, 'operation_not_found'],
    [{ images: [{ name: 'a.png', data: new Uint8Array([1, 2]) }] }, 'invalid_image'],
  ] as const)('%o', async (request, code) => {
    const { submit, tables } = await bench();
    expect(await submit(request)).toMatchObject({ ok: false, error: { code } });
    expect(tables.operations.page(1)).toEqual([]);
  });

  it('an image asked for once more is a request of its own', async () => {
    const { made, engine, reaches, emulator, row } = await bench();
    const first = await made();
    const again = engine.again(first);
    if (!again.ok) throw new Error(again.error.message);
    await reaches(again.value, 'completed');
    expect(emulator.creates()).toHaveLength(2);
    expect(row(again.value).operation).toMatchObject({ medium: 'image', resolution: '1K', model: flash });
  });
});
