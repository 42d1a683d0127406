/** What stands in a recipe, of a clip or of an image. */
import { z } from 'zod';
import {
  aspectRatios,
  durations,
  imageTypes,
  limits,
  resolutions,
} from '../../../preload/contract/domain.ts';
import { imageAspectRatios, imageSizes } from '../../../preload/contract/mediums.ts';
import { modes, personGenerations, requestLimits } from '../../../preload/contract/modes.ts';
import { sessionLimits } from '../../../preload/contract/sessions.ts';
import { answerPartSchema } from '../../storage/kept-answers.ts';

/** Raised when an old app could not understand a recipe any more; a field that is added leaves it as it is. */
export const recipeVersion = 1;
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

export const extrasSchema = z.object({
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

const prompt = z.string().min(1).max(limits.promptCharacters);
const model = z.string().regex(/^[\w.-]{1,100}$/);

/** What is not known is dropped: a newer app of the same version may have written more. */
export const clipSchema = z.object({
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
    prompt,
    negativePrompt: z.string().min(1).max(limits.negativePromptCharacters).nullable(),
    aspectRatio: z.enum(aspectRatios),
    resolution: z.enum(resolutions),
    duration: z.enum(durations),
    model,
  }),
  firstFrame: image.nullable(),
  /** Older apps wrote none: theirs were of a prompt, or of a first frame. */
  extras: extrasSchema.optional(),
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

/** An image's: what a clip's has, but for what only clips have. */
export const pictureSchema = clipSchema.extend({
  medium: z.literal('image'),
  request: z.object({ prompt, aspectRatio: z.enum(imageAspectRatios), size: z.enum(imageSizes), model }),
  firstFrame: z.null(),
  extras: extrasSchema.extend({ mode: z.enum(['text', 'references', 'edit']), lastFrame: z.null() }),
  /** What the service said beside it, for refining it; null where that was too much, or nothing. */
  turn: z.array(answerPartSchema).max(100).nullable(),
});

export type ClipRecipe = z.output<typeof clipSchema>;
export type PictureRecipe = z.output<typeof pictureSchema>;
export type Recipe = ClipRecipe | PictureRecipe;

export const isPicture = (recipe: Recipe): recipe is PictureRecipe => 'medium' in recipe;
