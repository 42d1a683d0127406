/** What every remote service looks like to the engine. */
import type { AspectRatio, ImageType, Resolution } from '../../preload/contract/domain.ts';
import type { AppError } from '../../preload/contract/result.ts';

export interface StartRequest {
  model: string;
  prompt: string;
  negativePrompt: string | null;
  aspectRatio: AspectRatio;
  resolution: Resolution;
  durationSeconds: number;
  /** The first frame, its bytes as the user gave them. */
  image: { mimeType: ImageType; data: Uint8Array } | null;
}

/**
 * What became of a create, which costs money:
 * - `accepted`: the service made an operation of that name;
 * - `refused`: it certainly did not, so asking again cannot bill twice;
 * - `unknown`: it may have.
 */
export type StartOutcome =
  | { kind: 'accepted'; remoteName: string }
  | { kind: 'refused'; error: AppError }
  | { kind: 'unknown'; error: AppError };

export type PollOutcome =
  | { kind: 'pending' }
  | { kind: 'done'; videoUri: string }
  /** The service's filter held the clip back; it is not charged. */
  | { kind: 'blocked'; error: AppError }
  /** The service says that the operation failed or that it does not know it. */
  | { kind: 'failed'; error: AppError }
  | { kind: 'gone'; error: AppError }
  /** Nothing was learned: the operation may still run. */
  | { kind: 'unreachable'; error: AppError };

export interface VideoBackend {
  /** Sends one create, once. Never throws, never repeats. */
  start(request: StartRequest): Promise<StartOutcome>;
  /** Asks once how an operation is doing. Never throws. */
  poll(remoteName: string): Promise<PollOutcome>;
  /** Asks the service to stop; it may charge all the same. */
  cancel?(remoteName: string): Promise<void>;
  /** Where a finished clip's URI can be downloaded now. */
  downloadUrl(videoUri: string): URL;
  /** The headers that a download of `uri` needs: the key, if and only if the URI is on the service's own origin. */
  downloadHeaders(uri: URL): Record<string, string>;
}
