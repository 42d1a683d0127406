import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { PromptTemplate, TemplateImport } from '../../../preload/contract/prompts.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { call, callOrThrow } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';

export type TemplateWords = Omit<PromptTemplate, 'id'> & { id?: string | undefined };

export interface TemplateActions {
  list: readonly PromptTemplate[];
  /** Null when it went well. */
  save: (template: TemplateWords) => Promise<AppError | null>;
  remove: (template: PromptTemplate) => Promise<AppError | null>;
  importFile: () => Promise<AppError | null>;
  exportFile: () => Promise<AppError | null>;
  /** Adds what is in a file that was opened with the app, or leaves it. */
  answerOpened: (id: string, add: boolean) => Promise<AppError | null>;
}

/** The user's own templates, and what can be done with them. */
export function useTemplates(): TemplateActions {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const { addToast } = useUi.getState();
  const { data: list = [] } = useQuery<PromptTemplate[]>({
    queryKey: queryKeys.templates,
    queryFn: () => callOrThrow(() => window.zoetrope.prompts.templates()),
  });
  const know = (templates: PromptTemplate[]): void => {
    client.setQueryData(queryKeys.templates, templates);
  };
  const take = (result: Result<PromptTemplate[]>): AppError | null => {
    if (result.ok) know(result.value);
    return result.ok ? null : result.error;
  };
  const save = async (template: TemplateWords): Promise<AppError | null> => {
    const { id, ...words } = template;
    const input = id === undefined ? words : template;
    return take(await call(() => window.zoetrope.prompts.saveTemplate(input)));
  };

  const tell = (result: Result<TemplateImport>): AppError | null => {
    if (!result.ok) return result.error;
    const { templates, added, known } = result.value;
    if (added !== null) {
      know(templates);
      const { number } = format;
      addToast({
        kind: 'success',
        title: text.prompts.imported(number(added), added, number(known), known),
      });
    }
    return null;
  };

  return {
    list,
    save,
    async remove(template) {
      const error = take(await call(() => window.zoetrope.prompts.removeTemplate({ id: template.id })));
      if (error === null) {
        const run = (): void => void save(template);
        addToast({ title: text.prompts.removed, action: { label: text.toasts.undo, run }, undoes: true });
      }
      return error;
    },
    async importFile() {
      return tell(await call(() => window.zoetrope.prompts.importTemplates()));
    },
    async answerOpened(id, add) {
      return tell(await call(() => window.zoetrope.prompts.answerOpened({ id, add })));
    },
    async exportFile() {
      const result = await call(() => window.zoetrope.prompts.exportTemplates());
      if (result.ok && result.value.saved) addToast({ kind: 'success', title: text.toasts.saved });
      return result.ok ? null : result.error;
    },
  };
}
