import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Operation } from '../../preload/contract/domain.ts';
import { isUnderWay } from '../features/gallery/gallery-merge.ts';
import {
  hideOperations,
  knownOperation,
  putOperation,
  regroupOperations,
} from '../features/gallery/gallery-source.ts';
import { queueChanged } from '../features/queue/queue-source.ts';
import { sessionsChanged } from '../features/sessions/sessions-source.ts';
import { useText } from '../lib/i18n/text.ts';
import type { Dictionary } from '../lib/i18n/text.ts';
import { queryKeys } from '../lib/queries.ts';
import { useUi } from '../lib/ui-store.ts';

/** What a screen reader says when an operation ends; null while it goes on or when it had ended before. */
function announcementOf(before: Operation | null, now: Operation, text: Dictionary): string | null {
  if (before === null || !isUnderWay(before) || isUnderWay(now)) return null;
  if (now.status === 'completed') return text.announce.completed(now.request.prompt);
  const title = now.error === null ? text.card.error : text.errors[now.error.code].title;
  return text.announce.failed(title, now.request.prompt);
}

/** Lets main's events into the cache. */
export function useBridgeEvents(): void {
  const client = useQueryClient();
  const text = useText();
  useEffect(() => {
    const { on } = window.zoetrope;
    const subscriptions = [
      on('operationChanged', (operation) => {
        const announcement = announcementOf(knownOperation(client, operation.id), operation, text);
        putOperation(client, operation);
        if (announcement !== null) useUi.getState().announce(announcement);
      }),
      on('operationsRemoved', ({ operationIds }) => {
        hideOperations(client, operationIds);
      }),
      on('settingsChanged', (settings) => {
        client.setQueryData(queryKeys.settings, settings);
      }),
      on('spendChanged', (spend) => {
        client.setQueryData(queryKeys.spend, spend);
      }),
      on('queueChanged', (queue) => {
        queueChanged(client, queue);
      }),
      on('operationsShown', ({ operationIds }) => {
        useUi.getState().showCards(operationIds);
      }),
      on('sessionsChanged', (change) => {
        sessionsChanged(client, change);
        if (change.regrouped) void regroupOperations(client);
      }),
      on('appStateChanged', (appState) => {
        client.setQueryData(queryKeys.appState, appState);
        // Another key may have other models.
        void client.invalidateQueries({ queryKey: queryKeys.models });
        // What trying again would cost.
        void client.invalidateQueries({ queryKey: queryKeys.queueList });
      }),
    ];
    return () => {
      for (const unsubscribe of subscriptions) unsubscribe();
    };
  }, [client, text]);
}
