/** A start that ends without a window: what the system's own box said, and how the app ended. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

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
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron, ['-r', script, '.', '--disable-gpu', ...asRoot], {
    env: { ...process.env, ZOETROPE_DATA_DIR: dataFolder, ...environment },
    stdio: 'ignore',
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), 40_000);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(limit);
  const box = JSON.parse(await readFile(said, 'utf8')) as Pick<EndedStart, 'title' | 'content'>;
  await rm(folder, { recursive: true, force: true });
  return { ...box, code };
}
