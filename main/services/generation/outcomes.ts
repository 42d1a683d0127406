/** What the services' answers mean for an operation's life. Pure. */
import type { AppError } from '../../../preload/contract/result.ts';
import { timesMissingUntilGone } from '../../backends/video-backend.ts';
import type { PollOutcome, StartOutcome } from '../../backends/video-backend.ts';
import type { DownloadResult } from './download.ts';
import type { ImageEnd } from './image-sending.ts';
import type { LifeEvent } from './life.ts';

const notFoundYet: AppError = {
  code: 'service_error',
  message: 'The service does not find this clip at the moment. It is asked again by itself.',
  retryable: true,
};

const othersClip: AppError = {
  code: 'restricted_key',
  message:
    'This clip belongs to another key or project, and the service does not give it out with this one. Put that one back in Settings to fetch it.',
  retryable: true,
};

/** @param account whose operation it becomes: the key that the create was sent with */
export function eventOfStart(
  outcome: StartOutcome | ImageEnd,
  account: string | null,
  mayPass: boolean,
): LifeEvent {
  switch (outcome.kind) {
    case 'made':
      return { kind: 'made', account };
    case 'accepted':
      return { kind: 'accepted', remoteName: outcome.remoteName, account };
    case 'refused':
      return { kind: mayPass ? 'postponed' : 'refused', error: outcome.error };
    case 'unknown':
      return { kind: 'unanswered', error: outcome.error };
  }
}

/** Who asks, and when. */
export interface Asked {
  /** Another key than the operation's own is used, and the service may still keep the clip for that one. */
  isOthers: boolean;
  /** When the clip can have been finished at the earliest, milliseconds since 1970. */
  readyAt: number;
  /** How often in a row, this time included, the service did not know the operation. */
  timesMissing: number;
}

export function eventOfPoll(outcome: PollOutcome, { isOthers, readyAt, timesMissing }: Asked): LifeEvent {
  switch (outcome.kind) {
    case 'pending':
      return { kind: 'pending' };
    case 'done':
      return { kind: 'done', videoUri: outcome.videoUri, readyAt };
    case 'gone':
      if (isOthers) return { kind: 'unreachable', error: othersClip };
      return timesMissing < timesMissingUntilGone
        ? { kind: 'unreachable', error: notFoundYet }
        : { kind: 'gone', error: outcome.error };
    case 'blocked':
    case 'failed':
    case 'unreachable':
      return { kind: outcome.kind, error: outcome.error };
  }
}

/** Null for a clip that has arrived: it is `saved` once it lies in the library folder. */
export function eventOfDownload(
  result: DownloadResult,
  { isOthers }: Pick<Asked, 'isOthers'>,
): LifeEvent | null {
  switch (result.kind) {
    case 'saved':
      return null;
    case 'expired':
      return isOthers ? { kind: 'unsaved', error: othersClip } : { kind: 'deleted', error: result.error };
    case 'failed':
      return { kind: 'unsaved', error: result.error };
  }
}
