/** Puts together what helps with prompts: the user's templates, files of them from outside, and Enhance. */
import type { PromptServices } from '../ipc/prompts.ts';
import type { Clock } from '../services/clock.ts';
import type { Log } from '../services/log.ts';
import { createEnhance } from '../services/prompts/enhance.ts';
import { createOpenedTemplates } from '../services/prompts/opened-templates.ts';
import { createTemplates } from '../services/prompts/templates.ts';
import type { Sessions } from '../services/sessions.ts';
import type { Preferences } from '../settings/preferences.ts';
import { openTemplateStore } from '../settings/template-store.ts';
import type { StudioWindow } from '../windows/studio-window.ts';
import type { Dialogs } from './dialogs.ts';
import type { Makers } from './makers.ts';
import type { Money } from './money.ts';

export interface PromptPartsDeps extends Money {
  dataFolder: string;
  clock: Clock;
  log: Log;
  dialogs: Dialogs;
  preferences: Preferences;
  sessions: Pick<Sessions, 'current'>;
  window: Pick<StudioWindow, 'send' | 'open'>;
  connection: Makers['connection'];
}

export async function createPromptParts(deps: PromptPartsDeps): Promise<PromptServices> {
  const { dataFolder, clock, log, dialogs, preferences, sessions, window, connection, spend, budget } = deps;
  const templates = createTemplates({ store: await openTemplateStore(dataFolder, log), log, dialogs });
  return {
    templates,
    openedTemplates: createOpenedTemplates(templates, () => {
      window.send('templatesOpened', null);
      window.open();
    }),
    enhance: createEnhance({
      clock,
      mode: () => connection.state().mode,
      backend: () => connection.gemini.text(),
      isAllowed: () => preferences.settings().askTextModel,
      sessionId: () => sessions.current().id,
      hold: (usd) => budget.holdFor(usd),
      record: (line) => {
        spend.recordText(line);
      },
    }),
  };
}
