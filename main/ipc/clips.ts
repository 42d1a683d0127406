import type { ZoetropeContract } from '../../preload/contract/api.ts';
import type { ExportClip } from '../services/export-clip.ts';
import type { Library } from '../services/library.ts';
import type { CopyFile } from '../app/copy-file.ts';
import type { ShowInFolder } from '../app/show-in-folder.ts';
import type { Handlers } from './registry.ts';

export function clipHandlers(
  library: Library,
  exportClip: ExportClip,
  showInFolder: ShowInFolder,
  copyFile: CopyFile,
): Handlers<ZoetropeContract['clips']> {
  return {
    download: ({ operationId }) => {
      const file = library.clipFile(operationId);
      return file.ok ? exportClip(file.value) : file;
    },
    showInFolder: ({ operationId }) => {
      const file = library.clipFile(operationId);
      return file.ok ? showInFolder(file.value) : file;
    },
    copyFile: ({ operationId }) => {
      const file = library.clipFile(operationId);
      return file.ok ? copyFile(file.value) : file;
    },
  };
}
