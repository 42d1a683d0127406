import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Enhance } from '../services/prompts/enhance.ts';
import type { OpenedTemplateFiles } from '../services/prompts/opened-templates.ts';
import type { Templates } from '../services/prompts/templates.ts';
import type { Handlers } from './registry.ts';

export interface PromptServices {
  templates: Templates;
  openedTemplates: OpenedTemplateFiles;
  enhance: Enhance;
}

export function promptHandlers({
  templates,
  openedTemplates: opened,
  enhance,
}: PromptServices): Handlers<ZoetropeContract['prompts']> {
  return {
    templates: () => templates.list(),
    saveTemplate: (template) => templates.save(template),
    removeTemplate: ({ id }) => templates.remove(id),
    importTemplates: () => templates.importFile(),
    exportTemplates: () => templates.exportFile(),
    openedTemplates: () => opened.first(),
    answerOpened: ({ id, add }) => opened.answer(id, add),
    enhanceOffer: () => ok(enhance.offer()),
    enhance: ({ prompt }) => enhance.ask(prompt),
  };
}
