/** The examples of assets/prompts/: every one is something that the app sends and the service takes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startEmulator } from '../../../emulator/server.ts';
import type { Emulator } from '../../../emulator/server.ts';
import { aspectRatios, durations, limits, resolutions } from '../../../preload/contract/domain.ts';
import type { NegativePreset, PromptCategory, PromptExample } from '../../../preload/contract/prompts.ts';
import { check } from '../../../preload/contract/rules.ts';
import { tinyMp4 } from '../../../tests/support/tiny-mp4.ts';
import { createGemini } from '../../backends/gemini.ts';
import type { StartImage } from '../../backends/start-image.ts';
import type { StartRequest } from '../../backends/video-backend.ts';
import { fixture } from '../images/fixtures.ts';
import { defaultModel, models } from '../models/catalogue.ts';

function data(name: string): unknown {
  return JSON.parse(readFileSync(path.resolve('assets/prompts', name), 'utf8'));
}

const words = z.string().trim().min(1);
const bilingual = z.strictObject({ en: words, fr: words });
const exampleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  category: words,
  title: bilingual,
  prompt: words.max(limits.promptCharacters),
  negativePrompt: words.max(limits.negativePromptCharacters).nullable(),
  settings: z.strictObject({
    mode: z.enum(['text', 'image', 'frames', 'references']),
    aspectRatio: z.enum(aspectRatios),
    resolution: z.enum(resolutions),
    duration: z.enum(durations),
  }),
  needs: bilingual.nullable(),
  why: bilingual,
});

const examples: PromptExample[] = z.array(exampleSchema).parse(data('examples.json'));
const categories: PromptCategory[] = z
  .array(z.strictObject({ id: words, label: bilingual }))
  .parse(data('categories.json'));
const presets: NegativePreset[] = z
  .array(z.strictObject({ id: words, label: bilingual, words, use: bilingual }))
  .parse(data('negative-presets.json'));

function different(list: readonly string[]): void {
  expect(new Set(list).size).toBe(list.length);
}

describe('the examples', () => {
  it('are at least thirty, in at least eight categories that each have some', () => {
    expect(examples.length).toBeGreaterThanOrEqual(30);
    expect(categories.length).toBeGreaterThanOrEqual(8);
    different(examples.map(({ id }) => id));
    different(examples.map(({ prompt }) => prompt));
    expect([...new Set(examples.map(({ category }) => category))].toSorted()).toEqual(
      categories.map(({ id }) => id).toSorted(),
    );
  });

  it('say which images they want, where they want some', () => {
    for (const { id, settings, needs } of examples) {
      expect(needs !== null, id).toBe(settings.mode !== 'text');
    }
  });

  it('have presets for negative prompts that differ and are no orders', () => {
    different(presets.map(({ id }) => id));
    for (const preset of presets) expect(preset.words).not.toMatch(/\b(no|not|don't|without)\b/i);
  });

  const veo = models.filter(({ id }) => id.startsWith('veo-') && !id.includes('lite'));

  it.each(examples.map((example) => [example.id, example] as const))(
    '%s is what every Veo 3.1 can make',
    (_id, { settings, negativePrompt }) => {
      for (const model of veo) {
        const wish = {
          ...settings,
          hasNegativePrompt: negativePrompt !== null,
          references: settings.mode === 'references' ? 2 : 0,
          personGeneration: null,
          seed: null,
          audio: true,
        };
        expect(check(model, wish), model.id).toEqual([]);
      }
    },
  );

  describe('at the emulator', () => {
    const apiKey = 'a-key-for-examples';
    let emulator: Emulator;
    beforeAll(async () => {
      emulator = await startEmulator({ clips: { clip: () => Promise.resolve(tinyMp4(4_000)) }, apiKey });
    });
    afterAll(() => emulator.close());

    const picture: StartImage = { mimeType: 'image/png', data: fixture('still.png') };

    function requestOf({ prompt, negativePrompt, settings }: PromptExample): StartRequest {
      const { mode, aspectRatio, resolution, duration } = settings;
      return {
        ...{ model: defaultModel.id, prompt, negativePrompt, aspectRatio, resolution },
        durationSeconds: Number(duration),
        image: mode === 'image' || mode === 'frames' ? picture : null,
        ...(mode === 'frames' ? { lastFrame: picture } : {}),
        ...(mode === 'references' ? { referenceImages: [picture, picture] } : {}),
      };
    }

    it.each(examples.map((example) => [example.id, example] as const))('%s is accepted', async (_id, one) => {
      const backend = createGemini({ baseUrl: emulator.url, apiKey, fetch });
      expect(await backend.start(requestOf(one))).toMatchObject({ kind: 'accepted' });
      expect(emulator.creates().at(-1)?.body).toMatchObject({ instances: [{ prompt: one.prompt }] });
    });
  });
});
