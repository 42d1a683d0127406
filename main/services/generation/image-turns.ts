/** The conversation behind an image, as the service wants it: what was asked and what came of it, oldest first. */
import { readFile } from 'node:fs/promises';
import type { AppError } from '../../../preload/contract/result.ts';
import type { ImageRequest, ImageTurn } from '../../backends/image-backend.ts';
import type { StartImage } from '../../backends/start-image.ts';
import type { AnswerPart } from '../../storage/kept-answers.ts';
import { insideFolder } from '../../storage/media-files.ts';
import { withoutText } from '../../storage/pictures/picture-text.ts';
import type { OperationRows } from '../../storage/operation-rows.ts';
import type { OperationRecord, UploadRow } from '../../storage/records.ts';
import { imageFacts } from '../images/image-facts.ts';
import type { Log } from '../log.ts';
import { findImageModel } from '../models/image-catalogue.ts';

export interface ImageTurnsDeps {
  operations: Pick<OperationRows, 'find' | 'findTurn'>;
  readUpload(sha256: string): Promise<Uint8Array>;
  log: Log;
}

/**
 * Bytes of images in one request, before they are written as text: the service takes requests of 20 MB (Google's
 * documentation of inline data). Older turns are left out when there is no room for them.
 */
const mostBytes = 14 * 1024 * 1024;

const missing = (message: string): AppError => ({
  code: 'file_missing',
  message,
  retryable: false,
  details: { charged: false },
});

const bytesOf = (images: readonly StartImage[]) => images.reduce((sum, { data }) => sum + data.byteLength, 0);

function partsOf(json: string | null): AnswerPart[] {
  if (json === null) return [{ isImage: true }];
  const parts = JSON.parse(json) as AnswerPart[];
  return parts.some(({ isImage }) => isImage) ? parts : [...parts, { isImage: true }];
}

/** The request of an image with all that goes along, or what keeps it from being sent. */
export async function imageRequest(
  record: OperationRecord,
  { operations, readUpload, log }: ImageTurnsDeps,
): Promise<{ request: ImageRequest } | { error: AppError }> {
  const { operation } = record;

  const inputs = ({ references }: OperationRecord): Promise<StartImage[]> =>
    Promise.all(
      references.map(async ({ mimeType, sha256 }: UploadRow) => ({
        mimeType,
        data: await readUpload(sha256),
      })),
    );

  async function answered(earlier: OperationRecord): Promise<ImageTurn | null> {
    const { clip, operation: asked } = earlier;
    if (clip === null) return null;
    // As it came: the recipe in the file is for this computer alone.
    const data = await withoutText(await readFile(insideFolder(clip.folder, clip.fileName)));
    const facts = imageFacts(data);
    if (facts.kind !== 'image') return null;
    const parts = partsOf(operations.findTurn(asked.id));
    return {
      prompt: asked.prompt,
      images: await inputs(earlier),
      answer: {
        image: { mimeType: facts.mimeType, data },
        // A model's signatures are its own.
        parts:
          asked.model === operation.model
            ? parts
            : parts.map(({ text, isImage }) => ({ ...(text && { text }), ...(isImage && { isImage }) })),
      },
    };
  }

  let images: StartImage[];
  try {
    images = await inputs(record);
  } catch (error) {
    log.warn('An image of a request cannot be read', { id: operation.id, error });
    return {
      error: missing('An image of this request is gone from the disk, so nothing was sent. Add it again.'),
    };
  }
  const said: ImageTurn[] = [];
  let room = mostBytes - bytesOf(images);
  const seen = new Set([operation.id]);
  for (let id = operation.sourceId; id !== null && !seen.has(id);) {
    seen.add(id);
    const earlier = operations.find(id);
    const turn =
      earlier &&
      (await answered(earlier).catch((error: unknown) => {
        log.warn('An earlier image cannot be read', { id, error });
        return null;
      }));
    if (turn?.answer == null) break;
    room -= bytesOf([turn.answer.image, ...turn.images]);
    // The image that is changed goes along however large it is.
    if (room < 0 && said.length > 0) break;
    said.unshift(turn);
    id = earlier?.operation.sourceId ?? null;
  }
  if (operation.mode === 'edit' && said.length === 0) {
    return {
      error: missing(
        'The image to change is gone from the disk, so nothing was sent. Put its file back, or choose another image.',
      ),
    };
  }
  const sizes = findImageModel(operation.model)?.sizes ?? [];
  return {
    request: {
      model: operation.model,
      aspectRatio: operation.aspectRatio,
      size: sizes.length === 1 ? null : operation.resolution,
      turns: [...said, { prompt: operation.prompt, images, answer: null }],
    },
  };
}
