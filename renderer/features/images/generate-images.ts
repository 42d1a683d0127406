/** Pressing Generate for an image. */
import { limits } from '../../../preload/contract/domain.ts';
import type { InputOf, ZoetropeContract } from '../../../preload/contract/api.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { createSending } from '../compose/send-store.ts';
import { countedLength } from '../compose/validate.ts';
import { showStarted } from '../gallery/show-started.ts';
import { useImageDraft } from './image-draft-store.ts';
import type { ImageDraft, ImageDraftField, ImageProblems } from './image-draft-store.ts';

export const imagePromptId = 'image-prompt';
export const imageSending = createSending();

type Request = InputOf<ZoetropeContract['images']['generate']>;

function wishOf({ prompt, choices, model, source, inputs, takes }: ImageDraft): Request {
  return {
    prompt: prompt.trim(),
    ...choices,
    ...(model === null ? {} : { model: model.id }),
    ...(takes === 1 ? {} : { takes }),
    ...(inputs.length === 0
      ? {}
      : { images: inputs.map(({ name, mimeType, data }) => ({ name, mimeType, data })) }),
    ...(source === null ? {} : { refineOperationId: source.operationId }),
  };
}

/** Two drafts with the same key are the same wish. */
export function imageRequestKey(draft: ImageDraft): string {
  const urls = draft.inputs.map(({ previewUrl }) => previewUrl);
  return JSON.stringify([wishOf({ ...draft, inputs: [] }), urls]);
}

function findImageProblems({ prompt, model }: ImageDraft): ImageProblems {
  const length = countedLength(prompt);
  return {
    ...(length === 0 ? { prompt: { kind: 'prompt-missing' } } : {}),
    ...(length > limits.promptCharacters ? { prompt: { kind: 'too-long' } } : {}),
    ...(model === null ? { request: { kind: 'no-model' } } : {}),
  };
}

function fieldOf({ code }: AppError): ImageDraftField {
  if (code === 'invalid_prompt') return 'prompt';
  return code === 'invalid_image' ? 'image' : 'request';
}

function show(problems: ImageProblems): void {
  useImageDraft.getState().setProblems(problems);
  if (problems.prompt !== undefined) document.getElementById(imagePromptId)?.focus();
}

/** Sends the draft once, or shows at the right place why not. */
export async function pressGenerateImages(): Promise<void> {
  const draft = useImageDraft.getState();
  const key = imageRequestKey(draft);
  if (!imageSending.isFree(key)) return;
  // Without this the image would be made, and paid, without the one that is still on its way.
  if (draft.imageBusy) {
    show({ request: { kind: 'image-checking' } });
    return;
  }
  const problems = findImageProblems(draft);
  show(problems);
  if (Object.keys(problems).length > 0) return;
  const result = await imageSending.send(key, () =>
    call(() => window.zoetrope.images.generate(wishOf(draft))),
  );
  if (!result.ok) {
    show({ [fieldOf(result.error)]: { kind: 'refused', error: result.error } });
    return;
  }
  useImageDraft.setState({ imageProblem: null });
  await showStarted(result.value.operation_id);
}
