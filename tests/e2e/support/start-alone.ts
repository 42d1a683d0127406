/** A start that ends without a window: what the system's own box said, and how the app ended. */
import { chown, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAlone } from './app-alone.ts';

export interface EndedStart {
  title: string;
  content: string;
  code: number | null;
}

interface StartOptions {
  environment?: Record<string, string>;
  /** CommonJS that main runs before the app; it has `fs`. */
  before?: string;
  /** Who starts it, by number; else we do. */
  userId?: number;
}

/** Somebody else needs a home, and may not read our key to the display. */
async function homeFor(userId: number, folder: string): Promise<Record<string, string>> {
  const home = { HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
  await chown(folder, userId, userId);
  const screen = process.env['XAUTHORITY'];
  if (screen === undefined) return home;
  const copy = path.join(folder, 'screen');
  await copyFile(screen, copy);
  await chown(copy, userId, userId);
  return { ...home, XAUTHORITY: copy };
}

export async function startAndEnd(
  dataFolder: string,
  { environment = {}, before = '', userId }: StartOptions = {},
): Promise<EndedStart> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zoetrope-alone-'));
  const said = path.join(folder, 'said.json');
  const script = path.join(folder, 'before.cjs');
  await writeFile(
    script,
    `const fs = require('node:fs');
const write = fs.writeFileSync;
require('electron').dialog.showErrorBox = (title, content) =>
  write(${JSON.stringify(said)}, JSON.stringify({ title, content }));
${before}`,
  );
  const code = await runAlone(dataFolder, {
    environment: { ...(userId === undefined ? {} : await homeFor(userId, folder)), ...environment },
    loadFirst: script,
    ...(userId === undefined ? {} : { userId }),
  });
  const box = JSON.parse(await readFile(said, 'utf8')) as Pick<EndedStart, 'title' | 'content'>;
  await rm(folder, { recursive: true, force: true });
  return { ...box, code };
}
