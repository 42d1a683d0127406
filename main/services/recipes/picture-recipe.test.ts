/** What an image was made of, in its own file. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limits } from '../../../preload/contract/domain.ts';
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { makeBox } from '../../storage/mp4/boxes.ts';
import { withTags } from '../../storage/mp4/tags.ts';
import { withText } from '../../storage/pictures/picture-text.ts';
import type { OperationRecord, OperationRow } from '../../storage/records.ts';
import {
  noMarks,
  nothingMore,
  operationRow,
  temporaryFolder,
  testId,
  uploadRow,
} from '../../storage/test-bench.ts';
import { fixture } from '../images/fixtures.ts';
import { extrasFrom, pictureText, readPicture, readRecipe, recipeTags, requestFrom } from './recipe.ts';
import type { RecipeReading } from './recipe.ts';

const facts = { sessionName: 'Animals', appVersion: '0.1.0', now: Date.UTC(2026, 10, 27, 10, 3) };
const createdAt = Date.UTC(2026, 10, 27, 10);
const said: AnswerPart[] = [{ text: 'At night.' }, { isImage: true, thoughtSignature: 'c2lnbmVk' }];

function record(changes: Partial<OperationRow> = {}, more: Partial<OperationRecord> = {}): OperationRecord {
  const operation = operationRow(2, {
    ...{ medium: 'image', duration: '0', service: 'gemini', model: 'gemini-3.1-flash-image' },
    ...{ prompt: 'make it night', aspectRatio: '21:9', resolution: '4K', estimatedUsd: 0.151 },
    ...{ mode: 'edit', sourceId: testId(1), sourcePrompt: 'a lion', sessionId: 'session-1' },
    ...{ groupId: testId(8), take: 2, takes: 3, createdAt, submittedAt: createdAt + 5000 },
    ...changes,
  });
  return { operation, marks: noMarks, upload: null, clip: null, ...nothingMore, ...more };
}

async function reading(text: string): Promise<RecipeReading> {
  const file = path.join(await temporaryFolder(), 'image.png');
  await writeFile(file, await withText(fixture('still.png'), text));
  return readPicture(file);
}

test('everything that an image was made of comes back out of its file', async () => {
  const references = [uploadRow(3), uploadRow(4, { mimeType: 'image/webp' })];
  const read = await reading(pictureText(record({}, { references }), said, facts));
  expect(read).toEqual({
    kind: 'recipe',
    recipe: {
      version: 1,
      app: { version: '0.1.0' },
      operation: { id: testId(2), service: 'gemini', name: null },
      medium: 'image',
      request: {
        ...{ prompt: 'make it night', aspectRatio: '21:9', size: '4K', model: 'gemini-3.1-flash-image' },
      },
      firstFrame: null,
      extras: {
        ...{ mode: 'edit', lastFrame: null, extensions: 0, personGeneration: null, seed: null, audio: true },
        references: [
          { name: 'frame 3.png', type: 'image/png', sha256: '3'.repeat(64) },
          { name: 'frame 4.png', type: 'image/webp', sha256: '4'.repeat(64) },
        ],
        source: { id: testId(1), name: null, prompt: 'a lion' },
        group: { id: testId(8), take: 2, takes: 3 },
      },
      session: { id: 'session-1', name: 'Animals' },
      usd: 0.151,
      createdAt,
      sentAt: createdAt + 5000,
      finishedAt: facts.now,
      turn: said,
    },
  });
});

test('whatever the app itself accepts comes back just as it was', async () => {
  const text = (most: number) =>
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((some) => some.slice(0, most));
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        prompt: text(limits.promptCharacters),
        aspectRatio: fc.constantFrom(...imageAspectRatios),
        resolution: fc.constantFrom(...imageSizes),
        sessionId: text(sessionLimits.idCharacters),
        service: fc.constantFrom('demo' as const, 'gemini' as const),
        mode: fc.constantFrom('text' as const, 'references' as const, 'edit' as const),
        estimatedUsd: fc.double({ min: 0, max: 10, noNaN: true }),
      }),
      text(sessionLimits.nameCharacters),
      async (changes, sessionName) => {
        const { operation } = record(changes);
        const read = await reading(pictureText(record(changes), said, { ...facts, sessionName }));
        if (read.kind !== 'recipe') throw new Error(read.kind);
        expect(operation).toMatchObject({ ...requestFrom(read.recipe), ...extrasFrom(read.recipe) });
        expect(read.recipe).toMatchObject({
          session: { id: changes.sessionId, name: sessionName },
          usd: changes.estimatedUsd,
          operation: { service: changes.service },
        });
      },
    ),
    { numRuns: 40 },
  );
});

test('a signature that is too large for a file is left out, and the rest stays', async () => {
  const large: AnswerPart[] = [{ isImage: true, thoughtSignature: 'x'.repeat(1_000_001) }];
  expect(await reading(pictureText(record(), large, facts))).toMatchObject({
    recipe: { turn: null, usd: 0.151 },
  });
  const allowed: AnswerPart[] = [{ isImage: true, thoughtSignature: 'x'.repeat(900_000) }];
  expect(await reading(pictureText(record(), allowed, facts))).toMatchObject({ recipe: { turn: allowed } });
});

type Written = Record<string, Record<string, unknown>>;
const wrong: [string, (recipe: Written) => unknown][] = [
  ['an aspect ratio of 1:1000', (all) => ({ ...all, request: { ...all['request'], aspectRatio: '1:1000' } })],
  ['a size of a clip', (all) => ({ ...all, request: { ...all['request'], size: '720p' } })],
  [
    'an id that leads out of a folder',
    (all) => ({ ...all, operation: { ...all['operation'], id: '../../x' } }),
  ],
  ['a mode of a clip', (all) => ({ ...all, extras: { ...all['extras'], mode: 'extend' } })],
  ['a prompt without end', (all) => ({ ...all, request: { ...all['request'], prompt: 'x'.repeat(4001) } })],
  ['no word of its medium', (all) => ({ ...all, medium: undefined })],
  ['another version', (all) => ({ ...all, version: 2 })],
  ['a turn that is none', (all) => ({ ...all, turn: [{ thoughtSignature: 7 }] })],
  ['turns without end', (all) => ({ ...all, turn: Array.from({ length: 101 }, () => ({ text: 'x' })) })],
  ['far too much', (all) => ({ ...all, more: 'x'.repeat(1_200_000) })],
  ['another app', () => ({ workflow: { nodes: [] } })],
];

test.each(wrong)('%s is not taken', async (_what, change) => {
  const recipe = JSON.parse(pictureText(record(), said, facts)) as Written;
  expect(await reading(JSON.stringify(change(recipe)))).toEqual({ kind: 'unreadable' });
});

test('a clip’s recipe is none for an image, and an image’s none for a clip', async () => {
  const clip = { ...record(), operation: operationRow(1, { createdAt }) };
  const tags = recipeTags(clip, facts);
  expect((await reading(tags.freeform.value)).kind).toBe('unreadable');
  const freeform = { ...tags.freeform, value: pictureText(record(), said, facts) };
  expect(readRecipe(withTags(makeBox('moov'), { ...tags, freeform })).kind).toBe('unreadable');
});
