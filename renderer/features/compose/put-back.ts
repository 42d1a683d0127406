import type { Operation, OperationRequest, UploadInfo } from '../../../preload/contract/domain.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from './draft-store.ts';
import { promptId } from './generate.ts';
import { forgetIntake, takeFiles } from './image-intake.ts';
import { sourceOf } from './source.ts';
import type { Slot, Way } from './ways.ts';

function wayOfRequest({ mode }: Pick<OperationRequest, 'mode'>): Way {
  return mode === 'frames' || mode === 'references' ? mode : 'start';
}

interface Words {
  text: Dictionary;
  format: Format;
}

/** Fetches one image of a request and takes it into its well. Gives why not, in words. */
async function takeBack(
  operationId: string,
  upload: UploadInfo,
  slot: Slot,
  words: Words,
): Promise<string | null> {
  // Held as busy from here on: Generate must not go out without the image.
  useDraft.getState().setImageBusy(slot);
  const result = await call(() => window.zoetrope.operations.image({ operationId, uploadId: upload.id }));
  if (!result.ok) {
    useDraft.getState().setImageBusy(null);
    return `${words.text.compose.imageNotPutBack} ${result.error.message}`;
  }
  const { name, mimeType, data } = result.value;
  await takeFiles([new File([new Uint8Array(data)], name, { type: mimeType })], slot, words);
  return null;
}

/** The clip that was extended or edited, if it can be once more. Gives why not, in words. */
async function takeSource({ source, mode }: OperationRequest, text: Dictionary): Promise<string | null> {
  if (source === null || (mode !== 'extend' && mode !== 'edit')) return null;
  const { operationId } = source;
  const found =
    operationId === null ? null : await call(() => window.zoetrope.operations.get({ operationId }));
  const again = found?.ok === true ? sourceOf(found.value, mode) : null;
  if (again === null) return text.compose.sourceNotPutBack;
  useDraft.getState().setSource(again);
  return null;
}

/** Edit and try again: the whole request, with its images, is in the composer once more and the prompt has the focus. */
export async function putBack(operation: Operation, text: Dictionary, format: Format): Promise<void> {
  const { request, id } = operation;
  const { aspectRatio, resolution, duration } = request;
  useUi.getState().setMode('video');
  forgetIntake();
  useDraft.getState().putBack({
    ...request,
    shape: { aspectRatio, resolution, duration },
    way: wayOfRequest(request),
  });
  document.getElementById(promptId)?.focus();
  const problems = [await takeSource(request, text)];
  const images: (readonly [Slot, UploadInfo | null])[] = [
    ['first', request.image],
    ['last', request.lastFrame],
    ...request.references.map((upload) => ['reference', upload] as const),
  ];
  for (const [slot, upload] of images) {
    if (upload !== null) problems.push(await takeBack(id, upload, slot, { text, format }));
  }
  const said = problems.filter((words) => words !== null);
  if (said.length > 0) useDraft.getState().setImageProblem([...new Set(said)].join(' '));
}
