/** When the app asks for a new version of itself, and what becomes of one: always as the user said. */
import type { AppError, Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';
import type { InstallTime, UpdateOffer, UpdateState } from '../../preload/contract/updates.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';

/** Starting is busy enough. */
const afterStartMs = 30_000;
const againMs = 24 * 3_600_000;

/** What fetches new versions and puts them in place; main/app/update-source.ts has the real one. */
export interface UpdateSource {
  offer: UpdateOffer;
  /** The newest version, or null when this is it. Throws where nobody answers. */
  newest(): Promise<string | null>;
  /** Fetches what `newest` found and checks it. Throws where that fails. @param progress 0 to 1 */
  download(progress: (fraction: number) => void): Promise<void>;
  /** Puts it in place and ends the app; false where that could not even begin. */
  install(time: InstallTime): boolean;
  /** Opens the page of a version in the browser. */
  openPage(version: string): Promise<void>;
}

export interface UpdatesDeps {
  source: UpdateSource;
  clock: Clock;
  log: Log;
  wanted(): boolean;
  skippedVersion(): string | null;
  skip(version: string | null): void;
  /** Ends the app as its user would; `leave` is called last, or `kept` when its user rather goes on. */
  quit(kept: () => void): void;
  changed(state: UpdateState): void;
}

export interface Updates {
  state(): UpdateState;
  /** Asks now, because the user said so. */
  check(): Promise<UpdateState>;
  download(): Promise<Result<UpdateState>>;
  install(time: InstallTime): Result<UpdateState>;
  /** Speaks no more of this version. */
  skip(): UpdateState;
  openPage(): Promise<Result<null>>;
  /** Asks once a day while the user wants it. */
  start(): void;
  /** The setting may be another one. */
  settingChanged(): void;
  stop(): void;
  /** The work has ended: true when a new version is being put in place, which ends the app. */
  leave(): boolean;
}

const notFound: AppError = {
  code: 'network',
  message: 'Could not ask for new versions. Nothing was changed. Try again later.',
  retryable: true,
};

const notFetched: AppError = {
  code: 'network',
  message: 'The new version could not be downloaded whole. Nothing was changed. Try again later.',
  retryable: true,
};

const notThere: AppError = {
  code: 'invalid_request',
  message: 'There is no new version to do that with.',
  retryable: false,
};

export function createUpdates(deps: UpdatesDeps): Updates {
  const { source, clock, log } = deps;
  let state: UpdateState = {
    ...{ offer: source.offer, phase: 'idle', version: null, skipped: false, fraction: null },
    ...{ atQuit: false, checkedAt: null, error: null },
  };
  let installAt: InstallTime | null = null;
  let cancelNext: (() => void) | null = null;
  let isStarted = false;
  let isWanted = false;

  function become(next: Partial<UpdateState>): UpdateState {
    state = { ...state, ...next };
    deps.changed(state);
    return state;
  }

  const isBusy = (): boolean => ['checking', 'downloading', 'ready'].includes(state.phase);

  /** @param isQuiet nobody asked for it: what goes wrong is not told */
  async function ask(isQuiet: boolean): Promise<UpdateState> {
    if (source.offer === 'nothing' || isBusy()) return state;
    const before = state;
    become({ phase: 'checking', error: null });
    try {
      const version = await source.newest();
      const checkedAt = new Date(clock.now()).toISOString();
      const skipped = version !== null && isQuiet && version === deps.skippedVersion();
      return become({ phase: version === null ? 'none' : 'available', version, skipped, checkedAt });
    } catch (error) {
      log.warn('Asking for a new version failed', { error });
      return become({ ...before, error: isQuiet ? before.error : notFound });
    }
  }

  function plan(delayMs: number): void {
    cancelNext?.();
    cancelNext = null;
    if (!isStarted || !isWanted || source.offer === 'nothing') return;
    cancelNext = clock.after(delayMs, () => {
      void ask(true).finally(() => {
        if (cancelNext !== null) plan(againMs);
      });
    });
  }

  return {
    state: () => state,
    check: () => ask(false),
    async download() {
      if (state.phase !== 'available' || source.offer !== 'install') return fail(notThere);
      become({ phase: 'downloading', fraction: 0, skipped: false, error: null });
      try {
        await source.download((fraction) => {
          // Each one is a message to the window: whole percents are enough.
          if (Math.floor(fraction * 100) !== Math.floor((state.fraction ?? 0) * 100)) become({ fraction });
        });
        return ok(become({ phase: 'ready', fraction: null }));
      } catch (error) {
        log.warn('A new version could not be downloaded', { error });
        return ok(become({ phase: 'available', fraction: null, error: notFetched }));
      }
    },
    install(time) {
      if (state.phase !== 'ready') return fail(notThere);
      const before = installAt;
      installAt = time;
      become({ atQuit: true });
      if (time === 'now') {
        deps.quit(() => {
          installAt = before;
          become({ atQuit: before !== null });
        });
      }
      return ok(state);
    },
    skip() {
      if (state.version === null) return state;
      deps.skip(state.version);
      installAt = null;
      return become({ skipped: true, atQuit: false });
    },
    async openPage() {
      if (state.version === null) return fail(notThere);
      await source.openPage(state.version);
      return ok(null);
    },
    start() {
      isStarted = true;
      isWanted = deps.wanted();
      plan(afterStartMs);
    },
    settingChanged() {
      if (deps.wanted() === isWanted) return;
      isWanted = deps.wanted();
      plan(0);
    },
    stop() {
      isStarted = false;
      plan(0);
    },
    leave() {
      if (installAt === null || state.phase !== 'ready') return false;
      log.info('A new version is put in place', { version: state.version, installAt });
      return source.install(installAt);
    },
  };
}
