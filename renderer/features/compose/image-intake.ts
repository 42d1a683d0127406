/** The way of a file into one of the image wells: what it is, what main says of it, whether it can be shown. */
import { limits } from '../../../preload/contract/domain.ts';
import type { ImageFacts } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useDraft } from './draft-store.ts';
import { sentReferences, wayOf } from './ways.ts';
import type { DraftImage, Slot } from './ways.ts';

export type IntakeProblem =
  | { kind: 'several'; count: number }
  | { kind: 'folder'; name: string }
  | { kind: 'empty'; name: string }
  | { kind: 'too-large'; name: string; sizeBytes: number }
  | { kind: 'unreadable'; name: string }
  | { kind: 'undecodable'; name: string }
  /** More references than the model takes. */
  | { kind: 'too-many'; most: number }
  | { kind: 'refused'; error: AppError };

function intakeWords(problem: IntakeProblem, text: Dictionary, format: Format): string {
  switch (problem.kind) {
    case 'several':
      return text.image.several(format.number(problem.count));
    case 'folder':
      return text.image.folder(problem.name);
    case 'empty':
      return text.image.empty(problem.name);
    case 'too-large':
      return text.image.tooLarge(
        problem.name,
        format.bytes(problem.sizeBytes),
        format.bytes(limits.imageBytes),
      );
    case 'unreadable':
      return text.image.unreadable(problem.name);
    case 'undecodable':
      return text.image.undecodable(problem.name);
    case 'too-many':
      return text.image.tooMany(format.number(problem.most), problem.most);
    case 'refused':
      return text.said(problem.error.message);
  }
}

export type Transfer = { files: File[] } | { problem: IntakeProblem } | null;

/**
 * What a drop or a paste carries; null when it is no file. Has to run inside the event: the browser empties the
 * DataTransfer afterwards.
 */
export function filesOf(transfer: Pick<DataTransfer, 'files' | 'items'>): Transfer {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file');
  for (const item of items) {
    const entry = item.webkitGetAsEntry();
    if (entry?.isDirectory === true) return { problem: { kind: 'folder', name: entry.name } };
  }
  const files = Array.from(transfer.files);
  const found = files.length > 0 ? files : items.flatMap((item) => item.getAsFile() ?? []);
  return found.length === 0 ? null : { files: found };
}

/** The well that files go to which were dropped at `target`, or pasted. */
export function slotAt(target: EventTarget | null): Slot {
  const { slot } = (target instanceof Element && target.closest<HTMLElement>('[data-slot]')?.dataset) || {};
  if (slot === 'first' || slot === 'last' || slot === 'reference') return slot;
  const draft = useDraft.getState();
  if (draft.source !== null) return 'first';
  const way = wayOf(draft);
  if (way === 'references') return 'reference';
  return way === 'frames' && draft.image !== null ? 'last' : 'first';
}

/** File systems allow longer names than the contract does. */
function shortName(name: string): string {
  if (name.length <= 255) return name === '' ? 'image' : name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= 10 ? name.slice(dot) : '';
  return name.slice(0, 255 - ending.length) + ending;
}

/**
 * Proves that the browser can draw the whole image. An `<img>` would show what there is of one that is cut off;
 * `createImageBitmap` rejects it.
 */
async function canBeDrawn(image: Blob): Promise<boolean> {
  try {
    (await createImageBitmap(image)).close();
    return true;
  } catch (error) {
    console.warn('The image cannot be drawn', error);
    return false;
  }
}

async function prepare(facts: ImageFacts, data: Uint8Array<ArrayBuffer>): Promise<DraftImage | null> {
  const blob = new Blob([data], { type: facts.mimeType });
  return (await canBeDrawn(blob)) ? { ...facts, data, previewUrl: URL.createObjectURL(blob) } : null;
}

async function examine(file: File): Promise<{ image: DraftImage } | { problem: IntakeProblem }> {
  const name = shortName(file.name);
  if (file.size > limits.imageBytes) return { problem: { kind: 'too-large', name, sizeBytes: file.size } };
  let data: Uint8Array<ArrayBuffer>;
  try {
    data = new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    console.warn('The file could not be read', error);
    return { problem: { kind: 'unreadable', name } };
  }
  if (data.byteLength === 0) return { problem: { kind: 'empty', name } };
  const checked = await call(() =>
    window.zoetrope.images.check({ name, mime_type: file.type.slice(0, 100), data }),
  );
  if (!checked.ok) return { problem: { kind: 'refused', error: checked.error } };
  const image = await prepare(checked.value, data);
  return image === null ? { problem: { kind: 'undecodable', name } } : { image };
}

