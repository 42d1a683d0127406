import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { renewSource } from '../features/compose/use-source.ts';
import { useDownloads } from '../features/gallery/downloads-store.ts';
import { downloadEnd } from '../features/gallery/download-words.ts';
import { knownOperation, libraryTouched, putOperation } from '../features/gallery/library-source.ts';
import { forgetSelected } from '../features/gallery/selection-store.ts';
import { haveSoundReady } from '../features/player/sound-ahead.ts';
import { queueChanged } from '../features/queue/queue-source.ts';
import { showOperations } from '../features/queue/use-shown-cards.ts';
import { useRebuildProgress } from '../features/recipes/rebuild-store.ts';
import { sessionsChanged } from '../features/sessions/sessions-source.ts';
import { useText } from '../lib/i18n/text.ts';
import { heard, queryKeys, useFormat } from '../lib/queries.ts';
import { useUi } from '../lib/ui-store.ts';
import { createProgressNews } from './progress-news.ts';

/** The counts of the filters are asked for at most so often, milliseconds: they are many, and no one waits for them. */
const countAgainMs = 500;
let countTimer: ReturnType<typeof setTimeout> | null = null;

function countAgain(client: QueryClient): void {
  countTimer ??= setTimeout(() => {
    countTimer = null;
    void client.invalidateQueries({ queryKey: queryKeys.facets });
  }, countAgainMs);
}

/** Lets main's events into the cache. */
export function useBridgeEvents(): void {
  const client = useQueryClient();
  const text = useText();
  const format = useFormat();
  useEffect(() => {
    const { on } = window.zoetrope;
    const news = createProgressNews(useUi.getState().announce);
    const subscriptions = [
      on('operationChanged', (operation) => {
        news.heard(knownOperation(operation.id), operation, { text, format });
        putOperation(operation);
        renewSource(operation);
        haveSoundReady(operation);
      }),
      on('operationsRemoved', ({ operationIds }) => {
        forgetSelected(operationIds);
      }),
      on('settingsChanged', (settings) => {
        heard(client, queryKeys.settings, settings);
      }),
      on('spendChanged', (spend) => {
        heard(client, queryKeys.spend, spend);
      }),
      on('queueChanged', (queue) => {
        queueChanged(client, queue);
      }),
      on('libraryChanged', () => {
        libraryTouched();
        void client.invalidateQueries({ queryKey: queryKeys.details });
        countAgain(client);
      }),
      on('rebuildProgress', (progress) => {
        useRebuildProgress.setState({ progress });
      }),
      on('downloadProgress', (progress) => {
        useDownloads.setState({ progress: progress.finished ? null : progress });
        if (progress.finished) useUi.getState().addToast(downloadEnd(progress, text, format));
      }),
      on('operationsShown', ({ operationIds }) => {
        void showOperations(operationIds);
      }),
      on('sessionsChanged', (change) => {
        sessionsChanged(client, change);
      }),
      on('updateChanged', (state) => {
        heard(client, queryKeys.updates, state);
      }),
      on('templatesOpened', () => {
        void client.invalidateQueries({ queryKey: queryKeys.openedTemplates });
      }),
      on('modelsChanged', (list) => {
        heard(client, queryKeys.models, list);
      }),
      on('appStateChanged', (appState) => {
        heard(client, queryKeys.appState, appState);
        // Another key may have other models.
        void client.invalidateQueries({ queryKey: queryKeys.models });
        // What trying again would cost.
        void client.invalidateQueries({ queryKey: queryKeys.queueList });
      }),
    ];
    return () => {
      news.stop();
      for (const unsubscribe of subscriptions) unsubscribe();
    };
  }, [client, text, format]);
}
