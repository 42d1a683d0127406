/** The row that an operation begins with, and what it is going to cost. Pure but for its id. */
import { randomUUID } from 'node:crypto';
import type { ServiceId } from '../../../preload/contract/domain.ts';
import { isVideo } from '../../../preload/contract/domain.ts';
import { estimateImageUsd } from '../../../preload/contract/images.ts';
import { estimateUsd } from '../../../preload/contract/rules.ts';
import type { OperationExtras, OperationRow } from '../../storage/records.ts';
import { defaultModel, findModel } from '../models/catalogue.ts';
import { findImageModel, imageModels } from '../models/image-catalogue.ts';
import type { NamedModel } from '../models/offers.ts';
import type { Place } from './takes.ts';

/** What an operation takes over from its request, or from an operation that is asked for once more. */
export type Asked = Pick<
  OperationRow,
  | 'medium'
  | 'prompt'
  | 'negativePrompt'
  | 'aspectRatio'
  | 'resolution'
  | 'duration'
  | 'sessionId'
  | 'uploadId'
> &
  OperationExtras;

export interface Terms {
  service: ServiceId;
  model: NamedModel;
  /** USD, where the service charges. */
  cost: number;
}

/** What asking for an operation once more means now: its model, as far as it is known, and its price. */
export function termsOf(operation: OperationRow): Omit<Terms, 'service'> {
  const { model: id, estimatedUsd } = operation;
  if (!isVideo(operation)) {
    const model = findImageModel(id) ?? imageModels[0];
    return { model, cost: estimateImageUsd(model, operation.resolution) ?? estimatedUsd };
  }
  const model = findModel(id) ?? defaultModel;
  return { model, cost: estimateUsd(model, operation.resolution, operation.duration) ?? estimatedUsd };
}

/** Waiting to be sent. */
export function newOperation(
  asked: Asked,
  { service, model, cost }: Terms,
  { queueOrder, createdAt }: Place,
): OperationRow {
  return {
    mode: asked.mode,
    sourceId: asked.sourceId,
    sourceName: asked.sourceName,
    sourceUri: asked.sourceUri,
    sourcePrompt: asked.sourcePrompt,
    extensions: asked.extensions,
    personGeneration: asked.personGeneration,
    seed: asked.seed,
    audio: asked.audio,
    groupId: asked.groupId,
    take: asked.take,
    takes: asked.takes,
    id: randomUUID(),
    service,
    model: model.id,
    prompt: asked.prompt,
    negativePrompt: asked.negativePrompt,
    medium: asked.medium,
    aspectRatio: asked.aspectRatio,
    resolution: asked.resolution,
    duration: asked.duration,
    sessionId: asked.sessionId,
    uploadId: asked.uploadId,
    estimatedUsd: service === 'demo' ? 0 : cost,
    phase: 'queued',
    remoteName: null,
    remoteUri: null,
    readyAt: null,
    account: null,
    fileName: null,
    fileFolder: null,
    partEtag: null,
    deadlineToldAt: null,
    error: null,
    queueOrder,
    overAllowedAt: null,
    createdAt,
    submittedAt: null,
    acceptedAt: null,
    finishedAt: null,
    deletedAt: null,
  };
}
