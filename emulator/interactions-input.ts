/**
 * The input of an interaction: text, images and videos, and the tags in the text that say what the images are. Source:
 * Google's documentation of Omni Flash, and requests as its SDK sends them.
 */
import { ServiceError } from './answers.ts';
import type { Frame } from './clips.ts';
import type { Fields } from './veo-fields.ts';
import { decodeBase64, isFields, isImageType } from './veo-fields.ts';

/** 400 in the short form of this wire. */
export const invalidRequest = (message: string): ServiceError =>
  new ServiceError(400, 'INVALID_ARGUMENT', message).as('short');

export interface InteractionInput {
  text: string;
  images: Frame[];
  /** Addresses of videos; null for one that came as bytes. */
  videos: (string | null)[];
}

/** Text, one content, a list of contents, or a list of steps with contents. */
export function readInput(value: unknown): InteractionInput {
  const input: InteractionInput = { text: '', images: [], videos: [] };
  for (const content of contentsOf(value)) addContent(input, content);
  return input;
}

/** Only the text, of an input that may be anything. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .flatMap((each) => {
      if (typeof each === 'string') return [each];
      if (!isFields(each)) return [];
      if (typeof each['text'] === 'string') return [each['text']];
      return each['content'] === undefined ? [] : [textOf(each['content'])];
    })
    .join('\n');
}

function contentsOf(value: unknown): Fields[] {
  if (typeof value === 'string') return [{ type: 'text', text: value }];
  if (value === undefined || value === null) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.flatMap((each) => {
    if (typeof each === 'string') return [{ type: 'text', text: each }];
    if (!isFields(each)) throw invalidRequest('`input` needs to be text or a list of contents.');
    // A step or a turn: its contents are meant.
    return each['content'] === undefined ? [each] : contentsOf(each['content']);
  });
}

function addContent(input: InteractionInput, content: Fields): void {
  switch (content['type']) {
    case 'text':
      if (typeof content['text'] !== 'string') throw invalidRequest('A text content needs `text`.');
      input.text += (input.text === '' ? '' : '\n') + content['text'];
      return;
    case 'image':
      input.images.push(readImage(content));
      return;
    case 'video':
      input.videos.push(readVideo(content));
      return;
    default:
      throw invalidRequest(`Unsupported content type: ${JSON.stringify(content['type'] ?? null)}.`);
  }
}

function readImage({ data, mime_type: mimeType, uri }: Fields): Frame {
  if (typeof uri === 'string' && data === undefined) {
    throw invalidRequest(`The file ${uri.slice(0, 200)} was not found, or cannot be accessed.`);
  }
  if (typeof data !== 'string' || data === '' || typeof mimeType !== 'string') {
    throw invalidRequest('An image content needs `data` and `mime_type`.');
  }
  if (!isImageType(mimeType)) throw invalidRequest(`Unsupported MIME type: ${mimeType.slice(0, 100)}`);
  try {
    return { mimeType: mimeType.toLowerCase(), data: decodeBase64(data, 'input.data') };
  } catch (error) {
    if (error instanceof ServiceError) error.as('short');
    throw error;
  }
}

function readVideo({ data, uri }: Fields): string | null {
  if (typeof uri === 'string' && uri !== '') return uri;
  if (typeof data === 'string' && data !== '') return null;
  throw invalidRequest('A video content needs `uri` or `data`.');
}

/** What the tags say of the images, as indices counted from 0. */
export interface Tags {
  first: number | null;
  last: number | null;
  references: number[];
}

const tagPattern = /<(FIRST_FRAME|LAST_FRAME|IMAGE_REF_(\d+))>(?:\s*@Image(\d+))?/g;

/**
 * `<FIRST_FRAME>@Image1`, `<LAST_FRAME>@Image2`, `<IMAGE_REF_0>@Image3`, counted from 1 in the order of the input.
 * Tags without `@ImageN`, and `@ImageN` without a tag, are the prompt's own words.
 * @throws ServiceError for an image that there is not, or a tag twice
 */
export function readTags(text: string, images: number): Tags {
  const tags: Tags = { first: null, last: null, references: [] };
  const seen = new Set<string>();
  for (const [, name = '', , number] of text.matchAll(tagPattern)) {
    if (number === undefined) continue;
    const index = Number(number) - 1;
    if (index < 0 || index >= images) {
      throw invalidRequest(`The prompt refers to @Image${number}, but the input has ${images} image(s).`);
    }
    if (seen.has(name)) throw invalidRequest(`The tag <${name}> is given more than once.`);
    seen.add(name);
    if (name === 'FIRST_FRAME') tags.first = index;
    else if (name === 'LAST_FRAME') tags.last = index;
    else tags.references.push(index);
  }
  return tags;
}
