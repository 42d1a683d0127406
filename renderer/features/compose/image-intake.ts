/** The way of a file into the image well: what it is, what main says of it, whether it can be shown. */
import { limits } from '../../../preload/contract/domain.ts';
import type { ImageFacts } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import type { DraftImage } from './draft-store.ts';
import { useDraft } from './draft-store.ts';

export type IntakeProblem =
  | { kind: 'several'; count: number }
  | { kind: 'folder'; name: string }
  | { kind: 'empty'; name: string }
  | { kind: 'too-large'; name: string; sizeBytes: number }
  | { kind: 'unreadable'; name: string }
  | { kind: 'undecodable'; name: string }
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
    case 'refused':
      return problem.error.message;
  }
}

export type Transfer = { file: File } | { problem: IntakeProblem } | null;

/**
 * What a drop or a paste carries; null when it is no file. Has to run inside the event: the browser empties the
 * DataTransfer afterwards.
 */
export function fileOf(transfer: Pick<DataTransfer, 'files' | 'items'>): Transfer {
  const items = Array.from(transfer.items).filter((item) => item.kind === 'file');
  const files = Array.from(transfer.files);
  const count = Math.max(items.length, files.length);
  if (count > 1) return { problem: { kind: 'several', count } };
  const entry = items[0]?.webkitGetAsEntry() ?? null;
  if (entry?.isDirectory === true) return { problem: { kind: 'folder', name: entry.name } };
  const file = files[0] ?? items[0]?.getAsFile() ?? null;
  return file === null ? null : { file };
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

/** Only the file that was given last counts. */
let latest = 0;

/** Shows why nothing was taken. What is in the well stays there. */
export function refuseFile(problem: IntakeProblem, text: Dictionary, format: Format): void {
  latest += 1;
  useDraft.getState().setImageBusy(false);
  useDraft.getState().setImageProblem(intakeWords(problem, text, format));
}

/** Takes a file into the well, or says there why not. Resolves to whether it was taken. */
export async function takeFile(file: File, text: Dictionary, format: Format): Promise<boolean> {
  latest += 1;
  const turn = latest;
  useDraft.getState().setImageProblem(null);
  useDraft.getState().setImageBusy(true);
  const outcome = await examine(file);
  if (turn !== latest) {
    if ('image' in outcome) URL.revokeObjectURL(outcome.image.previewUrl);
    return false;
  }
  if ('problem' in outcome) {
    refuseFile(outcome.problem, text, format);
    return false;
  }
  useDraft.getState().setImageBusy(false);
  useDraft.getState().setImage(outcome.image);
  return true;
}

export function removeImage(): void {
  latest += 1;
  useDraft.getState().setImageBusy(false);
  useDraft.getState().setImage(null);
}
