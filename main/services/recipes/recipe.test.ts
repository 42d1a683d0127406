import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  aspectRatios,
  durations,
  limits,
  resolutions,
  serviceIds,
} from '../../../preload/contract/domain.ts';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import { makeBox } from '../../storage/mp4/boxes.ts';
import { withTags } from '../../storage/mp4/tags.ts';
import { operationRow, testId, uploadRow, noMarks, nothingMore } from '../../storage/test-bench.ts';
import type { OperationExtras, OperationRecord } from '../../storage/records.ts';
import { extrasFrom, readRecipe, recipeTags } from './recipe.ts';

const facts = { sessionName: 'Animals', appVersion: '0.1.0', now: Date.UTC(2026, 10, 22, 10, 3) };
const createdAt = Date.UTC(2026, 10, 22, 10);

const lion: OperationRecord = {
  operation: operationRow(1, {
    service: 'gemini',
    prompt: 'A lion\nwalks “slowly” 🦁',
    negativePrompt: 'rain',
    aspectRatio: '9:16',
    resolution: '1080p',
    sessionId: 'session-1',
    remoteName: 'models/veo/operations/op1',
    estimatedUsd: 3.2,
    phase: 'downloading',
    createdAt,
    submittedAt: createdAt + 5000,
    uploadId: testId(1),
  }),
  marks: noMarks,
  upload: uploadRow(1),
  clip: null,
  ...nothingMore,
};

const moovOf = (record: OperationRecord): Buffer => withTags(makeBox('moov'), recipeTags(record, facts));

function moovWithText(text: string): Buffer {
  const tags = recipeTags(lion, facts);
  return withTags(makeBox('moov'), { ...tags, freeform: { ...tags.freeform, value: text } });
}

const written = (): Record<string, unknown> =>
  JSON.parse(recipeTags(lion, facts).freeform.value) as Record<string, unknown>;

test('everything that a clip was made of comes back out of its file', () => {
  expect(readRecipe(moovOf(lion))).toEqual({
    kind: 'recipe',
    recipe: {
      version: 1,
      extras: {
        ...{ mode: 'image', lastFrame: null, references: [], source: null, extensions: 0 },
        ...{ personGeneration: null, seed: null, audio: true, group: null },
      },
      app: { version: '0.1.0' },
      operation: { id: testId(1), service: 'gemini', name: 'models/veo/operations/op1' },
      request: {
        prompt: 'A lion\nwalks “slowly” 🦁',
        negativePrompt: 'rain',
        aspectRatio: '9:16',
        resolution: '1080p',
        duration: '8',
        model: 'veo-3.1-generate-preview',
      },
      firstFrame: { name: 'frame 1.png', type: 'image/png', sha256: '1'.repeat(64) },
      session: { id: 'session-1', name: 'Animals' },
      usd: 3.2,
      createdAt,
      sentAt: createdAt + 5000,
      finishedAt: facts.now,
    },
  });
});

test('a request with nothing but a prompt has a recipe too, whatever the prompt is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 4000, unit: 'binary' }), (prompt) => {
      const record = {
        operation: operationRow(2, { prompt, createdAt }),
        marks: noMarks,
        upload: null,
        clip: null,
        ...nothingMore,
      };
      const reading = readRecipe(moovOf(record));
      expect(reading.kind === 'recipe' && reading.recipe.request.prompt).toBe(prompt);
    }),
  );
});

/** Any text that the contract takes, line ends included. */
const anyText = (maxLength: number) => fc.string({ minLength: 1, maxLength, unit: 'binary' });
const moment = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2090, 0) });

test('whatever the app itself accepts comes back just as it was', () => {
  fc.assert(
    fc.property(
      fc.record({
        prompt: anyText(limits.promptCharacters),
        negativePrompt: fc.option(anyText(limits.negativePromptCharacters)),
        aspectRatio: fc.constantFrom(...aspectRatios),
        resolution: fc.constantFrom(...resolutions),
        duration: fc.constantFrom(...durations),
        sessionId: anyText(sessionLimits.idCharacters),
        service: fc.constantFrom(...serviceIds),
        estimatedUsd: fc.double({ min: 0, max: 100, noNaN: true }),
        createdAt: moment,
        submittedAt: moment,
        finishedAt: moment,
      }),
      anyText(sessionLimits.nameCharacters),
      fc.option(anyText(255)),
      (changes, sessionName, imageName) => {
        const operation = operationRow(3, changes);
        const upload = imageName === null ? null : { ...uploadRow(1), name: imageName };
        const record = { operation, marks: noMarks, upload, clip: null, ...nothingMore };
        const reading = readRecipe(withTags(makeBox('moov'), recipeTags(record, { ...facts, sessionName })));
        if (reading.kind !== 'recipe') throw new Error(reading.kind);
        const { request, session, firstFrame, usd, createdAt: made, sentAt, finishedAt } = reading.recipe;
        expect(operation).toMatchObject(request);
        expect({ session, firstFrame, usd, made, sentAt, finishedAt }).toEqual({
          session: { id: changes.sessionId, name: sessionName },
          firstFrame: upload && { name: upload.name, type: upload.mimeType, sha256: upload.sha256 },
          usd: changes.estimatedUsd,
          made: changes.createdAt,
          sentAt: changes.submittedAt,
          finishedAt: changes.finishedAt,
        });
      },
    ),
  );
});

