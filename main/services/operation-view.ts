/** Rows as the windows see them. */
import type { Operation } from '../../preload/contract/domain.ts';
import type { HoldReason } from '../../preload/contract/spend.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { statusOf } from '../../preload/contract/rules.ts';
import type { OperationRecord as WireRecord, OperationStatus } from '../../preload/contract/video-chat.ts';
import type { OperationRecord } from '../storage/records.ts';
import { canFollowAgain } from './generation/phases.ts';
import { keptUntil } from './generation/kept.ts';

export const mediaUrl = {
  clip: (operationId: string) => `media://clip/${operationId}`,
  poster: (operationId: string) => `media://poster/${operationId}`,
  upload: (uploadId: string) => `media://upload/${uploadId}`,
};

function elapsedSeconds({ operation }: OperationRecord, now: number): number {
  return Math.max(0, Math.floor(((operation.finishedAt ?? now) - operation.createdAt) / 1000));
}

/** What of a waiting operation only the queue knows. */
export interface Waiting {
  queuePosition: number | null;
  retryAt: number | null;
  hold: HoldReason | null;
  /** Being sent, and cancelled meanwhile. */
  isCancelling: boolean;
}

export function toOperation(record: OperationRecord, now: number, waiting: Waiting): Operation {
  const { operation, marks, upload, clip } = record;
  return {
    id: operation.id,
    phase: operation.phase,
    status: statusOf(operation.phase),
    service: operation.service,
    request: {
      prompt: operation.prompt,
      negativePrompt: operation.negativePrompt,
      aspectRatio: operation.aspectRatio,
      resolution: operation.resolution,
      duration: operation.duration,
      model: operation.model,
      sessionId: operation.sessionId,
      image: upload && {
        id: upload.id,
        name: upload.name,
        mimeType: upload.mimeType,
        width: upload.width,
        height: upload.height,
        sizeBytes: upload.sizeBytes,
        url: mediaUrl.upload(upload.id),
      },
      mode: upload === null ? 'text' : 'image',
      lastFrame: null,
      references: [],
      source: null,
      personGeneration: null,
      seed: null,
      audio: true,
    },
    estimatedUsd: operation.estimatedUsd,
    createdAt: operation.createdAt,
    finishedAt: operation.finishedAt,
    elapsedSeconds: elapsedSeconds(record, now),
    ...waiting,
    canFollow: canFollowAgain(operation),
    keptUntil: keptUntil(operation),
    error: operation.error,
    clip: clip && {
      url: mediaUrl.clip(operation.id),
      posterUrl: clip.hasPoster ? mediaUrl.poster(operation.id) : null,
      fileName: clip.fileName,
      sizeBytes: clip.sizeBytes,
      width: clip.width,
      height: clip.height,
      durationSeconds: clip.durationSeconds,
    },
    group: null,
    extensions: 0,
    extendableUntil: null,
    editableUntil: null,
    ...marks,
  };
}

/** As the original's `status` gave it. */
export function toStatus(record: OperationRecord, now: number): OperationStatus {
  const { operation, clip } = record;
  const status = statusOf(operation.phase);
  return {
    operation_id: operation.id,
    status,
    elapsed_seconds: elapsedSeconds(record, now),
    phase: operation.phase,
    ...(status === 'completed' && clip ? { video_url: mediaUrl.clip(operation.id) } : {}),
    ...(status === 'error' && operation.error ? { error: operation.error } : {}),
  };
}

/** As the original's `operations` gave it. */
export function toWireRecord(record: OperationRecord, now: number): WireRecord {
  const { operation, upload } = record;
  return {
    ...toStatus(record, now),
    request: {
      prompt: operation.prompt,
      aspect_ratio: operation.aspectRatio,
      resolution: operation.resolution,
      duration: operation.duration,
      model: operation.model,
      ...(operation.negativePrompt === null ? {} : { negative_prompt: operation.negativePrompt }),
      ...(operation.sessionId === firstSessionId ? {} : { session_id: operation.sessionId }),
      ...(upload === null ? {} : { image_name: upload.name }),
    },
    created_at: new Date(operation.createdAt).toISOString(),
  };
}
