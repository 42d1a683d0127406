import { access } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import electron, { clipboard } from 'electron';
import type { Result } from '../../preload/contract/result.ts';
import { fail, ok } from '../../preload/contract/result.ts';

export type CopyFile = (file: string) => Promise<Result<null>>;

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const propertyList = (file: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><array><string>${inXml(file)}</string></array></plist>`;

/** How each system writes "this file" on its clipboard, the format that is understood most widely first. */
function formatsOf(file: string): [format: string, content: Buffer][] {
  switch (process.platform) {
    case 'darwin':
      return [['NSFilenamesPboardType', Buffer.from(propertyList(file))]];
    case 'win32':
      return [['FileNameW', Buffer.from(`${file}\0`, 'utf16le')]];
    default: {
      const url = pathToFileURL(file).href;
      const list: [string, Buffer] = ['text/uri-list', Buffer.from(`${url}\r\n`)];
      const gnome: [string, Buffer] = ['x-special/gnome-copied-files', Buffer.from(`copy\n${url}`)];
      return /kde|lxqt/i.test(process.env['XDG_CURRENT_DESKTOP'] ?? '') ? [list, gnome] : [gnome, list];
    }
  }
}

/** Before the clipboard took items: one format at a time. */
interface OldClipboard {
  writeBuffer(format: string, content: Buffer): void;
}

async function write(formats: [string, Buffer][]): Promise<void> {
  if ('writeBuffer' in clipboard) {
    const [first] = formats;
    if (first) (clipboard as unknown as OldClipboard).writeBuffer(...first);
    return;
  }
  const items = formats.map(([format, content]) => [
    `electron application/osclipboard;format="${format}"`,
    new Blob([new Uint8Array(content)]),
  ]);
  await clipboard.write([new electron.ClipboardItem(Object.fromEntries(items) as Record<string, Blob>)]);
}

/** Puts the file itself on the system's clipboard. */
export const copyFile: CopyFile = async (file) => {
  try {
    await access(file);
  } catch {
    return fail({
      code: 'file_missing',
      message:
        'This clip is no longer where Zoetrope saved it. Look for it in the trash or where you moved it to.',
      retryable: false,
    });
  }
  try {
    await write(formatsOf(file));
    return ok(null);
  } catch {
    return fail({
      code: 'export_failed',
      message:
        'This system does not take files on its clipboard. Show the clip in its folder and copy it there.',
      retryable: false,
    });
  }
};
