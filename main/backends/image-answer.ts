/**
 * What the answer of `generateContent` says of its image. Sources: the types of the SDK (FinishReason, BlockedReason),
 * and answers as users report them: a filter leaves `content` without parts and says why in `finishReason`.
 */
import { imageBlocked } from '../../preload/contract/images.ts';
import type { GenerateContentResponse, Part } from '@google/genai';
import type { ImageType } from '../../preload/contract/domain.ts';
import { imageTypes } from '../../preload/contract/domain.ts';
import { failures } from '../../preload/contract/failures.ts';
import { failureError, filtered } from './service-errors.ts';
import { diagnoseFilter } from './diagnosis.ts';
import type { AnswerPart } from '../storage/kept-answers.ts';
import type { ImageOutcome } from './image-backend.ts';

/** Ends that are a filter's. */
const filterReasons = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

function imageTypeOf(part: Part): ImageType | null {
  const { mimeType, data } = part.inlineData ?? {};
  if (data === undefined || part.thought === true) return null;
  return imageTypes.find((type) => type === mimeType) ?? null;
}

/** The image is the last one that is no thought; what is kept of the rest are words and signatures. */
function madeOf(parts: readonly Part[]): ImageOutcome | null {
  const at = parts.findLastIndex((part) => imageTypeOf(part) !== null);
  const found = parts[at];
  const mimeType = found === undefined ? null : imageTypeOf(found);
  if (found?.inlineData?.data === undefined || mimeType === null) return null;
  const kept = parts.flatMap((part, index): AnswerPart[] => {
    if (part.thought === true) return [];
    const signature = part.thoughtSignature === undefined ? {} : { thoughtSignature: part.thoughtSignature };
    if (index === at) return [{ isImage: true, ...signature }];
    return part.text === undefined ? [] : [{ text: part.text, ...signature }];
  });
  return {
    kind: 'made',
    image: { mimeType, data: Buffer.from(found.inlineData.data, 'base64'), parts: kept },
  };
}

const wordsOf = (parts: readonly Part[]) =>
  parts
    .flatMap(({ text, thought }) => (text === undefined || thought === true ? [] : [text]))
    .join(' ')
    .trim();

function blockedBecause(reason: string): ImageOutcome {
  const error = filtered(diagnoseFilter(reason), reason);
  const message = error.message.replace(failures.filtered.title, imageBlocked);
  return { kind: 'refused', error: { ...error, message } };
}

function emptyBecause(words: string): ImageOutcome {
  const error = failureError('empty', words ? { serviceMessage: words } : {});
  const said = words ? ` It said: ${words.slice(0, 500)}` : '';
  return { kind: 'empty', error: { ...error, message: `${error.message}${said}` } };
}

export function readImageAnswer({ candidates = [], promptFeedback }: GenerateContentResponse): ImageOutcome {
  const [candidate] = candidates;
  const parts = candidate?.content?.parts ?? [];
  const made = madeOf(parts);
  if (made !== null) return made;
  const blockReason = promptFeedback?.blockReason;
  const blockReasonMessage = promptFeedback?.blockReasonMessage;
  if (blockReason !== undefined)
    return blockedBecause(blockReasonMessage ?? `The prompt was blocked (${blockReason}).`);
  const finishReason = candidate?.finishReason;
  const finishMessage = candidate?.finishMessage ?? '';
  if (finishReason !== undefined && filterReasons.has(finishReason)) {
    return blockedBecause(finishMessage || `The service says ${finishReason}.`);
  }
  return emptyBecause(finishMessage || wordsOf(parts) || (finishReason ?? ''));
}
