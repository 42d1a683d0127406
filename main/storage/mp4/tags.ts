/**
 * The tags in a movie's index: `moov/udta/meta/ilst`, as iTunes introduced them and players, file managers and media
 * libraries read them. What an app keeps for itself goes into a freeform item (`----`) under the app's own name.
 */
import { boxesIn, childOf, makeBox, Mp4Error, onlyBox } from './boxes.ts';
import type { Box } from './boxes.ts';

/** `©nam`, `©cmt`, …: the copyright sign is one byte of Latin-1. */
export const tagType = {
  title: '\xa9nam',
  comment: '\xa9cmt',
  day: '\xa9day',
  tool: '\xa9too',
} as const;

export interface Mp4Tags {
  /** Text by the item's type. */
  texts: readonly { type: string; value: string }[];
  /** Items that are left alone when the file has them already. */
  unlessThere: readonly { type: string; value: string }[];
  freeform: { mean: string; name: string; value: string };
}

const freeformType = '----';
/** Of a `data` box: UTF-8 text, no particular locale. */
const textData = Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]);
const noFlags = Buffer.alloc(4);

const text = (value: string): Buffer => makeBox('data', textData, Buffer.from(value, 'utf8'));

function freeformItem({ mean, name, value }: Mp4Tags['freeform']): Buffer {
  return makeBox(
    freeformType,
    makeBox('mean', noFlags, Buffer.from(mean, 'utf8')),
    makeBox('name', noFlags, Buffer.from(name, 'utf8')),
    text(value),
  );
}

/** Says that the list beside it is iTunes' kind. */
function handlerBox(): Buffer {
  return makeBox('hdlr', Buffer.alloc(8), Buffer.from('mdirappl', 'latin1'), Buffer.alloc(9));
}

/** QuickTime writes `meta` without the version and flags that ISO's has: then the first child begins at once. */
function metaChildrenStart(data: Buffer, meta: Box): number {
  return data.toString('latin1', meta.content + 4, meta.content + 8) === 'hdlr'
    ? meta.content
    : meta.content + 4;
}

const metaChildren = (data: Buffer, meta: Box): Box[] =>
  boxesIn(data, metaChildrenStart(data, meta), meta.end);

function freeformPart(data: Buffer, item: Box, type: string, skip: number): string | null {
  const part = childOf(data, item, type);
  return part && part.content + skip <= part.end
    ? data.toString('utf8', part.content + skip, part.end)
    : null;
}

function isFreeform(data: Buffer, item: Box, mean: string, name: string): boolean {
  return (
    item.type === freeformType &&
    freeformPart(data, item, 'mean', 4) === mean &&
    freeformPart(data, item, 'name', 4) === name
  );
}

/** The text of a freeform item, or null. Throws a Mp4Error when `moov` is not an index. */
export function readFreeform(moov: Buffer, mean: string, name: string): string | null {
  const udta = childOf(moov, onlyBox(moov, 'moov'), 'udta');
  const meta = udta && childOf(moov, udta, 'meta');
  const list = meta && metaChildren(moov, meta).find((box) => box.type === 'ilst');
  if (!list) return null;
  for (const item of boxesIn(moov, list.content, list.end)) {
    if (isFreeform(moov, item, mean, name)) return freeformPart(moov, item, 'data', textData.length);
  }
  return null;
}

const bytesOf = (data: Buffer, box: Box): Buffer => data.subarray(box.start, box.end);

function newList(data: Buffer, list: Box | undefined, tags: Mp4Tags): Buffer {
  const items = list ? boxesIn(data, list.content, list.end) : [];
  const has = (type: string): boolean => items.some((item) => item.type === type);
  const { mean, name } = tags.freeform;
  const kept = items.filter(
    (item) => !tags.texts.some(({ type }) => type === item.type) && !isFreeform(data, item, mean, name),
  );
  // These first: where they are there already they come first as well, so that doing it again changes nothing.
  const added = [...tags.unlessThere.filter(({ type }) => !has(type)), ...tags.texts];
  return makeBox(
    'ilst',
    ...kept.map((item) => bytesOf(data, item)),
    ...added.map(({ type, value }) => makeBox(type, text(value))),
    freeformItem(tags.freeform),
  );
}

function newMeta(data: Buffer, meta: Box | undefined, tags: Mp4Tags): Buffer {
  if (!meta) return makeBox('meta', noFlags, handlerBox(), newList(data, undefined, tags));
  const from = metaChildrenStart(data, meta);
  const children = boxesIn(data, from, meta.end);
  const handler = children.find((box) => box.type === 'hdlr');
  // Of another kind (QuickTime's `mdta`), the list's items are numbers that point into a table.
  if (!handler || data.toString('latin1', handler.content + 8, handler.content + 12) !== 'mdir')
    throw new Mp4Error('The file has tags of another kind.');
  const list = children.find((box) => box.type === 'ilst');
  return makeBox(
    'meta',
    data.subarray(meta.content, from),
    ...children.map((box) => (box === list ? newList(data, list, tags) : bytesOf(data, box))),
    ...(list ? [] : [newList(data, undefined, tags)]),
  );
}

function newUdta(data: Buffer, udta: Box | undefined, tags: Mp4Tags): Buffer {
  if (!udta) return makeBox('udta', newMeta(data, undefined, tags));
  const children = boxesIn(data, udta.content, udta.end);
  const meta = children.find((box) => box.type === 'meta');
  return makeBox(
    'udta',
    ...children.filter((box) => box !== meta).map((box) => bytesOf(data, box)),
    newMeta(data, meta, tags),
    // What ends QuickTime's lists stays the end.
    data.subarray(children.at(-1)?.end ?? udta.content, udta.end),
  );
}

/**
 * The index with these tags; every other box in it stays as it is, byte for byte. Doing it again gives the same.
 * Throws a Mp4Error when `moov` is no index or holds tags that cannot be added to.
 */
export function withTags(moov: Buffer, tags: Mp4Tags): Buffer {
  const whole = onlyBox(moov, 'moov');
  const children = boxesIn(moov, whole.content, whole.end);
  const udta = children.find((box) => box.type === 'udta');
  return makeBox(
    'moov',
    ...children.map((box) => (box === udta ? newUdta(moov, udta, tags) : bytesOf(moov, box))),
    ...(udta ? [] : [newUdta(moov, undefined, tags)]),
  );
}
