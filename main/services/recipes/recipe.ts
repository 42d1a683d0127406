/**
 * What a clip or an image was made of, as it stands in its own file. A recipe that is read from a file may come from
 * anywhere: it is checked as strictly as a message from a window. It never holds a key.
 */
import type { z } from 'zod';
import { isVideo } from '../../../preload/contract/domain.ts';
import { imageDuration } from '../../../preload/contract/mediums.ts';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { readText } from '../../storage/pictures/picture-text.ts';
import { readFreeform, tagType } from '../../storage/mp4/tags.ts';
import type { Mp4Tags } from '../../storage/mp4/tags.ts';
import { Mp4Error } from '../../storage/mp4/boxes.ts';
import type { OperationExtras, OperationRecord, OperationRow, UploadRow } from '../../storage/records.ts';
import { noExtras } from '../../storage/records.ts';
import { clipSchema, isPicture, pictureSchema, recipeVersion } from './recipe-schema.ts';
import type { ClipRecipe, extrasSchema, PictureRecipe, Recipe } from './recipe-schema.ts';

const mean = 'app.zoetrope';
const name = 'recipe';
/** The longest prompt there may be is far below it. */
const mostCharacters = 100_000;
/**
 * Of what the service said beside an image. How large its signatures are is up to the service: one that is larger is
 * left out, and the conversation goes on without it from an image that came back. It may: Google's documentation of
 * thought signatures says that its image models answer without them as well, only less sure of what they made.
 */
const mostTurnBytes = 1_000_000;
/** Letters of the prompt in the title. */
const titleLetters = 80;

const imageOf = ({ name: fileName, mimeType, sha256 }: UploadRow) => ({
  name: fileName,
  type: mimeType,
  sha256,
});

function extrasOf({ operation, lastFrame, references }: OperationRecord): z.input<typeof extrasSchema> {
  const { mode, extensions, personGeneration, seed, audio, groupId, takes } = operation;
  const { sourceId, sourceName, sourcePrompt } = operation;
  return {
    ...{ mode, extensions, personGeneration, seed, audio },
    lastFrame: lastFrame && imageOf(lastFrame),
    references: references.map(imageOf),
    source: sourceId === null ? null : { id: sourceId, name: sourceName, prompt: sourcePrompt ?? '' },
    group:
      groupId === null || operation.take === null || takes === null
        ? null
        : { id: groupId, take: operation.take, takes },
  };
}

/** What a recipe says beside the prompt and the first frame, as it is kept. */
export function extrasFrom({ firstFrame, extras: said }: Recipe): OperationExtras {
  if (said === undefined) return { ...noExtras, mode: firstFrame === null ? 'text' : 'image' };
  const { mode, extensions, personGeneration, seed, audio, source, group } = said;
  return {
    ...{ mode, extensions, personGeneration, seed, audio },
    sourceId: source?.id ?? null,
    sourceName: source?.name ?? null,
    // The service's addresses are old by then.
    sourceUri: null,
    sourcePrompt: source?.prompt ?? null,
    groupId: group?.id ?? null,
    take: group?.take ?? null,
    takes: group?.takes ?? null,
  };
}

const iso = (time: number): string => new Date(time).toISOString();

interface WritingFacts {
  /** Null where the session has none. */
  sessionName: string | null;
  appVersion: string;
  now: number;
}

/** What the recipes of clips and images have in common, of an operation whose file came at `now`. */
function commonOf(record: OperationRecord, facts: WritingFacts) {
  const { operation } = record;
  return {
    version: recipeVersion,
    app: { version: facts.appVersion },
    operation: { id: operation.id, service: operation.service, name: operation.remoteName },
    session: { id: operation.sessionId, name: facts.sessionName },
    usd: operation.estimatedUsd,
    createdAt: iso(operation.createdAt),
    sentAt: iso(operation.submittedAt ?? operation.createdAt),
    finishedAt: iso(operation.finishedAt ?? facts.now),
  } as const;
}

