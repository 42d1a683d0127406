/**
 * What a clip was made of, as it stands in the clip's own file. A recipe that is read from a file may come from
 * anywhere: it is checked as strictly as a message from a window. It never holds a key.
 */
import { z } from 'zod';
import {
  aspectRatios,
  durations,
  imageTypes,
  isVideo,
  limits,
  resolutions,
} from '../../../preload/contract/domain.ts';
import { modes, personGenerations, requestLimits } from '../../../preload/contract/modes.ts';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import { readFreeform, tagType } from '../../storage/mp4/tags.ts';
import type { Mp4Tags } from '../../storage/mp4/tags.ts';
import { Mp4Error } from '../../storage/mp4/boxes.ts';
import type { OperationExtras, OperationRecord, UploadRow } from '../../storage/records.ts';
import { noExtras } from '../../storage/records.ts';

/** Raised when an old app could not understand a recipe any more; a field that is added leaves it as it is. */
const recipeVersion = 1;
const mean = 'app.zoetrope';
const name = 'recipe';
/** The longest prompt there may be is far below it. */
const mostCharacters = 100_000;
/** Letters of the prompt in the title. */
const titleLetters = 80;

/** 2000 to 2100, as the rest of the app counts: milliseconds since 1970. */
const moment = z.iso
  .datetime()
  .transform((text) => Date.parse(text))
  .pipe(z.int().min(946_684_800_000).max(4_102_444_800_000));
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u);

/** An image by its content: its bytes are looked for on the computer that reads this. */
const image = z.object({
  name: z.string().min(1).max(255),
  type: z.enum(imageTypes),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const take = z.int().min(1).max(requestLimits.takes);

const extras = z.object({
  mode: z.enum(modes),
  lastFrame: image.nullable(),
  references: z.array(image).max(requestLimits.referenceImages),
  /** The clip that it was made of: its own id, the service's name of it, and its prompt. */
  source: z
    .object({ id: z.uuid(), name: line(500).nullable(), prompt: z.string().max(limits.promptCharacters) })
    .nullable(),
  extensions: z.int().min(0).max(1000),
  personGeneration: z.enum(personGenerations).nullable(),
  seed: z.int().min(0).max(requestLimits.seed).nullable(),
  audio: z.boolean(),
  group: z.object({ id: z.uuid(), take, takes: take }).nullable(),
});

/** What is not known is dropped: a newer app of the same version may have written more. */
const recipeSchema = z.object({
  version: z.literal(recipeVersion),
  app: z.object({ version: line(50) }),
  operation: z.object({
    // The app's own; it becomes part of file names.
    id: z.uuid(),
    service: z.enum(['demo', 'gemini']),
    /** The service's name of it. */
    name: line(500).nullable(),
  }),
  request: z.object({
    prompt: z.string().min(1).max(limits.promptCharacters),
    negativePrompt: z.string().min(1).max(limits.negativePromptCharacters).nullable(),
    aspectRatio: z.enum(aspectRatios),
    resolution: z.enum(resolutions),
    duration: z.enum(durations),
    model: z.string().regex(/^[\w.-]{1,100}$/),
  }),
  firstFrame: image.nullable(),
  /** Older apps wrote none: theirs were of a prompt, or of a first frame. */
  extras: extras.optional(),
  /** As free as the contract is: an id is whatever a script has passed. */
  session: z
    .object({
      id: z.string().min(1).max(sessionLimits.idCharacters),
      name: z.string().max(sessionLimits.nameCharacters).nullable(),
    })
    .nullable(),
  /** The price of the run by the price list of its day; 0 for demo clips. */
  usd: z.number().min(0).max(10_000),
  createdAt: moment,
  /** When it was sent, which decides the day that its price belongs to. */
  sentAt: moment,
  finishedAt: moment,
});

export type Recipe = z.output<typeof recipeSchema>;
type WrittenRecipe = z.input<typeof recipeSchema>;

const imageOf = ({ name: fileName, mimeType, sha256 }: UploadRow) => ({
  name: fileName,
  type: mimeType,
  sha256,
});

function extrasOf({ operation, lastFrame, references }: OperationRecord): z.input<typeof extras> {
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

/** The recipe of an operation that was downloaded at `now`. `sessionName` is null where the session has none. */
function recipeOf(
  record: OperationRecord,
  facts: { sessionName: string | null; appVersion: string; now: number },
): WrittenRecipe {
  const { operation, upload } = record;
  if (!isVideo(operation)) throw new Error('Only clips have a recipe.');
  return {
    version: recipeVersion,
    app: { version: facts.appVersion },
    operation: { id: operation.id, service: operation.service, name: operation.remoteName },
    request: {
      prompt: operation.prompt,
      negativePrompt: operation.negativePrompt,
      aspectRatio: operation.aspectRatio,
      resolution: operation.resolution,
      duration: operation.duration,
      model: operation.model,
    },
    firstFrame: upload && imageOf(upload),
    extras: extrasOf(record),
    session: { id: operation.sessionId, name: facts.sessionName },
    usd: operation.estimatedUsd,
    createdAt: iso(operation.createdAt),
    sentAt: iso(operation.submittedAt ?? operation.createdAt),
    finishedAt: iso(operation.finishedAt ?? facts.now),
  };
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

export type RecipeReading =
  | { kind: 'recipe'; recipe: Recipe }
  /** No app of ours wrote into this movie. */
  | { kind: 'none' }
  /** There is one, but it is damaged or of a newer app. */
  | { kind: 'unreadable' };

function parse(text: string): RecipeReading {
  if (text.length > mostCharacters) return { kind: 'unreadable' };
  try {
    const { success, data } = recipeSchema.safeParse(JSON.parse(text));
    return success ? { kind: 'recipe', recipe: data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Reads the recipe out of a movie's index (the whole `moov` box). Never throws. */
export function readRecipe(moov: Uint8Array): RecipeReading {
  try {
    const data = Buffer.from(moov.buffer, moov.byteOffset, moov.byteLength);
    const text = readFreeform(data, mean, name);
    return text === null ? { kind: 'none' } : parse(text);
  } catch (error) {
    if (error instanceof Mp4Error) return { kind: 'none' };
    throw error;
  }
}
