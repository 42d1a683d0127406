/**
 * The whole contract between main and the renderers: every call with the schema of what it takes and the type
 * of what it gives. Main validates against the schemas; the preload and the renderers use the types only.
 */
import { z } from 'zod';
import { commandIds } from './commands.ts';
import {
  aspectRatios,
  durations,
  languageChoices,
  limits,
  noticeCodes,
  resolutions,
  themes,
} from './domain.ts';
import type { AppState, ImageFacts, Operation, Settings } from './domain.ts';
import { remedyLinks } from './failures.ts';
import { mediums } from './mediums.ts';
import { generateImagesSchema } from './image-schemas.ts';
import type { ClipDetails, LibraryFacets, LibraryPage, Removal } from './library.ts';
import {
  facetsSchema,
  favouriteSchema,
  idsSchema,
  jobSchema,
  pageSchema,
  positionSchema,
  postersSchema,
  rateSchema,
  selectionSchema,
  undoSchema,
} from './library-schemas.ts';
import { mediaResultSchema } from './media.ts';
import type { ModelList } from './models.ts';
import type {
  EnhanceOffer,
  Enhancement,
  OpenedTemplates,
  PromptTemplate,
  TemplateImport,
} from './prompts.ts';
import { installTimes } from './updates.ts';
import type { UpdateState } from './updates.ts';
import {
  answerOpenedSchema,
  enhanceSchema,
  saveTemplateSchema,
  templateIdSchema,
} from './prompts-schemas.ts';
import type { QueueList, QueueSummary } from './queue.ts';
import { queuePlaces } from './queue.ts';
import type { RebuildResult, RecipeRequest } from './rebuild.ts';
import { keySchema, placeSchema } from './services-schemas.ts';
import { sessionLimits } from './sessions.ts';
import type { SessionList, SessionMove, SessionName, SessionRemoval } from './sessions.ts';
import type { SpendSummary } from './spend.ts';
import { generateSchema, generateWithImageSchema, statusSchema } from './video-chat.ts';
import type { OperationList, OperationStatus, Started } from './video-chat.ts';

export interface Call<Input extends z.ZodType, Output> {
  input: Input;
  /** Exists for the type checker only. */
  readonly output?: Output;
}

function gives<Output>() {
  return <Input extends z.ZodType>(input: Input): Call<Input, Output> => ({ input });
}

/** A call without an argument. */
const nothing = z.undefined();
const operationId = z.string().min(1).max(100);
const oneOperation = z.strictObject({ operationId });
const someOperations = z.strictObject({ operationIds: z.array(operationId).min(1).max(500) });

const sessionId = z.string().min(1).max(sessionLimits.idCharacters);
const oneSession = z.strictObject({ sessionId });
const sessionName = z.string().trim().min(1).max(sessionLimits.nameCharacters);

const budgetUsd = z.number().min(limits.budgetUsd.min).max(limits.budgetUsd.max).nullable();

const settingsPatch = z
  .strictObject({
    defaultModel: z.string().min(1).max(100).nullable(),
    defaultAspectRatio: z.enum(aspectRatios),
    defaultResolution: z.enum(resolutions),
    defaultDuration: z.enum(durations),
    pollingIntervalSeconds: z.int().min(limits.pollingSeconds.min).max(limits.pollingSeconds.max),
    concurrency: z.int().min(limits.concurrency.min).max(limits.concurrency.max),
    theme: z.enum(themes),
    language: z.enum(languageChoices),
    notifications: z.boolean(),
    askBeforeClosing: z.boolean(),
    askTextModel: z.boolean(),
    lookForUpdates: z.boolean(),
    dayBudgetUsd: budgetUsd,
    monthBudgetUsd: budgetUsd,
    welcomed: z.boolean(),
  })
  .partial();

export interface OperationPage {
  /** Newest first. */
  operations: Operation[];
  /** Pass it as `before` for the next page; null when this was the last one. */
  nextCursor: string | null;
}

/** The first frame of an operation, for putting a request back into the composer. */
export interface OperationImage {
  name: string;
  mimeType: string;
  data: Uint8Array;
}

export interface DownloadOutcome {
  /** False when the user closed the dialog without saving. */
  saved: boolean;
}

