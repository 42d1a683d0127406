/** A hand-written main for tests: it answers every call out of memory and lets a test send events. */
import type { StudioEvents, VideoChatApi, ZoetropeApi } from '../../preload/contract/api.ts';
import type { AppState, Operation, Phase, Settings } from '../../preload/contract/domain.ts';
import type { ErrorCode } from '../../preload/contract/error-codes.ts';
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import { statusOf } from '../../preload/contract/rules.ts';
import type { QueueList, QueueSummary } from '../../preload/contract/queue.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import type { SessionInfo } from '../../preload/contract/sessions.ts';
import type { SpendSummary } from '../../preload/contract/spend.ts';
import type { GenerateRequest, GenerateWithImageRequest } from '../../preload/contract/video-chat.ts';
import { createFakeLibrary } from './fake-library.ts';
import type { FakeLibraryHost } from './fake-library.ts';
import { fakeModel, fakeModelList } from './fake-models.ts';
import { createFakeUpdates } from './fake-updates.ts';
import { createFakePrompts } from './fake-prompts.ts';
import { createFakeServices, fakeNoKey } from './fake-services.ts';
import { createFakeSessions, fakeFirstSession } from './fake-sessions.ts';

export const fakeSettings: Settings = {
  defaultModel: null,
  defaultAspectRatio: '16:9',
  defaultResolution: '720p',
  defaultDuration: '8',
  pollingIntervalSeconds: 5,
  concurrency: 2,
  libraryFolder: '/home/ada/Videos/Zoetrope',
  theme: 'dark',
  language: 'en',
  notifications: true,
  askBeforeClosing: true,
  lookForUpdates: false,
  askTextModel: true,
  dayBudgetUsd: null,
  monthBudgetUsd: null,
  welcomed: true,
};

export const fakeAppState: AppState = {
  version: '0.1.0',
  platform: 'linux',
  language: 'en',
  locale: 'en-US',
  service: { mode: 'gemini', problem: null, customHost: null },
  key: { ...fakeNoKey, source: 'stored', lastFour: '1a2b' },
  agentPlatform: { key: fakeNoKey, place: null, isPlaceFromEnvironment: false },
  notices: [],
  restored: null,
};

const nothingSpent = { spentUsd: 0, unknownUsd: 0 };

export const fakeSpend: SpendSummary = {
  today: nothingSpent,
  month: nothingSpent,
  all: nothingSpent,
  hasAny: false,
  models: [],
  held: { count: 0, next: null },
  days: Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 9, 24 + index)).toISOString().slice(0, 10),
    ...nothingSpent,
  })),
};

export const fakeQueue: QueueList = {
  paused: false,
  running: 0,
  waiting: 0,
  failed: 0,
  version: 1,
  runningOperations: [],
  waitingOperations: [],
  retry: { operationIds: [], usd: 0 },
};

export function fakeError(code: ErrorCode, message: string, details?: AppError['details']): AppError {
  return { code, message, retryable: false, ...(details === undefined ? {} : { details }) };
}

let lastId = 0;

/** An operation as main would send it; a completed one has its clip. */
export function fakeOperation(phase: Phase, changes: Partial<Operation> = {}): Operation {
  lastId += 1;
  const id = changes.id ?? `op-${lastId}`;
  const completed = phase === 'completed';
  return {
    id,
    phase,
    status: statusOf(phase),
    service: 'gemini',
    request: {
      prompt: `Prompt of ${id}`,
      negativePrompt: null,
      medium: 'video',
      aspectRatio: '16:9',
      resolution: '720p',
      duration: '8',
      model: fakeModel.id,
      sessionId: firstSessionId,
      mode: 'text',
      image: null,
      lastFrame: null,
      references: [],
      source: null,
      personGeneration: null,
      seed: null,
      audio: true,
    },
    estimatedUsd: 3.2,
    createdAt: 1_790_000_000_000 + lastId * 1000,
    finishedAt: completed ? 1_790_000_100_000 : null,
    elapsedSeconds: 0,
    retryAt: null,
    queuePosition: phase === 'queued' ? 1 : null,
    hold: null,
    isCancelling: false,
    canFollow: false,
    keptUntil: null,
    error: null,
    clip: completed
      ? {
          url: `media://clip/${id}`,
          posterUrl: `media://poster/${id}`,
          fileName: `${id}.mp4`,
          sizeBytes: 2_000_000,
          width: 1280,
          height: 720,
          durationSeconds: 8,
        }
      : null,
    group: null,
    extensions: 0,
    isOthers: false,
    inlineBytes: null,
    extendableUntil: null,
    editableUntil: null,
    favourite: false,
    rating: 0,
    ...changes,
  };
}

