import { isVideo } from '../../../preload/contract/domain.ts';
import type { Operation, UploadInfo } from '../../../preload/contract/domain.ts';
import { ok } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { putImageBack } from '../images/put-image-back.ts';
import { bringBack, oldSource, wayOfMode } from './bring-back.ts';
import type { OldParts } from './bring-back.ts';
import type { Slot } from './ways.ts';

/** Edit and try again: the whole request is in the composer once more, its images and its source too. */
export async function putBack(operation: Operation, text: Dictionary, format: Format): Promise<void> {
  const { request, id: operationId } = operation;
  if (!isVideo(request)) {
    await putImageBack(operation, { text, format });
    return;
  }
  const { aspectRatio, resolution, duration, mode } = request;
  const oldImage = (slot: Slot, upload: UploadInfo | null): OldParts['images'] =>
    upload === null
      ? []
      : [
          {
            slot,
            async fetch() {
              const given = { operationId, uploadId: upload.id };
              const result = await call(() => window.zoetrope.operations.image(given));
              return result.ok ? ok({ ...result.value, data: new Uint8Array(result.value.data) }) : result;
            },
          },
        ];
  await bringBack(
    { ...request, shape: { aspectRatio, resolution, duration }, way: wayOfMode(mode) },
    {
      source: oldSource(mode, request.source),
      images: [
        ...oldImage('first', request.image),
        ...oldImage('last', request.lastFrame),
        ...request.references.flatMap((upload) => oldImage('reference', upload)),
      ],
    },
    { text, format },
  );
}