export interface LibraryDownloadOutcome extends DownloadOutcome {
  /** Several clips are copied in the background: `downloadProgress` tells how far it is. */
  jobId?: string;
}

/** `window.videoChat.<name>` */
export const videoChatContract = {
  /** Starts a clip from words, or from the clip that it extends or changes. */
  generate: gives<Started>()(generateSchema),
  /** Starts a clip from an image, or between two. */
  generateWithImage: gives<Started>()(generateWithImageSchema),
  /** Says how an operation stands. */
  status: gives<OperationStatus>()(statusSchema),
  /** Lists operations of all sessions. */
  operations: gives<OperationList>()(nothing),
};

/** `window.zoetrope.<domain>.<name>` */
export const zoetropeContract = {
  app: {
    /** What the window has to know at first: version, service, keys, what happened at the start. */
    state: gives<AppState>()(nothing),
    /** Opens one of the app's own links in the system's browser. */
    openLink: gives<null>()(z.strictObject({ link: z.enum(['pricing', 'video-guide', ...remedyLinks]) })),
    /** Takes a notice away for this run. */
    dismissNotice: gives<AppState>()(z.strictObject({ notice: z.enum(noticeCodes) })),
    /** What a click on a notification asked to be shown while no window listened; once. */
    shown: gives<{ operationIds: string[] }>()(nothing),
    /** Which commands cannot be done just now: the native menus grey them. Also says that the window listens. */
    setImpossible: gives<null>()(
      z.strictObject({ commands: z.array(z.enum(commandIds)).max(commandIds.length) }),
    ),
  },
  settings: {
    /** All settings. */
    get: gives<Settings>()(nothing),
    /** Changes the settings that are given; the others stay. */
    update: gives<Settings>()(settingsPatch),
    /** Opens the native folder dialog; gives the settings, changed or not. */
    chooseLibraryFolder: gives<Settings>()(nothing),
  },
  key: {
    /** Checks a key of the Gemini API with the service and, if it is good, keeps it. */
    set: gives<AppState>()(keySchema),
    /** Asks the service, at no cost, whether the kept key works. */
    check: gives<null>()(nothing),
    /** Forgets the kept key. What is being made goes on at the service. */
    remove: gives<AppState>()(nothing),
  },
  agentPlatform: {
    /** Checks a key of the Agent Platform and keeps it if it is good, in the place of a project. */
    setKey: gives<AppState>()(keySchema),
    /** The same for a project with this computer's credentials, in the place of a key. */
    setProject: gives<AppState>()(placeSchema),
    /** Asks the service, at no cost, whether the key or the project still works. */
    check: gives<null>()(nothing),
    /** Forgets key and project. */
    remove: gives<AppState>()(nothing),
  },
  models: {
    /** What the user’s keys have, as far as it is known. Asks nobody. */
    list: gives<ModelList>()(nothing),
    /** Asks the services which models the user's keys have, at no cost. */
    refresh: gives<ModelList>()(nothing),
  },
  images: {
    /** Says what an image is by its content, or why it cannot be used. Keeps nothing. */
    check: gives<ImageFacts>()(
      z.strictObject({
        name: z.string().max(255),
        mime_type: z.string().max(100),
        data: z.instanceof(Uint8Array),
      }),
    ),
    /** Each take is one paid call; sent, kept and charged by the same rules as clips. */
    generate: gives<Started>()(generateImagesSchema),
    /** The bytes of an image that was made, for using it in another request. */
    file: gives<OperationImage>()(oneOperation),
    /** All images of one conversation, oldest first: where it began, and all that came of it. */
    versions: gives<{ operations: Operation[] }>()(oneOperation),
  },
  operations: {
    /** A page of operations, newest first. */
    list: gives<OperationPage>()(
      z.strictObject({
        before: z.string().max(100).optional(),
        limit: z.int().min(1).max(200).optional(),
        /** Null or left out: of all sessions. */
        sessionId: sessionId.nullable().optional(),
      }),
    ),
    /** One operation. */
    get: gives<Operation>()(oneOperation),
    /** One of its images, by default the first frame. */
    image: gives<OperationImage>()(oneOperation.extend({ uploadId: z.string().max(100).optional() })),
    /**
     * Makes a new operation of one that has ended, with the same request. It is sent and charged like any other;
     * the old one stays as it is, or is removed in the same step (`replaces`). With another `model` the request is
     * translated to what that one makes.
     */
    again: gives<Started>()(
      oneOperation.extend({ model: z.string().min(1).max(100).optional(), replaces: z.boolean().optional() }),
    ),
    /** Hides operations that are not being made; their files go to the trash when the undo time is over. */
    remove: gives<{ operationIds: string[] }>()(someOperations),
    /** Takes a removal back while the undo time runs. */
    restore: gives<{ operationIds: string[] }>()(someOperations),
    /** Removes everything that has ended, clips and errors: of one session, or of all. */
    clearFinished: gives<{ operationIds: string[] }>()(
      z.strictObject({ sessionId: sessionId.nullable(), medium: z.enum(mediums).nullable().default(null) }),
    ),
  },
  queue: {
    /** How many are waiting and being made, and what holds the queue. */
    summary: gives<QueueSummary>()(nothing),
    /** What is being made and what waits, for the queue's own list. */
    list: gives<QueueList>()(nothing),
    /** Nothing is sent while it is paused; what is being made goes on. Kept over a restart. */
    setPaused: gives<QueueSummary>()(z.strictObject({ paused: z.boolean() })),
    /** Puts a waiting operation elsewhere in the queue: at a place of its own or before another one. */
    move: gives<QueueList>()(
      z.strictObject({
        operationId,
        to: z.union([z.enum(queuePlaces), z.strictObject({ before: operationId })]),
      }),
    ),
    /**
     * Stops following an operation that is being sent or made. The service may charge it all the same. One that only
     * waits is cancelled by `operations.remove`.
     */
    cancel: gives<Operation>()(oneOperation),
    /** Follows a cancelled operation again. Nothing is sent but the question how it stands. */
    followAgain: gives<Operation>()(oneOperation),
    /**
     * Makes a new operation of each of these that has failed in a way that may pass, and takes the old one away.
     * Those for which that is not possible any more stay as they are.
     */
    retryFailed: gives<{ operationIds: string[] }>()(someOperations),
  },
  clips: {
    /** Opens the native save dialog and copies the clip there. */
    download: gives<DownloadOutcome>()(oneOperation),
    /** Shows the clip’s file in the system’s file manager. */
    showInFolder: gives<null>()(oneOperation),
    /** Puts the clip's file on the system's clipboard, for pasting it in a file manager or a message. */
    copyFile: gives<null>()(oneOperation),
  },
  library: {
    /** The rows of a query, by their place. */
    page: gives<LibraryPage>()(pageSchema),
    /** For selecting a range of what is not loaded. */
    ids: gives<{ operationIds: string[] }>()(idsSchema),
    /** Where in a query's answer an operation is, from 0; null when it is not in it. */
    position: gives<{ index: number | null }>()(positionSchema),
    /** What there is to filter by, and how much of each. */
    facets: gives<LibraryFacets>()(facetsSchema),
    /** Everything about one clip. */
    details: gives<ClipDetails>()(oneOperation),
    /** The takes of an operation's request in its session, itself among them, by number; none where it was made once. */
    takes: gives<{ operations: Operation[] }>()(oneOperation),
    /** Marks or unmarks favourites. */
    setFavourite: gives<{ count: number }>()(favouriteSchema),
    /** Gives 0 to 5 stars; 0 takes the rating away. */
    rate: gives<{ count: number }>()(rateSchema),
    /** Hides all that is not being made, at once; files go to the trash when the undo time is over. */
    remove: gives<Removal>()(selectionSchema),
    /** Takes a whole removal back while the undo time runs. */
    restore: gives<{ count: number }>()(undoSchema),
    /** One clip: the native save dialog. Several: a folder is chosen, then they are copied in the background. */
    download: gives<LibraryDownloadOutcome>()(selectionSchema),
    /** Ends a download of several clips; what was copied stays. */
    cancelDownload: gives<null>()(jobSchema),
    /** Posters for the cards in view that have none. Those asked for last are made first; `operationChanged` tells. */
    wantPosters: gives<null>()(postersSchema),
  },
  sessions: {
    /** All sessions, with what is in them. */
    list: gives<SessionList>()(nothing),
    /** The one that new clips go into. */
    current: gives<SessionName>()(nothing),
    /** Makes a session and opens it. A name that is taken gets a number. */
    create: gives<SessionName>()(z.strictObject({ name: sessionName })),
    /** A name that is taken gets a number. */
    rename: gives<SessionName>()(z.strictObject({ sessionId, name: sessionName })),
    /** Puts a session out of the way; its clips stay. */
    archive: gives<SessionName>()(oneSession),
    /** Takes a session out of the archive, without opening it. */
    unarchive: gives<SessionName>()(oneSession),
    /** Opens a session, out of the archive too. */
    select: gives<SessionName>()(oneSession),
    /** What is in it goes to another session, or into the trash when `moveTo` is null. */
    remove: gives<SessionRemoval>()(z.strictObject({ sessionId, moveTo: sessionId.nullable() })),
    /** Takes a removal back while the undo time runs, with all that was in the session. */
    restore: gives<SessionName>()(oneSession),
    /** Moves clips, and what they cost, to another session. */
    moveClips: gives<SessionMove>()(someOperations.extend({ sessionId })),
  },
  prompts: {
    /** The user's own templates, by name. */
    templates: gives<PromptTemplate[]>()(nothing),
    /** Adds one, or replaces the one of that id. */
    saveTemplate: gives<PromptTemplate[]>()(saveTemplateSchema),
    /** Takes one away; saving it with its id brings it back. */
    removeTemplate: gives<PromptTemplate[]>()(templateIdSchema),
    /** Opens the native file dialog and takes in what the file has. Refused whole where it cannot be read. */
    importTemplates: gives<TemplateImport>()(nothing),
    /** Opens the native save dialog and writes all templates there, as JSON. */
    exportTemplates: gives<DownloadOutcome>()(nothing),
    /** The file of templates that was opened with the app and waits for an answer, the oldest first; null: none. */
    openedTemplates: gives<OpenedTemplates | null>()(nothing),
    /** Adds what is in it, or leaves it. Nothing of it is kept before. */
    answerOpened: gives<TemplateImport>()(answerOpenedSchema),
    /** Whom `enhance` asks and for how much; null where it is switched off. */
    enhanceOffer: gives<EnhanceOffer | null>()(nothing),
    /** Asks a text model for versions of a prompt: a paid call, sent once. */
    enhance: gives<Enhancement>()(enhanceSchema),
  },
  updates: {
    /** What is known of new versions of the app. */
    state: gives<UpdateState>()(nothing),
    /** Asks whether there is one, now. */
    check: gives<UpdateState>()(nothing),
    /** Fetches the one that was found. Answers when it is there, or failed. */
    download: gives<UpdateState>()(nothing),
    /** Puts it in place, now with a restart, or when the app quits. */
    install: gives<UpdateState>()(z.strictObject({ time: z.enum(installTimes) })),
    /** Speaks no more of this version, and does not put it in place. */
    skip: gives<UpdateState>()(nothing),
    /** Opens the page of the new version in the browser. */
    openPage: gives<null>()(nothing),
  },
  recipes: {
    /** What a clip was made of, from its file's index (the `moov` box). Refused where no app of ours wrote it. */
    read: gives<RecipeRequest>()(
      z.strictObject({
        moov: z
          .instanceof(Uint8Array)
          .refine((data) => data.byteLength >= 8 && data.byteLength <= limits.moovBytes),
      }),
    ),
    /** Goes through the library folder and takes in what the library has not. `rebuildProgress` tells how far it is. */
    rebuild: gives<RebuildResult>()(nothing),
    /** Ends a rebuild; what was taken in stays. */
    cancelRebuild: gives<null>()(nothing),
  },
  spend: {
    /** What was spent today, this month and by model, with the budgets. */
    summary: gives<SpendSummary>()(nothing),
    /** Opens the native save dialog and writes the ledger there. */
    exportCsv: gives<DownloadOutcome>()(nothing),
    /** Lets one held operation go over the budget, once. The user has typed the word. */
    allowOver: gives<SpendSummary>()(z.strictObject({ operationId, word: z.literal('OVER') })),
  },
};

/** `window.zoetropeMedia.<name>`, for the hidden media window only. */
export const mediaContract = {
  ready: gives<null>()(nothing),
  finish: gives<null>()(z.strictObject({ jobId: z.string().max(100), result: mediaResultSchema })),
};
