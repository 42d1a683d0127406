/** What a finished image is used for next. */
import type { ClipInfo, Operation } from '../../../preload/contract/domain.ts';
import { call } from '../../lib/call.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { showError } from '../../lib/show-error.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useDraft } from '../compose/draft-store.ts';
import { promptId } from '../compose/generate.ts';
import { frameIntake } from '../compose/image-intake.ts';
import type { Intake } from '../compose/intake.ts';
import type { Slot } from '../compose/ways.ts';
import { imagePromptId } from './generate-images.ts';
import { imageSourceOf, inputIntake, useImageDraft } from './image-draft-store.ts';
import type { ImageShape } from '../../../preload/contract/images.ts';

const waysOfSlots = { first: 'start', last: 'frames', reference: 'references' } as const;

/** The shape that a clip of this image has. */
function clipRatio({ width, height }: ClipInfo): '16:9' | '9:16' {
  return width !== null && height !== null && height > width ? '9:16' : '16:9';
}

/** Asks main for the bytes of an image; says so where they cannot be had. */
function useImageFile(): (operation: Operation) => Promise<File | null> {
  const text = useText();
  const format = useFormat();
  return async ({ id }) => {
    const result = await call(() => window.zoetrope.images.file({ operationId: id }));
    if (!result.ok) {
      showError(result.error, { text, format });
      return null;
    }
    const { name, mimeType, data } = result.value;
    return new File([new Uint8Array(data)], name, { type: mimeType });
  };
}

/**
 * Gives the bytes of an image to `take`. The wells are held from here on, so that nothing is sent without it; what is
 * given to them meanwhile is what counts.
 */
function useHandOver() {
  const fileOf = useImageFile();
  return async <Slot extends string>(
    operation: Operation,
    intake: Intake<Slot>,
    slot: Slot,
    take: (file: File) => Promise<void>,
  ): Promise<void> => {
    const holds = intake.begin(slot);
    const file = await fileOf(operation);
    if (!holds()) return;
    if (file === null) intake.forget();
    else await take(file);
  };
}

/** Puts an image into the clip that is being written: to be animated, or as its last frame or a reference. */
export function useInClip(): (operation: Operation, slot: Slot) => Promise<void> {
  const text = useText();
  const format = useFormat();
  const handOver = useHandOver();
  return async (operation, slot) => {
    const { clip } = operation;
    if (clip === null) return;
    await handOver(operation, frameIntake, slot, async (file) => {
      leaveDialogs('video');
      const draft = useDraft.getState();
      draft.setWay(waysOfSlots[slot]);
      if (slot === 'first') draft.setAspectRatio(clipRatio(clip));
      if (await frameIntake.take([file], slot, { text, format })) document.getElementById(promptId)?.focus();
    });
  };
}

function leaveDialogs(mode: 'image' | 'video'): void {
  const ui = useUi.getState();
  ui.play(null);
  ui.showDetails(null);
  ui.setMode(mode);
}

function focusPrompt(): void {
  const prompt = document.getElementById(imagePromptId);
  prompt?.focus();
  // What was asked for last is the first thing to be overwritten.
  if (prompt instanceof HTMLTextAreaElement) prompt.select();
}

/** Puts an image among what the next one is made of. */
export function useAsInput(): (operation: Operation) => Promise<void> {
  const text = useText();
  const format = useFormat();
  const handOver = useHandOver();
  return (operation) =>
    handOver(operation, inputIntake, 'input', async (file) => {
      leaveDialogs('image');
      if (await inputIntake.take([file], 'input', { text, format })) focusPrompt();
    });
}

/** Goes on from a finished image: the next prompt says what is to be different. */
export function refine(operation: Operation): void {
  const source = imageSourceOf(operation);
  const { request } = operation;
  if (source === null || request.medium !== 'image') return;
  leaveDialogs('image');
  const draft = useImageDraft.getState();
  if (draft.models?.images.some(({ id, problem }) => id === request.model && problem === null) === true) {
    draft.setModel(request.model);
  }
  // An image keeps its shape, unless somebody says otherwise.
  draft.setShape({ aspectRatio: request.aspectRatio, size: request.resolution } as ImageShape);
  draft.setSource(source);
  focusPrompt();
}
