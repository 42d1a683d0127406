/** What a service that makes images looks like to the engine. The create is one paid call whose answer is the image. */
import type { ImageType } from '../../preload/contract/domain.ts';
import type { AppError } from '../../preload/contract/result.ts';
import type { AnswerPart } from '../storage/kept-answers.ts';
import type { StartImage } from './start-image.ts';

/** One exchange: what the user said and showed, and what came of it; null for the one that is asked now. */
export interface ImageTurn {
  prompt: string;
  images: readonly StartImage[];
  answer: { image: StartImage; parts: readonly AnswerPart[] } | null;
}

export interface ImageRequest {
  model: string;
  aspectRatio: string;
  /** Null: the model makes one size only, and takes no word about it. */
  size: string | null;
  /** Oldest first; the last one has no answer. */
  turns: readonly ImageTurn[];
}

export interface MadeImage {
  mimeType: ImageType;
  data: Uint8Array;
  parts: AnswerPart[];
}

/** As for a clip's create (`StartOutcome`), but for one that was taken: its answer is the image itself. */
export type ImageOutcome =
  | { kind: 'made'; image: MadeImage }
  | { kind: 'refused'; error: AppError }
  /** The service answered, for certain without an image. */
  | { kind: 'empty'; error: AppError }
  | { kind: 'unknown'; error: AppError };

export interface ImageBackend {
  /** Sends one create, once. Never throws, never repeats. */
  makeImage(request: ImageRequest): Promise<ImageOutcome>;
}
