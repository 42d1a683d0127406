/** Rows as the windows see them. */
import { isVideo } from '../../preload/contract/domain.ts';
import type { Operation, OperationSource, UploadInfo } from '../../preload/contract/domain.ts';
import type { HoldReason } from '../../preload/contract/spend.ts';
import { firstSessionId } from '../../preload/contract/sessions.ts';
import { statusOf } from '../../preload/contract/rules.ts';
import type { OperationRecord as WireRecord, OperationStatus } from '../../preload/contract/video-chat.ts';
import type { OperationRecord, UploadRow } from '../storage/records.ts';
import { canFollowAgain } from './generation/phases.ts';
import { keptUntil } from './generation/kept.ts';
import type { Asker } from './generation/sources.ts';
import { isOfAnother } from './generation/accounts.ts';
import { anybody, inlineBytes, usableUntil } from './generation/sources.ts';

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

function toUpload({ id, name, mimeType, width, height, sizeBytes }: UploadRow): UploadInfo {
  return { id, name, mimeType, width, height, sizeBytes, url: mediaUrl.upload(id) };
}

function toSource({ operation, hasSource }: OperationRecord): OperationSource | null {
  const { sourceId, sourcePrompt } = operation;
  return sourceId === null ? null : { operationId: hasSource ? sourceId : null, prompt: sourcePrompt ?? '' };
}

/** @param asker decides on what can be made of a clip */
export function toOperation(
  record: OperationRecord,
  now: number,
  waiting: Waiting,
  asker: Asker = anybody,
): Operation {
  const { operation, marks, upload, clip } = record;
  const { groupId, take, takes } = operation;
  return {
    id: operation.id,
    phase: operation.phase,
    status: statusOf(operation.phase),
    service: operation.service,
    request: {
      prompt: operation.prompt,
      negativePrompt: operation.negativePrompt,
      medium: operation.medium,
      aspectRatio: operation.aspectRatio,
      resolution: operation.resolution,
      duration: operation.duration,
      model: operation.model,
      sessionId: operation.sessionId,
      image: upload && toUpload(upload),
      mode: operation.mode,
      lastFrame: record.lastFrame && toUpload(record.lastFrame),
      references: record.references.map(toUpload),
      source: toSource(record),
      personGeneration: operation.personGeneration,
      seed: operation.seed,
      audio: operation.audio,
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
    group: groupId === null || take === null || takes === null ? null : { id: groupId, take, takes },
    extensions: operation.extensions,
    isOthers: isOfAnother(operation, asker.accountFor(operation)),
    inlineBytes: inlineBytes(record),
    extendableUntil: usableUntil(record, 'extend', now, asker),
    editableUntil: usableUntil(record, 'edit', now, asker),
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

/** As the original's `operations` gave it, which knows clips alone: null for an image. */
export function toWireRecord(record: OperationRecord, now: number): WireRecord | null {
  const { operation, upload, lastFrame, references } = record;
  if (!isVideo(operation)) return null;
  const { personGeneration, seed, groupId, take, takes, sourceId } = operation;
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
      ...(lastFrame === null ? {} : { last_frame_name: lastFrame.name }),
      ...(references.length === 0 ? {} : { reference_names: references.map(({ name }) => name) }),
      ...(sourceId !== null && operation.mode === 'extend' ? { extend_operation_id: sourceId } : {}),
      ...(sourceId !== null && operation.mode === 'edit' ? { edit_operation_id: sourceId } : {}),
      ...(personGeneration === null ? {} : { person_generation: personGeneration }),
      ...(seed === null ? {} : { seed }),
      ...(operation.audio ? {} : { generate_audio: false as const }),
      ...(groupId === null || take === null || takes === null ? {} : { group_id: groupId, take, takes }),
    },
    created_at: new Date(operation.createdAt).toISOString(),
  };
}
