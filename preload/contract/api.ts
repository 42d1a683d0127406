/** What a window sees: the contract as functions. Types only. */
import type { z } from 'zod';
import type { Call, mediaContract, videoChatContract, zoetropeContract } from './contract.ts';
import type { CommandId } from './commands.ts';
import type { AppState, Operation, Settings } from './domain.ts';
import type { DownloadProgress } from './library.ts';
import type { MediaJob } from './media.ts';
import type { RebuildProgress } from './rebuild.ts';
import type { ModelList } from './models.ts';
import type { Result } from './result.ts';
import type { QueueSummary } from './queue.ts';
import type { SessionsChange } from './sessions.ts';
import type { SpendSummary } from './spend.ts';
import type { UpdateState } from './updates.ts';

/** What a caller passes. */
export type InputOf<C> = C extends Call<infer Input, unknown> ? z.input<Input> : never;
/** What a handler gets, defaults filled in. */
export type ParsedOf<C> = C extends Call<infer Input, unknown> ? z.output<Input> : never;
export type OutputOf<C> = C extends { readonly output?: infer Output } ? Exclude<Output, undefined> : never;

export type ApiFunction<C> =
  undefined extends InputOf<C>
    ? () => Promise<Result<OutputOf<C>>>
    : (input: InputOf<C>) => Promise<Result<OutputOf<C>>>;

type ApiOf<Calls> = { [Name in keyof Calls]: ApiFunction<Calls[Name]> };

export type VideoChatContract = typeof videoChatContract;
export type ZoetropeContract = typeof zoetropeContract;
export type MediaContract = typeof mediaContract;

export interface StudioEvents {
  /** An operation is new or another than before. */
  operationChanged: Operation;
  /** They are hidden, or gone. */
  operationsRemoved: { operationIds: string[] };
  /** The settings are others now. */
  settingsChanged: Settings;
  /** Keys, services or notices are others now. */
  appStateChanged: AppState;
  /** Something was spent, or a budget changed. */
  spendChanged: SpendSummary;
  /** Sessions are others now, or another one is open. */
  sessionsChanged: SessionsChange;
  /** The queue's numbers or its order are others now. */
  queueChanged: QueueSummary;
  /** The user clicked a notification that speaks of these. */
  operationsShown: { operationIds: string[] };
  /** Something was added, removed or changed, so that pages may differ. At once, then at most every 100 ms. */
  libraryChanged: { revision: number };
  /** How far a download of several clips is. */
  downloadProgress: DownloadProgress;
  /** How far a rebuild is. */
  rebuildProgress: RebuildProgress;
  /** What the user's keys have is known anew. */
  modelsChanged: ModelList;
  /** A command was chosen in a native menu. */
  commandChosen: { id: CommandId };
  /** The user opened a file of templates with the app: `prompts.openedTemplates` has it. */
  templatesOpened: null;
  /** Something is known of a new version of the app, or it is being fetched. */
  updateChanged: UpdateState;
}

export interface MediaEvents {
  job: MediaJob;
}

/** Subscribing gives the function that ends the subscription. */
type Subscribe<Events> = <Name extends keyof Events>(
  name: Name,
  listener: (payload: Events[Name]) => void,
) => () => void;

export type VideoChatApi = ApiOf<VideoChatContract>;

export type ZoetropeApi = { [Domain in keyof ZoetropeContract]: ApiOf<ZoetropeContract[Domain]> } & {
  on: Subscribe<StudioEvents>;
};

export type MediaApi = ApiOf<MediaContract> & { on: Subscribe<MediaEvents> };
