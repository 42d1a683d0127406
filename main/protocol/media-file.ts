import type { Library } from '../services/library.ts';
import type { MediaFiles } from '../storage/media-files.ts';
import type { UploadRows } from '../storage/upload-rows.ts';

export interface MediaFileDeps {
  library: Pick<Library, 'find' | 'clipFile'>;
  uploads: Pick<UploadRows, 'find'>;
  media: Pick<MediaFiles, 'posterPath' | 'uploadPath'>;
}

const idPattern = /^[0-9a-f-]{36}$/;

/** The file and type behind a media URL; null when there is none. */
export function mediaFile(url: string, deps: MediaFileDeps): { file: string; mimeType: string } | null {
  const { host, pathname } = new URL(url);
  const id = pathname.slice(1);
  if (!idPattern.test(id)) return null;
  switch (host) {
    case 'clip': {
      const file = deps.library.clipFile(id);
      return file.ok ? { file: file.value, mimeType: 'video/mp4' } : null;
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
