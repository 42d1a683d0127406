import type { Operation, OperationRequest } from '../../../preload/contract/domain.ts';
import type { Shape } from '../../../preload/contract/rules.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from './draft-store.ts';
import { promptId } from './generate.ts';
import { removeImage, takeFile } from './image-intake.ts';

const shapeOf = ({ aspectRatio, resolution, duration }: OperationRequest): Shape => ({
  aspectRatio,
  resolution,
  duration,
});

/** Edit and try again: the whole request, with its image, is in the composer once more and the prompt has the focus. */
export async function putBack(operation: Operation, text: Dictionary, format: Format): Promise<void> {
  useUi.getState().setMode('video');
  removeImage();
  useDraft.getState().putBack({ ...operation.request, shape: shapeOf(operation.request) });
  document.getElementById(promptId)?.focus();
  if (operation.request.image === null) return;
  // Held as busy from here on: Generate must not go out without the image.
  useDraft.getState().setImageBusy(true);
  const result = await call(() => window.zoetrope.operations.image({ operationId: operation.id }));
  if (!result.ok) {
    useDraft.getState().setImageBusy(false);
    useDraft.getState().setImageProblem(`${text.compose.imageNotPutBack} ${result.error.message}`);
    return;
  }
  const { name, mimeType, data } = result.value;
  await takeFile(new File([new Uint8Array(data)], name, { type: mimeType }), text, format);
}
