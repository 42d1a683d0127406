/** Sends one image's create, and has its answer on disk before anybody is told of it. */
import type { AppError } from '../../../preload/contract/result.ts';
import { notSupported } from '../../backends/outcomes.ts';
import type { ImageRequest } from '../../backends/image-backend.ts';
import type { VideoBackend } from '../../backends/video-backend.ts';
import type { KeptAnswers } from '../../storage/kept-answers.ts';
import type { OperationRecord } from '../../storage/records.ts';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import { backoffMs } from './backoff.ts';

/** What became of it. `made`: the image is on disk, in the kept answers. */
export type ImageEnd =
  { kind: 'made' } | { kind: 'refused'; error: AppError } | { kind: 'unknown'; error: AppError };

export interface ImageSendingDeps {
  clock: Clock;
  log: Log;
  answers: Pick<KeptAnswers, 'keep'>;
  imageRequest(record: OperationRecord): Promise<{ request: ImageRequest } | { error: AppError }>;
  isStopped(): boolean;
}

const firstRetryMs = 500;

const neverKept: AppError = {
  code: 'disk_full',
  message:
    'The image came, and this computer\u2019s disk did not take it before Zoetrope was closed. It was charged. Free some space before you ask for it again.',
  retryable: true,
  details: { charged: true },
};

export async function sendImage(
  record: OperationRecord,
  backend: VideoBackend,
  { clock, log, answers, imageRequest, isStopped }: ImageSendingDeps,
): Promise<ImageEnd | { kind: 'unsendable'; error: AppError }> {
  const { operation, upload, lastFrame, references } = record;
  const { id } = operation;
  const made = await imageRequest(record);
  if ('error' in made) return { kind: 'unsendable', error: made.error };
  if (!backend.makeImage) return { kind: 'unsendable', error: notSupported('an image to make') };
  const asked = { operation: { ...operation, submittedAt: clock.now() }, upload, lastFrame, references };
  const outcome = await backend.makeImage(made.request);
  if (outcome.kind === 'empty') return { kind: 'refused', error: outcome.error };
  if (outcome.kind !== 'made') return outcome;
  const answer = { ...outcome.image, account: backend.account ?? null, asked };
  // It is paid for and is nowhere else: a full disk is waited for.
  for (let failures = 1; ; failures += 1) {
    try {
      await answers.keep(id, answer);
      return { kind: 'made' };
    } catch (error) {
      log.error('An image cannot be written down', { id, error });
    }
    if (isStopped()) return { kind: 'unknown', error: neverKept };
    await new Promise<void>((resolve) => {
      clock.after(backoffMs(firstRetryMs, failures), resolve);
    });
  }
}
