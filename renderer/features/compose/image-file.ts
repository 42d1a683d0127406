/** An image file on its way into a composer: what it is, what main says of it, whether it can be shown. */
import { limits } from '../../../preload/contract/domain.ts';
import type { ImageFacts } from '../../../preload/contract/domain.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { call } from '../../lib/call.ts';
import type { Format } from '../../lib/format.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import type { DraftImage } from './ways.ts';

export type IntakeProblem =
  | { kind: 'several'; count: number }
  | { kind: 'folder'; name: string }
  | { kind: 'empty'; name: string }
  | { kind: 'too-large'; name: string; sizeBytes: number }
  | { kind: 'unreadable'; name: string }
  | { kind: 'undecodable'; name: string }
  /** More than go along with one request. */
  | { kind: 'too-many'; of: 'references' | 'inputs'; most: number }
  | { kind: 'refused'; error: AppError };

/** Why a file was not taken, in words. */
export function intakeWords(problem: IntakeProblem, text: Dictionary, format: Format): string {
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
      return text.image.tooMany[problem.of](format.number(problem.most), problem.most);
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

/** Looks at a file; nothing is taken yet. */
export async function examine(file: File): Promise<{ image: DraftImage } | { problem: IntakeProblem }> {
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
