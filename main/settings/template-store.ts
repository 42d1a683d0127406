/** The user's own prompt templates, in `templates.json` of the data folder. */
import { readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { PromptTemplate } from '../../preload/contract/prompts.ts';
import { templateSchema } from '../../preload/contract/prompts-schemas.ts';
import { writeWhole } from '../storage/write-whole.ts';

interface Warnings {
  warn(message: string, facts?: Record<string, unknown>): void;
}

export interface TemplateStore {
  all(): readonly PromptTemplate[];
  /** Known from here on; on disk when it resolves. Throws where it cannot be written, and keeps what was there. */
  replace(templates: readonly PromptTemplate[]): Promise<void>;
}

const fileSchema = z.strictObject({ version: z.literal(1), templates: z.array(templateSchema) });

async function read(file: string, log: Warnings): Promise<PromptTemplate[]> {
  /** Somebody's own words: the file is kept for whoever wants to mend it. */
  const setAside = async (error: unknown): Promise<void> => {
    const kept = file.replace(/\.json$/, `-damaged-${Date.now()}.json`);
    log.warn('The templates could not be read; their file was set aside', { error, kept });
    await rename(file, kept);
  };
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // Most have none. What cannot be read must not keep the app from starting.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) await setAside(error);
    return [];
  }
  try {
    return fileSchema.parse(JSON.parse(text)).templates;
  } catch (error) {
    await setAside(error);
    return [];
  }
}

export async function openTemplateStore(dataFolder: string, log: Warnings): Promise<TemplateStore> {
  const file = path.join(dataFolder, 'templates.json');
  let templates: readonly PromptTemplate[] = await read(file, log);
  let writing: Promise<void> = Promise.resolve();

  async function write(next: readonly PromptTemplate[]): Promise<void> {
    await writeWhole(file, JSON.stringify({ version: 1, templates: next }, null, 2));
  }

  return {
    all: () => templates,
    async replace(next) {
      const before = templates;
      templates = next;
      // One after the other: two writes at once would share their temporary file.
      const mine = writing.then(() => write(next));
      writing = mine.catch(() => undefined);
      try {
        await mine;
      } catch (error) {
        if (templates === next) templates = before;
        throw error;
      }
    },
  };
}
