import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import type { CommandId } from '../../../preload/contract/commands.ts';
import type { Theme } from '../../../preload/contract/domain.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import type { SettingsPatch } from '../settings/use-settings-update.ts';
import { pressGenerate, promptId } from '../compose/generate.ts';
import { galleryId } from '../gallery/focus-after-removal.ts';
import { searchId } from '../gallery/SearchField.tsx';
import { useRemoval } from '../gallery/use-removal.ts';
import { useModelMenu } from '../models/model-menu-store.ts';
import { useQueueActions, useQueueSummary } from '../queue/queue-source.ts';
import { useSessionMenu } from '../sessions/session-menu-store.ts';
import { useSessionActions } from '../sessions/use-session-actions.ts';
import { useExportCsv } from '../spend/use-export-csv.ts';
import { useCommands } from './commands-store.ts';

interface Action {
  run: () => void;
  /** Left out: always. */
  isPossible?: () => boolean;
}

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

/** What each command of the table does in this window. */
export function useCommandActions(): Record<CommandId, Action> & {
  save: (patch: SettingsPatch) => Promise<void>;
} {
  const text = useText();
  const format = useFormat();
  const { clearFinished } = useRemoval();
  const { setPaused } = useQueueActions();
  const { showAll } = useSessionActions();
  const exportCsv = useExportCsv();
  const paused = useQueueSummary().data?.paused ?? false;

  return useMemo(() => {
    const ui = useUi.getState();
    const save = async (patch: SettingsPatch): Promise<void> => {
      const result = await call(() => window.zoetrope.settings.update(patch));
      if (!result.ok) showError(result.error, { text, format });
    };
    const exportOrSay = async (): Promise<void> => {
      const error = await exportCsv();
      if (error !== null) showError(error, { text, format });
    };
    const theme = (value: Theme): Action => ({ run: () => void save({ theme: value }) });
    const link = (value: 'pricing' | 'video-guide'): Action => ({
      run: () => void call(() => window.zoetrope.app.openLink({ link: value })),
    });
    const sessions = (open: 'list' | 'new'): Action => ({
      run() {
        inVideo(() => {
          useSessionMenu.getState().setOpen(open);
        });
      },
    });
    return {
      save,
      newSession: sessions('new'),
      openSession: sessions('list'),
      allSessions: { run: showAll },
      exportCsv: { run: () => void exportOrSay() },
      settings: {
        run() {
          ui.setSettingsOpen(true);
        },
      },
      generate: { run: () => void pressGenerate(), isPossible: () => useUi.getState().mode === 'video' },
      writePrompt: {
        run() {
          inVideo(() => {
            focusOn(document.getElementById(promptId));
          });
        },
      },
      chooseModel: {
        run() {
          useModelMenu.getState().setOpen(true);
        },
      },
      showQueue: {
        run() {
          ui.setQueueOpen(true);
        },
      },
      pauseQueue: { run: () => void setPaused(!paused) },
      search: {
        run() {
          inVideo(() => {
            focusOn(document.getElementById(searchId));
          });
        },
      },
      showClips: {
        run() {
          inVideo(() => {
            const gallery = document.getElementById(galleryId);
            focusOn(gallery?.querySelector<HTMLElement>('[data-card-focus]') ?? gallery);
          });
        },
      },
      clearFinished: { run: () => void clearFinished() },
      undoDelete: {
        isPossible: () => lastUndo() !== undefined,
        run() {
          const toast = lastUndo();
          if (toast === undefined) return;
          ui.dismissToast(toast.id);
          toast.action?.run();
        },
      },
      imageMode: {
        run() {
          ui.setMode('image');
        },
      },
      videoMode: {
        run() {
          ui.setMode('video');
        },
      },
      spend: {
        run() {
          ui.setSpendOpen(true);
        },
      },
      themeSystem: theme('system'),
      themeDark: theme('dark'),
      themeLight: theme('light'),
      palette: {
        run() {
          useCommands.getState().setOpen('palette');
        },
      },
      shortcuts: {
        run() {
          useCommands.getState().setOpen('overview');
        },
      },
      pricing: link('pricing'),
      videoGuide: link('video-guide'),
    };
  }, [text, format, clearFinished, setPaused, showAll, exportCsv, paused]);
}

export type CommandActions = ReturnType<typeof useCommandActions>;