test('the words that other programs show are short, and of one line in the title', () => {
  const long = { ...lion, operation: { ...lion.operation, prompt: `Title\n${'ä🦁'.repeat(200)}` } };
  const [title, comment] = recipeTags(long, facts).texts;
  expect(title?.value).toMatch(/^Title ä.*…$/u);
  expect(Array.from(title?.value ?? '')).toHaveLength(80);
  expect(comment?.value).toBe(long.operation.prompt);
});

test('what a newer app adds is no hindrance, another version is', () => {
  const more = { ...written(), mood: 'calm', request: { ...(written()['request'] as object), fps: 7 } };
  const reading = readRecipe(moovWithText(JSON.stringify(more)));
  expect(reading.kind).toBe('recipe');
  expect(JSON.stringify(reading)).not.toMatch(/calm|fps/);
  expect(readRecipe(moovWithText(JSON.stringify({ ...written(), version: 2 }))).kind).toBe('unreadable');
});

test('every mode comes back as it was; a recipe of an older app is of a prompt or of a first frame', () => {
  const extras: Omit<OperationExtras, 'sourceUri'> = {
    ...{
      mode: 'references',
      sourceId: testId(9),
      sourceName: 'models/m/operations/o',
      sourcePrompt: 'a cub',
    },
    ...{
      extensions: 2,
      personGeneration: 'allow_adult',
      seed: 7,
      audio: false,
      groupId: testId(8),
      take: 2,
      takes: 4,
    },
  };
  const record: OperationRecord = {
    ...lion,
    operation: { ...lion.operation, ...extras, sourceUri: 'https://host.example/file' },
    ...{ lastFrame: uploadRow(2), references: [uploadRow(3), uploadRow(4)] },
  };
  const reading = readRecipe(withTags(makeBox('moov'), recipeTags(record, facts)));
  if (reading.kind !== 'recipe') throw new Error(reading.kind);
  expect(extrasFrom(reading.recipe)).toEqual({ ...extras, sourceUri: null });
  expect(reading.recipe.extras).toMatchObject({
    lastFrame: { sha256: uploadRow(2).sha256 },
    references: [{ sha256: uploadRow(3).sha256 }, { sha256: uploadRow(4).sha256 }],
  });
  expect(JSON.stringify(reading)).not.toContain('host.example');

  const old = { ...written(), extras: undefined };
  for (const [firstFrame, mode] of [
    [written()['firstFrame'], 'image'],
    [null, 'text'],
  ]) {
    const older = readRecipe(moovWithText(JSON.stringify({ ...old, firstFrame })));
    expect(older.kind === 'recipe' && extrasFrom(older.recipe).mode).toBe(mode);
  }
});

const wrong: [string, (recipe: Record<string, Record<string, unknown>>) => unknown][] = [
  [
    'an id that leads out of a folder',
    (recipe) => ({ ...recipe, operation: { ...recipe['operation'], id: '../../x' } }),
  ],
  [
    'a service of somebody else',
    (recipe) => ({ ...recipe, operation: { ...recipe['operation'], service: 'evil' } }),
  ],
  [
    'a prompt without end',
    (recipe) => ({ ...recipe, request: { ...recipe['request'], prompt: 'x'.repeat(4001) } }),
  ],
  ['no prompt', (recipe) => ({ ...recipe, request: { ...recipe['request'], prompt: '' } })],
  [
    'an aspect ratio of 1:1000',
    (recipe) => ({ ...recipe, request: { ...recipe['request'], aspectRatio: '1:1000' } }),
  ],
  [
    'a model with a path in it',
    (recipe) => ({ ...recipe, request: { ...recipe['request'], model: '../veo' } }),
  ],
  [
    'a hash that is a path',
    (recipe) => ({ ...recipe, firstFrame: { ...recipe['firstFrame'], sha256: '../key.json' } }),
  ],
  ['a session id without end', (recipe) => ({ ...recipe, session: { id: 'x'.repeat(101), name: null } })],
  ['a price that would ruin the ledger', (recipe) => ({ ...recipe, usd: 1e12 })],
  ['a price below nothing', (recipe) => ({ ...recipe, usd: -1 })],
  ['a day that never was', (recipe) => ({ ...recipe, createdAt: '2026-02-31T00:00:00Z' })],
  ['a day beyond all days', (recipe) => ({ ...recipe, sentAt: '9999-01-01T00:00:00Z' })],
  ['a list', () => []],
  ['nothing', () => null],
];

test.each(wrong)('%s is not taken', (_what, change) => {
  const text = JSON.stringify(change(written() as Record<string, Record<string, unknown>>));
  expect(readRecipe(moovWithText(text)).kind).toBe('unreadable');
});

test('text that is no JSON, or too much of it, is not taken', () => {
  expect(readRecipe(moovWithText('{"version":1')).kind).toBe('unreadable');
  expect(readRecipe(moovWithText(JSON.stringify({ ...written(), more: 'x'.repeat(100_000) }))).kind).toBe(
    'unreadable',
  );
});

test('a file that nobody of ours wrote into has none, and no bytes make it throw', () => {
  expect(readRecipe(makeBox('moov'))).toEqual({ kind: 'none' });
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readRecipe(bytes).kind).toBe('none');
    }),
  );
});
