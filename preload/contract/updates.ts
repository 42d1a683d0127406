/** New versions of the app itself. Nothing is asked, fetched or put in place unless the user said so. */
import type { AppError } from './result.ts';

/**
 * What this copy of the app can do about a new version: put it in place, show where it is to be had (packages of the
 * system, portable programs), or nothing, because it was not made from a release.
 */
export type UpdateOffer = 'install' | 'page' | 'nothing';

export const installTimes = ['now', 'at_quit'] as const;
/** `now`: the app ends and starts again. */
export type InstallTime = (typeof installTimes)[number];

export interface UpdateState {
  offer: UpdateOffer;
  /** `none`: asked, and this is the newest. */
  phase: 'idle' | 'checking' | 'none' | 'available' | 'downloading' | 'ready';
  /** The new one, while there is one. */
  version: string | null;
  /** The user does not want to hear of this version again; Settings still has it. */
  skipped: boolean;
  /** 0 to 1, while it is downloaded. */
  fraction: number | null;
  /** It is put in place when the app quits. */
  atQuit: boolean;
  /** When it was asked last with an answer, ISO 8601. */
  checkedAt: string | null;
  /** What went wrong the last time. */
  error: AppError | null;
}
