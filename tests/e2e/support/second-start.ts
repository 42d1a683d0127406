/** Starting the app once more while it runs, as a double click on a file does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';

/** Resolves to the exit code of the second start. `folder` is the data folder of the first one. */
export async function startAgain(folder: string, args: readonly string[] = []): Promise<number | null> {
  const electron = createRequire(import.meta.url)('electron') as unknown as string;
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(electron, ['.', '--disable-gpu', ...asRoot, ...args], {
    env: { ...process.env, ZOETROPE_DATA_DIR: folder },
    stdio: 'ignore',
  });
  const [code] = (await once(second, 'exit')) as [number | null];
  return code;
}
