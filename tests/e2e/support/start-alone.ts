/** A start that ends without a window: what the system's own box said, and how the app ended. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { runAlone } from './app-alone.ts';

export interface EndedStart {
  title: string;
  content: string;
  code: number | null;
}

/** `before` is CommonJS that main runs before the app; it has `fs`. */
export async function startAndEnd(
  dataFolder: string,
  environment: Record<string, string> = {},
  before = '',
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
  const code = await runAlone(dataFolder, { environment, loadFirst: script });
  const box = JSON.parse(await readFile(said, 'utf8')) as Pick<EndedStart, 'title' | 'content'>;
  await rm(folder, { recursive: true, force: true });
  return { ...box, code };
}