function recipeOf(record: OperationRecord, facts: WritingFacts): z.input<typeof clipSchema> {
  const { operation, upload } = record;
  if (!isVideo(operation)) throw new Error('Only a clip has a recipe of a clip.');
  const { negativePrompt, aspectRatio, resolution, duration } = operation;
  return {
    ...commonOf(record, facts),
    request: {
      ...{ prompt: operation.prompt, negativePrompt, aspectRatio, resolution, duration },
      model: operation.model,
    },
    firstFrame: upload && imageOf(upload),
    extras: extrasOf(record),
  };
}

/** The recipe of an image as it stands in its file. @param said what the service said beside it */
export function pictureText(
  record: OperationRecord,
  said: readonly AnswerPart[],
  facts: WritingFacts,
): string {
  const { operation } = record;
  if (isVideo(operation)) throw new Error('Only an image has a recipe of an image.');
  const turn = JSON.stringify(said);
  return JSON.stringify({
    ...commonOf(record, facts),
    medium: 'image',
    request: {
      prompt: operation.prompt,
      aspectRatio: operation.aspectRatio,
      size: operation.resolution,
      model: operation.model,
    },
    firstFrame: null,
    extras: extrasOf(record),
    turn: said.length === 0 || Buffer.byteLength(turn) > mostTurnBytes ? null : said,
  });
}

/** What of a recipe's request stands in an operation's row. */
export function requestFrom(
  recipe: Recipe,
): Pick<
  OperationRow,
  'medium' | 'prompt' | 'negativePrompt' | 'aspectRatio' | 'resolution' | 'duration' | 'model'
> {
  if (!isPicture(recipe)) return { medium: 'video', ...recipe.request };
  const { size, ...request } = recipe.request;
  return { medium: 'image', ...request, negativePrompt: null, resolution: size, duration: imageDuration };
}

function titleOf(prompt: string): string {
  const clean = prompt.replace(/\s+/g, ' ').trim();
  const letters = Array.from(clean);
  return letters.length <= titleLetters ? clean : `${letters.slice(0, titleLetters - 1).join('')}…`;
}

/** What goes into the clip's file: words that other programs show, and the recipe whole. */
export function recipeTags(...[record, facts]: Parameters<typeof recipeOf>): Mp4Tags {
  const recipe = recipeOf(record, facts);
  return {
    texts: [
      { type: tagType.title, value: titleOf(recipe.request.prompt) },
      { type: tagType.comment, value: recipe.request.prompt },
      { type: tagType.day, value: recipe.createdAt },
    ],
    unlessThere: [{ type: tagType.tool, value: `Zoetrope ${recipe.app.version}` }],
    freeform: { mean, name, value: JSON.stringify(recipe) },
  };
}

export type RecipeReading<Kind extends Recipe = Recipe> =
  | { kind: 'recipe'; recipe: Kind }
  /** No app of ours wrote into this file. */
  | { kind: 'none' }
  /** There is one, but it is damaged or of a newer app. */
  | { kind: 'unreadable' };

function parse<Kind extends Recipe>(
  text: string,
  schema: z.ZodType<Kind>,
  most: number,
): RecipeReading<Kind> {
  if (text.length > most) return { kind: 'unreadable' };
  try {
    const { success, data } = schema.safeParse(JSON.parse(text));
    return success ? { kind: 'recipe', recipe: data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Reads the recipe out of a movie's index (the whole `moov` box). Never throws. */
export function readRecipe(moov: Uint8Array): RecipeReading<ClipRecipe> {
  try {
    const data = Buffer.from(moov.buffer, moov.byteOffset, moov.byteLength);
    const text = readFreeform(data, mean, name);
    return text === null ? { kind: 'none' } : parse(text, clipSchema, mostCharacters);
  } catch (error) {
    if (error instanceof Mp4Error) return { kind: 'none' };
    throw error;
  }
}

/** Reads the recipe out of an image's file. Throws what the file system throws, and nothing else. */
export async function readPicture(file: string): Promise<RecipeReading<PictureRecipe>> {
  const text = await readText(file);
  if (text === null) return { kind: 'none' };
  return parse(text, pictureSchema, mostCharacters + mostTurnBytes);
}