/** Only what was given last counts. */
let latest = 0;

/** Shows why nothing was taken. What is in the wells stays there. */
export function refuseFile(problem: IntakeProblem, text: Dictionary, format: Format): void {
  latest += 1;
  useDraft.getState().setImageBusy(null);
  useDraft.getState().setImageProblem(intakeWords(problem, text, format));
}

/**
 * The wells are held as busy from here on, and nothing is sent: what was given before and is still being looked at is
 * not taken any more. Gives whether nothing else was given since.
 */
export function beginIntake(slot: Slot): () => boolean {
  latest += 1;
  const turn = latest;
  useDraft.getState().setImageProblem(null);
  useDraft.getState().setImageBusy(slot);
  return () => turn === latest;
}

function put(image: DraftImage, slot: Slot): void {
  const draft = useDraft.getState();
  if (slot === 'last') draft.setLastFrame(image);
  else if (slot === 'reference') draft.setReferences([...sentReferences(draft), image]);
  else {
    // Whoever gives an image wants to animate it, not to extend a clip.
    if (draft.source !== null) draft.setSource(null);
    draft.setImage(image);
  }
}

/** What is wrong with so many files for this well. */
function tooMany(count: number, slot: Slot): IntakeProblem | null {
  if (slot !== 'reference') return count > 1 ? { kind: 'several', count } : null;
  const draft = useDraft.getState();
  const most = draft.model?.mostReferences ?? count;
  return sentReferences(draft).length + count > most ? { kind: 'too-many', most } : null;
}

/** Takes files into a well, or says there why not. Resolves to whether all were taken. */
export async function takeFiles(
  files: readonly File[],
  slot: Slot,
  words: { text: Dictionary; format: Format },
): Promise<boolean> {
  const { text, format } = words;
  const problem = tooMany(files.length, slot);
  if (problem !== null) {
    refuseFile(problem, text, format);
    return false;
  }
  const holds = beginIntake(slot);
  for (const file of files) {
    const outcome = await examine(file);
    if (!holds()) {
      if ('image' in outcome) URL.revokeObjectURL(outcome.image.previewUrl);
      return false;
    }
    if ('problem' in outcome) {
      refuseFile(outcome.problem, text, format);
      return false;
    }
    put(outcome.image, slot);
  }
  useDraft.getState().setImageBusy(null);
  return true;
}

function isSame({ data: one }: DraftImage, { data: other }: DraftImage): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false;
  return true;
}

/** An image of before, as a step of something longer (`beginIntake`). Gives why it is not there again, in words. */
export async function takeAgain(
  file: File,
  slot: Slot,
  holds: () => boolean,
  words: { text: Dictionary; format: Format },
): Promise<string | null> {
  useDraft.getState().setImageBusy(slot);
  const outcome = await examine(file);
  if ('problem' in outcome) return intakeWords(outcome.problem, words.text, words.format);
  const { image } = outcome;
  const draft = useDraft.getState();
  if (!holds()) URL.revokeObjectURL(image.previewUrl);
  // The first frame once more: a loop.
  else if (slot === 'last' && draft.image !== null && isSame(draft.image, image)) {
    URL.revokeObjectURL(image.previewUrl);
    draft.setLastFrame(draft.image);
  }
  // More than the model takes stay in the composer for one that does.
  else if (slot === 'reference') draft.setReferences([...draft.references, image]);
  else put(image, slot);
  return null;
}

/** Empties a well; of the references, the one at `index`. */
export function removeImage(slot: Slot, index = 0): void {
  latest += 1;
  const draft = useDraft.getState();
  draft.setImageBusy(null);
  if (slot === 'first') draft.setImage(null);
  else if (slot === 'last') draft.setLastFrame(null);
  else draft.setReferences(draft.references.filter((_, at) => at !== index));
}

/** What was given and is still being checked is not taken any more. */
export function forgetIntake(): void {
  latest += 1;
  useDraft.getState().setImageBusy(null);
}
