/** What lies outside of the window: the folder dialog, the file manager, files that are dragged in. */
import type { Studio } from './studio.ts';

/** Answers the next folder dialogs with this folder; null means that the user closes them. */
export async function answerFolderDialog({ application }: Studio, folder: string | null): Promise<void> {
  await application.evaluate(({ dialog }, answer) => {
    const showOpenDialog = () =>
      Promise.resolve({ canceled: answer === null, filePaths: answer === null ? [] : [answer] });
    Object.assign(dialog, { showOpenDialog });
  }, folder);
}

/** Keeps the file manager closed. Gives the files that it was asked to show since. */
export async function watchFileManager({ application }: Studio): Promise<() => Promise<string[]>> {
  await application.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shownInFolder: shown });
    Object.assign(shell, { showItemInFolder: (file: string) => shown.push(file) });
  });
  return () =>
    application.evaluate(() => (globalThis as unknown as { shownInFolder: string[] }).shownInFolder);
}

/** Keeps the browser closed. Gives the pages that it was asked to open since. */
export async function watchBrowser({ application }: Studio): Promise<() => Promise<string[]>> {
  await application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedInBrowser: opened });
    Object.assign(shell, { openExternal: (url: string) => Promise.resolve(opened.push(url)) });
  });
  return () =>
    application.evaluate(() => (globalThis as unknown as { openedInBrowser: string[] }).openedInBrowser);
}

/** Drags files or folders, by their paths, from the desktop over the window and lets them go there. */
export async function dropFromDesktop({ page }: Studio, ...files: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const where = { x: 600, y: 300, data: { items: [], files, dragOperationsMask: 1 } };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, ...where });
  }
  await session.detach();
}

/** Puts a picture on the system's clipboard, as "Copy image" in another program does. */
export async function copyPicture({ application }: Studio, file: string): Promise<void> {
  await application.evaluate(async (electron, picture) => {
    const image = electron.nativeImage.createFromPath(picture);
    // Electron 44 and newer write items, as the web does; the ones before write the picture itself.
    const clipboard = electron.clipboard as object as { writeImage?: (image: Electron.NativeImage) => void };
    if (clipboard.writeImage) {
      clipboard.writeImage(image);
      return;
    }
    const blob = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' });
    await electron.clipboard.write([new electron.ClipboardItem({ 'image/png': blob })]);
  }, file);
}
