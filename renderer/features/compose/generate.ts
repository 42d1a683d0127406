/** Pressing Generate for a clip. */
import type { GenerateRequest, GenerateWithImageRequest } from '../../../preload/contract/video-chat.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { showStarted } from '../gallery/show-started.ts';
import { useDraft } from './draft-store.ts';
import type { Draft, DraftField, DraftProblem, Problems } from './draft-store.ts';
import { createSending } from './send-store.ts';
import { findProblems } from './validate.ts';
import { modeOf, sentExtras, sentReferences } from './ways.ts';
import type { DraftImage } from './ways.ts';

export const clipSending = createSending();

function baseOf(draft: Draft): GenerateRequest {
  const { aspectRatio, resolution, duration } = draft.choices;
  const { model, takes } = draft;
  // What the model does not take stays in the composer for one that does.
  const negativePrompt = model?.takesNegativePrompt === false ? '' : draft.negativePrompt.trim();
  const { people, seed, audio } = sentExtras(model, modeOf(draft), draft);
  return {
    ...(model === null ? {} : { model: model.id }),
    prompt: draft.prompt.trim(),
    aspect_ratio: aspectRatio,
    resolution,
    duration,
    ...(negativePrompt === '' ? {} : { negative_prompt: negativePrompt }),
    ...(people === null ? {} : { person_generation: people }),
    ...(seed === null ? {} : { seed }),
    ...(audio ? {} : { generate_audio: false }),
    ...(takes === 1 ? {} : { takes }),
  };
}

const fileOf = ({ name, mimeType, data }: DraftImage) => ({ name, mime_type: mimeType, data });

type Wish =
  { image: DraftImage; request: GenerateWithImageRequest } | { image: null; request: GenerateRequest };

/** The call that the draft becomes. */
function wishOf(draft: Draft): Wish {
  const request = baseOf(draft);
  const { source, image, lastFrame } = draft;
  const mode = modeOf(draft);
  switch (mode) {
    case 'text':
      return { image: null, request };
    case 'references':
      return { image: null, request: { ...request, reference_images: sentReferences(draft).map(fileOf) } };
    case 'extend':
      return { image: null, request: { ...request, extend_operation_id: source?.operationId } };
    case 'edit':
      return { image: null, request: { ...request, edit_operation_id: source?.operationId } };
    case 'image':
    case 'frames': {
      if (image === null) return { image, request };
      const last = mode === 'frames' && lastFrame !== null ? { last_frame_file: fileOf(lastFrame) } : {};
      return { image, request: { ...request, image_file: fileOf(image), ...last } };
    }
  }
}

/** Two drafts with the same key are the same wish. */
export function requestKey(draft: Draft): string {
  const urls = [draft.image, draft.lastFrame, ...draft.references].map((image) => image?.previewUrl ?? null);
  return JSON.stringify([baseOf(draft), modeOf(draft), draft.source?.operationId ?? null, urls]);
}

function send(wish: Wish) {
  return wish.image === null
    ? call(() => window.videoChat.generate(wish.request))
    : call(() => window.videoChat.generateWithImage(wish.request));
}

const fieldNames: Record<string, DraftField> = {
  prompt: 'prompt',
  negative_prompt: 'negativePrompt',
  image_file: 'image',
  last_frame_file: 'image',
  reference_images: 'image',
  seed: 'seed',
};

/** The field that an error is about; `request` when it is about none or about several. */
function fieldOf(error: AppError): DraftField {
  switch (error.code) {
    case 'invalid_prompt':
      return 'prompt';
    case 'invalid_negative_prompt':
      return 'negativePrompt';
    case 'invalid_image':
      return 'image';
    default: {
      const fields = new Set(
        (error.details?.fields ?? []).map((name) => fieldNames[name.split('.')[0] ?? '']),
      );
      const [only] = fields;
      return fields.size === 1 && only !== undefined ? only : 'request';
    }
  }
}

export const promptId = 'prompt';
export const generateId = 'generate';
export const negativePromptId = 'negative-prompt';

function focusOn(problems: Problems): void {
  if (problems.prompt !== undefined) document.getElementById(promptId)?.focus();
  else if (problems.negativePrompt !== undefined) document.getElementById(negativePromptId)?.focus();
}

function show(field: DraftField, problem: DraftProblem): void {
  const problems = { [field]: problem };
  useDraft.getState().setProblems(problems);
  focusOn(problems);
}

/** Sends the draft once, or shows at the right place why not. */
export async function pressGenerate(): Promise<void> {
  const draft = useDraft.getState();
  const key = requestKey(draft);
  if (!clipSending.isFree(key)) return;

  // Without this the clip would be made, and paid, without the image or the clip that is still on its way.
  if (draft.imageBusy !== null) {
    show('request', { kind: 'image-checking' });
    return;
  }
  const problems = findProblems(draft, Date.now());
  if (Object.keys(problems).length > 0) {
    draft.setProblems(problems);
    focusOn(problems);
    return;
  }

  draft.setProblems({});
  const result = await clipSending.send(key, () => send(wishOf(draft)));
  if (!result.ok) {
    show(fieldOf(result.error), { kind: 'refused', error: result.error });
    return;
  }
  // What was refused before is of no interest to who has gone on without it.
  useDraft.getState().setImageProblem(null);
  await showStarted(result.value.operation_id);
}
