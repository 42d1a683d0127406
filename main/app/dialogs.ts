import path from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow, SaveDialogOptions } from 'electron';

import type { MainWords } from '../words/en.ts';

export interface Dialogs {
  /** The path to save a clip to, or null. */
  saveClip(suggestedName: string): Promise<string | null>;
  /** The path to save the ledger to, or null. */
  saveTable(suggestedName: string): Promise<string | null>;
  /** The path to save templates to, or null. */
  saveTemplates(suggestedName: string): Promise<string | null>;
  /** A file with templates, or null. */
  openTemplates(): Promise<string | null>;
  chooseFolder(current: string): Promise<string | null>;
  /** The folder to copy several clips to, or null. */
  chooseDownloadFolder(): Promise<string | null>;
}

/** What the save dialog offers for a file of this name. */
function fileKind(name: string, movie: string) {
  const ending = path.extname(name).slice(1).toLowerCase();
  return { name: ending === 'mp4' ? movie : ending.toUpperCase(), extensions: [ending] };
}

export function createDialogs(
  window: () => BrowserWindow | null,
  words: () => MainWords['dialogs'],
): Dialogs {
  // The folder of the last save: clips are often saved to the same place.
  let lastFolder: string | null = null;
  async function save(suggestedName: string, words: Pick<SaveDialogOptions, 'title' | 'filters'>) {
    const options = {
      ...words,
      defaultPath: path.join(lastFolder ?? app.getPath('downloads'), suggestedName),
    };
    const parent = window();
    const { canceled, filePath } = await (parent
      ? dialog.showSaveDialog(parent, options)
      : dialog.showSaveDialog(options));
    if (canceled || !filePath) return null;
    lastFolder = path.dirname(filePath);
    return filePath;
  }
  async function openTemplates(): Promise<string | null> {
    const options = {
      title: words().importTemplates,
      defaultPath: lastFolder ?? app.getPath('downloads'),
      // JSON: as they were called at first, and as whoever writes one by hand calls it.
      filters: [{ name: words().templates, extensions: ['zoetrope', 'json'] }],
      properties: ['openFile' as const],
    };
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }
  async function folder(title: string, defaultPath: string): Promise<string | null> {
    const options = {
      title,
      defaultPath,
      properties: ['openDirectory' as const, 'createDirectory' as const],
    };
    const parent = window();
    const { canceled, filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  }
  return {
    saveClip: (suggestedName) =>
      save(suggestedName, {
        title: words().downloadClip,
        filters: [fileKind(suggestedName, words().movie)],
      }),
    saveTable: (suggestedName) =>
      save(suggestedName, { title: words().exportCsv, filters: [{ name: 'CSV', extensions: ['csv'] }] }),
    saveTemplates: (suggestedName) =>
      save(suggestedName, {
        title: words().exportTemplates,
        filters: [{ name: words().templates, extensions: ['zoetrope'] }],
      }),
    openTemplates,
    chooseFolder: (current) => folder(words().libraryFolder, current),
    async chooseDownloadFolder() {
      const chosen = await folder(words().downloadClips, lastFolder ?? app.getPath('downloads'));
      lastFolder = chosen ?? lastFolder;
      return chosen;
    },
  };
}
