/** An operation as a backend wants it: with the bytes of all that was given with it. */
import { isVideo } from '../../../preload/contract/domain.ts';
import type { AppError, Result } from '../../../preload/contract/result.ts';
import type { StartImage } from '../../backends/start-image.ts';
import type { SourceClip, StartRequest } from '../../backends/video-backend.ts';
import type { OperationRecord, OperationRow, UploadRow } from '../../storage/records.ts';
import type { Log } from '../log.ts';

export interface StartRequestDeps {
  readUpload(sha256: string): Promise<Uint8Array>;
  /** Null where there is none, or why it cannot be used now; throws when its file is needed and not there. */
  readSource(operation: OperationRow): Promise<Result<SourceClip | null>>;
  log: Log;
}

const gone = (message: string): AppError => ({
  code: 'file_missing',
  message,
  retryable: false,
  details: { charged: false },
});

const missing = {
  image: 'The image of this request is gone from the disk, so nothing was sent. Add it again.',
  lastFrame: 'The last frame of this request is gone from the disk, so nothing was sent. Add it again.',
  reference: 'A reference image of this request is gone from the disk, so nothing was sent. Add it again.',
  source:
    'The file of the clip to extend is gone from the disk, so nothing was sent. Put it back, or choose another clip.',
};

/** Something that is to be sent is not there any more. */
class Missing extends Error {
  readonly what: keyof typeof missing;
  constructor(what: keyof typeof missing, options: ErrorOptions) {
    super(`Missing: ${what}`, options);
    this.what = what;
  }
}

async function read<Value>(what: keyof typeof missing, reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    throw new Missing(what, { cause: error });
  }
}

/** What of a request is known without reading a file. */
export function plainRequest({ operation }: OperationRecord): StartRequest {
  if (!isVideo(operation)) throw new Error('An image is asked for in another way.');
  return {
    model: operation.model,
    prompt: operation.prompt,
    negativePrompt: operation.negativePrompt,
    aspectRatio: operation.aspectRatio,
    resolution: operation.resolution,
    durationSeconds: Number(operation.duration),
    image: null,
    personGeneration: operation.personGeneration,
    seed: operation.seed,
    generateAudio: operation.audio,
  };
}

/** True where files go with the request. */
export function hasFiles({ operation, upload, lastFrame, references }: OperationRecord): boolean {
  return [upload, lastFrame, operation.sourceId].some((part) => part !== null) || references.length > 0;
}

/** The request with its files, or what keeps it from being sent. */
export async function requestWithFiles(
  record: OperationRecord,
  { readUpload, readSource, log }: StartRequestDeps,
): Promise<{ request: StartRequest } | { error: AppError }> {
  const { operation, upload, lastFrame, references } = record;
  const toImage = async ({ mimeType, sha256 }: UploadRow): Promise<StartImage> => ({
    mimeType,
    data: await readUpload(sha256),
  });
  try {
    const source = await read('source', readSource(operation));
    if (!source.ok) return { error: source.error };
    return {
      request: {
        ...plainRequest(record),
        image: upload && (await read('image', toImage(upload))),
        lastFrame: lastFrame && (await read('lastFrame', toImage(lastFrame))),
        referenceImages: await read('reference', Promise.all(references.map(toImage))),
        source: source.value,
      },
    };
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    log.warn('Something of a request cannot be read', { id: operation.id, error });
    return { error: gone(missing[error.what]) };
  }
}
