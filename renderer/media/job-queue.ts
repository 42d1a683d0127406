/** Jobs one after another; each gets exactly one answer, whatever happens. */
import type { MediaJob, MediaResult } from '../../preload/contract/media.ts';

export interface JobQueueOptions {
  run: (job: MediaJob, signal: AbortSignal) => Promise<MediaResult>;
  answer: (jobId: string, result: MediaResult) => Promise<void>;
  /** After this long a job has failed, so that it cannot block the ones behind it. */
  timeLimitMs: number;
}

/** The longest message that the contract lets through. */
const maxMessage = 2000;

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message === '' ? 'The media window failed without a reason.' : message).slice(0, maxMessage);
}

async function runInTime({ run, timeLimitMs }: JobQueueOptions, job: MediaJob): Promise<MediaResult> {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const error = new Error(
        `This took longer than ${Math.round(timeLimitMs / 1000)} seconds and was stopped.`,
      );
      stop.abort(error);
      reject(error);
    }, timeLimitMs);
  });
  try {
    return await Promise.race([run(job, stop.signal), tooLate]);
  } catch (error) {
    return { kind: 'failed', message: messageOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Gives the function that takes a job. */
export function createJobQueue(options: JobQueueOptions): (job: MediaJob) => void {
  let last: Promise<void> = Promise.resolve();
  const work = async (job: MediaJob): Promise<void> => {
    const result = await runInTime(options, job);
    try {
      await options.answer(job.id, result);
    } catch (error) {
      // Main is gone or refused the answer; the next job must still be done.
      console.error('The answer to a media job did not arrive', error);
    }
  };
  return (job) => {
    last = last.then(() => work(job));
  };
}
