/** What every remote service looks like to the engine. */
import type { AspectRatio, Resolution } from '../../preload/contract/domain.ts';
import type { AppError } from '../../preload/contract/result.ts';
import type { ImageBackend } from './image-backend.ts';
import type { StartImage } from './start-image.ts';

/** A clip that the same service made earlier, and what is to become of it. */
export interface SourceClip {
  task: 'extend' | 'edit' | 'upscale';
  /** The name of the operation that made it. */
  remoteName: string;
  /** Where the service keeps it, as its poll said. */
  videoUri: string;
  /** The clip itself, for services that take no address of it; null to send the address. */
  data: Uint8Array | null;
}

/** What is left out or null is not sent: the service's own default holds. */
export interface StartRequest {
  model: string;
  prompt: string;
  negativePrompt: string | null;
  aspectRatio: AspectRatio;
  /** `360p` and `4k` beside what the form offers. */
  resolution: Resolution | '360p' | '4k';
  durationSeconds: number;
  /** The first frame. */
  image: StartImage | null;
  /** Only beside a first frame. */
  lastFrame?: StartImage | null;
  /** What is to appear in the clip, in the order in which the prompt may speak of it. */
  referenceImages?: readonly StartImage[];
  source?: SourceClip | null;
  /** Which people may be in it. */
  personGeneration?: 'allow_all' | 'allow_adult' | 'dont_allow' | null;
  /** Whole number, for services that take one. */
  seed?: number | null;
  /** False for a silent clip, where the service can. */
  generateAudio?: boolean | null;
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
  /** `videoUri` is to be kept and given to `downloadUrl` later, in another run of the app perhaps. */
  | { kind: 'done'; videoUri: string }
  /** The service's filter held the clip back; it is not charged. */
  | { kind: 'blocked'; error: AppError }
  /** The service says that the operation failed or that it does not know it. */
  | { kind: 'failed'; error: AppError }
  | { kind: 'gone'; error: AppError }
  /** Nothing was learned: the operation may still run. */
  | { kind: 'unreachable'; error: AppError };

/**
 * An operation that the service has just named may not be found everywhere at once, and a clip that was paid for is not
 * given up on one answer: this often in a row the service has to say that it does not know it.
 */
export const timesMissingUntilGone = 5;

export interface VideoBackend {
  /** Whose operations the service shows: the same text for the same key at the same address. Tells nothing of the key. */
  readonly account?: string;
  /** Sends one create, once. Never throws, never repeats. */
  start(request: StartRequest): Promise<StartOutcome>;
  /** Absent where the service makes no images. */
  makeImage?: ImageBackend['makeImage'];
  /** Asks once how an operation is doing. Never throws. */
  poll(remoteName: string): Promise<PollOutcome>;
  /** Asks the service to stop; it may charge all the same. */
  cancel?(remoteName: string): Promise<void>;
  /** Where a finished clip's URI can be downloaded now. */
  downloadUrl(videoUri: string): URL;
  /** The headers that a download of `uri` needs: the key, if and only if the URI is on the service's own origin. */
  downloadHeaders(uri: URL): Record<string, string>;
  /**
   * Opens a download where plain fetch cannot: a clip that came inside an answer (`inline:`), or one that needs a
   * token which has to be fetched first. All else goes through `send`. Absent where `send` alone does.
   */
  downloadThrough?(send: typeof fetch): typeof fetch;
}
