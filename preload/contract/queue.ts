/** The queue, as the windows see it. Types and constants only. */
import type { Operation } from './domain.ts';

/** Where a waiting operation can be put. */
export const queuePlaces = ['top', 'up', 'down', 'end'] as const;
export type QueuePlace = (typeof queuePlaces)[number];

/** How many waiting operations one list holds at most; the rest is a number. */
export const queueListLimit = 200;

/** Characters of a prompt in the queue's list. */
export const queuePromptCharacters = 300;

export interface QueueSummary {
  paused: boolean;
  /** Being sent, made or saved. */
  running: number;
  waiting: number;
  /** Failed in a way that may pass. */
  failed: number;
  /** Goes up whenever something in the queue's list may be another. */
  version: number;
}

export interface QueueList extends QueueSummary {
  /** Oldest first. Prompts are cut. */
  runningOperations: Operation[];
  /** The next one to be sent first, `queueListLimit` at most. Prompts are cut. */
  waitingOperations: Operation[];
  /** Those that failed in a way that may pass, as many as one call takes, and what they would cost now, in USD. */
  retry: { operationIds: string[]; usd: number };
}
