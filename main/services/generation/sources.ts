/** The clip that another one is made of: whether the service takes it, and its bytes. */
import { readFile } from 'node:fs/promises';
import type { AspectRatio, ServiceId } from '../../../preload/contract/domain.ts';
import type { ModelInfo } from '../../../preload/contract/models.ts';
import type { Mode } from '../../../preload/contract/modes.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import { sourceProblem, takenMs } from '../../../preload/contract/source-rules.ts';
import type { Source, SourceTask } from '../../../preload/contract/source-rules.ts';
import type { SourceClip } from '../../backends/video-backend.ts';
import { insideFolder } from '../../storage/media-files.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationExtras, OperationRecord, OperationRow } from '../../storage/records.ts';
import { findModel } from '../models/catalogue.ts';
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

function toSource({ operation, clip }: OperationRecord, task: SourceTask): Source {
  return {
    phase: operation.phase,
    service: operation.service,
    madeBy: findModel(operation.model),
    aspectRatio: operation.aspectRatio,
    resolution: operation.resolution,
    seconds: clip?.durationSeconds ?? null,
    duration: Number(operation.duration),
    extensions: operation.extensions,
    until: takenUntil(operation, task),
  };
}

/** For the card: until when a clip can be made into another one by a model of its own kind; null when it cannot. */
export function usableUntil(record: OperationRecord, task: SourceTask, now: number): number | null {
  const source = toSource(record, task);
  const { madeBy: model, service, aspectRatio } = source;
  if (!model?.modes.includes(task)) return null;
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
  /** Whose operations the service shows now; null where that is not known. */
  accountFor(operation: OperationRow): string | null;
}

export interface Sources {
  /** What a new operation takes over from its source, or why it cannot be made of it. */
  take(wish: SourceWishes): Result<SourceColumns & Pick<OperationRow, 'aspectRatio' | 'duration'>>;
  /** The source as a backend wants it. Throws when its file is needed and not there. */
  read(operation: OperationRow): Promise<SourceClip | null>;
}

export function createSources({ operations, now, accountFor }: SourcesDeps): Sources {
  function isOthers(source: OperationRow): boolean {
    const account = accountFor(source);
    return account !== null && source.account !== null && account !== source.account;
  }

  return {
    take({ operationId, ...wish }) {
      const { task } = wish;
      const record = operations.find(operationId);
      if (record === null || record.operation.deletedAt !== null) {
        return fail({
          code: 'operation_not_found',
          message: `Operation not found: the clip to ${task === 'extend' ? 'extend' : 'change'} is not in the library any more. Nothing was sent. Choose another one.`,
          retryable: false,
          details: { fields: [fields[task]], charged: false },
        });
      }
      const { operation } = record;
      const source = { ...toSource(record, task), isOthers: isOthers(operation) };
      const problem = sourceProblem(source, { ...wish, now: now() });
      if (problem !== null) return refusal('not_offered', `${problem} Nothing was sent.`, [fields[task]]);
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
    async read({ mode, sourceId, sourceName, sourceUri }) {
      const task = taskOf(mode);
      if (task === null || sourceId === null || sourceName === null) return null;
      const clip = { task, remoteName: sourceName, videoUri: sourceUri ?? '' };
      // A clip that came inside an answer has no address at the service.
      if (task === 'edit' || !clip.videoUri.startsWith('inline:')) return { ...clip, data: null };
      const file = operations.find(sourceId)?.clip;
      if (!file) throw new Error('The clip to extend is gone.');
      return { ...clip, data: await readFile(insideFolder(file.folder, file.fileName)) };
    },
  };
}
