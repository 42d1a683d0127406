/** The images of a request: looked at first, all of them, then kept. */
import { randomUUID } from 'node:crypto';
import type { ImageFacts } from '../../../preload/contract/domain.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { fail, ok } from '../../../preload/contract/result.ts';
import type { MediaFiles } from '../../storage/media-files.ts';
import { withoutText } from '../../storage/pictures/picture-text.ts';
import type { OperationImages, UploadRow } from '../../storage/records.ts';
import { checkImage } from '../images/check-image.ts';

/** Its type is read from its bytes. */
export interface GivenImage {
  name: string;
  data: Uint8Array;
}

export interface GivenImages {
  image: GivenImage | null;
  lastFrame?: GivenImage | null;
  references?: readonly GivenImage[];
}

/** Rows of images whose files are kept; the rows are still to be written. */
export interface KeptImages extends OperationImages {
  upload: UploadRow | null;
}

type Looked = Result<{ facts: ImageFacts; data: Uint8Array }>;

/** `which` begins the sentence where there may be several. */
async function look(given: GivenImage, field: string, which: string): Promise<Looked> {
  const facts = checkImage(given.name, given.data);
  if (facts.ok) {
    // One that the app made: the recipe in its file is for this computer alone, and is not sent.
    const data = await withoutText(given.data);
    return ok({ facts: { ...facts.value, sizeBytes: data.byteLength }, data });
  }
  const { error } = facts;
  return fail({
    ...error,
    message: `${which}${error.message}`,
    details: { ...error.details, fields: [field] },
  });
}

/** Keeps the files, or says in words which image cannot be used: then nothing is kept. */
export async function keepImages(
  { image, lastFrame = null, references = [] }: GivenImages,
  media: Pick<MediaFiles, 'saveUpload'>,
  now: number,
): Promise<Result<KeptImages>> {
  const first = image && (await look(image, 'image_file', ''));
  const last = lastFrame && (await look(lastFrame, 'last_frame_file', 'The last frame: '));
  const others = await Promise.all(
    references.map((each, index) => look(each, 'reference_images', `Reference image ${index + 1}: `)),
  );
  const bad = [first, last, ...others].find((looked) => looked !== null && !looked.ok);
  if (bad) return bad;

  async function keep(looked: Looked | null): Promise<UploadRow | null> {
    if (!looked?.ok) return null;
    const { facts, data } = looked.value;
    return { id: randomUUID(), sha256: await media.saveUpload(data), createdAt: now, ...facts };
  }
  const upload = await keep(first);
  const keptLast = await keep(last);
  const kept: UploadRow[] = [];
  for (const other of others) {
    const row = await keep(other);
    if (row) kept.push(row);
  }
  return ok({ upload, lastFrame: keptLast, references: kept });
}
