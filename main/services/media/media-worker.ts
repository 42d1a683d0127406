/** Gives work to the hidden media window, one job at a time; the window is opened for work and closed when idle. */
import { randomUUID } from 'node:crypto';
import type { DemoClipJob, MediaJob, MediaResult, PosterJob } from '../../../preload/contract/media.ts';
import type { Clock } from '../clock.ts';

export interface MediaWindow {
  send(job: MediaJob): void;
  close(): void;
}

export interface MediaWorkerDeps {
  clock: Clock;
  /** Opens the window; resolves when it can take jobs. `gone` is called when its process ends by itself. */
  openWindow(gone: () => void): Promise<MediaWindow>;
}

/** `DemoClipJob | PosterJob` without the id, which the worker gives. */
export type MediaTask = Omit<DemoClipJob, 'id'> | Omit<PosterJob, 'id'>;

export interface MediaWorker {
  /** Does one job. Rejects when the window fails, dies or takes too long. */
  run(task: MediaTask): Promise<MediaResult>;
  /** The window's answer, from IPC. */
  finish(jobId: string, result: MediaResult): void;
  stop(): void;
}

const jobLimitMs = 180_000;
const idleMs = 30_000;

export function createMediaWorker({ clock, openWindow }: MediaWorkerDeps): MediaWorker {
  let window: MediaWindow | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let running: { id: string; done(result: MediaResult): void; failed(error: Error): void } | null = null;
  let cancelIdle: (() => void) | null = null;
  let waiting = 0;

  function closeWindow(): void {
    window?.close();
    window = null;
  }

  function gone(): void {
    window = null;
    running?.failed(new Error('The media window ended.'));
  }

  async function doJob(task: MediaTask): Promise<MediaResult> {
    cancelIdle?.();
    window ??= await openWindow(gone);
    const open = window;
    const id = randomUUID();
    try {
      return await new Promise<MediaResult>((resolve, reject) => {
        const cancelLimit = clock.after(jobLimitMs, () => {
          // It hangs: a new window for the next job.
          closeWindow();
          reject(new Error('The media window took too long.'));
        });
        running = {
          id,
          done(result) {
            cancelLimit();
            if (result.kind === 'failed') reject(new Error(result.message));
            else resolve(result);
          },
          failed(error) {
            cancelLimit();
            reject(error);
          },
        };
        open.send({ ...task, id });
      });
    } finally {
      running = null;
      waiting -= 1;
      if (waiting === 0) cancelIdle = clock.after(idleMs, closeWindow);
    }
  }

  return {
    run(task) {
      waiting += 1;
      const job = last.then(() => doJob(task));
      last = job.catch(() => undefined);
      return job;
    },
    finish(jobId, result) {
      if (running?.id === jobId) running.done(result);
    },
    stop() {
      cancelIdle?.();
      running?.failed(new Error('The app is closing.'));
      closeWindow();
    },
  };
}
