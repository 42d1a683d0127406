/** Pressing Generate. Every press that gets through costs money, so at most one request goes out per wish. */
import type { GenerateRequest } from '../../../preload/contract/video-chat.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import { showStarted } from '../gallery/show-started.ts';
import { useDraft } from './draft-store.ts';
import type { DraftField, DraftImage, DraftProblem, Problems } from './draft-store.ts';
import { useSend } from './send-store.ts';
import { findProblems } from './validate.ts';

/** How long a success is confirmed after the last press, and the very same request not sent again. */
const confirmMs = 1500;

type Draft = ReturnType<typeof useDraft.getState>;

function requestOf(draft: Draft): GenerateRequest {
  const { aspectRatio, resolution, duration } = draft.choices;
  // What the model does not take stays in the composer for one that does.
  const negativePrompt = draft.model?.takesNegativePrompt === false ? '' : draft.negativePrompt.trim();
  return {
    ...(draft.model === null ? {} : { model: draft.model.id }),
    prompt: draft.prompt.trim(),
    aspect_ratio: aspectRatio,
    resolution,
    duration,
    ...(negativePrompt === '' ? {} : { negative_prompt: negativePrompt }),
  };
}

/** Two drafts with the same key are the same wish. */
export function requestKey(draft: Draft): string {
  return JSON.stringify([requestOf(draft), draft.image?.previewUrl ?? null]);
}

function send(request: GenerateRequest, image: DraftImage | null) {
  if (image === null) return call(() => window.videoChat.generate(request));
  return call(() =>
    window.videoChat.generateWithImage({
      ...request,
      image_file: { name: image.name, mime_type: image.mimeType, data: image.data },
    }),
  );
}

const fieldNames: Record<string, DraftField> = {
  prompt: 'prompt',
  negative_prompt: 'negativePrompt',
  image_file: 'image',
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

let confirmation: ReturnType<typeof setTimeout> | undefined;

/** Confirms what was sent for a moment from now. */
function confirmSent(key: string): void {
  clearTimeout(confirmation);
  confirmation = setTimeout(() => {
    const { state, lastKey, set } = useSend.getState();
    if (state === 'sent' && lastKey === key) set('idle');
  }, confirmMs);
}

/** Sends the draft once, or shows at the right place why not. */
export async function pressGenerate(): Promise<void> {
  const draft = useDraft.getState();
  const sending = useSend.getState();
  if (sending.state === 'sending') return;
  const key = requestKey(draft);
  if (sending.state === 'sent' && sending.lastKey === key) {
    // Whoever goes on pressing has not begun anew, however slow the machine is.
    confirmSent(key);
    return;
  }

  const problems = findProblems(draft);
  if (Object.keys(problems).length > 0) {
    draft.setProblems(problems);
    focusOn(problems);
    return;
  }
  // Without this the clip would be made, and paid, without the image that was just dropped.
  if (draft.imageBusy) {
    show('request', { kind: 'image-checking' });
    return;
  }

  draft.setProblems({});
  // Before anything is awaited: the second press of a double click finds it.
  sending.set('sending', key);
  const result = await send(requestOf(draft), draft.image);
  if (!result.ok) {
    useSend.getState().set('idle', null);
    show(fieldOf(result.error), { kind: 'refused', error: result.error });
    return;
  }
  useSend.getState().set('sent');
  // What was refused before is of no interest to who has gone on without it.
  useDraft.getState().setImageProblem(null);
  confirmSent(key);
  await showStarted(result.value.operation_id);
}
