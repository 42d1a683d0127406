/** The clip that another one is made of: whether the service takes it, and its bytes. */
import { readFile } from 'node:fs/promises';
import { isVideo } from '../../../preload/contract/domain.ts';
import type { AspectRatio, ServiceId, VideoChoices } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { shapeOf, sourceProblem, takenMs } from '../../../preload/contract/source-rules.ts';
import type { Source, SourceTask } from '../../../preload/contract/source-rules.ts';
import type { SourceClip } from '../../backends/video-backend.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationExtras, OperationRecord, OperationRow } from '../../storage/records.ts';
import { defaultModel, findModel } from '../models/catalogue.ts';
import { isOfAnother } from './accounts.ts';
import { refusal } from './wishes.ts';

/** What an operation takes over from its source. */
export type SourceColumns = Pick<
  OperationExtras,
  'sourceId' | 'sourceName' | 'sourceUri' | 'sourcePrompt' | 'extensions'
>;

export const noSource: SourceColumns = {
  ...{ sourceId: null, sourceName: null, sourceUri: null, sourcePrompt: null, extensions: 0 },
};

/** A mode as what becomes of a source; null for the modes that have none. */
export const taskOf = (mode: Mode): SourceTask | null => (mode === 'extend' || mode === 'edit' ? mode : null);

const fields: Record<SourceTask, string> = { extend: 'extend_operation_id', edit: 'edit_operation_id' };

/** Until when the service takes a clip for a task; null when it does not have it. */
function takenUntil(operation: OperationRow, task: SourceTask): number | null {
  const { phase, remoteName, remoteUri, readyAt, acceptedAt } = operation;
  const since = readyAt ?? acceptedAt;
  if (phase !== 'completed' || remoteName === null || since === null) return null;
  // What is edited is named, not addressed.
  if (task === 'extend' && remoteUri === null) return null;
  return since + takenMs[task];
}

/** Who would ask the services now. */
export interface Asker {
  /** The service that new requests go to; null where none can go out. */
  service: ServiceId | null;
  /** Whose operations the service of this one shows; null where that is not known. */
  accountFor(operation: OperationRow): string | null;
}

/** Somebody of whom nothing is known. */
export const anybody: Asker = { service: null, accountFor: () => null };

/** A clip that came inside an answer has no address at the service: its bytes go along when it is extended. */
const isInline = (uri: string | null): boolean => uri?.startsWith('inline:') === true;

export function inlineBytes({ operation, clip }: Pick<OperationRecord, 'operation' | 'clip'>): number | null {
  return clip !== null && isInline(operation.remoteUri) ? clip.sizeBytes : null;
}

function toSource(record: OperationRecord, task: SourceTask, asker: Pick<Asker, 'accountFor'>): Source {
  const { operation, clip } = record;
  return {
    phase: operation.phase,
    service: operation.service,
    madeBy: findModel(operation.model),
    ...shapeOf(operation),
    seconds: clip?.durationSeconds ?? null,
    duration: Number(operation.duration),
    extensions: operation.extensions,
    isOthers: isOfAnother(operation, asker.accountFor(operation)),
    inlineBytes: inlineBytes(record),
    until: takenUntil(operation, task),
  };
}

/** For the card: until when a clip can be made into another one by a model of its own kind; null when it cannot. */
export function usableUntil(
  record: OperationRecord,
  task: SourceTask,
  now: number,
  asker: Asker = anybody,
): number | null {
  const source = toSource(record, task, asker);
  const { madeBy: model } = source;
  const service = asker.service ?? source.service;
  if (!model || !isVideo(record.operation)) return null;
  const { aspectRatio } = record.operation;
  return sourceProblem(source, { task, service, model, aspectRatio, now }) === null ? source.until : null;
}

export interface SourceWishes {
  task: SourceTask;
  operationId: string;
  service: ServiceId;
  model: ModelInfo;
  aspectRatio: AspectRatio;
}

export interface SourcesDeps {
  operations: Pick<OperationRows, 'find'>;
  now(): number;
  accountFor: Asker['accountFor'];
}

export interface Sources {
  /** What a new operation takes over from its source, or why it cannot be made of it. */
  take(wish: SourceWishes): Result<SourceColumns & Pick<VideoChoices, 'aspectRatio' | 'duration'>>;
  /**
   * The source as a backend wants it, or why the service would not take it any more: what waited in the queue may have
   * waited for too long. Throws when its file is needed and not there.
   */
  read(operation: OperationRow): Promise<Result<SourceClip | null>>;
}

export function createSources({ operations, now, accountFor }: SourcesDeps): Sources {
  /** The source, if it is there and the service takes it now. */
  function usable({
    operationId,
    ...wish
  }: SourceWishes): Result<OperationRecord & { operation: VideoChoices }> {
    const { task } = wish;
    const record = operations.find(operationId);
    if (record === null || record.operation.deletedAt !== null || !isVideo(record.operation)) {
      return fail({
        code: 'operation_not_found',
        message: `Operation not found: the clip to ${task === 'extend' ? 'extend' : 'change'} is not in the library any more. Nothing was sent. Choose another one.`,
        retryable: false,
        details: { fields: [fields[task]], charged: false },
      });
    }
    const problem = sourceProblem(toSource(record, task, { accountFor }), { ...wish, now: now() });
    if (problem !== null) return refusal('invalid_source', `${problem} Nothing was sent.`, [fields[task]]);
    return ok({ ...record, operation: record.operation });
  }

  return {
    take(wish) {
      const found = usable(wish);
      if (!found.ok) return found;
      const { task } = wish;
      const { operation } = found.value;
      return ok({
        sourceId: operation.id,
        sourceName: operation.remoteName,
        sourceUri: operation.remoteUri,
        sourcePrompt: operation.prompt,
        extensions: task === 'extend' ? operation.extensions + 1 : operation.extensions,
        aspectRatio: operation.aspectRatio,
        duration: operation.duration,
      });
    },
    async read(operation) {
      const { mode, sourceId, sourceName, sourceUri, service, model: id } = operation;
      const task = taskOf(mode);
      if (task === null || sourceId === null || sourceName === null || !isVideo(operation)) return ok(null);
      const { aspectRatio } = operation;
      const model = findModel(id) ?? defaultModel;
      const found = usable({ task, operationId: sourceId, service, model, aspectRatio });
      if (!found.ok) return found;
      const source = { task, remoteName: sourceName, videoUri: sourceUri ?? '' };
      if (task === 'edit' || !isInline(sourceUri)) return ok({ ...source, data: null });
      const { clip } = found.value;
      if (!clip) throw new Error('The clip to extend is gone.');
      return ok({ ...source, data: await readFile(insideFolder(clip.folder, clip.fileName)) });
    },
  };
}
