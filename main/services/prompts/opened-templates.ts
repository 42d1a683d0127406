/**
 * Files of templates that were opened with the app. They come from anywhere: nothing of one is taken in before the user
 * has seen what is in it and said so.
 */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { OpenedTemplates, TemplateImport } from '../../../preload/contract/prompts.ts';
import { openedTemplatesShown } from '../../../preload/contract/prompts.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { invalidFile } from './template-file.ts';
import type { TemplateWords } from './template-file.ts';
import type { Templates } from './templates.ts';

/** More are not read: somebody opens a whole folder again and again. */
const longest = 100;

export interface OpenedTemplateFiles {
  /** Reads them and tells the window. Absolute paths. */
  open(files: readonly string[]): Promise<void>;
  /** The oldest that waits for an answer; null where there is none. */
  first(): Result<OpenedTemplates | null>;
  /** Adds what is in it, or leaves it; either way it waits no longer. */
  answer(id: string, add: boolean): Promise<Result<TemplateImport>>;
}

interface Waiting {
  id: string;
  fileName: string;
  found: Result<TemplateWords[]>;
}

export function createOpenedTemplates(
  templates: Pick<Templates, 'read' | 'add' | 'isKnown' | 'list'>,
  told: () => void,
): OpenedTemplateFiles {
  let waiting: Waiting[] = [];
  return {
    async open(files) {
      for (const file of files) {
        if (waiting.length >= longest) break;
        const found = await templates.read(file);
        waiting.push({ id: randomUUID(), fileName: path.basename(file), found });
      }
      told();
    },
    first() {
      const [next] = waiting;
      if (next === undefined) return ok(null);
      const { id, fileName, found } = next;
      if (!found.ok) return ok({ id, fileName, error: found.error, count: 0, known: 0, templates: [] });
      const shown = found.value.slice(0, openedTemplatesShown);
      return ok({
        ...{ id, fileName, error: null, count: found.value.length },
        known: found.value.filter((words) => templates.isKnown(words)).length,
        templates: shown.map(({ name, prompt }) => ({ name, prompt })),
      });
    },
    async answer(id, add) {
      const asked = waiting.find((one) => one.id === id);
      if (asked === undefined) return fail(invalidFile('This file was answered already.'));
      if (add && asked.found.ok) {
        const added = await templates.add(asked.found.value);
        // Where the disk refused, the question stays.
        if (!added.ok) return added;
        waiting = waiting.filter((one) => one !== asked);
        return added;
      }
      waiting = waiting.filter((one) => one !== asked);
      const list = templates.list();
      return list.ok ? ok({ templates: list.value, added: null, known: 0 }) : list;
    },
  };
}
