/** Gives work to the hidden media window, one job at a time; the window is opened for work and closed when idle. */
import { randomUUID } from 'node:crypto';
import type {
  DemoClipJob,
  DemoImageJob,
  MediaJob,
  MediaResult,
  PosterJob,
} from '../../../preload/contract/media.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';

export interface MediaWindow {
  send(job: MediaJob): void;
  close(): void;
}

export interface MediaWorkerDeps {
  clock: Clock;
  log: Log;
  /** Opens the window; resolves when it can take jobs. `gone` is called when its process ends by itself. */
  openWindow(gone: () => void): Promise<MediaWindow>;
}

/** A job without the id, which the worker gives. */
export type MediaTask = Omit<DemoClipJob, 'id'> | Omit<DemoImageJob, 'id'> | Omit<PosterJob, 'id'>;

export interface MediaWorker {
  /** Does one job. Rejects when the window fails, takes too long, or dies under it twice. */
  run(task: MediaTask): Promise<MediaResult>;
  /** Whether work is known to come: then the window is there before it, and stays. Never throws. */
  expect(isWorkToCome: boolean): void;
  /** The window's answer, from IPC. */
  finish(jobId: string, result: MediaResult): void;
  stop(): void;
}

/** Longer than the window’s own limit, whose words are better. */
const jobLimitMs = 200_000;
const idleMs = 30_000;

/** The window's process ended in the middle of a job. */
class WindowEnded extends Error {}

export function createMediaWorker({ clock, log, openWindow }: MediaWorkerDeps): MediaWorker {
  let window: MediaWindow | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let running: { id: string; done(result: MediaResult): void; failed(error: Error): void } | null = null;
  let cancelIdle: (() => void) | null = null;
  let waiting = 0;
  let isWorkToCome = false;
  const stopping = new AbortController();

  function closeWindow(): void {
    window?.close();
    window = null;
  }

  function gone(): void {
    window = null;
    running?.failed(new WindowEnded('The hidden window that draws and reads clips has crashed twice.'));
  }

  async function openedWindow(): Promise<MediaWindow> {
    stopping.signal.throwIfAborted();
    window ??= await openWindow(gone);
    // The app may have been closed while the window opened.
    if (stopping.signal.aborted) closeWindow();
    stopping.signal.throwIfAborted();
    return window;
  }

  async function answerOf(open: MediaWindow, task: MediaTask): Promise<MediaResult> {
    const id = randomUUID();
    const cancelLimit = clock.after(jobLimitMs, () => {
      // It hangs: a new window for the next job.
      closeWindow();
      running?.failed(new Error('The media window took too long.'));
    });
    try {
      return await new Promise<MediaResult>((resolve, reject) => {
        running = {
          id,
          done(result) {
            if (result.kind === 'failed') reject(new Error(result.message));
            else resolve(result);
          },
          failed: reject,
        };
        open.send({ ...task, id });
      });
    } finally {
      cancelLimit();
    }
  }

  /** A window whose process ends may have fallen over something that was there before the job: a new one tries once. */
  async function answerOfAny(task: MediaTask): Promise<MediaResult> {
    try {
      return await answerOf(await openedWindow(), task);
    } catch (error) {
      if (!(error instanceof WindowEnded)) throw error;
      log.warn('The media window ended: its job is given to a new one', { kind: task.kind });
      return answerOf(await openedWindow(), task);
    }
  }

  async function doJob(task: MediaTask): Promise<MediaResult> {
    cancelIdle?.();
    try {
      return await answerOfAny(task);
    } finally {
      running = null;
      waiting -= 1;
      closeWhenIdle();
    }
  }

  function closeWhenIdle(): void {
    cancelIdle?.();
    if (waiting === 0 && !isWorkToCome && !stopping.signal.aborted)
      cancelIdle = clock.after(idleMs, closeWindow);
  }

  async function openAhead(): Promise<void> {
    try {
      if (isWorkToCome) await openedWindow();
    } catch (error) {
      // The work itself tries again, and says what is wrong.
      if (!stopping.signal.aborted) log.warn('The media window could not be opened ahead of work', { error });
    }
  }

  return {
    run(task) {
      waiting += 1;
      const job = last.then(() => doJob(task));
      last = job.catch(() => undefined);
      return job;
    },
    expect(isToCome) {
      if (isToCome === isWorkToCome) return;
      isWorkToCome = isToCome;
      closeWhenIdle();
      if (isToCome) last = last.then(openAhead);
    },
    finish(jobId, result) {
      if (running?.id === jobId) running.done(result);
    },
    stop() {
      const reason = new Error('The app is closing.');
      stopping.abort(reason);
      cancelIdle?.();
      running?.failed(reason);
      closeWindow();
    },
  };
}
