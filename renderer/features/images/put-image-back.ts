/** An image's request of before comes back into the composer whole. Until all of it is there, nothing is sent. */
import type { Operation } from '../../../preload/contract/domain.ts';
import type { ImageShape } from '../../../preload/contract/images.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useUi } from '../../lib/ui-store.ts';
import { imagePromptId } from './generate-images.ts';
import { imageSourceOf, inputIntake, useImageDraft } from './image-draft-store.ts';

export async function putImageBack(
  { id: operationId, request }: Operation,
  words: { text: Dictionary; format: Format },
): Promise<void> {
  const { text } = words;
  useUi.getState().setMode('image');
  const holds = inputIntake.begin('input');
  const { prompt, model, aspectRatio, resolution, source, references } = request;
  const shape = { aspectRatio, size: resolution } as ImageShape;
  useImageDraft.getState().putBack({ prompt, model, shape, source: null });
  document.getElementById(imagePromptId)?.focus();
  const problems: string[] = [];
  if (source !== null) {
    const found =
      source.operationId === null
        ? null
        : await call(() => window.zoetrope.operations.get({ operationId: source.operationId ?? '' }));
    if (!holds()) return;
    const made = found?.ok === true ? imageSourceOf(found.value) : null;
    if (made === null) problems.push(text.images.sourceNotPutBack);
    else useImageDraft.getState().setSource(made);
  }
  for (const { id: uploadId } of references) {
    const result = await call(() => window.zoetrope.operations.image({ operationId, uploadId }));
    if (!holds()) return;
    if (!result.ok) {
      problems.push(`${text.compose.imageNotPutBack} ${text.said(result.error.message)}`);
      continue;
    }
    const { name, mimeType, data } = result.value;
    const file = new File([new Uint8Array(data)], name, { type: mimeType });
    const problem = await inputIntake.takeAgain(file, 'input', holds, words);
    if (problem !== null) problems.push(problem);
  }
  if (!holds()) return;
  const said = [...new Set(problems)];
  useImageDraft.setState({ imageBusy: false, imageProblem: said.length > 0 ? said.join(' ') : null });
}
