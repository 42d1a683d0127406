/** The fake main's templates. */
import type { ZoetropeApi } from '../../preload/contract/api.ts';
import type { PromptTemplate } from '../../preload/contract/prompts.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Result } from '../../preload/contract/result.ts';

type Answer = <T>(name: string, input: unknown, usual: () => Result<T>) => Promise<Result<T>>;

export function createFakePrompts(answer: Answer): ZoetropeApi['prompts'] {
  let templates: PromptTemplate[] = [];
  return {
    templates: () => answer('prompts.templates', undefined, () => ok(templates)),
    saveTemplate: (input) =>
      answer('prompts.saveTemplate', input, () => {
        const { id = `template-${templates.length + 1}`, ...words } = input;
        return ok((templates = [...templates.filter((each) => each.id !== id), { id, ...words }]));
      }),
    removeTemplate: (input) =>
      answer('prompts.removeTemplate', input, () =>
        ok((templates = templates.filter(({ id }) => id !== input.id))),
      ),
    importTemplates: () =>
      answer('prompts.importTemplates', undefined, () => ok({ templates, added: null, known: 0 })),
    openedTemplates: () => answer('prompts.openedTemplates', undefined, () => ok(null)),
    answerOpened: (input) =>
      answer('prompts.answerOpened', input, () => ok({ templates, added: null, known: 0 })),
    enhanceOffer: () => answer('prompts.enhanceOffer', undefined, () => ok({ kind: 'local' as const })),
    enhance: (input) =>
      answer('prompts.enhance', input, () => ok({ versions: [], by: { kind: 'local' as const } })),
    exportTemplates: () => answer('prompts.exportTemplates', undefined, () => ok({ saved: true })),
  };
}
