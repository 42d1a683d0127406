import path from 'node:path';
import { imageTypes } from '../../preload/contract/domain.ts';
import { imageEndings } from '../../preload/contract/images.ts';
import type { Library } from '../services/library.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { UploadRows } from '../storage/upload-rows.ts';

export interface MediaFileDeps {
  library: Pick<Library, 'find' | 'clipFile'>;
  uploads: Pick<UploadRows, 'find'>;
  media: Pick<MediaFiles, 'posterPath' | 'uploadPath'>;
}

const idPattern = /^[0-9a-f-]{36}$/;

/** By its ending, which the app has given it; a clip where it has none of an image. */
function typeOf(file: string): string {
  const ending = path.extname(file).slice(1).toLowerCase();
  return imageTypes.find((type) => imageEndings[type] === ending) ?? 'video/mp4';
}

/** The file and type behind a media URL; null when there is none. */
export function mediaFile(url: string, deps: MediaFileDeps): { file: string; mimeType: string } | null {
  const { host, pathname } = new URL(url);
  const id = pathname.slice(1);
  if (!idPattern.test(id)) return null;
  switch (host) {
    case 'clip': {
      const file = deps.library.clipFile(id);
      return file.ok ? { file: file.value, mimeType: typeOf(file.value) } : null;
    }
    case 'poster':
      return deps.library.find(id)?.clip?.hasPoster
        ? { file: deps.media.posterPath(id), mimeType: 'image/jpeg' }
        : null;
    case 'upload': {
      const upload = deps.uploads.find(id);
      return upload ? { file: deps.media.uploadPath(upload.sha256), mimeType: upload.mimeType } : null;
    }
    default:
      return null;
  }
}
