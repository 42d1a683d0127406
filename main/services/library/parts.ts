/** What an extended clip is made of, one part after the other. */
import type { ClipPart } from '../../../preload/contract/library.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord } from '../../storage/records.ts';
import { findModel } from '../models/catalogue.ts';
import { mediaUrl } from '../operation-view.ts';

/** More than any service allows: what names its sources in a circle ends, too. */
const mostParts = 40;

const addedBy = ({ operation }: OperationRecord): number =>
  findModel(operation.model)?.extension?.addsSeconds ?? 0;

/** Of the whole clip, in seconds; worked out where it was not measured yet. */
const lengthOf = (record: OperationRecord): number =>
  record.clip?.durationSeconds ??
  Number(record.operation.duration) + record.operation.extensions * addedBy(record);

function toPart(record: OperationRecord, startSeconds: number): ClipPart {
  const { operation, clip } = record;
  return {
    operationId: operation.id,
    prompt: operation.prompt,
    startSeconds,
    seconds: Math.max(0, lengthOf(record) - startSeconds),
    createdAt: operation.createdAt,
    posterUrl: clip?.hasPoster === true ? mediaUrl.poster(operation.id) : null,
  };
}

/** The parts of a clip, the first one first and itself last; none for a clip that extends nothing. */
export function partsOf(record: OperationRecord, operations: Pick<OperationRows, 'find'>): ClipPart[] {
  if (record.operation.mode !== 'extend' || record.clip === null) return [];
  const chain = [record];
  for (let at = record; at.operation.mode === 'extend' && chain.length < mostParts;) {
    const source = at.operation.sourceId === null ? null : operations.find(at.operation.sourceId);
    if (source === null || source.operation.deletedAt !== null) break;
    chain.unshift(source);
    at = source;
  }
  const parts: ClipPart[] = [];
  let start = 0;
  const [first = record] = chain;
  if (first.operation.mode === 'extend') {
    start = Math.max(0, lengthOf(first) - addedBy(first));
    const gone = { operationId: null, createdAt: null, posterUrl: null };
    parts.push({ ...gone, prompt: first.operation.sourcePrompt ?? '', startSeconds: 0, seconds: start });
  }
  for (const one of chain) {
    parts.push(toPart(one, start));
    start = lengthOf(one);
  }
  return parts;
}
