/** The images that a recipe speaks of, where this computer still has their bytes. */
import { randomUUID } from 'node:crypto';
import type { MediaFiles } from '../../storage/media-files.ts';
import type { OperationImages, UploadRow } from '../../storage/records.ts';
import type { UploadRows } from '../../storage/upload-rows.ts';
import type { Clock } from '../clock.ts';
import { checkImage } from '../images/check-image.ts';
import type { Recipe } from './recipe-schema.ts';

export interface ImageDeps {
  uploads: Pick<UploadRows, 'withHash' | 'insert'>;
  media: Pick<MediaFiles, 'readUpload'>;
  clock: Clock;
}

/** Its row, made anew from the bytes where the database has none. Null when the bytes are gone. */
export async function findImage(
  { name, sha256 }: NonNullable<Recipe['firstFrame']>,
  { uploads, media, clock }: ImageDeps,
): Promise<UploadRow | null> {
  const known = uploads.withHash(sha256);
  if (known !== null) return known;
  const data = await media.readUpload(sha256).catch(() => null);
  if (data === null) return null;
  const facts = checkImage(name, data);
  if (!facts.ok) return null;
  const row: UploadRow = { id: randomUUID(), sha256, ...facts.value, createdAt: clock.now() };
  uploads.insert(row);
  return row;
}

/** Those beside the first frame. References are all there or none: with fewer of them it would be another request. */
export async function findImages({ extras }: Recipe, deps: ImageDeps): Promise<OperationImages> {
  const lastFrame = extras?.lastFrame ? await findImage(extras.lastFrame, deps) : null;
  const references: UploadRow[] = [];
  for (const reference of extras?.references ?? []) {
    const found = await findImage(reference, deps);
    if (found === null) return { lastFrame, references: [] };
    references.push(found);
  }
  return { lastFrame, references };
}
