/** The user's own templates: kept, removed, given to others and taken from them. */
import { randomUUID } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import type { DownloadOutcome } from '../../../preload/contract/contract.ts';
import type { PromptTemplate, TemplateImport } from '../../../preload/contract/prompts.ts';
import { templateLimits } from '../../../preload/contract/prompts.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { TemplateStore } from '../../settings/template-store.ts';
import type { Log } from '../log.ts';
import { saveBeside } from '../save-beside.ts';
import { invalidFile, readTemplates, writeTemplates } from './template-file.ts';
import type { TemplateWords } from './template-file.ts';

export interface TemplatesDeps {
  store: TemplateStore;
  log: Log;
  dialogs: {
    saveTemplates(suggestedName: string): Promise<string | null>;
    openTemplates(): Promise<string | null>;
  };
}

export interface Templates {
  list(): Result<PromptTemplate[]>;
  save(template: TemplateWords & { id?: string | undefined }): Promise<Result<PromptTemplate[]>>;
  remove(id: string): Promise<Result<PromptTemplate[]>>;
  importFile(): Promise<Result<TemplateImport>>;
  /** What is in a file of templates, of which nothing is kept. */
  read(file: string): Promise<Result<TemplateWords[]>>;
  /** Adds those that are not there yet; a name that is taken gets a number. All of them, or none. */
  add(found: readonly TemplateWords[]): Promise<Result<TemplateImport>>;
  isKnown(words: TemplateWords): boolean;
  exportFile(): Promise<Result<DownloadOutcome>>;
}

const tooMany: AppError = {
  code: 'invalid_request',
  message: `There is room for ${templateLimits.templates} templates. Remove some first.`,
  retryable: false,
};

const notKept: AppError = {
  code: 'export_failed',
  message: 'The templates could not be written to this computer’s disk, so nothing was changed.',
  retryable: true,
};

const same = (one: TemplateWords, other: TemplateWords): boolean =>
  JSON.stringify([one.name, one.prompt, one.negativePrompt, one.shape]) ===
  JSON.stringify([other.name, other.prompt, other.negativePrompt, other.shape]);

/** A name that is taken gets a number. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2, free = name; ; number += 1) {
    if (!taken.has(free)) return free;
    const ending = ` (${number})`;
    free = `${name.slice(0, templateLimits.nameCharacters - ending.length)}${ending}`;
  }
}

export function createTemplates({ store, log, dialogs }: TemplatesDeps): Templates {
  const sorted = (): PromptTemplate[] =>
    store.all().toSorted((one, other) => one.name.localeCompare(other.name));

  async function replace(next: readonly PromptTemplate[]): Promise<Result<PromptTemplate[]>> {
    if (next.length > templateLimits.templates) return fail(tooMany);
    try {
      await store.replace(next);
    } catch (error) {
      log.warn('The templates could not be written', { error });
      return fail(notKept);
    }
    return ok(sorted());
  }

  async function read(file: string): Promise<Result<TemplateWords[]>> {
    try {
      const facts = await stat(file);
      // Reading a pipe would never end.
      if (!facts.isFile()) return fail(invalidFile('This is not a file of templates.'));
      if (facts.size > templateLimits.fileBytes) {
        return fail(invalidFile('This file is too large to be a file of templates.'));
      }
      return readTemplates(await readFile(file, 'utf8'));
    } catch (error) {
      log.warn('A file of templates could not be opened', { error });
      return fail(invalidFile('This file could not be opened. Is it still there, and may you read it?'));
    }
  }

  const isKnown = (words: TemplateWords): boolean => store.all().some((template) => same(template, words));

  async function add(found: readonly TemplateWords[]): Promise<Result<TemplateImport>> {
    const all = [...store.all()];
    const before = all.length;
    for (const words of found) {
      if (all.some((template) => same(template, words))) continue;
      const name = freeName(words.name, new Set(all.map((template) => template.name)));
      all.push({ ...words, id: randomUUID(), name });
    }
    const added = all.length - before;
    const kept = await replace(all);
    return kept.ok ? ok({ templates: kept.value, added, known: found.length - added }) : kept;
  }

  return {
    list: () => ok(sorted()),
    save({ id = randomUUID(), ...words }) {
      const others = store.all().filter((template) => template.id !== id);
      return replace([...others, { id, ...words }]);
    },
    remove: (id) => replace(store.all().filter((template) => template.id !== id)),
    async importFile() {
      const file = await dialogs.openTemplates();
      if (file === null) return ok({ templates: sorted(), added: null, known: 0 });
      const found = await read(file);
      return found.ok ? add(found.value) : found;
    },
    read,
    add,
    isKnown,
    async exportFile() {
      const target = await dialogs.saveTemplates('Zoetrope templates.zoetrope');
      if (target === null) return ok({ saved: false });
      const text = writeTemplates(sorted());
      try {
        await saveBeside(target, (temporary) => writeFile(temporary, text, { flag: 'wx', flush: true }), log);
        return ok({ saved: true });
      } catch (error) {
        log.warn('The templates could not be exported', { error });
        return fail({
          code: 'export_failed',
          message:
            'The templates could not be saved there. Choose a folder that is there and that you may write to.',
          retryable: true,
        });
      }
    },
  };
}