type Listeners = { [Name in keyof StudioEvents]: Set<(payload: StudioEvents[Name]) => void> };

/** What a call answers next instead of its usual answer. */
type Answer = Result<unknown> | Promise<Result<unknown>>;

export interface FakeBridge {
  videoChat: VideoChatApi;
  zoetrope: ZoetropeApi;
  /** The operations of this main, newest first. */
  operations: Operation[];
  settings: Settings;
  appState: AppState;
  spend: SpendSummary;
  queue: QueueList;
  /** What a notification asked to be shown before the window was there. */
  shown: string[];
  sessions: SessionInfo[];
  currentSessionId: string;
  /** Every call, by `domain.name`, with what it was given. */
  calls: { name: string; input: unknown }[];
  inputsOf: (name: string) => unknown[];
  /** Answers the next call of that name so, once. */
  answerNext: (name: string, answer: Answer) => void;
  /** Answers of `operations.list` hold at most this many, whatever is asked for. */
  pageSize: number;
  send: <Name extends keyof StudioEvents>(name: Name, payload: StudioEvents[Name]) => void;
}

export function createFakeBridge(
  start: Partial<
    Pick<
      FakeBridge,
      | 'operations'
      | 'settings'
      | 'appState'
      | 'spend'
      | 'queue'
      | 'shown'
      | 'sessions'
      | 'currentSessionId'
      | 'pageSize'
    >
  > = {},
): FakeBridge {
  const answers = new Map<string, Answer[]>();
  const removed = new Map<string, Operation>();
  const listeners: Listeners = {
    operationChanged: new Set(),
    operationsRemoved: new Set(),
    settingsChanged: new Set(),
    appStateChanged: new Set(),
    spendChanged: new Set(),
    queueChanged: new Set(),
    operationsShown: new Set(),
    libraryChanged: new Set(),
    downloadProgress: new Set(),
    rebuildProgress: new Set(),
    sessionsChanged: new Set(),
    modelsChanged: new Set(),
    commandChosen: new Set(),
    templatesOpened: new Set(),
    updateChanged: new Set(),
  };
  const library: FakeLibraryHost = {
    get operations() {
      return bridge.operations;
    },
    set operations(operations) {
      bridge.operations = operations;
    },
    answer,
    revision: 1,
  };

  const bridge: FakeBridge = {
    operations: start.operations ?? [],
    settings: start.settings ?? fakeSettings,
    appState: start.appState ?? fakeAppState,
    spend: start.spend ?? fakeSpend,
    queue: start.queue ?? fakeQueue,
    shown: start.shown ?? [],
    sessions: start.sessions ?? [fakeFirstSession],
    currentSessionId: start.currentSessionId ?? start.sessions?.[0]?.id ?? firstSessionId,
    pageSize: start.pageSize ?? 200,
    calls: [],
    inputsOf: (name) => bridge.calls.filter((call) => call.name === name).map((call) => call.input),
    answerNext: (name, answer) => {
      answers.set(name, [...(answers.get(name) ?? []), answer]);
    },
    send: (name, payload) => {
      // Main has what it tells of, and says that its pages differ.
      if (name === 'operationChanged') put(payload as Operation);
      if (name === 'operationsRemoved') hide((payload as StudioEvents['operationsRemoved']).operationIds);
      for (const listener of listeners[name]) listener(payload);
      if (name !== 'operationChanged' && name !== 'operationsRemoved') return;
      library.revision += 1;
      for (const listener of listeners.libraryChanged) listener({ revision: library.revision });
    },
    videoChat: {
      generate: (input) => answer('videoChat.generate', input, () => begin(input)),
      generateWithImage: (input) => answer('videoChat.generateWithImage', input, () => begin(input)),
      status: (input) => answer('videoChat.status', input, () => missing()),
      operations: () => answer('videoChat.operations', undefined, () => ok({ operations: [] })),
    },
    zoetrope: {
      app: {
        state: () => answer('app.state', undefined, () => ok(bridge.appState)),
        openLink: (input) => answer('app.openLink', input, () => ok(null)),
        shown: () => answer('app.shown', undefined, () => ok({ operationIds: bridge.shown })),
        setImpossible: (input) => answer('app.setImpossible', input, () => ok(null)),
        dismissNotice: (input) =>
          answer('app.dismissNotice', input, () => {
            const notices = bridge.appState.notices.filter((notice) => notice !== input.notice);
            return ok((bridge.appState = { ...bridge.appState, notices }));
          }),
      },
      settings: {
        get: () => answer('settings.get', undefined, () => ok(bridge.settings)),
        update: (input) =>
          answer('settings.update', input, () => {
            const patch = Object.fromEntries(
              Object.entries(input).filter(([, value]) => value !== undefined),
            );
            return ok((bridge.settings = { ...bridge.settings, ...patch }));
          }),
        chooseLibraryFolder: () =>
          answer('settings.chooseLibraryFolder', undefined, () => ok(bridge.settings)),
      },
      ...createFakeServices({
        get appState() {
          return bridge.appState;
        },
        set appState(state) {
          bridge.appState = state;
        },
        answer,
      }),
      models: {
        list: () => answer('models.list', undefined, () => ok(fakeModelList)),
        refresh: () => answer('models.refresh', undefined, () => ok(fakeModelList)),
      },
      images: {
        check: (input) =>
          answer('images.check', input, () =>
            ok({
              name: input.name,
              mimeType: 'image/png' as const,
              width: 1920,
              height: 1080,
              sizeBytes: input.data.byteLength,
            }),
          ),
        generate: (input) =>
          answer('images.generate', input, () =>
            ok({ operation_id: 'image-new', status: 'pending' as const }),
          ),
        file: (input) =>
          answer('images.file', input, () =>
            ok({ name: 'image.png', mimeType: 'image/png', data: new Uint8Array([1]) }),
          ),
        versions: (input) => answer('images.versions', input, () => ok({ operations: [] })),
      },
      operations: {
        list: (input) =>
          answer('operations.list', input, () =>
            ok(page(input.before, input.limit ?? 60, input.sessionId ?? null)),
          ),
        get: (input) => answer('operations.get', input, () => found(input.operationId)),
        image: (input) =>
          answer('operations.image', input, () =>
            ok({ name: 'frame.png', mimeType: 'image/png', data: new Uint8Array([1, 2, 3]) }),
          ),
        again: (input) =>
          answer('operations.again', input, () => {
            if (input.replaces === true) hide([input.operationId]);
            return ok({ operation_id: 'again', status: 'pending' as const });
          }),
        remove: (input) => answer('operations.remove', input, () => hide(input.operationIds)),
        restore: (input) =>
          answer('operations.restore', input, () => {
            for (const id of input.operationIds) {
              const operation = removed.get(id);
              if (operation !== undefined) bridge.operations.push(operation);
            }
            bridge.operations.sort((one, other) => other.createdAt - one.createdAt);
            return ok({ operationIds: input.operationIds });
          }),
        clearFinished: (input) =>
          answer('operations.clearFinished', input, () =>
            hide(
              bridge.operations
                .filter((operation) => operation.status === 'completed' || operation.status === 'error')
                .map((operation) => operation.id),
            ),
          ),
      },
      queue: {
        summary: () => answer('queue.summary', undefined, () => ok(summaryOf(bridge.queue))),
        list: () => answer('queue.list', undefined, () => ok(bridge.queue)),
        setPaused: (input) =>
          answer('queue.setPaused', input, () => {
            bridge.queue = { ...bridge.queue, paused: input.paused, version: bridge.queue.version + 1 };
            return ok(summaryOf(bridge.queue));
          }),
        move: (input) => answer('queue.move', input, () => ok(bridge.queue)),
        cancel: (input) => answer('queue.cancel', input, () => found(input.operationId)),
        followAgain: (input) => answer('queue.followAgain', input, () => found(input.operationId)),
        retryFailed: (input) =>
          answer('queue.retryFailed', input, () => ok({ operationIds: input.operationIds })),
      },
      clips: {
        download: (input) => answer('clips.download', input, () => ok({ saved: true })),
        showInFolder: (input) => answer('clips.showInFolder', input, () => ok(null)),
        copyFile: (input) => answer('clips.copyFile', input, () => ok(null)),
      },
      library: createFakeLibrary(library),
      sessions: createFakeSessions({
        get operations() {
          return bridge.operations;
        },
        set operations(operations) {
          bridge.operations = operations;
        },
        get sessions() {
          return bridge.sessions;
        },
        set sessions(sessions) {
          bridge.sessions = sessions;
        },
        get currentSessionId() {
          return bridge.currentSessionId;
        },
        set currentSessionId(id) {
          bridge.currentSessionId = id;
        },
        answer,
        told: (change) => {
          bridge.send('sessionsChanged', change);
        },
      }),
      prompts: createFakePrompts(answer),
      updates: createFakeUpdates(answer),
      recipes: {
        read: (input) =>
          answer('recipes.read', input, () =>
            ok({
              prompt: 'A prompt of before',
              negativePrompt: 'blur',
              aspectRatio: '9:16',
              resolution: '720p',
              duration: '4',
              model: fakeModel.id,
              mode: 'text',
              image: null,
              lastFrame: null,
              references: [],
              imageIsGone: false,
              source: null,
              personGeneration: null,
              seed: null,
              audio: true,
            }),
          ),
        rebuild: () =>
          answer('recipes.rebuild', undefined, () =>
            ok({ added: 0, relinked: 0, known: 0, foreign: 0, unreadable: 0, cancelled: false }),
          ),
        cancelRebuild: () => answer('recipes.cancelRebuild', undefined, () => ok(null)),
      },
      spend: {
        summary: () => answer('spend.summary', undefined, () => ok(bridge.spend)),
        allowOver: (input) =>
          answer('spend.allowOver', input, () => {
            const { count } = bridge.spend.held;
            return ok((bridge.spend = { ...bridge.spend, held: { count: count - 1, next: null } }));
          }),
        exportCsv: () => answer('spend.exportCsv', undefined, () => ok({ saved: true })),
      },
      on: (name, listener) => {
        listeners[name].add(listener);
        return () => {
          listeners[name].delete(listener);
        };
      },
    },
  };

  function answer<T>(name: string, input: unknown, usual: () => Result<T>): Promise<Result<T>> {
    bridge.calls.push({ name, input });
    const next = answers.get(name)?.shift();
    // A test gives the answer that belongs to the call it names.
    return Promise.resolve(next === undefined ? usual() : (next as Result<T> | Promise<Result<T>>));
  }

  function found(operationId: string): Result<Operation> {
    const operation = bridge.operations.find(({ id }) => id === operationId);
    return operation === undefined ? missing() : ok(operation);
  }

  function summaryOf({ paused, running, waiting, failed, version }: QueueList): QueueSummary {
    return { paused, running, waiting, failed, version };
  }

  function missing(): Result<never> {
    return fail(fakeError('operation_not_found', 'Operation not found. It may have been deleted.'));
  }

  function put(operation: Operation): void {
    const others = bridge.operations.filter(({ id }) => id !== operation.id);
    bridge.operations = [operation, ...others].sort((one, other) => other.createdAt - one.createdAt);
  }

  function hide(operationIds: string[]): Result<{ operationIds: string[] }> {
    for (const operation of bridge.operations) {
      if (operationIds.includes(operation.id)) removed.set(operation.id, operation);
    }
    bridge.operations = bridge.operations.filter((operation) => !operationIds.includes(operation.id));
    return ok({ operationIds });
  }

  function page(before: string | undefined, limit: number, sessionId: string | null) {
    const all = bridge.operations.filter(
      ({ request }) => sessionId === null || request.sessionId === sessionId,
    );
    const from = before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
    const operations = all.slice(from, from + Math.min(limit, bridge.pageSize));
    const more = from + operations.length < all.length;
    return { operations, nextCursor: more ? (operations.at(-1)?.id ?? null) : null };
  }

  function begin(input: GenerateRequest | GenerateWithImageRequest) {
    const operation = fakeOperation('queued', { createdAt: Date.now() });
    operation.request = {
      ...operation.request,
      prompt: input.prompt,
      negativePrompt: input.negative_prompt ?? null,
      aspectRatio: input.aspect_ratio ?? '16:9',
      resolution: input.resolution ?? '720p',
      sessionId: input.session_id ?? bridge.currentSessionId,
      duration: input.duration ?? '8',
    };
    bridge.operations = [operation, ...bridge.operations];
    return ok({ operation_id: operation.id, status: 'pending' as const });
  }

  return bridge;
}
