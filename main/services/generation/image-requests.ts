/** Requests for images: their rules, and what is written down of them. */
import { imageDuration } from '../../../preload/contract/mediums.ts';
import { checkImageWish, estimateImageUsd } from '../../../preload/contract/images.ts';
import type { ImageAspectRatio, ImageSize } from '../../../preload/contract/mediums.ts';
import type { ImageModelInfo } from '../../../preload/contract/models.ts';
import type { ImageRefusal } from '../../../preload/contract/images.ts';
import { firstSessionId } from '../../../preload/contract/sessions.ts';
import { either } from '../../../preload/contract/rule-words.ts';
import type { ServiceId } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { OperationImages, OperationRecord, OperationRow } from '../../storage/records.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import { noExtras } from '../../storage/records.ts';
import { findImageModel, imageModels } from '../models/image-catalogue.ts';
import type { Asked, Terms } from './new-operation.ts';
import { keepImages } from './request-images.ts';
import type { GivenImage } from './request-images.ts';
import { noSource } from './sources.ts';
import { groupOf, writeTakes } from './takes.ts';
import type { Place } from './takes.ts';
import { refusal } from './wishes.ts';

export interface ImageGenerationRequest {
  prompt: string;
  aspectRatio: ImageAspectRatio;
  size: ImageSize;
  /** Null for the one that made the image that is changed, or the default. */
  model: string | null;
  /** Null for the current session. */
  sessionId: string | null;
  takes: number;
  images: readonly GivenImage[];
  /** The image that the conversation goes on from. */
  refineId: string | null;
}

export interface ImageRequestsDeps {
  operations: OperationRows;
  uploads: UploadRows;
  media: MediaFiles;
  clock: Clock;
  currentService(): Result<ServiceId>;
  refusalOf?(model: ImageModelInfo): AppError | null;
  sessionFor?(asked: string | null): string;
  insert(asked: Asked, terms: Terms, images: OperationImages, place: Place): string;
  /** At the queue's end, now. */
  nextPlace(): Place;
  /** Writes all of it down or nothing; sending follows by itself. */
  enqueue(write: () => string[]): string[];
}

export interface ImageRequests {
  submit(request: ImageGenerationRequest): Promise<Result<string[]>>;
  /** Why the image that it was made of cannot be used any more; null when it can, or where there was none. */
  sourceGone(operation: OperationRow): Result<never> | null;
}

const sourceFields = ['refineOperationId'];

const noSourceImage = fail({
  code: 'operation_not_found',
  message:
    'Operation not found: the image to change is not in the library any more. Nothing was sent. Choose another one.',
  retryable: false,
  details: { fields: sourceFields, charged: false },
});

function words(found: ImageRefusal, { label }: ImageModelInfo): string {
  switch (found.field) {
    case 'aspectRatio':
      return `${label} makes images of ${either(found.allowed)}.`;
    case 'size':
      return `${label} makes images of ${either(found.allowed)}.`;
    case 'inputs':
      return `${label} takes at most ${found.most} images.`;
  }
}

const codes = {
  aspectRatio: 'invalid_aspect_ratio',
  size: 'invalid_resolution',
  inputs: 'not_offered',
} as const;

export function createImageRequests(deps: ImageRequestsDeps): ImageRequests {
  const { operations, uploads, media, clock, enqueue, insert, nextPlace } = deps;

  function usable(id: string): OperationRecord | null {
    const record = operations.find(id);
    const isThere =
      record !== null &&
      record.operation.deletedAt === null &&
      record.operation.medium === 'image' &&
      record.operation.phase === 'completed' &&
      record.clip !== null;
    return isThere ? record : null;
  }

  const firstModel = (): ImageModelInfo =>
    imageModels.find((model) => (deps.refusalOf?.(model) ?? null) === null) ?? imageModels[0];

  return {
    async submit(request) {
      const service = deps.currentService();
      if (!service.ok) return service;
      const source = request.refineId === null ? null : usable(request.refineId);
      if (request.refineId !== null && source === null) return noSourceImage;
      const unnamed = () => findImageModel(source?.operation.model ?? '') ?? firstModel();
      const model = request.model === null ? unnamed() : findImageModel(request.model);
      if (!model) {
        return refusal('invalid_model', 'This model is not known. Choose one of the list.', ['model']);
      }
      const noAccess = deps.refusalOf?.(model);
      if (noAccess) return fail(noAccess);
      const { aspectRatio, size, takes } = request;
      const [refused] = checkImageWish(model, { aspectRatio, size, inputs: request.images.length });
      if (refused) {
        const message = `${words(refused, model)} Nothing was sent. Change it and try again.`;
        return refusal(codes[refused.field], message, [
          refused.field === 'inputs' ? 'images' : refused.field,
        ]);
      }
      const kept = await keepImages({ image: null, references: request.images }, media, clock.now());
      if (!kept.ok) return kept;
      const { references } = kept.value;
      const asked: Omit<Asked, 'sessionId'> = {
        ...noExtras,
        ...noSource,
        ...(source && { sourceId: source.operation.id, sourcePrompt: source.operation.prompt }),
        medium: 'image',
        prompt: request.prompt,
        negativePrompt: null,
        aspectRatio,
        resolution: size,
        duration: imageDuration,
        uploadId: null,
        mode: source ? 'edit' : references.length > 0 ? 'references' : 'text',
        ...groupOf(takes),
      };
      const terms = { service: service.value, model, cost: estimateImageUsd(model, size) ?? 0 };
      return ok(
        enqueue(() => {
          const sessionId = deps.sessionFor?.(request.sessionId) ?? request.sessionId ?? firstSessionId;
          // With the operations: images that no operation has are swept.
          for (const image of references) uploads.insert(image);
          return writeTakes(takes, nextPlace(), ({ take, place }) =>
            insert({ ...asked, sessionId, take }, terms, { lastFrame: null, references }, place),
          );
        }),
      );
    },
    sourceGone: ({ mode, sourceId }) =>
      mode === 'edit' && (sourceId === null || usable(sourceId) === null) ? noSourceImage : null,
  };
}
