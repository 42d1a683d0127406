import { flushSync } from 'react-dom';
import type { CommandId } from '../../../preload/contract/commands.ts';
import type { Theme } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { PromptPanel } from '../../lib/ui-store.ts';
import type { SettingsPatch } from '../settings/use-settings-update.ts';
import { pressGenerate, promptId } from '../compose/generate.ts';
import { filtersId } from '../gallery/FiltersButton.tsx';
import { useFilters } from '../gallery/filters-store.ts';
import { galleryId } from '../gallery/focus-after-removal.ts';
import { searchId } from '../gallery/SearchField.tsx';
import { useRemoval } from '../gallery/use-removal.ts';
import { imagePromptId, pressGenerateImages } from '../images/generate-images.ts';
import { useModelMenu } from '../models/model-menu-store.ts';
import { useQueueActions, useQueueSummary } from '../queue/queue-source.ts';
import { useSessionMenu } from '../sessions/session-menu-store.ts';
import { useSessionActions } from '../sessions/use-session-actions.ts';
import { useExportCsv } from '../spend/use-export-csv.ts';
import { useCommands } from './commands-store.ts';
import type { Chosen } from './use-chosen.ts';
import { useClipCommands } from './use-clip-commands.ts';

const lastUndo = () => useUi.getState().toasts.findLast(({ undoes }) => undoes);

/** What a command is for may be in the other mode: drawn before it is gone to. */
function inVideo(then: () => void): void {
  flushSync(() => {
    useUi.getState().setMode('video');
  });
  then();
}

function focusOn(element: HTMLElement | null): void {
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/** What each command of the table does in this window. Whether it can be done now, `missingFor` says. */
export function useCommandActions(chosen: Chosen): Record<CommandId, () => void> & {
  save: (patch: SettingsPatch) => Promise<void>;
} {
  const words = { text: useText(), format: useFormat() };
  const { clearFinished } = useRemoval();
  const { setPaused } = useQueueActions();
  const { showAll } = useSessionActions();
  const exportCsv = useExportCsv();
  const clipCommands = useClipCommands(chosen);
  const paused = useQueueSummary().data?.paused ?? false;
  const ui = useUi.getState();

  const orSay = async (doing: Promise<Result<unknown>>): Promise<void> => {
    const result = await doing;
    if (!result.ok) showError(result.error, words);
  };
  const save = (patch: SettingsPatch): Promise<void> =>
    orSay(call(() => window.zoetrope.settings.update(patch)));
  const exportOrSay = async (): Promise<void> => {
    const error = await exportCsv();
    if (error !== null) showError(error, words);
  };
  const theme = (value: Theme) => () => void save({ theme: value });
  const link = (value: 'pricing' | 'video-guide') => () =>
    void call(() => window.zoetrope.app.openLink({ link: value }));
  const guide = (document?: string) => () => {
    ui.setHelpOpen(true, document);
  };
  const sessions = (open: 'list' | 'new') => () => {
    useSessionMenu.getState().setOpen(open);
  };
  const panel = (name: PromptPanel) => () => {
    inVideo(() => {
      ui.setPromptPanel(name);
    });
  };
  const focusOnId = (id: string) => () => {
    focusOn(document.getElementById(id));
  };
  const isImages = (): boolean => useUi.getState().mode === 'image';

  return {
    ...clipCommands,
    save,
    newSession: sessions('new'),
    openSession: sessions('list'),
    allSessions: showAll,
    libraryFolder: () => void orSay(call(() => window.zoetrope.settings.chooseLibraryFolder())),
    exportCsv: () => void exportOrSay(),
    settings() {
      ui.setSettingsOpen(true);
    },
    generate: () => void (isImages() ? pressGenerateImages() : pressGenerate()),
    writePrompt() {
      focusOn(document.getElementById(isImages() ? imagePromptId : promptId));
    },
    promptLibrary: panel('library'),
    promptBuilder: panel('builder'),
    enhance: panel('enhance'),
    templates: panel('templates'),
    newTemplate: panel('newTemplate'),
    negativePresets: panel('negatives'),
    chooseModel() {
      useModelMenu.getState().setOpen(true);
    },
    showQueue() {
      ui.setQueueOpen(true);
    },
    pauseQueue: () => void setPaused(!paused),
    retryFailed() {
      ui.ask({ kind: 'retryFailed' });
    },
    search: focusOnId(searchId),
    filters() {
      const button = document.getElementById(filtersId);
      if (button?.getAttribute('aria-expanded') === 'false') button.click();
    },
    clearFilters() {
      useFilters.getState().clear();
    },
    showClips() {
      const gallery = document.getElementById(galleryId);
      focusOn(gallery?.querySelector<HTMLElement>('[data-card-focus]') ?? gallery);
    },
    clearFinished: () => void clearFinished(),
    undoDelete() {
      const toast = lastUndo();
      if (toast === undefined) return;
      ui.dismissToast(toast.id);
      toast.action?.run();
    },
    imageMode() {
      ui.setMode('image');
    },
    videoMode() {
      ui.setMode('video');
    },
    spend() {
      ui.setSpendOpen(true);
    },
    themeSystem: theme('system'),
    themeDark: theme('dark'),
    themeLight: theme('light'),
    help: guide(),
    promptGuide: guide('PROMPT_EXAMPLES'),
    troubleGuide: guide('TROUBLESHOOTING'),
    apiGuide: guide('VIDEO_API_DOCS'),
    integrationGuide: guide('INTEGRATION_GUIDE'),
    palette() {
      useCommands.getState().setOpen('palette');
    },
    shortcuts() {
      useCommands.getState().setOpen('overview');
    },
    pricing: link('pricing'),
    videoGuide: link('video-guide'),
  };
}

export type CommandActions = ReturnType<typeof useCommandActions>;
