/** A file of templates, as it goes from one person to another. */
import { z } from 'zod';
import type { PromptTemplate } from '../../../preload/contract/prompts.ts';
import { templateLimits } from '../../../preload/contract/prompts.ts';
import { templateWordsSchema } from '../../../preload/contract/prompts-schemas.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';

const format = 'zoetrope-templates';

const fileSchema = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  templates: z.array(templateWordsSchema).max(templateLimits.templates),
});

/** A template without its id. */
export type TemplateWords = z.infer<typeof templateWordsSchema>;

export function writeTemplates(templates: readonly PromptTemplate[]): string {
  const words = templates.map(({ name, prompt, negativePrompt, shape }) => ({
    ...{ name, prompt, negativePrompt, shape },
  }));
  return `${JSON.stringify({ format, version: 1, templates: words }, null, 2)}\n`;
}

export function invalidFile(why: string): AppError {
  return { code: 'invalid_file', message: `${why} Nothing was imported.`, retryable: false };
}

const fieldNames: Record<string, string> = {
  name: 'its name',
  prompt: 'its prompt',
  negativePrompt: 'its negative prompt',
  shape: 'its settings',
};

/** What is wrong, in words: the first thing that somebody who wrote the file by hand has to look at. */
function wordsOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const [list, index, field] = issue?.path ?? [];
  if (list === 'templates' && typeof index === 'number') {
    const what = typeof field === 'string' ? (fieldNames[field] ?? 'a field that is not known') : 'a field';
    return `Template ${index + 1} of this file cannot be used: look at ${what}.`;
  }
  if (list === 'templates') {
    return `This file has no list of templates, or more than ${templateLimits.templates}.`;
  }
  return 'This file is not one of Zoetrope’s templates. Choose a file that was exported from Templates.';
}

/** Reads a file of templates. All of it is good, or none of it is taken. */
export function readTemplates(text: string): Result<TemplateWords[]> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fail(invalidFile('This file is not JSON: it may be damaged or cut off.'));
  }
  const read = fileSchema.safeParse(parsed);
  return read.success ? ok(read.data.templates) : fail(invalidFile(wordsOf(read.error)));
}
