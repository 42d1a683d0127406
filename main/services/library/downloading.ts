/** Copies selected clips to where the user wants them: one through the save dialog, several into a folder. */
import { randomUUID } from 'node:crypto';
import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LibraryDownloadOutcome } from '../../../preload/contract/contract.ts';
import type { DownloadProgress, Selection } from '../../../preload/contract/library.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { LibraryRows } from '../../storage/library-rows.ts';
import type { Clock } from '../clock.ts';
import type { ExportClip } from '../export-clip.ts';
import type { Log } from '../log.ts';
import { copyClip, systemCode } from './copy-clip.ts';
import { stepsOf } from './selection.ts';

const toldEveryMs = 100;

export interface DownloadingDeps {
  rows: LibraryRows;
  clock: Clock;
  log: Log;
  /** The path of a clip's file; fails when the operation is gone meanwhile. */
  clipFile(operationId: string): Result<string>;
  exportClip: ExportClip;
  /** The native folder dialog; gives null when it was closed without a choice. */
  askFolder(): Promise<string | null>;
  progress(progress: DownloadProgress): void;
  /** Copies a file into a folder. Default: on the real disk. */
  copy?(clipFile: string, folder: string): Promise<unknown>;
}

export interface Downloading {
  download(selection: Selection): Promise<Result<LibraryDownloadOutcome>>;
  /** Ends a job after the file it is at. One that has ended already is fine. */
  cancel(jobId: string): void;
  /** Cancels everything and waits for it. */
  stop(): Promise<void>;
}

interface Job {
  id: string;
  ids: string[];
  folder: string;
  isCancelled: boolean;
}

export function createDownloading(deps: DownloadingDeps): Downloading {
  const { rows, clock, log, copy = copyClip } = deps;
  const jobs = new Map<string, { job: Job; ended: Promise<void> }>();

  async function clipsOf(selection: Selection): Promise<string[]> {
    const ids: string[] = [];
    for await (const steps of stepsOf(selection, rows)) {
      for (const { id, phase } of steps) if (phase === 'completed') ids.push(id);
    }
    return ids;
  }

  const canWrite = (folder: string): Promise<boolean> =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    );

  async function run(job: Job): Promise<void> {
    const state: DownloadProgress = {
      jobId: job.id,
      done: 0,
      total: job.ids.length,
      failed: 0,
      finished: false,
      cancelled: false,
      diskFull: false,
    };
    let toldAt = Number.NEGATIVE_INFINITY;
    const tell = (): void => {
      if (clock.now() - toldAt < toldEveryMs) return;
      toldAt = clock.now();
      deps.progress({ ...state });
    };
    tell();
    for (const id of job.ids) {
      if (job.isCancelled) break;
      try {
        const file = deps.clipFile(id);
        if (file.ok && path.dirname(file.value) !== path.resolve(job.folder)) {
          await copy(file.value, job.folder);
        }
        // One that lies in that folder already is where the user wants it.
        if (file.ok) state.done += 1;
        else state.failed += 1;
      } catch (error) {
        log.warn('A clip could not be copied', { id, error });
        state.failed += 1;
        state.diskFull = systemCode(error) === 'ENOSPC';
        // Nothing more will fit, or the folder is gone: the rest need not be tried.
        if (state.diskFull || !(await canWrite(job.folder))) {
          state.failed = state.total - state.done;
          break;
        }
      }
      tell();
    }
    state.finished = true;
    state.cancelled = job.isCancelled && state.done + state.failed < state.total;
    deps.progress({ ...state });
  }

  function begin(ids: string[], folder: string): string {
    const job: Job = { id: randomUUID(), ids, folder, isCancelled: false };
    // The window learns the job's name first, then how far it is.
    const ended = nextTurn()
      .then(() => run(job))
      .catch((error: unknown) => {
        log.error('A download ended in the middle', { error });
      })
      .finally(() => jobs.delete(job.id));
    jobs.set(job.id, { job, ended });
    return job.id;
  }

  return {
    async download(selection) {
      const ids = await clipsOf(selection);
      const [first] = ids;
      if (first === undefined) {
        return fail({
          code: 'operation_not_found',
          message: 'Nothing that is selected has a clip to download. Select clips that are finished.',
          retryable: false,
        });
      }
      if (ids.length === 1) {
        const file = deps.clipFile(first);
        return file.ok ? deps.exportClip(file.value) : file;
      }
      const folder = await deps.askFolder();
      return folder === null ? ok({ saved: false }) : ok({ saved: true, jobId: begin(ids, folder) });
    },
    cancel(jobId) {
      const found = jobs.get(jobId);
      if (found) found.job.isCancelled = true;
    },
    async stop() {
      const all = [...jobs.values()];
      for (const { job } of all) job.isCancelled = true;
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}
