/** What a template may be: from the window, from its store, from a file that somebody else wrote. */
import { z } from 'zod';
import { aspectRatios, durations, limits, resolutions } from './domain.ts';
import { templateLimits } from './prompts.ts';

const shapeSchema = z.strictObject({
  aspectRatio: z.enum(aspectRatios),
  resolution: z.enum(resolutions),
  duration: z.enum(durations),
});

/** A template without its id. */
export const templateWordsSchema = z.strictObject({
  name: z.string().trim().min(1).max(templateLimits.nameCharacters),
  prompt: z.string().trim().min(1).max(limits.promptCharacters),
  negativePrompt: z.string().trim().min(1).max(limits.negativePromptCharacters).nullable(),
  shape: shapeSchema.nullable(),
});

export const templateIdSchema = z.strictObject({ id: z.string().min(1).max(100) });

export const answerOpenedSchema = templateIdSchema.extend({ add: z.boolean() });

export const templateSchema = templateWordsSchema.extend(templateIdSchema.shape);

export const enhanceSchema = z.strictObject({
  prompt: z.string().trim().min(1).max(limits.promptCharacters),
});

/** With the id of one that is to be replaced, or that was removed and comes back. */
export const saveTemplateSchema = templateWordsSchema.extend({
  id: templateIdSchema.shape.id.optional(),
});
